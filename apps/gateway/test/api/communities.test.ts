import { randomUUID } from 'node:crypto'
import { defaultThresholds, growthOverCohorts, participationProfile } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { sqlStateOf } from '../../src/db/errors.ts'
import { eventsWithin, membershipsOf } from '../../src/modules/community/store.ts'
import { participationEvent } from '../../src/modules/community/table.ts'
import { participation } from '../../src/modules/mentoring/table.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { type Member, member, programmeOf } from '../harness/pool.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let analyst: Asker
let southern: Asker
let ada: Member
let ben: Member
let community: string
const north = institutionIdOf('north')
const rowId = (id: string) => JSON.parse(Buffer.from(id, 'base64').toString().replace(/^\w+:/, ''))[1] as string

const refusal = '... on Refusal { code message path }'
const join = (asker: Asker, variables: object) =>
  asker
    .ask(
      `mutation ($community: ID!, $person: ID, $from: Day!, $to: Day, $key: String) {
        joinCommunity(community: $community, person: $person, from: $from, to: $to, idempotencyKey: $key) {
          __typename ... on CommunityMembership { id startsOn endsOn person { id } community { id } } ${refusal} } }`,
      { community, ...variables },
    )
    .then((answer) => answer.data?.joinCommunity ?? answer.errors)
const takesPart = (asker: Asker, variables: object) =>
  asker
    .ask(
      `mutation ($community: ID!, $person: ID, $kind: ParticipationKind!, $on: Day!, $key: String) {
        recordParticipation(community: $community, person: $person, kind: $kind, on: $on, idempotencyKey: $key) {
          __typename ... on ParticipationEvent { id kind heldOn } ${refusal} } }`,
      { community, kind: 'ATTEND', ...variables },
    )
    .then((answer) => answer.data?.recordParticipation ?? answer.errors)
const of = (asker: Asker, fields: string, id = community) =>
  asker.ask(`query ($id: ID!) { node(id: $id) { ... on Community { ${fields} } } }`, { id })

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  analyst = await gateway.signIn('analyst')
  southern = await gateway.signIn('coordinator', 'south')
  ada = await member(gateway, 'Ada Test')
  ben = await member(gateway, 'Ben Test')
  const programme = await programmeOf(coordinator, 'carried')
  const formed = await coordinator.ask(
    `mutation ($p: [ID!]!) { formCommunity(label: "Teaching circle", domain: "Feedback", programmes: $p, idempotencyKey: "form-once-1") { ... on Community { id label formedOn programmes { key communities { label } } } ${refusal} } }`,
    { p: [programme, programme] },
  )
  expect(formed.data.formCommunity).toMatchObject({
    label: 'Teaching circle',
    formedOn: null,
    programmes: [{ key: 'carried', communities: [{ label: 'Teaching circle' }] }],
  })
  community = formed.data.formCommunity.id
})

