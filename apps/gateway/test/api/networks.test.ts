import { randomUUID } from 'node:crypto'
import { brokerageByDepartment, eiIndex, networkOf, reach, type Wave } from '@mentoring-commons/mentoring/community'
import { exact, hesa } from '@mentoring-commons/reporting'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { sqlStateOf } from '../../src/db/errors.ts'
import { hiddenDepartments, shownFigures } from '../../src/modules/community/network/figures.ts'
import { insertTies } from '../../src/modules/community/wave/store.ts'
import { networkWavePerson } from '../../src/modules/community/wave/table.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { type Member, member, programmeOf } from '../harness/pool.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let analyst: Asker
let southern: Asker
const staff: string[] = []
const members: Member[] = []
const north = institutionIdOf('north')
const rowId = (id: string) => JSON.parse(Buffer.from(id, 'base64').toString().replace(/^\w+:/, ''))[1] as string
const idOf = (row: string) => globalId('Person', 'north', row)
const refusal = '... on Refusal { code message path }'
const departmentOf = (place: number) => (place < 12 ? 'art' : place < 22 ? 'law' : place < 31 ? 'music' : 'tiny')

interface Shown {
  readonly measure: string
  readonly departmentId: string | null
  readonly otherDepartmentId: string | null
  readonly value: number | null
  readonly suppressed: string | null
}

const open = (asker: Asker, variables: object = {}) =>
  asker
    .ask(
      `mutation ($boundary: String!, $rule: TieRule!, $departments: [String!], $question: String!, $key: String) {
        openWave(boundary: $boundary, tieKind: "talks-about-teaching", question: $question, rule: $rule, departments: $departments, idempotencyKey: $key) {
          __typename ... on NetworkWave { id heldOn closedAt source rule asksMe } ${refusal} } }`,
      { boundary: 'staff', rule: 'EITHER_NAMED', question: 'With whom do you talk about teaching?', ...variables },
    )
    .then((answer) => answer.data?.openWave ?? answer.errors)
const answer = (asker: Asker, wave: string, named: readonly string[], consent = true, key?: string) =>
  asker
    .ask(
      `mutation ($w: ID!, $n: [ID!]!, $c: Boolean!, $key: String) { answerWave(wave: $w, named: $n, consent: $c, idempotencyKey: $key) { __typename ... on NetworkWave { myAnswer asksMe } ${refusal} } }`,
      { w: wave, n: named, c: consent, key },
    )
    .then((given) => given.data?.answerWave ?? given.errors)
const close = (asker: Asker, wave: string) =>
  asker
    .ask(`mutation ($w: ID!) { closeWave(wave: $w) { __typename ... on NetworkWave { closedAt } ${refusal} } }`, {
      w: wave,
    })
    .then((given) => given.data?.closeWave ?? given.errors)
const shape =
  '__typename ... on NetworkFigures { kind policy figures { measure departmentId otherDepartmentId value suppressed } } ... on Refusal { code message path }'
const figures = (asker: Asker, wave: string, field: string, variables: object = {}, head = '') =>
  asker
    .ask(`query ($w: ID!${head}) { node(id: $w) { ... on NetworkWave { told: ${field} { ${shape} } } } }`, {
      w: wave,
      ...variables,
    })
    .then((given) => given.data?.node?.told ?? given.errors)
const figureOf = (rows: readonly Shown[], measure: string, departmentId: string | null = null) =>
  rows.find((row) => row.measure === measure && row.departmentId === departmentId && row.otherDepartmentId === null)

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  analyst = await gateway.signIn('analyst')
  southern = await gateway.signIn('coordinator', 'south')
  for (const name of ['Ada Test', 'Ben Test', 'Cy 100%_Test']) members.push(await member(gateway, name))
  staff.push(...members.map(({ row }) => row))
  while (staff.length < 33) staff.push(await gateway.person('north', { name: `Staff ${staff.length}` }))
  // The gateway's own role corrects no person; the owner sets the scene.
  await gateway.database.asOwner(async (tx) => {
    for (const [place, id] of staff.entries())
      await tx.execute(sql`update commons.person set unit = ${departmentOf(place)} where id = ${id}`)
  })
})

