import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { goalAsOrigin } from '../../src/modules/mentoring/goal/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, testGateway } from '../harness/gateway.ts'
import { type Pair, pairIn } from '../harness/pair.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let pair: Pair
let relationship: string

beforeAll(async () => {
  gateway = await testGateway()
  pair = await pairIn(gateway)
  relationship = await pair.relationship()
})

const set = (asker: Asker, given: Record<string, unknown> = {}) =>
  asker
    .ask(
      `mutation ($relationship: ID!, $title: String!, $setOn: Day!, $key: String) {
        setGoal(relationship: $relationship, title: $title, setOn: $setOn, idempotencyKey: $key) {
          __typename ... on Goal { id title visibility stand setOn version ownerId progress { on } milestones { key } } ... on Refusal { code path }
        }
      }`,
      { relationship, title: 'Lead a module', setOn: '2026-02-01', ...given },
    )
    .then((answer) => answer.data?.setGoal ?? answer)

const advance = (asker: Asker, goal: string, step: object, version: number, key?: string) =>
  asker
    .ask(
      `mutation ($goal: ID!, $step: GoalStepInput!, $version: Int!, $key: String) {
        advanceGoal(goal: $goal, step: $step, expectedVersion: $version, idempotencyKey: $key) {
          __typename ... on Goal { visibility stand version progress { on state } milestones { key title doneOn } } ... on Refusal { code message path }
        }
      }`,
      { goal, step, version, key },
    )
    .then((answer) => answer.data?.advanceGoal ?? answer)

const node = (asker: Asker, id: string) =>
  asker.ask('query ($id: ID!) { node(id: $id) { ... on Goal { title } } }', { id })
const listed = (asker: Asker, id = relationship) =>
  asker.ask('query ($id: ID!) { node(id: $id) { ... on Relationship { goals(first: 100) { nodes { id } } } } }', { id })
const counts = (asker: Asker, id: string) =>
  asker.ask(
    'query ($id: ID!) { node(id: $id) { ... on Relationship { goalProgress { open underWay reached dropped milestones milestonesDone } } } }',
    { id },
  )
const codeOf = (answer: Awaited<ReturnType<Asker['ask']>>) => answer.errors?.[0]?.extensions?.code

describe('a goal', () => {
  test('is private and open when it is set, moves, and takes milestones', async () => {
    const { mentee, idOf } = pair
    const goal = await set(mentee)
    expect(goal).toMatchObject({
      title: 'Lead a module',
      visibility: 'PRIVATE',
      stand: 'OPEN',
      version: 1,
      ownerId: idOf(mentee),
      progress: [],
      milestones: [],
    })
    expect(await advance(mentee, goal.id, { move: { on: '2026-02-02', to: 'UNDER_WAY' } }, 1)).toMatchObject({
      stand: 'UNDER_WAY',
      version: 2,
    })
    const added = await advance(mentee, goal.id, { addMilestone: { on: '2026-02-03', title: 'Ask for it' } }, 2)
    const [{ key }] = added.milestones
    expect(await advance(mentee, goal.id, { reachMilestone: { on: '2026-02-04', key } }, 3)).toMatchObject({
      milestones: [{ key, title: 'Ask for it', doneOn: '2026-02-04' }],
    })
    expect(await advance(mentee, goal.id, { move: { on: '2026-02-20', to: 'REACHED' } }, 4)).toMatchObject({
      stand: 'REACHED',
      progress: [
        { on: '2026-02-02', state: 'UNDER_WAY' },
        { on: '2026-02-20', state: 'REACHED' },
      ],
    })
    expect(await advance(mentee, goal.id, { addMilestone: { on: '2026-02-20', title: 'More' } }, 5)).toMatchObject({
      code: 'goal-closed',
    })
  })

  test('is refused with a day to come, without words, and by a stale version', async () => {
    const { mentee } = pair
    expect(await set(mentee, { setOn: '2026-03-03' })).toMatchObject({ code: 'day-in-the-future', path: 'setOn' })
    expect(await set(mentee, { title: ' ' })).toMatchObject({ code: 'not-the-shape', path: 'title' })
    expect(await set(mentee, { title: 'x'.repeat(301) })).toMatchObject({ code: 'not-the-shape' })
    const { id } = await set(mentee)
    const share = { share: { on: '2026-02-02' } }
    await advance(mentee, id, share, 1)
    expect(await advance(mentee, id, share, 1)).toMatchObject({
      code: 'stale-version',
      message: expect.stringContaining('version 2'),
    })
    const keep = { keepPrivate: { on: '2026-02-03' } }
    const both = await Promise.all([advance(mentee, id, share, 2), advance(mentee, id, keep, 2)])
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Goal', 'Refusal'])
  })

  test('the same key gives one goal and one step', async () => {
    const key = randomUUID()
    const first = await set(pair.mentee, { key })
    expect((await set(pair.mentee, { key })).id).toBe(first.id)
    const once = randomUUID()
    const step = { addMilestone: { on: '2026-02-02', title: 'Once' } }
    const added = await advance(pair.mentee, first.id, step, 1, once)
    expect(await advance(pair.mentee, first.id, step, 1, once)).toEqual(added)
    expect(await set(pair.mentee, { key, title: 'Another' })).toMatchObject({ code: 'idempotency-key-reused' })
  })
})

