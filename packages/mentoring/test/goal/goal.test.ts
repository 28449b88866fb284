import { expect, test } from 'vitest'
import {
  advanceGoal,
  type Goal,
  type GoalStep,
  goalCounts,
  goalSeenBy,
  goalStates,
  parseStored,
  setGoal,
} from '../../src/index.ts'
import { codeOf, made } from '../demo.ts'
import { active } from '../life.ts'

const goal = made(setGoal(active, { id: 'g1', ownerId: 'ada', title: 'Lead a secret module', setOn: '2026-02-01' }))
const on = '2026-02-10'
const take = (from: Goal, ...steps: object[]) =>
  steps.reduce<Goal>((now, step) => made(advanceGoal(now, { by: 'ada', on, ...step } as GoalStep)), from)
const code = (from: Goal, step: object) => codeOf(advanceGoal(from, { by: 'ada', on, ...step } as GoalStep))

test('a goal is private and open at first, of a participant, mentors too', () => {
  expect(goal).toMatchObject({ visibility: 'private', progress: [], milestones: [] })
  expect(codeOf(setGoal(active, { id: 'g2', ownerId: 'mia', title: 'Listen', setOn: on }))).toBeUndefined()
  expect(codeOf(setGoal(active, { id: 'g2', ownerId: 'zoe', title: 'Listen', setOn: on }))).toBe('not-a-participant')
  expect(codeOf(setGoal(active, { id: 'g2', ownerId: 'ada', title: ' ', setOn: on }))).toBe('not-the-shape')
  expect(codeOf(setGoal(active, { id: 'g2', ownerId: 'ada', title: 'x'.repeat(301), setOn: on }))).toBe('not-the-shape')
})

test('no word of a goal reaches a coordinator or anybody else, shared or not; the pair sees it once it is shared', () => {
  const milestones = { type: 'add-milestone', id: 's1', title: 'Ask the secret dean' }
  for (const one of [take(goal, milestones), take(goal, milestones, { type: 'share' })]) {
    const seen = goalSeenBy(one, 'coordinator')
    expect(seen).toEqual({ state: 'open', milestonesDone: 0, milestones: 1 })
    expect(JSON.stringify(seen)).not.toMatch(/secret|ada|g1|r1/)
    expect(goalSeenBy(one, 'other')).toBeUndefined()
    expect(goalSeenBy(one, 'line-manager' as 'other')).toBeUndefined()
    expect(goalSeenBy(one, 'owner')).toBe(one)
  }
  expect(goalSeenBy(goal, 'participant')).toBeUndefined()
  const shared = take(goal, { type: 'share' })
  expect(goalSeenBy(shared, 'participant')).toBe(shared)
  expect(goalSeenBy(take(shared, { type: 'keep-private' }), 'participant')).toBeUndefined()
})

test('only the owner changes a goal', () => {
  for (const step of [
    { type: 'move', state: 'reached' },
    { type: 'share' },
    { type: 'keep-private' },
    { type: 'add-milestone', id: 's', title: 'S' },
    { type: 'reach-milestone', id: 's' },
  ]) {
    expect(code(goal, { ...step, by: 'mia' })).toBe('goal-not-own')
  }
})

test('progress is dated and never goes back in time, but may go back in state', () => {
  const moved = take(goal, { type: 'move', state: 'reached' }, { type: 'move', state: 'under-way', on: '2026-03-01' })
  expect(moved.progress).toEqual([
    { on, state: 'reached' },
    { on: '2026-03-01', state: 'under-way' },
  ])
  expect(code(moved, { type: 'move', state: 'open', on: '2026-02-28' })).toBe('date-goes-back')
  expect(code(goal, { type: 'move', state: 'open', on: '2026-01-31' })).toBe('date-goes-back')
  expect(code(goal, { type: 'move', state: 'failed' })).toBe('not-the-shape')
  expect(code(goal, { type: 'move', state: 'open', on: '10.2.2026' })).toBe('date-not-iso')
  expect(() => code(goal, { type: 'rate' })).toThrow(/"rate"/)
  expect(parseStored('goal', JSON.parse(JSON.stringify(moved)))).toEqual({ value: moved })
})

test('milestones are added to what is not closed, reached once, and counted', () => {
  const two = take(
    goal,
    { type: 'add-milestone', id: 's1', title: 'One' },
    { type: 'add-milestone', id: 's2', title: 'Two' },
  )
  const one = take(two, { type: 'reach-milestone', id: 's2' })
  expect(goalSeenBy(one, 'coordinator')).toEqual({ state: 'open', milestonesDone: 1, milestones: 2 })
  expect(code(one, { type: 'reach-milestone', id: 's2' })).toBe('already-done')
  expect(code(one, { type: 'reach-milestone', id: 's3' })).toBe('not-the-shape')
  expect(code(one, { type: 'add-milestone', id: 's1', title: 'Again' })).toBe('id-taken')
  expect(code(one, { type: 'add-milestone', id: 's3', title: '' })).toBe('not-the-shape')
  for (const state of ['reached', 'dropped']) {
    const closed = take(one, { type: 'move', state })
    expect(code(closed, { type: 'reach-milestone', id: 's1' })).toBe('goal-closed')
    expect(code(closed, { type: 'share' })).toBeUndefined()
    expect(
      code(take(closed, { type: 'move', state: 'under-way' }), { type: 'reach-milestone', id: 's1' }),
    ).toBeUndefined()
  }
})

test('counts name every state', () => {
  const all = goalStates.map((state) => take(goal, { type: 'move', state }))
  expect(goalCounts([...all, goal])).toEqual({ open: 2, 'under-way': 1, reached: 1, dropped: 1 })
})