describe('who belongs', () => {
  test('a person joins and leaves by themselves, once per key, and spells do not overlap', async () => {
    const first = await join(ada, { from: '2025-01-01', key: 'ada-joins-1' })
    expect(first).toMatchObject({
      startsOn: '2025-01-01',
      endsOn: null,
      person: { id: ada.id },
      community: { id: community },
    })
    expect((await join(ada, { from: '2025-01-01', key: 'ada-joins-1' })).id).toBe(first.id)
    expect(await join(ada, { from: '2025-06-01' })).toMatchObject({ code: 'membership-overlaps', path: 'from' })
    const leave = (asker: Asker, to: string, membership = first.id) =>
      asker
        .ask(
          `mutation ($m: ID!, $to: Day!) { leaveCommunity(membership: $m, to: $to) { __typename ... on CommunityMembership { endsOn } ${refusal} } }`,
          { m: membership, to },
        )
        .then((answer) => answer.data?.leaveCommunity ?? answer.errors)
    expect(await leave(ben, '2025-06-30')).toMatchObject({ code: 'not-found' })
    expect(await leave(ada, '2024-12-31')).toMatchObject({ code: 'window-not-usable' })
    expect(await leave(ada, '2026-03-03')).toMatchObject({ code: 'day-in-the-future' })
    expect(await leave(ada, '2025-06-30')).toMatchObject({ endsOn: '2025-06-30' })
    expect(await leave(ada, '2025-07-30')).toMatchObject({ code: 'membership-ended' })
    expect(await join(ada, { from: '2025-06-30' })).toMatchObject({ code: 'membership-overlaps' })
    expect(await join(ada, { from: '2025-09-01' })).toMatchObject({ startsOn: '2025-09-01' })
  })

  test('two that ask at once for the same spell get one', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => join(coordinator, { person: ben.id, from: '2025-02-01' })))
    expect(answers.map(({ __typename: name }) => name).sort()).toEqual(['CommunityMembership', 'Refusal', 'Refusal'])
  })

  test('nobody is recorded by another person, from another institution, or without a person', async () => {
    expect(await join(ada, { person: ben.id, from: '2025-03-01' })).toMatchObject({ code: 'taking-part-of-others' })
    expect(await takesPart(ada, { person: ben.id, on: '2025-03-01' })).toMatchObject({ code: 'taking-part-of-others' })
    expect(await join(coordinator, { from: '2025-03-01' })).toMatchObject({ code: 'no-person' })
    expect(
      await join(coordinator, { person: globalId('Person', 'north', randomUUID()), from: '2025-03-01' }),
    ).toMatchObject({
      code: 'not-found',
      path: 'person',
    })
    const foreign = await join(southern, { person: ada.id, from: '2025-03-01' })
    const missing = await join(coordinator, {
      community: globalId('Community', 'north', randomUUID()),
      person: ada.id,
      from: '2025-03-01',
    })
    expect(foreign).toEqual({ ...missing, path: 'community' })
    expect((await join(analyst, { from: '2025-03-01' }))[0].extensions.code).toBe('FORBIDDEN')
  })

  test('spells and events of others are seen by roles that see people, one’s own by oneself, and a level by nobody', async () => {
    await takesPart(ben, { on: '2025-02-03' })
    const fields = 'myMemberships { startsOn } myEvents { nodes { heldOn } }'
    expect((await of(ben, fields)).data.node).toEqual({
      myMemberships: [{ startsOn: '2025-02-01' }],
      myEvents: { nodes: [{ heldOn: '2025-02-03' }] },
    })
    expect((await of(coordinator, fields)).data.node).toEqual({ myMemberships: [], myEvents: { nodes: [] } })
    const lists = 'memberships { nodes { id } } events { nodes { id person { name } } }'
    expect((await of(coordinator, lists)).data.node.memberships.nodes).toHaveLength(3)
    for (const asker of [ada, analyst, await gateway.signIn('assessor')])
      for (const field of ['memberships { nodes { id } }', 'events { nodes { id } }'])
        expect((await of(asker, field)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    const [spell] = (await of(coordinator, lists)).data.node.memberships.nodes
    const node = (asker: Asker) => asker.ask('query ($id: ID!) { node(id: $id) { id } }', { id: spell.id })
    expect((await node(ada)).data?.node).toEqual({ id: spell.id })
    expect((await node(ben)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await of(southern, 'label')).data.node).toBeNull()
    const columns = await gateway.database.asOwner((tx) =>
      rowsOf(
        tx,
        sql`select table_name from information_schema.columns where table_schema = 'commons' and column_name like '%level%'`,
      ),
    )
    expect(columns).toEqual([])
  })

  test('an event recorded by mistake is taken away by whom it is about, and nothing is rewritten', async () => {
    const event = await takesPart(ada, { on: '2025-02-04', key: 'ada-attends' })
    const remove = (asker: Asker) =>
      asker
        .ask(
          `mutation ($e: ID!) { removeParticipation(event: $e, idempotencyKey: "remove-once") { __typename ${refusal} } }`,
          { e: event.id },
        )
        .then((answer) => answer.data.removeParticipation)
    expect(await remove(ben)).toMatchObject({ code: 'not-found' })
    expect(await remove(ada)).toEqual({ __typename: 'Community' })
    expect(await remove(ada)).toEqual({ __typename: 'Community' })
    expect(await takesPart(ada, { on: '2026-03-03' })).toMatchObject({ code: 'day-in-the-future' })
    for (const statement of [
      "update commons.participation_event set kind = 'lead'",
      'update commons.community_membership set starts_on = current_date',
      'delete from commons.community_membership',
      'delete from commons.community',
    ])
      await expect(
        gateway.database.within(north, 'write', (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
  })
})

describe('levels', () => {
  const year = { from: '2024-01-01', to: '2024-12-31' }
  const profile = `participationProfile(window: { from: "2024-01-01", to: "2024-12-31" }) { thresholds members { value suppressed } membersWithoutTrace { value } levels { level people { value suppressed } } }`

  beforeAll(async () => {
    const people = await Promise.all(Array.from({ length: 30 }, () => gateway.person('north')))
    await gateway.database.within(north, 'write', async (tx) => {
      const rows = people.flatMap((personId, place) =>
        Array.from({ length: place < 3 ? 14 : place < 10 ? 13 : 1 }, (_, turn) => ({
          institutionId: north,
          id: randomUUID(),
          communityId: rowId(community),
          personId,
          kind: (place < 3 ? (turn < 5 ? 'lead' : 'contribute') : place < 10 ? 'contribute' : 'attend') as 'lead',
          heldOn: `2024-${String((turn % 12) + 1).padStart(2, '0')}-10`,
          recordedBy: randomUUID(),
          recordedAt: '2026-01-01T00:00:00Z',
        })),
      )
      await tx.insert(participationEvent).values(rows)
    })
    for (const [place, personId] of people.entries())
      if (place < 28)
        await join(coordinator, { person: globalId('Person', 'north', personId), from: '2023-01-01', to: '2025-12-31' })
  })

  test('are counts of a window, exact for a coordinator, as the package counts them', async () => {
    const { data } = await of(coordinator, profile)
    const id = rowId(community)
    const counted = await gateway.database.within(north, 'read', async (tx) =>
      participationProfile(
        {
          communityId: id,
          memberships: await membershipsOf(tx, north, id),
          events: await eventsWithin(tx, north, id, year),
        },
        year,
        defaultThresholds,
      ),
    )
    const shown = data.node.participationProfile
    expect(
      shown.levels.map((row: { level: string; people: { value: number } }) => [
        row.level.toLowerCase(),
        row.people.value,
      ]),
    ).toEqual(counted.levels.map(({ level, people }) => [level, people]))
    expect(counted.levels.map(({ people }) => people)).toEqual([3, 7, 18, 0, 2])
    expect(shown.members.value).toBe(counted.members)
    expect(shown.membersWithoutTrace.value).toBe(counted.membersWithoutTrace)
    expect(shown.thresholds).toBe('mentoring-commons@1')
  })

  test('an analyst sees them in fives, whole quarters alone, and nothing that tells a small one', async () => {
    const { levels, members } = (await of(analyst, profile)).data.node.participationProfile
    const shown = levels.map((row: { people: { value: number | null } }) => row.people.value)
    expect(shown.every((value: number | null) => value === null || value % 5 === 0)).toBe(true)
    expect(members.value === null || members.value % 5 === 0).toBe(true)
    for (const [from, to] of [
      ['2024-01-02', '2024-12-31'],
      ['2024-01-01', '2024-12-30'],
    ]) {
      const { errors } = await of(
        analyst,
        `participationProfile(window: { from: "${from}", to: "${to}" }) { thresholds }`,
      )
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
      expect(errors?.[0]?.message).toContain('whole quarters')
    }
    const both = await gateway.signIn(['analyst', 'coordinator'])
    expect((await of(both, profile)).data.node.participationProfile.levels[0].people.value).not.toBe(3)
    for (const asker of [ada, await gateway.signIn('assessor')])
      expect((await of(asker, profile)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    const backwards = await of(
      coordinator,
      'participationProfile(window: { from: "2024-02-01", to: "2024-01-01" }) { thresholds }',
    )
    expect(backwards.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })

  test('a person sees their own, and no field shows that of another', async () => {
    const own = (asker: Asker, from: string, to: string) =>
      of(asker, `myLevel(window: { from: "${from}", to: "${to}" })`).then((answer) => answer.data?.node.myLevel)
    expect(await own(ben, '2025-01-01', '2025-03-31')).toBe('OCCASIONAL')
    expect(await own(ben, '2025-04-01', '2025-06-30')).toBeNull()
    expect(await own(coordinator, '2025-01-01', '2025-03-31')).toBeNull()
  })

  test('membership and core move as counted, and each window is counted by itself', async () => {
    const fields = `membershipOverTime(windows: [{ from: "2023-01-01", to: "2023-12-31" }, { from: "2025-01-01", to: "2025-12-31" }]) { from atStart { value } atEnd { value } ever { value } joined { value } left { value } stayed { value } }
      coreTurnover(before: { from: "2024-01-01", to: "2024-06-30" }, after: { from: "2024-07-01", to: "2024-12-31" }) { before { value } after { value } stayed { value } joined { value } left { value } }`
    const { membershipOverTime: rows, coreTurnover } = (await of(coordinator, fields)).data.node
    const values = (row: Record<string, { value: number }>) => Object.values(row).map((one) => one.value)
    expect(values({ ...rows[0], from: { value: 0 } })).toEqual([0, 28, 28, 28, 0, 0, 28])
    expect(values({ ...rows[1], from: { value: 0 } })).toEqual([0, 29, 30, 30, 1, 0, 29])
    expect(values(coreTurnover)).toEqual([3, 0, 0, 0, 3])
    const rounded = (await of(analyst, fields)).data.node
    expect(
      rounded.membershipOverTime.flatMap((row: object) =>
        values({ ...row, from: { value: 0 } }).filter((value) => value !== null && value % 5 !== 0),
      ),
    ).toEqual([])
    const many = `membershipOverTime(windows: [${'{ from: "2023-01-01", to: "2023-12-31" },'.repeat(41)}]) { from }`
    expect((await of(coordinator, many)).errors?.[0]?.message).toContain('more than 40')
  })

  test('thresholds are published, count from then on, and are refused when they cannot be used', async () => {
    const publish = (asker: Asker, rules: object[], key?: string) =>
      asker
        .ask(
          `mutation ($rules: [LevelRuleInput!]!, $key: String) { publishThresholds(rules: $rules, source: "Steering group", idempotencyKey: $key) { __typename ... on PublishedThresholds { version } ${refusal} } }`,
          { rules, key },
        )
        .then((answer) => answer.data?.publishThresholds ?? answer.errors)
    const rule = { level: 'ACTIVE', member: false, requires: [{ kinds: ['ATTEND'], events: 1 }] }
    expect(await publish(coordinator, [])).toMatchObject({ code: 'thresholds-not-usable' })
    expect(await publish(coordinator, [{ ...rule, requires: [{ kinds: [], events: 1 }] }])).toMatchObject({
      path: 'rules[0].requires[0].kinds',
    })
    expect((await publish(ada, [rule]))[0].extensions.code).toBe('FORBIDDEN')
    expect(await publish(coordinator, [rule], 'publish-1')).toEqual({ __typename: 'PublishedThresholds', version: 1 })
    expect(await publish(coordinator, [rule], 'publish-1')).toEqual({ __typename: 'PublishedThresholds', version: 1 })
    const shown = (await of(coordinator, profile)).data.node.participationProfile
    expect(shown.thresholds).toBe('north@1')
    expect(shown.levels.map(({ people }: { people: { value: number } }) => people.value)).toEqual([0, 2, 0, 0, 0])
    expect((await southern.ask('{ participationThresholds }')).data.participationThresholds.key).toBe(
      'mentoring-commons',
    )
    expect((await coordinator.ask('{ participationThresholds }')).data.participationThresholds.version).toBe(1)
  })
})

describe('growth', () => {
  test('who came as a mentee and came back, exact and disclosed, as the package tells it', async () => {
    const programme = await programmeOf(coordinator, 'growing')
    const cohorts: string[] = []
    for (const label of ['1', '2', '3'])
      cohorts.push(
        rowId(
          (
            await coordinator.ask(
              'mutation ($p: ID!, $l: String!) { openCohort(programme: $p, label: $l) { ... on Cohort { id } } }',
              { p: programme, l: label },
            )
          ).data.openCohort.id,
        ),
      )
    const rows: { cohort: number; personId: string; role: 'mentee' | 'mentor' | 'expert' }[] = []
    for (let place = 0; place < 40; place += 1) {
      const personId = await gateway.person('north')
      const first = (place % 3) + 1
      rows.push({ cohort: first, personId, role: 'mentee' })
      if (place % 4 === 0 && first < 3)
        rows.push({ cohort: first + 1, personId, role: place % 8 === 0 ? 'mentor' : 'expert' })
      if (place % 10 === 5) rows.push({ cohort: first, personId, role: 'expert' })
    }
    await gateway.database.within(north, 'write', (tx) =>
      tx.insert(participation).values(
        rows.map(({ cohort, personId, role }) => ({
          institutionId: north,
          cohortId: cohorts[cohort - 1] ?? '',
          personId,
          role,
        })),
      ),
    )
    const ask = (asker: Asker, aim: string) =>
      asker
        .ask(
          `query ($p: ID!, $aim: GrowthAim!) { node(id: $p) { ... on Programme { growth(aim: $aim) { people { value } returned { value suppressed }
            matrix { firstCohort returnCohort people { value suppressed } }
            curve { cohort cohortsAfter first { value } returned { value } firstSoFar { value } returnedSoFar { value } returnedOfThese { value } } } } } }`,
          { p: programme, aim },
        )
        .then((answer) => answer.data?.node?.growth ?? answer.errors)
    const participations = rows.map(({ cohort, ...row }) => ({ ...row, cohortOrdinal: cohort }))
    for (const [aim, to] of [
      ['MENTOR', ['mentor']],
      ['MENTOR_OR_EXPERT', ['mentor', 'expert']],
    ] as const) {
      const counted = growthOverCohorts(participations, { from: 'mentee', to })
      const shown = await ask(coordinator, aim)
      expect(shown.people.value).toBe(counted.people)
      expect(shown.returned.value).toBe(counted.returned)
      expect(
        shown.matrix.map(({ people, ...cell }: { people: { value: number } }) => ({ ...cell, people: people.value })),
      ).toEqual(counted.matrix)
      const plain = (point: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries(point).map(([key, value]) => [
            key,
            typeof value === 'number' ? value : (value as { value: number }).value,
          ]),
        )
      expect(shown.curve.map(plain)).toEqual(counted.curve)
      const disclosed = await ask(analyst, aim)
      const values = disclosed.matrix.map(({ people }: { people: { value: number | null } }) => people.value)
      expect(values.every((value: number | null) => value === null || value % 5 === 0)).toBe(true)
      expect(disclosed.returned.value % 5).toBe(0)
    }
    expect((await ask(ada, 'MENTOR'))[0].extensions.code).toBe('FORBIDDEN')
  })
})

describe('value', () => {
  const tell = (asker: Asker, variables: object) =>
    asker
      .ask(
        `mutation ($community: ID!, $circle: StoryCircle!, $activities: [ID!], $steps: [ValueStoryStepInput!]!, $key: String) {
          tellValueStory(community: $community, framework: VALUE_CREATION_2011, circle: $circle, activities: $activities, steps: $steps, idempotencyKey: $key) {
            __typename ... on ValueStory { id own circle linked version activities steps { type text sign } } ${refusal} } }`,
        {
          community,
          steps: [{ type: 'applied', text: 'I tried it, and it took too long.', sign: 'NEGATIVE' }],
          ...variables,
        },
      )
      .then((answer) => answer.data?.tellValueStory ?? answer.errors)
  const texts = (asker: Asker) =>
    of(asker, 'stories { nodes { own activities steps { text } } }').then((answer) =>
      answer.data.node.stories.nodes.map(({ steps }: { steps: { text: string }[] }) => steps[0]?.text).sort(),
    )
  const consent = (asker: Asker, story: string, circle: string | null, version: number, key?: string) =>
    asker
      .ask(
        `mutation ($s: ID!, $c: StoryCircle, $v: Int!, $key: String) { changeStoryConsent(story: $s, circle: $c, expectedVersion: $v, idempotencyKey: $key) { __typename ... on ValueStory { circle withdrawnOn version } ${refusal} } }`,
        { s: story, c: circle, v: version, key },
      )
      .then((answer) => answer.data?.changeStoryConsent ?? answer.errors)
  const step = (text: string) => [{ type: 'realised', text, sign: 'POSITIVE' as const }]

  test('stories are read as far as their authors allow, and no role opens more', async () => {
    const cy = await member(gateway, 'Cy Test')
    const steward = await gateway.signIn('data-steward')
    const admin = await gateway.signIn('administrator')
    const event = await takesPart(ben, { on: '2025-05-05' })
    const mine = await tell(ben, { circle: 'AUTHOR', steps: step('mine'), activities: [event.id], key: 'tell-mine-1' })
    expect(mine).toMatchObject({ own: true, linked: true, version: 1, activities: [event.id] })
    expect(
      (await tell(ben, { circle: 'AUTHOR', steps: step('mine'), activities: [event.id], key: 'tell-mine-1' })).id,
    ).toBe(mine.id)
    const ours = await tell(ben, { circle: 'COMMUNITY', steps: step('ours') })
    await tell(ben, { circle: 'INSTITUTION', steps: step('all of us') })
    expect(await texts(ben)).toEqual(['all of us', 'mine', 'ours'])
    expect(await texts(ada)).toEqual(['all of us', 'ours'])
    for (const asker of [cy, coordinator, analyst, steward, admin]) expect(await texts(asker)).toEqual(['all of us'])
    const node = await coordinator.ask('query ($id: ID!) { node(id: $id) { id } }', { id: mine.id })
    expect(node.data?.node ?? null).toBeNull()

    expect(await consent(ada, ours.id, null, 1)).toMatchObject({ code: 'story-of-others' })
    expect(await consent(cy, ours.id, null, 1)).toMatchObject({ code: 'not-found' })
    expect(await consent(ada, mine.id, 'PUBLIC', 1)).toMatchObject({ code: 'not-found' })
    expect(await consent(ben, ours.id, null, 2)).toMatchObject({ code: 'stale-version' })
    expect(await consent(ben, globalId('ValueStory', 'south', rowId(ours.id)), null, 1)).toMatchObject({
      code: 'not-found',
    })
    expect(await consent(ben, globalId('Person', 'north', rowId(ours.id)), null, 1)).toMatchObject({
      code: 'not-found',
    })
    expect(await consent(ben, ours.id, null, 1, 'withdraw-1')).toMatchObject({ withdrawnOn: '2026-03-02', version: 2 })
    expect(await consent(ben, ours.id, null, 1, 'withdraw-1')).toMatchObject({ version: 2 })
    expect(await texts(ada)).toEqual(['all of us'])
    expect(await texts(ben)).toHaveLength(3)
    expect(await consent(ben, ours.id, 'INSTITUTION', 2)).toMatchObject({ withdrawnOn: null, circle: 'INSTITUTION' })
    expect(await texts(coordinator)).toEqual(['all of us', 'ours'])
    const remove = (asker: Asker) =>
      asker
        .ask(`mutation ($s: ID!) { removeValueStory(story: $s) { __typename ${refusal} } }`, { s: ours.id })
        .then((answer) => answer.data.removeValueStory)
    expect(await remove(ada)).toMatchObject({ code: 'story-of-others' })
    expect(await remove(ben)).toEqual({ __typename: 'Community' })
    expect(await texts(coordinator)).toEqual(['all of us'])
  })

  test('what a story may not be is refused', async () => {
    const event = await takesPart(ben, { on: '2025-05-06' })
    expect(await tell(ada, { circle: 'AUTHOR', activities: [event.id] })).toMatchObject({
      code: 'not-found',
      path: 'activities',
    })
    expect(await tell(ada, { circle: 'AUTHOR', steps: [] })).toMatchObject({ code: 'story-without-step' })
    expect(
      await tell(ada, { circle: 'AUTHOR', steps: [{ type: 'strategic', text: 'x', sign: 'NULL' }] }),
    ).toMatchObject({
      code: 'value-type-not-in-framework',
      path: 'steps[0].type',
    })
    expect(await tell(ada, { circle: 'AUTHOR', steps: [{ type: 'applied', text: '  ', sign: 'NULL' }] })).toMatchObject(
      { code: 'text-missing' },
    )
    expect(
      await tell(ada, { circle: 'AUTHOR', community: globalId('Community', 'south', rowId(community)) }),
    ).toMatchObject({ code: 'not-found' })
    expect((await tell(coordinator, { circle: 'AUTHOR' }))[0].extensions.code).toBe('FORBIDDEN')
  })

  test('indicators hold zero, harm and what was not measured; the matrix sums nothing and counts only stories one may read', async () => {
    const record = (asker: Asker, variables: object) =>
      asker
        .ask(
          `mutation ($community: ID!, $type: String!, $value: Float, $sign: ValueSign, $to: Day!, $key: String) {
            recordValueIndicator(community: $community, framework: VALUE_CREATION_2011, type: $type, measure: "Modules changed", from: "2025-01-01", to: $to, value: $value, sign: $sign, idempotencyKey: $key) {
              __typename ... on ValueIndicator { id type value sign } ${refusal} } }`,
          { community, type: 'realised', to: '2025-12-31', ...variables },
        )
        .then((answer) => answer.data?.recordValueIndicator ?? answer.errors)
    expect(await record(coordinator, { value: 0, sign: 'NULL', key: 'indicator-1' })).toMatchObject({
      value: 0,
      sign: 'NULL',
    })
    expect(await record(coordinator, { value: 0, sign: 'NULL', key: 'indicator-1' })).toMatchObject({ value: 0 })
    expect(await record(coordinator, { value: -2, sign: 'NEGATIVE', type: 'applied' })).toMatchObject({
      sign: 'NEGATIVE',
    })
    expect(await record(coordinator, { type: 'potential' })).toMatchObject({ value: null, sign: null })
    expect(await record(coordinator, { value: 1 })).toMatchObject({ code: 'reading-without-sign' })
    expect(await record(coordinator, { value: 1, sign: 'POSITIVE', type: 'strategic' })).toMatchObject({
      code: 'value-type-not-in-framework',
    })
    expect(await record(coordinator, { value: 1, sign: 'POSITIVE', to: '2024-12-31' })).toMatchObject({
      code: 'window-not-usable',
    })
    expect((await record(ada, { value: 1, sign: 'POSITIVE' }))[0].extensions.code).toBe('FORBIDDEN')
    expect(await record(southern, { value: 1, sign: 'POSITIVE' })).toMatchObject({ code: 'not-found' })
    const fields =
      'valueMatrix(framework: VALUE_CREATION_2011) { type standing indicators notMeasured stories linkedStories signs { sign indicators steps } } indicators(framework: VALUE_CREATION_2011) { nodes { type value } }'
    const standings = async (asker: Asker) =>
      Object.fromEntries(
        (await of(asker, fields)).data.node.valueMatrix.map((cell: { type: string; standing: string }) => [
          cell.type,
          cell.standing,
        ]),
      )
    expect(await standings(coordinator)).toEqual({
      immediate: 'NOTHING_KNOWN',
      potential: 'NOTHING_KNOWN',
      applied: 'EFFECT_ONLY',
      realised: 'EFFECT_ONLY',
      reframing: 'NOTHING_KNOWN',
    })
    expect((await standings(ben)).realised).toBe('PLAUSIBLE_CONTRIBUTION')
    const { node } = (await of(coordinator, fields)).data
    expect(node.indicators.nodes).toHaveLength(3)
    expect(node.valueMatrix[1]).toMatchObject({ notMeasured: 1, indicators: 0 })
    expect(node.valueMatrix[3].signs).toEqual([
      { sign: 'POSITIVE', indicators: 0, steps: 1 },
      { sign: 'NULL', indicators: 1, steps: 0 },
      { sign: 'NEGATIVE', indicators: 0, steps: 0 },
    ])
  })

  test('a data steward’s SQL reads spells and events, and no story', async () => {
    const grants = await gateway.database.asOwner((tx) =>
      rowsOf<{ table_name: string }>(
        tx,
        sql`select table_name from information_schema.role_table_grants where grantee = 'data_steward' and table_name in ('community_membership', 'participation_event', 'value_story', 'network_tie', 'network_wave_person', 'dimension_reading', 'self_assessment') order by 1`,
      ),
    )
    expect(grants.map((row) => row.table_name)).toEqual(['community_membership', 'participation_event'])
  })
})
