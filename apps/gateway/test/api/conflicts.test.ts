import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { type Pair, pairIn, step } from '../harness/pair.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let pair: Pair

beforeAll(async () => {
  gateway = await testGateway()
  pair = await pairIn(gateway)
})

const codeOf = (answer: Awaited<ReturnType<Asker['ask']>>) => answer.errors?.[0]?.extensions?.code
const south = () => globalId('Person', 'south', pair.southern.personId ?? '')
const someone = async () => pair.personId(await gateway.person('north'))

const record = (asker: Asker, given: Record<string, unknown>) =>
  asker
    .ask(
      `mutation ($a: ID!, $b: ID!, $kind: ConflictKind!, $from: Day!, $to: Day, $key: String) {
        recordConflict(personA: $a, personB: $b, kind: $kind, from: $from, to: $to, idempotencyKey: $key) {
          __typename ... on Conflict { kind from to personA { id } personB { id } } ... on Refusal { code path }
        }
      }`,
      { kind: 'GRIEVANCE', from: '2026-01-01', ...given },
    )
    .then((answer) => answer.data?.recordConflict ?? answer)
const end = (asker: Asker, given: Record<string, unknown>) =>
  asker
    .ask(
      `mutation ($a: ID!, $b: ID!, $kind: ConflictKind!, $on: Day!) {
        endConflict(personA: $a, personB: $b, kind: $kind, on: $on) { __typename ... on Conflict { from to } ... on Refusal { code path } }
      }`,
      { kind: 'GRIEVANCE', on: '2026-02-01', ...given },
    )
    .then((answer) => answer.data?.endConflict ?? answer)
const line = (asker: Asker, given: Record<string, unknown>) =>
  asker
    .ask(
      `mutation ($manager: ID!, $report: ID!, $from: Day!, $to: Day, $key: String) {
        recordManagementLine(manager: $manager, report: $report, from: $from, to: $to, idempotencyKey: $key) {
          __typename
          ... on RecordedManagementLine { line { from to manager { id } report { id } } standsBetween { id status } }
          ... on Refusal { code path }
        }
      }`,
      { from: '2026-01-01', ...given },
    )
    .then((answer) => answer.data?.recordManagementLine ?? answer)
const endLine = (asker: Asker, given: Record<string, unknown>) =>
  asker
    .ask(
      `mutation ($manager: ID!, $report: ID!, $on: Day!) {
        endManagementLine(manager: $manager, report: $report, on: $on) { __typename ... on ManagementLine { from to } ... on Refusal { code path } }
      }`,
      { on: '2026-02-01', ...given },
    )
    .then((answer) => answer.data?.endManagementLine ?? answer)
const propose = (mentor: string, mentee: string, on = '2026-02-10') =>
  pair.coordinator
    .ask(
      `mutation ($programme: ID!, $participants: [ParticipantInput!]!, $on: Day!) {
        proposeRelationship(programme: $programme, kind: DYAD, participants: $participants, on: $on) {
          __typename ... on Relationship { id status } ... on Refusal { code path message }
        }
      }`,
      {
        programme: pair.programme,
        participants: [
          { person: mentor, role: 'MENTOR' },
          { person: mentee, role: 'MENTEE' },
        ],
        on,
      },
    )
    .then((answer) => answer.data?.proposeRelationship ?? answer)
const listed = async (person: string, on?: string) =>
  (
    await pair.coordinator.ask(
      'query ($p: ID!, $on: Day) { conflicts(person: $p, on: $on, first: 100) { nodes { kind from to } } }',
      { p: person, on },
    )
  ).data.conflicts.nodes
const assess = async (assessor: string, person: string, on?: string) =>
  (
    await pair.coordinator.ask(
      'query ($a: ID!, $p: ID!, $on: Day) { mayAssess(assessor: $a, person: $p, on: $on) { may code } }',
      { a: assessor, p: person, on },
    )
  ).data.mayAssess

