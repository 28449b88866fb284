import { beforeAll, expect, test } from 'vitest'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { made, programmeWith } from '../harness/matching.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
})

const needs = (...choices: string[]) => ({ role: 'mentee' as const, answers: { needs: choices } })
const offers = (...choices: string[]) => ({ role: 'mentor' as const, answers: { offers: choices } })

const pairsQuery = `query ($id: ID!) { matchRun(id: $id) { inputHash pairs(first: 100) { edges { node {
  mentee { id } mentor { id } pinned score menteeScore mentorScore reasons { ruleId side score weight missing } offer { id } } } } } }`
const pairsIn = async (id: string) =>
  (await coordinator.ask(pairsQuery, { id })).data.matchRun.pairs.edges.map(({ node }: { node: unknown }) => node)

test('a run matches who waits with who has places, and says why', async () => {
  const { programme, people } = await programmeWith(gateway, [
    needs('writing'),
    needs('grants'),
    offers('grants'),
    offers('writing'),
  ])
  const id = await made(coordinator, programme)
  const person = (at: number) => globalId('Person', 'north', people[at] ?? '')
  const pairs = await pairsIn(id)
  expect(
    pairs.map((pair: { mentee: { id: string }; mentor: { id: string } }) => [pair.mentee.id, pair.mentor.id]).sort(),
  ).toEqual(
    [
      [person(0), person(3)],
      [person(1), person(2)],
    ].sort(),
  )
  expect(pairs[0].reasons).toEqual([{ ruleId: 'topics', side: 'MENTEE', score: 1, weight: 2, missing: false }])
})
