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
const joiner = async () => pair.personId(await gateway.person('north', { name: 'Test Joiner' }))
const transfer = (asker: Asker, given: Record<string, unknown>) =>
  asker
    .ask(
      `mutation ($relationship: ID!, $leaving: ID!, $joining: ID!, $on: Day!, $by: ID, $version: Int!, $key: String) {
        transferRelationship(relationship: $relationship, leaving: $leaving, joining: $joining, on: $on, by: $by, expectedVersion: $version, idempotencyKey: $key) {
          __typename ... on Relationship { id status version continuesId participants { role person { id } } } ... on Refusal { code path message }
        }
      }`,
      { leaving: pair.idOf(pair.mentor), on: '2026-02-01', version: 5, ...given },
    )
    .then((answer) => answer.data?.transferRelationship ?? answer)
const course = (asker: Asker, id: string, on = '2026-03-01') =>
  asker.ask(
    `query ($id: ID!, $on: Day!) { node(id: $id) { ... on Relationship {
      status continuesId statusOn(on: $on) periods { status from to } ending { reason on }
    } } }`,
    { id, on },
  )

describe('a transfer', () => {
  test('ends one relationship as reassigned and proposes the next, in one step', async () => {
    const { coordinator, mentee, idOf } = pair
    const [relationship, joining] = [await pair.relationship(), await joiner()]
    const next = await transfer(coordinator, { relationship, joining })
    expect(next).toMatchObject({ status: 'PROPOSED', version: 1, continuesId: relationship })
    expect(next.participants).toEqual([
      { role: 'MENTEE', person: { id: idOf(mentee) } },
      { role: 'MENTOR', person: { id: joining } },
    ])
    const left = (await course(coordinator, relationship)).data.node
    expect(left).toMatchObject({ status: 'ENDED', continuesId: null, statusOn: 'ENDED' })
    expect(left.periods.at(-1)).toEqual({ status: 'ENDED', from: '2026-02-01', to: null })
    expect((await course(coordinator, relationship, '2026-01-31')).data.node.statusOn).toBe('ACTIVE')
    expect((await course(coordinator, relationship, '2026-01-04')).data.node.statusOn).toBeNull()
  })

  test('whose second half is refused has no first half either', async () => {
    const { coordinator, mentee, idOf } = pair
    const [relationship, joining] = [await pair.relationship(), await joiner()]
    await coordinator.ask(
      'mutation ($a: ID!, $b: ID!) { recordConflict(personA: $a, personB: $b, kind: CLOSE_TIE, from: "2020-01-01") { __typename } }',
      { a: joining, b: idOf(mentee) },
    )
    expect(await transfer(coordinator, { relationship, joining })).toMatchObject({
      code: 'conflict-stands',
      path: 'joining',
    })
    expect(await transfer(coordinator, { relationship, joining: pair.personId(randomUUID()) })).toMatchObject({
      code: 'not-found',
    })
    expect((await course(coordinator, relationship)).data.node).toMatchObject({ status: 'ACTIVE', ending: null })
  })

  test('is refused where it makes no sense, at a stale version, and on a day to come', async () => {
    const { coordinator, mentee, stranger, idOf } = pair
    const [relationship, joining] = [await pair.relationship(), await joiner()]
    const refused = (given: Record<string, unknown>) => transfer(coordinator, { relationship, joining, ...given })
    expect(await refused({ leaving: idOf(mentee) })).toMatchObject({ code: 'role-not-held' })
    expect(await refused({ joining: idOf(mentee) })).toMatchObject({ code: 'already-a-participant' })
    expect(await refused({ version: 4 })).toMatchObject({ code: 'stale-version', path: 'expectedVersion' })
    expect(await refused({ on: '2026-03-03' })).toMatchObject({ code: 'day-in-the-future' })
    expect(await refused({ by: idOf(stranger) })).toMatchObject({ code: 'not-a-participant', path: 'by' })
    const proposed = await pair.relationship('proposed')
    expect(await transfer(coordinator, { relationship: proposed, joining, version: 1 })).toMatchObject({
      code: 'step-not-allowed',
    })
  })

  test('happens once for one key, and once of two at the same moment', async () => {
    const { coordinator } = pair
    const [relationship, joining, key] = [await pair.relationship(), await joiner(), randomUUID()]
    const first = await transfer(coordinator, { relationship, joining, key })
    expect(await transfer(coordinator, { relationship, joining, key })).toEqual(first)
    const other = await pair.relationship()
    const both = await Promise.all(
      [joining, await joiner()].map((one) => transfer(coordinator, { relationship: other, joining: one })),
    )
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Refusal', 'Relationship'])
  })

  test('is a coordinator’s or administrator’s, and of one’s own institution', async () => {
    const { mentor, steward, analyst, southern } = pair
    const [relationship, joining] = [await pair.relationship(), await joiner()]
    for (const asker of [mentor, steward, analyst])
      expect(codeOf(await transfer(asker, { relationship, joining }))).toBe('FORBIDDEN')
    const theirs = globalId('Person', 'south', southern.personId ?? '')
    expect(await transfer(southern, { relationship, joining: theirs, leaving: theirs })).toMatchObject({
      code: 'not-found',
      path: 'relationship',
    })
    expect(await transfer(pair.coordinator, { relationship, joining: theirs })).toMatchObject({
      code: 'not-found',
      path: 'joining',
    })
  })
})

describe('the course of a relationship', () => {
  test('tells every pause, and each day by the last step of that day', async () => {
    const { coordinator } = pair
    const id = await pair.relationship()
    await step(coordinator, id, { pause: { on: '2026-01-20', reason: 'ABSENCE' } })
    await step(coordinator, id, { resume: { on: '2026-02-01' } })
    await step(coordinator, id, { pause: { on: '2026-02-01', reason: 'OTHER' } })
    const { periods, statusOn } = (await course(coordinator, id, '2026-02-01')).data.node
    expect(periods.slice(3)).toEqual([
      { status: 'ACTIVE', from: '2026-01-12', to: '2026-01-20' },
      { status: 'PAUSED', from: '2026-01-20', to: '2026-02-01' },
      { status: 'ACTIVE', from: '2026-02-01', to: '2026-02-01' },
      { status: 'PAUSED', from: '2026-02-01', to: null },
    ])
    expect(statusOn).toBe('PAUSED')
  })

  test('is seen by whoever may see the relationship, and by nobody else', async () => {
    const id = await pair.relationship()
    for (const asker of [pair.mentor, pair.mentee, pair.steward])
      expect((await course(asker, id)).data.node.statusOn).toBe('ACTIVE')
    for (const asker of [pair.stranger, pair.analyst]) expect(codeOf(await course(asker, id))).toBe('FORBIDDEN')
    expect((await course(pair.southern, id)).data.node).toBeNull()
  })
})