describe('conflicts', () => {
  test('are written in one way, whoever is named first; stand for their days; and keep people apart', async () => {
    const [a, b] = [await someone(), await someone()]
    const [first, second] = [await record(pair.coordinator, { a, b }), await record(pair.coordinator, { a: b, b: a })]
    expect(first).toMatchObject({ kind: 'GRIEVANCE', from: '2026-01-01', to: null })
    expect(new Set([first.personA.id, first.personB.id])).toEqual(new Set([a, b]))
    expect(second).toMatchObject({ code: 'conflict-recorded' })
    expect(await propose(a, b)).toMatchObject({ code: 'conflict-stands', path: 'participants' })
    expect(await end(pair.coordinator, { a: b, b: a })).toMatchObject({ from: '2026-01-01', to: '2026-02-01' })
    expect(await end(pair.coordinator, { a, b })).toMatchObject({ code: 'no-conflict-lasts' })
    expect(await listed(b, '2026-02-01')).toHaveLength(1)
    expect(await listed(b, '2026-02-02')).toEqual([])
    expect(await listed(b, '2025-12-31')).toEqual([])
    expect(await propose(a, b)).toMatchObject({ status: 'PROPOSED' })
  })

  test('a wrong one is refused: with oneself, ended before it began, of nobody', async () => {
    const [a, b] = [await someone(), await someone()]
    expect(await record(pair.coordinator, { a, b: a })).toMatchObject({ code: 'conflict-not-usable' })
    expect(await record(pair.coordinator, { a, b, to: '2025-12-31' })).toMatchObject({ code: 'conflict-not-usable' })
    expect(await record(pair.coordinator, { a, b: pair.personId(randomUUID()) })).toMatchObject({ code: 'not-found' })
    expect(await record(pair.coordinator, { a, b: south() })).toMatchObject({ code: 'not-found' })
    expect(await end(pair.coordinator, { a, b, kind: 'MENTORING' })).toMatchObject({ code: 'mentored-for-ever' })
    const key = randomUUID()
    await record(pair.coordinator, { a, b, key })
    expect(await record(pair.coordinator, { a, b, key })).toMatchObject({ __typename: 'Conflict' })
  })

  test('what a relationship leaves behind outlives it, and nobody assesses whom they mentored', async () => {
    const { coordinator, mentor, mentee, idOf } = pair
    const [a, b] = [idOf(mentor), idOf(mentee)]
    expect(await assess(a, b)).toEqual({ may: true, code: null })
    const proposed = await pair.relationship('forming')
    expect(await listed(a)).toEqual([])
    expect((await assess(a, b)).code).toBe('mentored-before')
    await step(coordinator, proposed, { end: { on: '2026-01-13', reason: 'OTHER' } })
    const id = await pair.relationship()
    expect(await listed(a)).toEqual([{ kind: 'MENTORING', from: '2026-01-12', to: null }])
    await step(coordinator, id, { pause: { on: '2026-01-20', reason: 'ABSENCE' } })
    await step(coordinator, id, { resume: { on: '2026-01-25' } })
    expect(await step(mentee, id, { end: { by: b, on: '2026-02-01' } })).toMatchObject({ status: 'ENDED' })
    expect(await listed(b)).toEqual([{ kind: 'MENTORING', from: '2026-01-12', to: null }])
    expect(await assess(a, b, '2099-01-01')).toEqual({ may: false, code: 'mentored-before' })
    expect(await assess(b, a)).toEqual({ may: false, code: 'mentored-before' })
    expect(await assess(a, a)).toEqual({ may: false, code: 'conflict-stands' })
    // It keeps nobody from being together again.
    expect(await propose(a, b)).toMatchObject({ status: 'PROPOSED' })
  })
})

