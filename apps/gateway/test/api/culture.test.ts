import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { sqlStateOf } from '../../src/db/errors.ts'
import { dimensionReading } from '../../src/modules/culture/dimension/table.ts'
import { participant, relationship } from '../../src/modules/mentoring/table.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { person } from '../../src/modules/people/table.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { type Member, member, programmeOf } from '../harness/pool.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let analyst: Asker
let southern: Asker
let ada: Member
let mia: Member
let programme: string
const north = institutionIdOf('north')
const rowId = (id: string) => JSON.parse(Buffer.from(id, 'base64').toString().replace(/^\w+:/, ''))[1] as string
const refusal = '... on Refusal { code message path }'

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  analyst = await gateway.signIn('analyst')
  southern = await gateway.signIn('coordinator', 'south')
  ada = await member(gateway, 'Ada Test')
  mia = await member(gateway, 'Mia Test')
  programme = await programmeOf(coordinator, 'ended')
  await coordinator.ask(
    'mutation ($p: ID!) { openCohort(programme: $p, label: "1", startsOn: "2024-01-01", endsOn: "2024-12-31") { __typename } }',
    { p: programme },
  )
  const running = await programmeOf(coordinator, 'running')
  await coordinator.ask('mutation ($p: ID!) { openCohort(programme: $p, label: "1") { __typename } }', { p: running })
  await gateway.database.within(north, 'write', (tx) =>
    tx.insert(person).values(['law', 'art', 'law'].map((unit) => ({ institutionId: north, id: randomUUID(), unit }))),
  )
})

describe('the inventory of practice, and embeddedness', () => {
  const shape = {
    title: 'Coffee with a colleague',
    form: 'INFORMAL',
    departmentId: 'law',
    seenFrom: '2024-06-01',
    seenTo: '2025-06-30',
  }
  const list = (asker: Asker, practice: object, key?: string) =>
    asker
      .ask(
        `mutation ($practice: PracticeInput!, $key: String) { listPractice(practice: $practice, idempotencyKey: $key) { __typename ... on Practice { id title form beganOn endedOn version programme { key } } ${refusal} } }`,
        { practice, key },
      )
      .then((answer) => answer.data?.listPractice ?? answer.errors)
  const amend = (asker: Asker, id: string, practice: object, version: number) =>
    asker
      .ask(
        `mutation ($id: ID!, $practice: PracticeInput!, $version: Int!) { amendPractice(id: $id, practice: $practice, expectedVersion: $version) { __typename ... on Practice { title seenTo version } ${refusal} } }`,
        { id, practice, version },
      )
      .then((answer) => answer.data?.amendPractice ?? answer.errors)

  test('a practice is listed once per key, amended at its version, and refused where it cannot be', async () => {
    const first = await list(coordinator, { ...shape, programme }, 'list-once-1')
    expect(first).toMatchObject({ beganOn: null, endedOn: null, version: 1, programme: { key: 'ended' } })
    expect((await list(coordinator, { ...shape, programme }, 'list-once-1')).id).toBe(first.id)
    expect(await list(coordinator, { ...shape, title: 'Other' }, 'list-once-1')).toMatchObject({
      code: 'idempotency-key-reused',
    })
    expect(await list(coordinator, { ...shape, seenTo: '2024-01-01' })).toMatchObject({ code: 'window-not-usable' })
    expect(await list(coordinator, { ...shape, seenTo: '2026-03-03' })).toMatchObject({
      code: 'day-in-the-future',
      path: 'seenTo',
    })
    expect(await list(coordinator, { ...shape, title: ' ' })).toMatchObject({ code: 'text-missing' })
    expect(
      await list(coordinator, { ...shape, programme: globalId('Programme', 'south', rowId(programme)) }),
    ).toMatchObject({ code: 'not-found' })
    expect((await list(ada, shape))[0].extensions.code).toBe('FORBIDDEN')
    expect(await amend(coordinator, first.id, { ...shape, programme, seenTo: '2025-12-31' }, 1)).toMatchObject({
      seenTo: '2025-12-31',
      version: 2,
    })
    expect(await amend(coordinator, first.id, shape, 1)).toMatchObject({ code: 'stale-version' })
    expect(await amend(southern, first.id, shape, 2)).toMatchObject({ code: 'not-found' })
    await list(coordinator, {
      title: 'Pairs in the first year',
      form: 'FORMAL',
      seenFrom: '2024-01-01',
      seenTo: '2024-12-31',
      endedOn: '2025-01-31',
      programme,
    })
    const inventory = await analyst.ask('{ practices(form: INFORMAL) { nodes { title } } }')
    expect(inventory.data.practices.nodes).toEqual([{ title: 'Coffee with a colleague' }])
    expect((await ada.ask('{ practices { nodes { title } } }')).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await southern.ask('{ practices { nodes { title } } }')).data.practices.nodes).toEqual([])
  })

  test('embeddedness over days: counts, spread over departments, what outlived its programme, and no score', async () => {
    const { data } = await analyst.ask(
      '{ embeddedness(days: ["2024-12-31", "2025-02-15", "2026-02-01"]) { on formal informal notKnown spread { departments withInformal of } continuation { programmesEnded continued stopped notKnown } } }',
    )
    expect(data.embeddedness).toEqual([
      {
        on: '2024-12-31',
        formal: 1,
        informal: 1,
        notKnown: 0,
        spread: { departments: 1, withInformal: 1, of: 2 },
        continuation: { programmesEnded: 0, continued: 0, stopped: 0, notKnown: 0 },
      },
      {
        on: '2025-02-15',
        formal: 0,
        informal: 1,
        notKnown: 0,
        spread: { departments: 1, withInformal: 1, of: 2 },
        continuation: { programmesEnded: 1, continued: 1, stopped: 1, notKnown: 0 },
      },
      {
        on: '2026-02-01',
        formal: 0,
        informal: 0,
        notKnown: 1,
        spread: { departments: 0, withInformal: 0, of: 2 },
        continuation: { programmesEnded: 1, continued: 0, stopped: 1, notKnown: 1 },
      },
    ])
    const many = await analyst.ask('query ($d: [Day!]!) { embeddedness(days: $d) { on } }', {
      d: Array.from({ length: 61 }, () => '2025-01-01'),
    })
    expect(many.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    expect((await ada.ask('{ embeddedness(days: ["2025-01-01"]) { on } }')).errors?.[0]?.extensions?.code).toBe(
      'FORBIDDEN',
    )
  })
})

