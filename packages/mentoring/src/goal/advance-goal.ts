import { dateRefusal } from '../iso-date.ts'
import { peopleOf } from '../people/participant.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { parseShape } from '../shape/parse-shape.ts'
import { type Goal, type GoalState, goalShape, goalStates, stateOf } from './goal.ts'

/** What sets a goal. */
export type GoalInput = Pick<Goal, 'id' | 'ownerId' | 'title' | 'setOn'>

/** One dated step with a goal, by the person who takes it: only the owner may. */
export type GoalStep =
  | { readonly type: 'move'; readonly by: string; readonly on: string; readonly state: GoalState }
  | { readonly type: 'share' | 'keep-private'; readonly by: string; readonly on: string }
  | {
      readonly type: 'add-milestone'
      readonly by: string
      readonly on: string
      readonly id: string
      readonly title: string
    }
  | { readonly type: 'reach-milestone'; readonly by: string; readonly on: string; readonly id: string }

/**
 * Gives a goal of a participant: private and open.
 *
 * @example
 * ```ts
 * import { type Relationship, setGoal } from '@mentoring-commons/mentoring'
 *
 * const relationship: Relationship = { id: 'r1', kind: 'dyad', participants: [{ personId: 'ada', role: 'mentee' }], status: 'recorded' }
 * const goal = setGoal(relationship, { id: 'g1', ownerId: 'ada', title: 'Lead a module', setOn: '2026-02-01' })
 * 'value' in goal && goal.value.visibility //=> "private"
 * ```
 */
export function setGoal(relationship: Relationship, { id, ownerId, title, setOn }: GoalInput): Result<Goal> {
  const goal = {
    id,
    relationshipId: relationship.id,
    ownerId,
    title,
    visibility: 'private',
    setOn,
    progress: [],
    milestones: [],
  }
  const parsed = parseShape(goal, goalShape)
  if ('refusal' in parsed || peopleOf(relationship.participants).includes(ownerId)) return parsed
  const message = `"${ownerId}" does not take part in relationship "${relationship.id}": name a participant.`
  return refuse('not-a-participant', message, 'ownerId')
}

/**
 * Gives the goal after a step of its owner, as a new value. Sharing can be taken back at any time; a goal that was reached or
 * dropped may be moved again, and shared or not, but gets no milestone before it is moved.
 *
 * @example
 * ```ts
 * import { advanceGoal } from '@mentoring-commons/mentoring'
 *
 * const goal = { id: 'g1', relationshipId: 'r1', ownerId: 'ada', title: 'Lead a module', visibility: 'private' as const, setOn: '2026-02-01', progress: [], milestones: [] }
 * const shared = advanceGoal(goal, { type: 'share', by: 'ada', on: '2026-02-02' })
 * 'value' in shared && shared.value.visibility //=> "shared"
 * const other = advanceGoal(goal, { type: 'share', by: 'mia', on: '2026-02-02' })
 * 'refusal' in other && other.refusal.code //=> "goal-not-own"
 * ```
 */
export function advanceGoal(goal: Goal, step: GoalStep): Result<Goal> {
  const refusal = stepRefusal(goal, step)
  if (refusal) return { refusal }
  switch (step.type) {
    case 'move':
      if (!goalStates.includes(step.state)) {
        const message = `${JSON.stringify(step.state)} is no state of a goal: use one of ${goalStates.join(', ')}.`
        return refuse('not-the-shape', message, 'state')
      }
      return { value: { ...goal, progress: [...goal.progress, { on: step.on, state: step.state }] } }
    case 'share':
      return { value: { ...goal, visibility: 'shared' } }
    case 'keep-private':
      return { value: { ...goal, visibility: 'private' } }
    case 'add-milestone': {
      if (goal.milestones.some((one) => one.id === step.id)) {
        return refuse('id-taken', `The goal has a milestone "${step.id}": give another id.`, 'id')
      }
      return parseShape({ ...goal, milestones: [...goal.milestones, { id: step.id, title: step.title }] }, goalShape)
    }
    case 'reach-milestone':
      return reach(goal, step.id, step.on)
    default:
      throw new TypeError(`${JSON.stringify((step as GoalStep).type)} is no type of step with a goal`)
  }
}

function reach(goal: Goal, id: string, on: string): Result<Goal> {
  const milestone = goal.milestones.find((one) => one.id === id)
  if (milestone === undefined) return refuse('not-the-shape', `The goal has no milestone "${id}": add it first.`, 'id')
  if (milestone.doneOn !== undefined) {
    return refuse('already-done', `Milestone "${id}" was done on ${milestone.doneOn}: leave this step out.`, 'id')
  }
  const milestones = goal.milestones.map((one) => (one.id === id ? { ...one, doneOn: on } : one))
  return { value: { ...goal, milestones } }
}

function stepRefusal(goal: Goal, step: GoalStep): Refusal | undefined {
  if (step.by !== goal.ownerId) {
    const message = `"${step.by}" does not own goal "${goal.id}": only its owner changes it.`
    return refuse('goal-not-own', message, 'by').refusal
  }
  const wrong = dateRefusal(step.on, 'on')
  if (wrong) return wrong
  const latest = goal.progress.at(-1)?.on ?? goal.setOn
  if (step.on < latest) {
    return refuse('date-goes-back', `${step.on} is before ${latest}: give that day or a later one.`, 'on').refusal
  }
  const state = stateOf(goal)
  const adds = step.type === 'add-milestone' || step.type === 'reach-milestone'
  if (!adds || state === 'open' || state === 'under-way') return undefined
  return refuse('goal-closed', `The goal is ${state}: move it to under-way first.`, 'type').refusal
}
