import { randomUUID } from 'node:crypto'
import { type MatchInput, match } from '@mentoring-commons/mentoring'
import { beforeAll, describe, expect, test } from 'vitest'
import { inputOf } from '../../src/modules/mentoring/matching/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { type Applicant, made, policy, programmeWith } from '../harness/matching.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let other: Asker
const north = institutionIdOf('north')

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  other = await gateway.signIn('coordinator')
})

const mentee: Applicant = { role: 'mentee', answers: { needs: ['writing'] } }
const mentor = (...offers: string[]): Applicant => ({ role: 'mentor', answers: { offers } })
const person = (id: string | undefined) => globalId('Person', 'north', id ?? '')
const rowOf = (id: string) => JSON.parse(Buffer.from(id, 'base64').toString().replace(/^\w+:/, ''))[1] as string
const stable = { policy: { ...policy, objective: 'STABLE' } }

const payload = (field: string) =>
  `__typename ... on Application { ${field} { people version } } ... on Refusal { code message path }`
const lists = {
  rankInMatching: `mutation ($a: ID!, $people: [ID!]!, $v: Int!, $key: String) { rankInMatching(application: $a, people: $people, expectedVersion: $v, idempotencyKey: $key) { ${payload('ranking')} } }`,
  avoidInMatching: `mutation ($a: ID!, $people: [ID!]!, $v: Int!, $key: String) { avoidInMatching(application: $a, people: $people, expectedVersion: $v, idempotencyKey: $key) { ${payload('notWith')} } }`,
}
async function write(
  asker: Asker,
  field: keyof typeof lists,
  a: string,
  people: readonly (string | undefined)[],
  v = 0,
  key?: string,
) {
  const answer = await asker.ask(lists[field], { a, people: people.map(person), v, key })
  return answer.data?.[field] ?? answer
}

/** A programme with people who applied, each signed in, with their applications. */
async function applied(applicants: readonly Applicant[]) {
  const { programme, people } = await programmeWith(gateway, applicants)
  const askers: Asker[] = []
  const applications: string[] = []
  for (const id of people) {
    const asker = await gateway.signIn('participant', 'north', id)
    const mine = await asker.ask('{ myApplications(first: 1) { nodes { id } } }')
    askers.push(asker)
    applications.push(mine.data.myApplications.nodes[0].id)
  }
  const of = (at: number) => ({ asker: askers[at] as Asker, application: applications[at] as string, id: people[at] })
  return { programme, of }
}

const pairsOf = async (run: string) => {
  const answer = await coordinator.ask(
    'query ($id: ID!) { matchRun(id: $id) { pairs(first: 100) { edges { node { mentee { id } mentor { id } } } } } }',
    { id: run },
  )
  return Object.fromEntries(
    answer.data.matchRun.pairs.edges.map(({ node }: { node: { mentee: { id: string }; mentor: { id: string } } }) => [
      node.mentee.id,
      node.mentor.id,
    ]),
  )
}
const explained = async (run: string, menteeId: string | undefined, mentorId: string | undefined) =>
  (
    await coordinator.ask(
      `query ($run: ID!, $mentee: ID!, $mentor: ID!) { explainPair(run: $run, mentee: $mentee, mentor: $mentor) { ... on PairExplanation {
        possible reasons { code sentence } parts { ruleId fit } fit help } } }`,
      { run, mentee: person(menteeId), mentor: person(mentorId) },
    )
  ).data.explainPair

async function approved(run: string) {
  const step = `mutation ($run: ID!, $step: MatchReviewStep!, $v: Int!) { reviewMatchRun(run: $run, step: $step, expectedVersion: $v) { ... on MatchRun { status } } }`
  await coordinator.ask(step, { run, step: 'SUBMIT', v: 1 })
  await other.ask(step, { run, step: 'APPROVE', v: 2 })
}
const publish = async (run: string) =>
  (
    await coordinator.ask(
      'mutation ($run: ID!) { publishMatchRun(run: $run, expectedVersion: 3) { __typename ... on MatchRun { status } ... on Refusal { code message } } }',
      { run },
    )
  ).data.publishMatchRun