describe('hallmarks', () => {
  test('are a profile from the latest readings, beside each other', async () => {
    const record = (asker: Asker, variables: Record<string, unknown>) =>
      asker
        .ask(
          `mutation ($presence: HallmarkPresence!, $important: Boolean, $on: Day!, $part: String, $evidence: [String!], $key: String) {
            recordHallmark(hallmark: DEMAND, presence: $presence, important: $important, on: $on, departmentId: $part, evidence: $evidence, idempotencyKey: $key) {
              __typename ... on HallmarkReading { id hallmark presence important evidence departmentId } ${refusal} } }`,
          variables,
        )
        .then((answer) => answer.data?.recordHallmark ?? answer.errors)
    const first = await record(coordinator, { presence: 'USUAL', on: '2025-01-01', key: 'hallmark-1' })
    expect(first).toMatchObject({ important: null, evidence: [], departmentId: null })
    expect((await record(coordinator, { presence: 'USUAL', on: '2025-01-01', key: 'hallmark-1' })).id).toBe(first.id)
    await record(coordinator, { presence: 'ABSENT', important: true, on: '2025-06-01' })
    await record(coordinator, {
      presence: 'IN_PLACES',
      important: false,
      on: '2025-06-01',
      part: 'law',
      evidence: ['e1'],
    })
    expect(await record(coordinator, { presence: 'ABSENT', on: '2026-03-03' })).toMatchObject({
      code: 'day-in-the-future',
    })
    expect(await record(coordinator, { presence: 'ABSENT', on: '2026-03-01', evidence: ['a b'] })).toMatchObject({
      path: 'evidenceIds[0]',
    })
    expect((await record(ada, { presence: 'ABSENT', on: '2025-01-01' }))[0].extensions.code).toBe('FORBIDDEN')
    const profile = async (on: string) => {
      const { data } = await analyst.ask(
        'query ($on: Day!) { hallmarkProfile(on: $on) { hallmark readings presence { presence readings } important importantOf importantButAbsent evidenced departments } }',
        { on },
      )
      expect(data.hallmarkProfile).toHaveLength(8)
      return data.hallmarkProfile.find((row: { hallmark: string }) => row.hallmark === 'DEMAND')
    }
    expect(await profile('2025-12-31')).toEqual({
      hallmark: 'DEMAND',
      readings: 2,
      presence: [
        { presence: 'ABSENT', readings: 1 },
        { presence: 'IN_PLACES', readings: 1 },
        { presence: 'IN_MOST', readings: 0 },
        { presence: 'USUAL', readings: 0 },
      ],
      important: 1,
      importantOf: 2,
      importantButAbsent: 1,
      evidenced: 1,
      departments: 1,
    })
    expect((await profile('2025-03-01')).presence[3].readings).toBe(1)
    const scored = (await analyst.ask('{ __schema { types { name fields { name } } } }')).data.__schema.types
    const fields = scored
      .filter(({ name }: { name: string }) => /Hallmark|Dimension|Embedd|SelfAssess|Practice/.test(name))
      .flatMap((type: { fields: { name: string }[] | null }) => type.fields?.map(({ name }) => name) ?? [])
    expect(fields.filter((name: string) => /score|total|rank|average|mean/i.test(name))).toEqual([])
  })
})

