import { randomUUID } from 'node:crypto'
import { stageTransitions } from '@mentoring-commons/mentoring'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let person: Asker

const stages = [
  { code: 'early', title: 'Early career' },
  { code: 'new-role', title: 'Experienced, new to the role' },
  { code: 'senior', title: 'Senior' },
]
const codeOf = (answer: Awaited<ReturnType<Asker['ask']>>) => answer.errors?.[0]?.extensions?.code
const idOf = (asker: Asker) => globalId('Person', 'north', asker.personId ?? '')
const define = (asker: Asker, given: Record<string, unknown>) =>
  asker
    .ask(
      `mutation ($stages: [CareerStageInput!]!, $version: Int!, $key: String) {
        defineCareerStages(stages: $stages, expectedVersion: $version, idempotencyKey: $key) {
          __typename ... on CareerStages { version stages { code title } } ... on Refusal { code path }
        }
      }`,
      { stages, version: 0, ...given },
    )
    .then((answer) => answer.data?.defineCareerStages ?? answer)
const record = (asker: Asker, given: Record<string, unknown>) =>
  asker
    .ask(
      `mutation ($person: ID!, $from: Day!, $stage: String, $key: String) {
        recordCareerStage(person: $person, from: $from, stage: $stage, idempotencyKey: $key) {
          __typename ... on CareerSpell { from stage } ... on Refusal { code path }
        }
      }`,
      { person: idOf(person), from: '2024-09-01', stage: 'early', ...given },
    )
    .then((answer) => answer.data?.recordCareerStage ?? answer)
const correct = (asker: Asker, given: Record<string, unknown>) =>
  asker
    .ask(
      `mutation ($person: ID!, $from: Day!, $stage: String) {
        correctCareerStage(person: $person, from: $from, stage: $stage) { __typename ... on CareerSpell { from stage } ... on Refusal { code path } }
      }`,
      { person: idOf(person), from: '2024-09-01', ...given },
    )
    .then((answer) => answer.data?.correctCareerStage ?? answer)
const career = (asker: Asker, id: string, on?: string) =>
  asker.ask(
    'query ($id: ID!, $on: Day) { node(id: $id) { ... on Person { careerStages { from stage } careerStageOn(on: $on) } } }',
    { id, on },
  )
const moved = (asker: Asker, from: string, to: string) =>
  asker.ask(
    `query ($from: Day!, $to: Day!) { stageTransitions(from: $from, to: $to) {
      policy whole { people } transitions { from to people suppressed }
    } }`,
    { from, to },
  )

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  person = await gateway.signIn('participant', 'north', await gateway.person('north'))
})

describe('the stages of an institution', () => {
  test('come first, are versioned, and each is named once', async () => {
    expect((await coordinator.ask('{ careerStages { version } }')).data.careerStages).toBeNull()
    expect(await record(coordinator, {})).toMatchObject({ code: 'no-stages' })
    expect(await define(coordinator, { stages: [stages[0], stages[0]] })).toMatchObject({ code: 'stage-not-listed' })
    expect(await define(coordinator, { stages: [] })).toMatchObject({ code: 'not-the-shape' })
    const key = randomUUID()
    const first = await define(coordinator, { stages: stages.slice(0, 2), key })
    expect(first).toMatchObject({ version: 1, stages: stages.slice(0, 2) })
    expect(await define(coordinator, { stages: stages.slice(0, 2), key })).toEqual(first)
    expect(await define(coordinator, {})).toMatchObject({ code: 'stale-version', path: 'expectedVersion' })
    const two = await Promise.all([1, 2].map(() => define(coordinator, { version: 1 })))
    expect(two.map(({ __typename }) => __typename).sort()).toEqual(['CareerStages', 'Refusal'])
    expect((await person.ask('{ careerStages { version stages { code } } }')).data.careerStages).toEqual({
      version: 2,
      stages: stages.map(({ code }) => ({ code })),
    })
    const southern = await gateway.signIn('coordinator', 'south')
    expect((await southern.ask('{ careerStages { version } }')).data.careerStages).toBeNull()
  })
})