describe('rankings', () => {
  test('a stable run goes by what people ranked, before any score, and no explanation tells of it', async () => {
    const { programme, of } = await applied([mentee, mentee, mentor('grants'), mentor('writing')])
    const [one, two, far, near] = [of(0), of(1), of(2), of(3)]
    await write(one.asker, 'rankInMatching', one.application, [far.id, near.id])
    await write(near.asker, 'rankInMatching', near.application, [two.id, one.id])
    const run = await made(coordinator, programme, stable)
    expect(await pairsOf(run)).toEqual({ [person(one.id)]: person(far.id), [person(two.id)]: person(near.id) })
    const told = await explained(run, one.id, far.id)
    expect(told).toMatchObject({ possible: true, parts: [{ ruleId: 'topics', fit: 0 }] })
    expect(JSON.stringify(told)).not.toMatch(/rank/i)
    const proof = await coordinator.ask('query ($id: ID!) { matchRun(id: $id) { proof { holds faults } } }', {
      id: run,
    })
    expect(proof.data.matchRun.proof).toEqual({ holds: true, faults: 0 })
    const input = (await gateway.database.within(north, 'read', (tx) => inputOf(tx, north, rowOf(run)))) as MatchInput
    const outcome = match(input)
    expect('value' in outcome && outcome.value.run.pairs).toHaveLength(2)
    expect(input.mentees.map(({ ranking }) => ranking?.length ?? 0).sort()).toEqual([0, 2])
  })

  test('where only people are matched who rank each other, one side is not enough', async () => {
    const { programme, of } = await applied([mentee, mentor('writing')])
    await write(of(0).asker, 'rankInMatching', of(0).application, [of(1).id])
    const only = { policy: { ...stable.policy, rankedOnly: true } }
    expect(await pairsOf(await made(coordinator, programme, only))).toEqual({})
    await write(coordinator, 'rankInMatching', of(1).application, [of(0).id])
    expect(await pairsOf(await made(coordinator, programme, only))).toEqual({ [person(of(0).id)]: person(of(1).id) })
  })

  test('a list is written anew on the version that was read, once for a key, until a run is drafted', async () => {
    const { programme, of } = await applied([mentee, mentor('writing'), mentor('writing')])
    const { asker, application } = of(0)
    const key = randomUUID()
    const first = await write(asker, 'rankInMatching', application, [of(1).id], 0, key)
    expect(first).toEqual({ __typename: 'Application', ranking: { people: [person(of(1).id)], version: 1 } })
    expect(await write(asker, 'rankInMatching', application, [of(1).id], 0, key)).toEqual(first)
    expect(await write(asker, 'rankInMatching', application, [], 0)).toMatchObject({ code: 'stale-version' })
    const order = [of(2).id, of(1).id]
    expect(await write(asker, 'rankInMatching', application, order, 1)).toMatchObject({
      ranking: { people: order.map(person), version: 2 },
    })
    const run = await made(coordinator, programme, stable)
    expect(await write(asker, 'rankInMatching', application, [], 2)).toMatchObject({ code: 'run-drafted' })
    // On paper it is still open, and the draft has to be made again: also where only the order is another one.
    await approved(run)
    await write(coordinator, 'rankInMatching', application, order.toReversed(), 2)
    expect(await publish(run)).toMatchObject({
      code: 'input-changed',
      message: expect.stringContaining('mentee changed (1)'),
    })
    await write(coordinator, 'rankInMatching', application, order, 3)
    expect(await publish(run)).toMatchObject({ status: 'PUBLISHED' })
    expect(await write(asker, 'rankInMatching', application, [], 4)).toMatchObject({ ranking: { version: 5 } })
  })

  test('what cannot be a list is refused', async () => {
    const { of } = await applied([mentee, mentor('writing')])
    const { asker, application, id } = of(0)
    const refused = async (people: readonly (string | undefined)[]) =>
      (await write(asker, 'rankInMatching', application, people)).code
    expect(await refused([id])).toBe('list-not-usable')
    expect(await refused([of(1).id, of(1).id])).toBe('list-not-usable')
    expect(await refused(Array.from({ length: 51 }, () => randomUUID()))).toBe('list-not-usable')
    expect(await refused([randomUUID()])).toBe('not-found')
    await asker.ask('mutation ($a: ID!) { withdrawApplication(application: $a) { __typename } }', { a: application })
    expect(await refused([of(1).id])).toBe('application-closed')
  })
})