describe('who may see it', () => {
  test('private: its owner, and not the other one of the pair', async () => {
    const { id } = await set(pair.mentee)
    expect((await node(pair.mentee, id)).data.node).toEqual({ title: 'Lead a module' })
    expect(codeOf(await node(pair.mentor, id))).toBe('FORBIDDEN')
    expect((await listed(pair.mentor)).data.node.goals.nodes).not.toContainEqual({ id })
    expect((await listed(pair.mentee)).data.node.goals.nodes).toContainEqual({ id })
    expect((await pair.mentee.ask('{ myGoals(first: 100) { nodes { id } } }')).data.myGoals.nodes).toContainEqual({
      id,
    })
    expect((await pair.mentor.ask('{ myGoals { nodes { id } } }')).data.myGoals.nodes).toEqual([])
    expect(await advance(pair.mentor, id, { share: { on: '2026-02-02' } }, 1)).toMatchObject({ code: 'not-found' })
  })

  test('shared: the pair, until the owner takes it back; only the owner changes it', async () => {
    const { mentee, mentor } = pair
    const { id } = await set(mentee)
    await advance(mentee, id, { share: { on: '2026-02-02' } }, 1)
    expect((await node(mentor, id)).data.node).toEqual({ title: 'Lead a module' })
    expect((await listed(mentor)).data.node.goals.nodes).toContainEqual({ id })
    expect(await advance(mentor, id, { move: { on: '2026-02-03', to: 'DROPPED' } }, 2)).toMatchObject({
      code: 'goal-not-own',
    })
    await advance(mentee, id, { keepPrivate: { on: '2026-02-03' } }, 2)
    expect(codeOf(await node(mentor, id))).toBe('FORBIDDEN')
    expect((await listed(mentor)).data.node.goals.nodes).not.toContainEqual({ id })
  })

  test('nobody else, whatever their role, also where it is shared', async () => {
    const { mentee, coordinator, stranger, steward, analyst, southern } = pair
    const { id } = await set(mentee)
    await advance(mentee, id, { share: { on: '2026-02-02' } }, 1)
    for (const asker of [coordinator, stranger, steward, analyst, await gateway.signIn('administrator')])
      expect(codeOf(await node(asker, id))).toBe('FORBIDDEN')
    expect((await node(southern, id)).data.node).toBeNull()
    for (const asker of [coordinator, steward]) {
      const answer = await listed(asker)
      expect(answer.data.node).toEqual({ goals: null })
      expect(codeOf(answer)).toBe('FORBIDDEN')
    }
    expect(await advance(stranger, id, { share: { on: '2026-02-02' } }, 2)).toMatchObject({ code: 'not-found' })
    expect(await advance(southern, id, { share: { on: '2026-02-02' } }, 2)).toMatchObject({ code: 'not-found' })
    expect(await set(stranger)).toMatchObject({ code: 'not-found' })
    expect(await set(southern)).toMatchObject({ code: 'not-found' })
    const busy = await gateway.signIn(['participant', 'coordinator'], 'north', await gateway.person('north'))
    expect(await set(busy)).toMatchObject({ code: 'goal-of-others' })
    expect(codeOf(await set(coordinator))).toBe('FORBIDDEN')
  })

  test('a coordinator sees how many stand how, private ones among them, and no word', async () => {
    const { mentee, mentor, coordinator, steward } = pair
    const id = await pair.relationship()
    const [first] = [await set(mentee, { relationship: id }), await set(mentor, { relationship: id, title: 'Listen' })]
    await advance(mentee, first.id, { addMilestone: { on: '2026-02-02', title: 'Ask' } }, 1)
    await advance(mentee, first.id, { move: { on: '2026-02-02', to: 'UNDER_WAY' } }, 2)
    expect((await counts(coordinator, id)).data.node.goalProgress).toEqual({
      ...{ open: 1, underWay: 1, reached: 0, dropped: 0 },
      ...{ milestones: 1, milestonesDone: 0 },
    })
    for (const asker of [mentee, mentor, steward]) {
      const answer = await counts(asker, id)
      expect(answer.data.node).toEqual({ goalProgress: null })
      expect(codeOf(answer)).toBe('FORBIDDEN')
    }
    const both = await gateway.signIn(['participant', 'coordinator'], 'north', mentor.personId)
    expect((await counts(both, id)).data.node).toEqual({ goalProgress: null })
  })
})

describe('as the origin of evidence', () => {
  test('its owner’s, from the day it was set to the day it came to stand so; nobody else’s', async () => {
    const { mentee, mentor } = pair
    const { id } = await set(mentee)
    const rowId = JSON.parse(Buffer.from(id, 'base64').toString().replace('Goal:', ''))[1]
    const origin = (personId: string | undefined, institution = 'north', goalId = rowId) =>
      gateway.database.within(institutionIdOf(institution), 'read', (tx) =>
        goalAsOrigin(tx, institutionIdOf(institution), goalId, personId ?? ''),
      )
    expect(await origin(mentee.personId)).toMatchObject({ id: rowId, fromDay: '2026-02-01', title: 'Lead a module' })
    await advance(mentee, id, { share: { on: '2026-02-02' } }, 1)
    await advance(mentee, id, { move: { on: '2026-02-20', to: 'REACHED' } }, 2)
    expect(await origin(mentee.personId)).toMatchObject({ fromDay: '2026-02-01', toDay: '2026-02-20' })
    expect(await origin(mentor.personId)).toBeUndefined()
    expect(await origin(mentee.personId, 'south')).toBeUndefined()
    expect(await origin(mentee.personId, 'north', randomUUID())).toBeUndefined()
  })
})

test('a page of goals has at most 100 rows: more are refused, never cut', async () => {
  const tooMany = await pair.mentee.ask(
    'query ($id: ID!) { node(id: $id) { ... on Relationship { goals(first: 101) { nodes { id } } } } }',
    { id: relationship },
  )
  expect(codeOf(tooMany)).toBe('BAD_USER_INPUT')
})