describe('dimensions', () => {
  const read = (asker: Asker, variables: object) =>
    asker
      .ask(
        `mutation ($r: ID!, $party: ParticipantRole!, $dimension: Dimension!, $reading: Int!, $on: Day!, $key: String) {
          readDimension(relationship: $r, party: $party, dimension: $dimension, reading: $reading, on: $on, idempotencyKey: $key) {
            __typename ... on DimensionReading { id reading party dimension } ${refusal} } }`,
        { dimension: 'OPEN_CLOSED', on: '2026-01-10', ...variables },
      )
      .then((answer) => answer.data?.readDimension ?? answer.errors)
  let pair: string

  test('each party reads for itself, and sees nothing of the other’s', async () => {
    const proposed = await coordinator.ask(
      'mutation ($p: ID!, $people: [ParticipantInput!]!) { proposeRelationship(programme: $p, kind: DYAD, participants: $people, on: "2025-01-05") { ... on Relationship { id } ... on Refusal { message } } }',
      {
        p: programme,
        people: [
          { person: mia.id, role: 'MENTOR' },
          { person: ada.id, role: 'MENTEE' },
        ],
      },
    )
    pair = proposed.data.proposeRelationship.id
    const own = await read(ada, { r: pair, party: 'MENTEE', reading: -2, key: 'reads-once' })
    expect(own).toMatchObject({ reading: -2, party: 'MENTEE' })
    expect((await read(ada, { r: pair, party: 'MENTEE', reading: -2, key: 'reads-once' })).id).toBe(own.id)
    expect(await read(mia, { r: pair, party: 'MENTOR', reading: 2 })).toMatchObject({ reading: 2 })
    expect(await read(ada, { r: pair, party: 'MENTOR', reading: 2 })).toMatchObject({ code: 'party-not-held' })
    expect(await read(ada, { r: pair, party: 'MENTEE', reading: 3 })).toMatchObject({ code: 'reading-out-of-range' })
    expect(await read(ada, { r: pair, party: 'MENTEE', reading: 1, on: '2026-03-03' })).toMatchObject({
      code: 'day-in-the-future',
    })
    const stranger = await member(gateway, 'Cy Test')
    expect(await read(stranger, { r: pair, party: 'MENTEE', reading: 1 })).toEqual(
      await read(stranger, { r: globalId('Relationship', 'north', randomUUID()), party: 'MENTEE', reading: 1 }),
    )
    const mine = async (asker: Asker) =>
      (await asker.ask('{ myDimensionReadings { nodes { reading relationship { id } } } }')).data.myDimensionReadings
        .nodes
    expect(await mine(ada)).toEqual([{ reading: -2, relationship: { id: pair } }])
    expect(await mine(mia)).toEqual([{ reading: 2, relationship: { id: pair } }])
    expect(await mine(coordinator)).toEqual([])
    for (const asker of [mia, coordinator, analyst, await gateway.signIn('data-steward')])
      expect(
        (await asker.ask('query ($id: ID!) { node(id: $id) { id } }', { id: own.id })).errors?.[0]?.extensions?.code,
      ).toBe('FORBIDDEN')
    await expect(
      gateway.database.within(north, 'write', (tx) =>
        tx.execute(sql`update commons.dimension_reading set reading = 0`),
      ),
    ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
  })

  const profile = (asker: Asker) =>
    asker
      .ask(
        '{ dimensionProfile { on parties { dimension party relationships { value suppressed } readings { at relationships { value } } } gaps { dimension relationships { value suppressed } readings { at relationships { value } } } closedAndPrivate { value suppressed } closedAndPrivateOf { value } } }',
      )
      .then((answer) => answer.data?.dimensionProfile ?? answer.errors)

  test('what fewer than five relationships say is shown to nobody', async () => {
    const { parties, gaps } = await profile(coordinator)
    expect(parties.map((row: { relationships: object }) => row.relationships)).toEqual([
      { value: null, suppressed: 'FEW_RESPONSES' },
      { value: null, suppressed: 'FEW_RESPONSES' },
    ])
    expect(gaps[0].readings.every((one: { relationships: { value: null } }) => one.relationships.value === null)).toBe(
      true,
    )
    expect((await profile(ada))[0].extensions.code).toBe('FORBIDDEN')
  })

  test('many are counted: exact for a coordinator, in fives for an analyst', async () => {
    const pairs = Array.from({ length: 23 }, () => randomUUID())
    await gateway.database.within(north, 'write', async (tx) => {
      const [like] = await tx.select().from(relationship).limit(1)
      if (like === undefined) throw new TypeError('no relationship to copy')
      await tx.insert(relationship).values(pairs.map((id) => ({ ...like, id, state: { ...like.state, id } })))
      await tx.insert(participant).values(
        pairs.map((relationshipId) => ({
          institutionId: north,
          relationshipId,
          personId: ada.row,
          role: 'mentee' as const,
        })),
      )
      await tx.insert(dimensionReading).values(
        pairs.flatMap((relationshipId, place) =>
          (['mentor', 'mentee'] as const).flatMap((party) =>
            (['open-closed', 'public-private'] as const).map((dimension) => ({
              institutionId: north,
              id: randomUUID(),
              relationshipId,
              personId: ada.row,
              party,
              dimension,
              reading: place < 6 ? -1 : party === 'mentor' ? 2 : 0,
              readOn: '2026-01-11',
              recordedAt: '2026-01-11T00:00:00Z',
            })),
          ),
        ),
      )
    })
    const exact = await profile(coordinator)
    const mentors = exact.parties.find(
      (row: { party: string; dimension: string }) => row.party === 'MENTOR' && row.dimension === 'OPEN_CLOSED',
    )
    expect(mentors.readings.map((one: { relationships: { value: number } }) => one.relationships.value)).toEqual([
      0, 6, 0, 0, 18,
    ])
    const [gap] = exact.gaps
    expect(gap.readings.map((one: { relationships: { value: number } }) => one.relationships.value)).toEqual([
      6, 0, 17, 0, 1,
    ])
    expect([exact.closedAndPrivate.value, exact.closedAndPrivateOf.value]).toEqual([6, 23])
    const rounded = await profile(analyst)
    const shown = [...rounded.parties, ...rounded.gaps].flatMap((row) => [
      row.relationships,
      ...row.readings.map((one: { relationships: object }) => one.relationships),
    ])
    expect(shown.length).toBeGreaterThan(20)
    expect(shown.filter(({ value }) => value !== null && value % 5 !== 0)).toEqual([])
    expect(rounded.closedAndPrivate.value ?? 5).toBe(5)
  })
})