describe('whom somebody will not be matched with', () => {
  test('the pair is not made, whoever of the two said so, and the reason is the one of every conflict', async () => {
    const { programme, of } = await applied([mentee, mentee, mentor('writing'), mentor('grants')])
    await write(of(0).asker, 'avoidInMatching', of(0).application, [of(2).id])
    await write(of(3).asker, 'avoidInMatching', of(3).application, [of(1).id])
    const run = await made(coordinator, programme)
    expect(await pairsOf(run)).toEqual({
      [person(of(0).id)]: person(of(3).id),
      [person(of(1).id)]: person(of(2).id),
    })
    const told = await explained(run, of(0).id, of(2).id)
    expect(told).toMatchObject({ possible: false, reasons: [{ code: 'KEPT_APART' }] })
    expect(await explained(run, of(1).id, of(3).id)).toEqual(told)
    const kept = (await gateway.database.within(north, 'read', (tx) => inputOf(tx, north, rowOf(run)))) as MatchInput
    expect(JSON.stringify(kept)).not.toContain('notWith')
    expect(kept.facts?.keptApart).toHaveLength(2)
  })

  test('it holds against a draft too, and who said so is not told', async () => {
    const { programme, of } = await applied([mentee, mentor('writing')])
    const run = await made(coordinator, programme)
    await approved(run)
    await write(of(1).asker, 'avoidInMatching', of(1).application, [of(0).id])
    const changes = await coordinator.ask('query ($id: ID!) { matchRun(id: $id) { changes { kind person } } }', {
      id: run,
    })
    expect(changes.data.matchRun.changes).toEqual([{ kind: 'SOMETHING_STANDS_BETWEEN_PEOPLE', person: null }])
    expect(await publish(run)).toMatchObject({ code: 'input-changed' })
  })
})

describe('who may read and write a list', () => {
  const reading =
    'query ($id: ID!) { node(id: $id) { ... on Application { ranking { people version } notWith { people version } } } }'

  test('its author reads both, a coordinator the ranking, and nobody else either', async () => {
    const { of } = await applied([mentee, mentor('writing')])
    const { asker, application } = of(0)
    expect((await asker.ask(reading, { id: application })).data.node).toEqual({
      ranking: { people: [], version: 0 },
      notWith: { people: [], version: 0 },
    })
    await write(asker, 'rankInMatching', application, [of(1).id])
    await write(asker, 'avoidInMatching', application, [of(1).id])
    const list = { people: [person(of(1).id)], version: 1 }
    expect((await asker.ask(reading, { id: application })).data.node).toEqual({ ranking: list, notWith: list })
    expect((await coordinator.ask(reading, { id: application })).data.node).toEqual({ ranking: list, notWith: null })
    const steward = await gateway.signIn('data-steward')
    const seen = await steward.ask(reading, { id: application })
    expect(JSON.stringify(seen)).not.toContain(person(of(1).id))
    for (const stranger of [of(1).asker, await gateway.signIn('analyst'), await gateway.signIn('coordinator', 'south')])
      expect(JSON.stringify(await stranger.ask(reading, { id: application }))).not.toContain('people')
  })

  test('nobody writes it for somebody else, but a coordinator a ranking', async () => {
    const { of } = await applied([mentee, mentor('writing')])
    const { application } = of(0)
    const both = await gateway.signIn(['participant', 'coordinator'], 'north', await gateway.person('north'))
    expect(await write(both, 'avoidInMatching', application, [of(1).id])).toMatchObject({
      code: 'list-of-somebody-else',
    })
    expect(await write(both, 'rankInMatching', application, [of(1).id])).toMatchObject({ ranking: { version: 1 } })
    expect((await write(coordinator, 'avoidInMatching', application, [])).errors?.[0]?.extensions?.code).toBe(
      'FORBIDDEN',
    )
    expect(await write(of(1).asker, 'rankInMatching', application, [], 1)).toMatchObject({ code: 'not-found' })
    const southern = await gateway.signIn(['coordinator', 'participant'], 'south', await gateway.person('south'))
    expect(await write(southern, 'rankInMatching', application, [], 1)).toMatchObject({ code: 'not-found' })
    const southerner = globalId('Person', 'south', await gateway.person('south'))
    const across = await of(0).asker.ask(lists.rankInMatching, { a: application, people: [southerner], v: 1 })
    expect(across.data.rankInMatching).toMatchObject({ code: 'not-found', path: 'people' })
  })
})