describe('a career', () => {
  test('is spells, each until the next; what is not known is null; a wrong one is corrected', async () => {
    expect(await record(coordinator, {})).toEqual({ __typename: 'CareerSpell', from: '2024-09-01', stage: 'early' })
    expect(await record(coordinator, {})).toMatchObject({ code: 'already-done' })
    expect(await record(coordinator, { from: '2025-01-01', stage: 'dean' })).toMatchObject({ code: 'stage-not-listed' })
    expect(await record(coordinator, { from: '2026-03-03' })).toMatchObject({ code: 'day-in-the-future' })
    expect(await record(coordinator, { person: globalId('Person', 'north', randomUUID()) })).toMatchObject({
      code: 'not-found',
    })
    const key = randomUUID()
    const later = { from: '2025-09-01', stage: 'senior', key }
    expect(await record(coordinator, later)).toEqual(await record(coordinator, later))
    await record(coordinator, { from: '2026-02-01', stage: undefined })
    expect(await correct(coordinator, { from: '2025-09-01', stage: 'new-role' })).toMatchObject({ stage: 'new-role' })
    expect(await correct(coordinator, { from: '2025-09-02', stage: 'senior' })).toMatchObject({
      code: 'no-stage-from-then',
    })
    expect(await correct(coordinator, { from: '2025-09-01', stage: 'dean' })).toMatchObject({
      code: 'stage-not-listed',
    })
    expect((await career(person, idOf(person), '2025-12-31')).data.node).toEqual({
      careerStages: [
        { from: '2024-09-01', stage: 'early' },
        { from: '2025-09-01', stage: 'new-role' },
        { from: '2026-02-01', stage: null },
      ],
      careerStageOn: 'new-role',
    })
    expect((await career(coordinator, idOf(person))).data.node.careerStageOn).toBeNull()
    expect((await career(coordinator, idOf(person), '2024-08-31')).data.node.careerStageOn).toBeNull()
  })

  test('is the person’s and the coordinators’ to see, and the coordinators’ to record', async () => {
    const other = await gateway.signIn('participant', 'north', await gateway.person('north'))
    for (const role of ['data-steward', 'administrator'] as const) {
      const answer = await career(await gateway.signIn(role), idOf(person))
      expect(answer.data.node, role).toEqual({ careerStages: null, careerStageOn: null })
      expect(codeOf(answer)).toBe('FORBIDDEN')
    }
    expect(codeOf(await career(other, idOf(person)))).toBe('FORBIDDEN')
    const southern = await gateway.signIn('coordinator', 'south')
    expect((await career(southern, idOf(person))).data.node).toBeNull()
    for (const asker of [person, await gateway.signIn('analyst'), await gateway.signIn('data-steward')]) {
      expect(codeOf(await record(asker, {}))).toBe('FORBIDDEN')
      expect(codeOf(await correct(asker, {}))).toBe('FORBIDDEN')
      expect(codeOf(await define(asker, {}))).toBe('FORBIDDEN')
    }
    expect(await record(southern, {})).toMatchObject({ code: 'not-found' })
  })
})

describe('transitions', () => {
  const spells: { personId: string; from: string; stage?: string }[] = [
    { personId: 'first', from: '2024-09-01', stage: 'early' },
    { personId: 'first', from: '2025-09-01', stage: 'new-role' },
    { personId: 'first', from: '2026-02-01' },
  ]

  beforeAll(async () => {
    for (let index = 0; index < 14; index++) {
      const personId = await gateway.person('north')
      const own = [
        { from: '2023-09-01', stage: 'early' },
        ...(index < 2 ? [] : [{ from: '2025-10-01', stage: 'senior' }]),
      ]
      for (const { from, stage } of own) {
        await record(coordinator, { person: globalId('Person', 'north', personId), from, stage })
        spells.push({ personId, from, stage })
      }
    }
  })

  test('are exact for a coordinator, and what the package counts', async () => {
    const people = [...new Set(spells.map(({ personId }) => personId))]
    const counted = stageTransitions(people, spells, { first: '2025-01-01', last: '2026-03-01' })
    const answer = (await moved(coordinator, '2025-01-01', '2026-03-01')).data.stageTransitions
    expect(answer).toMatchObject({ policy: 'exact', whole: { people: 15 } })
    const sorted = (rows: readonly { from?: string | null; to?: string | null; people: number }[]) =>
      rows.map(({ from, to, people: n }) => `${from ?? '-'} ${to ?? '-'} ${n}`).sort()
    expect(sorted(answer.transitions)).toEqual(sorted(counted))
    expect(sorted(answer.transitions)).toEqual(['early - 1', 'early early 2', 'early senior 12'])
  })

  test('are disclosed to an analyst: rounded, with small groups no different from none', async () => {
    const analyst = await gateway.signIn('analyst')
    const answer = (await moved(analyst, '2025-01-01', '2026-03-01')).data.stageTransitions
    expect(answer).toMatchObject({ policy: 'hesa', whole: { people: 15 } })
    expect(answer.transitions).toEqual([{ from: 'early', to: 'senior', people: 10, suppressed: null }])
    const both = await gateway.signIn(['analyst', 'coordinator'])
    expect((await moved(both, '2025-01-01', '2026-03-01')).data.stageTransitions.policy).toBe('hesa')
  })

  test('are nobody else’s, need days in order, and are of one institution', async () => {
    for (const role of ['participant', 'data-steward', 'administrator', 'assessor'] as const)
      expect(codeOf(await moved(await gateway.signIn(role), '2025-01-01', '2026-01-01')), role).toBe('FORBIDDEN')
    expect(codeOf(await moved(coordinator, '2026-01-01', '2025-01-01'))).toBe('BAD_USER_INPUT')
    const southern = await gateway.signIn('coordinator', 'south')
    expect((await moved(southern, '2025-01-01', '2026-01-01')).data.stageTransitions).toMatchObject({
      whole: { people: 0 },
      transitions: [],
    })
  })
})