describe('lines of management', () => {
  test('over any number of levels keep people apart, and say so when they come between a pair', async () => {
    const { coordinator } = pair
    const [dea, mia, ben, ada] = [await someone(), await someone(), await someone(), await someone()]
    const running = await propose(dea, ada)
    expect(await line(coordinator, { manager: ben, report: ada })).toMatchObject({ standsBetween: [] })
    expect(await line(coordinator, { manager: dea, report: mia })).toMatchObject({ standsBetween: [] })
    const closing = await line(coordinator, { manager: mia, report: ben })
    expect(closing).toMatchObject({
      line: { from: '2026-01-01', to: null, manager: { id: mia }, report: { id: ben } },
      standsBetween: [{ id: running.id, status: 'PROPOSED' }],
    })
    expect(await propose(mia, ada)).toMatchObject({ code: 'conflict-stands' })
    expect(await propose(ada, mia)).toMatchObject({ code: 'conflict-stands' })
    const standing = await coordinator.ask(
      `query ($p: [ParticipantInput!]!) { standingConflicts(participants: $p) { kind personA personB } }`,
      {
        p: [
          { person: dea, role: 'MENTOR' },
          { person: ada, role: 'MENTEE' },
        ],
      },
    )
    expect(standing.data.standingConflicts).toEqual([
      { kind: 'LINE_MANAGEMENT', personA: expect.any(String), personB: expect.any(String) },
    ])
    expect((await assess(mia, ada)).code).toBe('conflict-stands')
    expect(await endLine(coordinator, { manager: mia, report: ben })).toMatchObject({ to: '2026-02-01' })
    expect(await endLine(coordinator, { manager: mia, report: ben })).toMatchObject({ code: 'no-line-lasts' })
    expect(await assess(mia, ada)).toEqual({ may: true, code: null })
    expect((await assess(ada, mia, '2026-02-01')).code).toBe('conflict-stands')
  })

  test('that run in a circle, are over, or are still to come, are told rightly', async () => {
    const { coordinator } = pair
    const [a, b] = [await someone(), await someone()]
    const running = await propose(a, b)
    expect(await line(coordinator, { manager: a, report: b, from: '2026-05-01' })).toMatchObject({
      standsBetween: [{ id: running.id }],
    })
    const [c, d] = [await someone(), await someone()]
    const other = await propose(c, d)
    expect(await line(coordinator, { manager: c, report: d, from: '2026-01-01' })).toMatchObject({
      standsBetween: [{ id: other.id }],
    })
    expect(await line(coordinator, { manager: c, report: d, from: '2025-01-01', to: '2025-12-31' })).toMatchObject({
      standsBetween: [],
    })
    expect(await line(coordinator, { manager: b, report: a, from: '2026-05-01' })).toMatchObject({
      standsBetween: [{ id: running.id }],
    })
    expect((await assess(a, b, '2026-05-01')).may).toBe(false)
  })

  test('a relationship that is over is nobody’s concern', async () => {
    const { coordinator, mentor, mentee, idOf } = pair
    const lines = await line(coordinator, { manager: idOf(mentor), report: idOf(mentee) })
    const statuses = lines.standsBetween.map(({ status }: { status: string }) => status)
    expect(statuses.filter((one: string) => ['ENDED', 'DECLINED', 'RECORDED'].includes(one))).toEqual([])
    expect(statuses.length).toBeGreaterThan(0)
  })

  test('wrong ones are refused: with oneself, twice, backwards, of nobody; a key sent twice is answered alike', async () => {
    const { coordinator } = pair
    const [a, b] = [await someone(), await someone()]
    expect(await line(coordinator, { manager: a, report: a })).toMatchObject({ code: 'conflict-not-usable' })
    expect(await line(coordinator, { manager: a, report: b, to: '2025-01-01' })).toMatchObject({
      code: 'conflict-not-usable',
    })
    expect(await line(coordinator, { manager: a, report: south() })).toMatchObject({ code: 'not-found' })
    expect(await line(coordinator, { manager: a, report: pair.personId(randomUUID()) })).toMatchObject({
      code: 'not-found',
    })
    const key = randomUUID()
    const first = await line(coordinator, { manager: a, report: b, key })
    expect(await line(coordinator, { manager: a, report: b, key })).toEqual(first)
    expect(await line(coordinator, { manager: a, report: b, from: '2026-02-01' })).toMatchObject({
      code: 'line-recorded',
    })
    const read = await coordinator.ask(
      'query ($p: ID!) { managementLines(person: $p, on: "2026-03-01", first: 5) { nodes { from to report { id } } } }',
      { p: a },
    )
    expect(read.data.managementLines.nodes).toEqual([{ from: '2026-01-01', to: null, report: { id: b } }])
  })
})

describe('who may know', () => {
  test('coordinators, and nobody else whatever their role', async () => {
    const { mentor, stranger, steward, analyst, idOf, mentee } = pair
    const administrator = await gateway.signIn('administrator')
    const [a, b] = [idOf(mentor), idOf(mentee)]
    const queries = [
      '{ conflicts { nodes { kind } } }',
      '{ managementLines { nodes { from } } }',
      `{ mayAssess(assessor: "${a}", person: "${b}") { may } }`,
      `{ standingConflicts(participants: []) { kind } }`,
    ]
    for (const asker of [mentor, stranger, steward, analyst, administrator]) {
      for (const query of queries) expect(codeOf(await asker.ask(query)), query).toBe('FORBIDDEN')
      for (const done of [
        await record(asker, { a, b }),
        await end(asker, { a, b }),
        await line(asker, { manager: a, report: b }),
        await endLine(asker, { manager: a, report: b }),
      ])
        expect(codeOf(done)).toBe('FORBIDDEN')
    }
  })

  test('another institution’s people are nobody here, and its records are not seen', async () => {
    const { southern, mentor, idOf } = pair
    const asked = await southern.ask(`{ mayAssess(assessor: "${idOf(mentor)}", person: "${idOf(mentor)}") { may } }`)
    expect(codeOf(asked)).toBe('BAD_USER_INPUT')
    expect((await southern.ask('{ conflicts { nodes { kind } } }')).data.conflicts.nodes).toEqual([])
    expect((await southern.ask('{ managementLines { nodes { from } } }')).data.managementLines.nodes).toEqual([])
    const all = await pair.coordinator.ask('{ conflicts { nodes { kind } } managementLines { nodes { from } } }')
    expect(all.data.conflicts.nodes.length).toBeGreaterThan(0)
    expect(all.data.managementLines.nodes.length).toBeGreaterThan(0)
    expect(await record(southern, { a: idOf(mentor), b: south() })).toMatchObject({ code: 'not-found' })
  })
})