describe('asking', () => {
  test('a wave takes everybody with a department, as of today, once per key', async () => {
    expect(await open(coordinator, { departments: ['art', 'nowhere'] })).toMatchObject({
      code: 'boundary-empty',
      path: 'departments',
    })
    expect(await open(southern)).toMatchObject({ code: 'boundary-empty' })
    expect(await open(coordinator, { question: ' ' })).toMatchObject({ code: 'text-missing', path: 'question' })
    expect((await open(analyst))[0].extensions.code).toBe('FORBIDDEN')
    const wave = await open(coordinator, { key: 'open-once-1' })
    expect(wave).toMatchObject({
      heldOn: '2026-03-02',
      closedAt: null,
      source: 'SURVEY',
      rule: 'EITHER_NAMED',
      asksMe: false,
    })
    expect((await open(coordinator, { key: 'open-once-1' })).id).toBe(wave.id)
    const within = await gateway.database.within(north, 'read', (tx) => tx.select().from(networkWavePerson))
    expect(within).toHaveLength(33)
    expect(within.filter(({ departmentId }) => departmentId === 'tiny')).toHaveLength(2)
  })

  test('people answer for themselves, with consent, among colleagues they find on a roster that only they see', async () => {
    const { id: wave } = await open(coordinator, { departments: ['art'] })
    const [ada, ben, cy] = members as [Member, Member, Member]
    const roster = async (asker: Asker, args = '') =>
      (
        await asker.ask(
          `query ($w: ID!) { node(id: $w) { ... on NetworkWave { asksMe roster${args} { nodes { personId name departmentId } pageInfo { hasNextPage endCursor } } } } }`,
          { w: wave },
        )
      ).data.node
    const all = await roster(ada, '(first: 5)')
    expect(all.asksMe).toBe(true)
    expect(all.roster.nodes).toHaveLength(5)
    expect(all.roster.pageInfo.hasNextPage).toBe(true)
    const rest = await roster(ada, `(first: 100, after: "${all.roster.pageInfo.endCursor}")`)
    expect(rest.roster.nodes).toHaveLength(7)
    expect((await roster(ada, '(search: "ben t")')).roster.nodes).toEqual([
      { personId: ben.id, name: 'Ben Test', departmentId: 'art' },
    ])
    expect((await roster(ada, '(search: "%_")')).roster.nodes).toEqual([
      { personId: cy.id, name: 'Cy 100%_Test', departmentId: 'art' },
    ])
    const outsider = await member(gateway, 'Out Test')
    for (const asker of [coordinator, analyst, outsider, await gateway.signIn('data-steward')])
      expect((await roster(asker)).roster).toBeNull()

    expect(await answer(ada, wave, [ben.id], false)).toMatchObject({ code: 'consent-missing' })
    expect(await answer(ada, wave, [ada.id])).toMatchObject({ code: 'tie-to-oneself' })
    expect(await answer(ada, wave, [outsider.id])).toMatchObject({ code: 'not-found', path: 'named' })
    expect(await answer(ada, wave, [idOf(staff[30] ?? '')])).toMatchObject({ code: 'not-found', path: 'named' })
    expect(await answer(ada, wave, [globalId('Person', 'south', ben.row)])).toMatchObject({ code: 'not-found' })
    expect(await answer(outsider, wave, [ben.id])).toMatchObject({ code: 'not-asked' })
    expect(await answer(ada, globalId('NetworkWave', 'south', rowId(wave)), [ben.id])).toMatchObject({
      code: 'not-found',
      path: 'wave',
    })
    expect((await answer(coordinator, wave, [ben.id]))[0].extensions.code).toBe('FORBIDDEN')
    expect(await answer(ada, wave, [ben.id, ben.id], true, 'answer-1')).toMatchObject({ myAnswer: [ben.id] })
    expect(await answer(ada, wave, [ben.id, ben.id], true, 'answer-1')).toMatchObject({ myAnswer: [ben.id] })
    expect(await answer(ada, wave, [cy.id])).toMatchObject({ myAnswer: [cy.id] })
    expect(await answer(ben, wave, [])).toMatchObject({ myAnswer: [] })
    const own = async (asker: Asker) =>
      (await asker.ask('query ($w: ID!) { node(id: $w) { ... on NetworkWave { myAnswer } } }', { w: wave })).data.node
        .myAnswer
    expect(await own(ada)).toEqual([cy.id])
    for (const asker of [cy, coordinator, analyst]) expect(await own(asker)).toBeNull()
    const withdraw = await ada.ask(
      `mutation ($w: ID!) { withdrawWaveAnswer(wave: $w) { __typename ... on NetworkWave { myAnswer } ${refusal} } }`,
      { w: wave },
    )
    expect(withdraw.data.withdrawWaveAnswer.myAnswer).toBeNull()
    expect(await figures(coordinator, wave, 'figures(kind: NETWORK)')).toMatchObject({ code: 'wave-open' })
    expect(await close(southern, wave)).toMatchObject({ code: 'not-found' })
    expect((await close(ada, wave))[0].extensions.code).toBe('FORBIDDEN')
    expect(await close(coordinator, wave)).toMatchObject({ closedAt: '2026-03-02T09:00:00.000Z' })
    expect(await close(coordinator, wave)).toMatchObject({ code: 'wave-closed' })
    expect(await answer(ada, wave, [ben.id])).toMatchObject({ code: 'wave-closed' })
    const few = await figures(coordinator, wave, 'figures(kind: NETWORK)')
    expect(few.figures.filter((row: Shown) => row.value !== null)).toEqual([])
    expect(few.figures.some((row: Shown) => row.suppressed === 'FEW_RESPONSES')).toBe(true)
    for (const statement of [
      "update commons.network_wave set rule = 'both-named'",
      'update commons.network_wave_person set department_id = $$x$$',
      'delete from commons.network_wave_person',
    ])
      await expect(
        gateway.database.within(north, 'write', (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
  })
})

describe('figures', () => {
  let wave: string
  let later: string
  let community: string
  const ties = staffTies()

  /** Namings among the 33: within departments mostly, some across, a hub that joins art and law. */
  function staffTies(): readonly (readonly [number, number])[] {
    const found: [number, number][] = []
    for (let a = 0; a < 33; a += 1)
      for (let b = 0; b < 33; b += 1) {
        if (a === b) continue
        const same = departmentOf(a) === departmentOf(b)
        if ((a * 7 + b * 13) % (same ? 4 : 29) === 0) found.push([a, b])
      }
    return [...found, [0, 12], [0, 13]].filter(
      ([a, b], at, all) => all.findIndex(([x, y]) => x === a && y === b) === at,
    ) as [number, number][]
  }

  async function answeredWave(given: readonly (readonly [number, number])[]) {
    const { id } = await open(coordinator)
    await gateway.database.within(north, 'write', async (tx) => {
      await insertTies(
        tx,
        north,
        rowId(id),
        given.map(([a, b]) => [staff[a] ?? '', staff[b] ?? ''] as const),
      )
      await tx
        .update(networkWavePerson)
        .set({ answeredAt: '2026-03-02T09:00:00Z' })
        .where(eq(networkWavePerson.waveId, rowId(id)))
    })
    await close(coordinator, id)
    return id as string
  }
  const asWave = (given: readonly (readonly [number, number])[]): Wave => ({
    id: 'w',
    on: '2026-03-02',
    boundary: 'staff',
    tieKind: 'k',
    source: 'survey',
    people: staff.map((personId, place) => ({ personId, departmentId: departmentOf(place) })),
    ties: given.map(([a, b]) => ({ from: staff[a] ?? '', to: staff[b] ?? '', kind: 'k' })),
  })

  beforeAll(async () => {
    wave = await answeredWave(ties)
    gateway.clock.now = '2026-03-03T09:00:00.000Z'
    later = await answeredWave([...ties.slice(10), [30, 1]])
    const formed = await coordinator.ask(
      'mutation { formCommunity(label: "Circle", domain: "Teaching") { ... on Community { id } } }',
    )
    community = formed.data.formCommunity.id
    for (const place of [0, 1, 2, 12, 32])
      await coordinator.ask(
        'mutation ($c: ID!, $p: ID!) { joinCommunity(community: $c, person: $p, from: "2026-01-01") { __typename } }',
        { c: community, p: idOf(staff[place] ?? '') },
      )
  })

  test('a coordinator reads departments as the package counts them, none of fewer than five people, and the next smallest where those are too few', async () => {
    const { kind, policy, figures: rows } = await figures(coordinator, wave, 'figures(kind: EI_INDEX)')
    expect([kind, policy]).toEqual(['ei-index', 'exact'])
    const counted = eiIndex(networkOf(asWave(ties), 'either-named'), { seed: 1, runs: 999 })
    for (const [measure, value] of Object.entries(counted.institution.measures))
      expect(figureOf(rows, measure)?.value, measure).toBe(value)
    const art = counted.departments.find(({ departmentId }) => departmentId === 'art')
    expect(figureOf(rows, 'index', 'art')?.value).toBe(art?.measures.index)
    expect(figureOf(rows, 'expected', 'art')?.value).toBe(art?.measures.expected)
    for (const hidden of ['tiny', 'music'])
      expect(rows.filter((row: Shown) => row.departmentId === hidden && row.value !== null)).toEqual([])
    const brokers = await figures(coordinator, wave, 'figures(kind: BROKERAGE)')
    expect(figureOf(brokers.figures, 'brokers')?.value).toBe(
      brokerageByDepartment(networkOf(asWave(ties), 'either-named'), 'both-ways').institution.measures.brokers,
    )
    const pairs = (await figures(coordinator, wave, 'figures(kind: BRIDGES)')).figures.filter(
      (row: Shown) => row.otherDepartmentId !== null,
    )
    expect(new Set(pairs.map((row: Shown) => `${row.departmentId} ${row.otherDepartmentId}`))).toEqual(
      new Set(['art law']),
    )
  })

  test('reach of a community: departments touched, one and two steps, what hangs on one person', async () => {
    const { figures: rows } = await figures(coordinator, wave, 'reach(community: $c)', { c: community }, ', $c: ID!')
    const counted = reach(
      networkOf(asWave(ties), 'either-named'),
      [0, 1, 2, 12, 32].map((place) => staff[place] ?? ''),
      ['art', 'law', 'music', 'tiny'],
    )
    if ('refusal' in counted) throw new TypeError(counted.refusal.message)
    for (const [measure, value] of Object.entries(counted.value.institution.measures))
      expect(figureOf(rows, measure)?.value, measure).toBe(value)
    expect(figureOf(rows, 'departmentsTouched')?.value).toBe(3)
    const foreign = await figures(
      coordinator,
      wave,
      'reach(community: $c)',
      { c: globalId('Community', 'south', randomUUID()) },
      ', $c: ID!',
    )
    expect(foreign).toMatchObject({ code: 'not-found', path: 'community' })
  })

  test('an analyst reads fives, tenths and whole percents, of no department of fewer than eight, and nothing that hangs on one person', async () => {
    const asked = [
      'figures(kind: NETWORK)',
      'figures(kind: EI_INDEX)',
      'figures(kind: BRIDGES)',
      'figures(kind: BROKERAGE)',
    ]
    const all: Shown[] = []
    for (const field of asked) all.push(...(await figures(analyst, wave, field)).figures)
    all.push(...(await figures(analyst, wave, 'reach(community: $c)', { c: community }, ', $c: ID!')).figures)
    all.push(...(await figures(analyst, later, 'changeSince(wave: $e)', { e: wave }, ', $e: ID!')).figures)
    expect(all.length).toBeGreaterThan(150)
    expect(all.filter((row) => row.otherDepartmentId !== null)).toEqual([])
    expect(all.filter((row) => ['tiny', 'music'].includes(row.departmentId ?? '') && row.value !== null)).toEqual([])
    const ofDepartments = all.filter((row) => row.departmentId !== null && row.value !== null)
    expect(ofDepartments.filter((row) => /^departments|OnePerson|^linked|carriers/.test(row.measure))).toEqual([])
    const ratios = /index|expected|permuted|density|reciprocity|odularity|jaccard/
    const wholes = all.filter(
      (row) => row.value !== null && !ratios.test(row.measure) && !/^departments|^linked|^subgroups/.test(row.measure),
    )
    expect(wholes.length).toBeGreaterThan(40)
    expect(wholes.filter((row) => (row.value ?? 0) % 5 !== 0)).toEqual([])
    expect(
      all.filter(
        (row) =>
          row.value !== null &&
          ratios.test(row.measure) &&
          Math.abs(Math.round((row.value ?? 0) * 100) / 100 - (row.value ?? 0)) > 1e-9,
      ),
    ).toEqual([])
    expect(JSON.stringify(all)).not.toContain(staff[0])
  })

  test('waves are compared when they are alike, and refused when not', async () => {
    const { kind, figures: rows } = await figures(coordinator, later, 'changeSince(wave: $e)', { e: wave }, ', $e: ID!')
    expect(kind).toBe('wave-change')
    const before = networkOf(asWave(ties), 'either-named').ties
    const after = networkOf(asWave([...ties.slice(10), [30, 1]]), 'either-named').ties
    const was = new Set(before.map((pair) => pair.join()))
    expect(figureOf(rows, 'kept')?.value).toBe(after.filter((pair) => was.has(pair.join())).length)
    expect(figureOf(rows, 'new')?.value).toBe(after.filter((pair) => !was.has(pair.join())).length)
    const backwards = await figures(coordinator, wave, 'changeSince(wave: $e)', { e: later }, ', $e: ID!')
    expect(backwards).toMatchObject({ code: 'date-goes-back' })
    const other = await open(coordinator, { rule: 'BOTH_NAMED' })
    await close(coordinator, other.id)
    expect(await figures(coordinator, other.id, 'changeSince(wave: $e)', { e: wave }, ', $e: ID!')).toMatchObject({
      code: 'waves-not-comparable',
      path: 'rule',
    })
    expect(
      await figures(
        coordinator,
        other.id,
        'changeSince(wave: $e)',
        { e: globalId('NetworkWave', 'south', rowId(wave)) },
        ', $e: ID!',
      ),
    ).toMatchObject({ code: 'not-found' })
  })

  test('nobody else reads them, and no field is about a person', async () => {
    for (const asker of [members[0] as Member, await gateway.signIn('assessor')]) {
      const refused = await figures(asker, wave, 'figures(kind: NETWORK)')
      expect(refused[0].extensions.code).toBe('FORBIDDEN')
    }
    expect((await southern.ask('query ($w: ID!) { node(id: $w) { id } }', { w: wave })).data.node).toBeNull()
    expect((await southern.ask('{ networkWaves { nodes { id } } }')).data.networkWaves.nodes).toEqual([])
    expect(
      (await coordinator.ask('{ networkWaves(first: 3) { nodes { heldOn } } }')).data.networkWaves.nodes.map(
        ({ heldOn }: { heldOn: string }) => heldOn,
      ),
    ).toEqual(['2026-03-03', '2026-03-03', '2026-03-02'])
    const { fields } = (await coordinator.ask('{ __type(name: "NetworkFigure") { fields { name } } }')).data.__type
    expect(fields.map(({ name }: { name: string }) => name).sort()).toEqual([
      'departmentId',
      'measure',
      'otherDepartmentId',
      'suppressed',
      'value',
    ])
  })

  test('a wave of relationships that run is closed at once, and asks nobody', async () => {
    const programme = await programmeOf(coordinator, 'pairs', ', agreementRequired: false')
    const [ada, ben] = members as [Member, Member, Member]
    const proposed = await coordinator.ask(
      'mutation ($p: ID!, $people: [ParticipantInput!]!) { proposeRelationship(programme: $p, kind: DYAD, participants: $people, on: "2026-01-05") { ... on Relationship { id version } } }',
      {
        p: programme,
        people: [
          { person: ada.id, role: 'MENTOR' },
          { person: ben.id, role: 'MENTEE' },
        ],
      },
    )
    const { id } = proposed.data.proposeRelationship
    for (const [version, by] of [
      [1, ben.id],
      [2, ada.id],
    ])
      await coordinator.ask(
        'mutation ($r: ID!, $v: Int!, $by: ID!) { advanceRelationship(relationship: $r, expectedVersion: $v, step: { accept: { by: $by, on: "2026-01-06" } }) { __typename ... on Refusal { code message } } }',
        { r: id, v: version, by },
      )
    const take = await coordinator.ask(
      `mutation { takeWaveOfRelationships(boundary: "staff") { __typename ... on NetworkWave { id source closedAt question asksMe } ${refusal} } }`,
    )
    expect(take.data.takeWaveOfRelationships).toMatchObject({
      source: 'RELATIONSHIP',
      question: null,
      asksMe: false,
      closedAt: '2026-03-03T09:00:00.000Z',
    })
    const { figures: rows } = await figures(coordinator, take.data.takeWaveOfRelationships.id, 'figures(kind: NETWORK)')
    expect(figureOf(rows, 'ties')?.value).toBe(1)
    expect(figureOf(rows, 'responded')?.value).toBeNull()
    expect(await answer(ada, take.data.takeWaveOfRelationships.id, [ben.id])).toMatchObject({ code: 'not-asked' })
  })
})

describe('what is hidden of departments', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 })
  const named = (all: readonly number[]) => all.map((size, at) => ({ departmentId: `d${at}`, size }))

  test('hidden departments together never are fewer than the least, unless all are hidden; every small one is', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 3, max: 10 }), (all, least) => {
        const departments = named(all)
        const hidden = hiddenDepartments(departments, least)
        const together = departments
          .filter(({ departmentId }) => hidden.has(departmentId))
          .reduce((sum, { size }) => sum + size, 0)
        const withPeople = departments.filter(({ size }) => size > 0)
        expect(withPeople.filter(({ size, departmentId }) => size < least && !hidden.has(departmentId))).toEqual([])
        if (together > 0 && together < least) expect(hidden.size).toBe(withPeople.length)
        if (withPeople.every(({ size }) => size >= least)) expect(hidden.size).toBe(0)
      }),
    )
  })

  test('a policy that rounds shows no number of a hidden department and no exact small count, whatever the figures', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
          minLength: 1,
          maxLength: 5,
        }),
        (all) => {
          const departments = all.map(([people, without], at) => ({
            departmentId: `d${at}`,
            people,
            measures: { withoutTies: Math.min(people, without), ties: without },
          }))
          const sum = (pick: (one: (typeof departments)[number]) => number) =>
            departments.reduce((total, one) => total + pick(one), 0)
          const input = {
            about: 'departments' as const,
            kind: 'network',
            waveId: 'w',
            on: '2026-01-01',
            institution: {
              people: sum(({ people }) => people),
              measures: {
                withoutTies: sum(({ measures }) => measures.withoutTies),
                ties: sum(({ measures }) => measures.ties),
              },
            },
            departments,
          }
          const hidden = hiddenDepartments(
            departments.map(({ departmentId, people }) => ({ departmentId, size: people })),
            8,
          )
          for (const row of shownFigures(input, hesa, 30)) {
            if (row.value === null) continue
            expect(row.value % 5).toBe(0)
            expect(hidden.has(row.departmentId ?? '')).toBe(false)
          }
          expect(shownFigures(input, exact, 4).every(({ value }) => value === null)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})
