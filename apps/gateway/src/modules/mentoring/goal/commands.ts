import { advanceGoal as advance, type GoalStep, setGoal as set } from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { refuseFuture, visibleRelationship } from '../commands.ts'
import { loadRelationship } from '../store.ts'
import { mayListGoals, mayReadGoal } from './policy.ts'
import { insertGoal, loadGoal, type StoredGoal, updateGoal } from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** A goal that the viewer sets for themselves in a relationship of theirs. */
export interface GoalInput extends Repeatable {
  readonly relationshipId: string
  readonly title: string
  readonly setOn: string
}

/** Sets a goal, private and open: its id. */
export function setGoal(context: Context, { idempotencyKey, ...input }: GoalInput): Promise<string> {
  const viewer = viewerOf(context)
  return once(context, { command: 'setGoal', idempotencyKey, input }, async (tx) => {
    const { state } = await visibleRelationship(context, tx, input.relationshipId)
    const people = state.participants.map(({ personId }) => personId)
    if (viewer.personId === null || !mayListGoals(viewer, people))
      throw new Refused({
        code: 'goal-of-others',
        message: 'the people of a relationship set their own goals in it, nobody else',
        path: 'relationship',
      })
    refuseFuture(context, input.setOn, 'setOn')
    const { title, setOn } = input
    const goal = accepted(set(state, { id: context.newId(), ownerId: viewer.personId, title, setOn }))
    await insertGoal(tx, viewer.institutionId, goal)
    return goal.id
  })
}

/** A step without the person who takes it, who is always the owner. */
export type OwnGoalStep = GoalStep extends infer Step ? (Step extends GoalStep ? Omit<Step, 'by'> : never) : never

/** A step with a goal of the viewer, and the version that it was decided on. */
export interface GoalStepInput extends Repeatable {
  readonly goalId: string
  readonly step: OwnGoalStep
  readonly expectedVersion: number
}

/** Takes a step with a goal: its id. */
export function advanceGoal(context: Context, { idempotencyKey, ...input }: GoalStepInput): Promise<string> {
  const { institutionId, personId } = viewerOf(context)
  return once(context, { command: 'advanceGoal', idempotencyKey, input }, async (tx) => {
    const stored = await visibleGoal(context, tx, input.goalId)
    refuseFuture(context, input.step.on, 'step')
    const named = input.step.type === 'add-milestone' ? { id: context.newId() } : {}
    const step = { ...input.step, ...named, by: personId ?? '' } as GoalStep
    if (stored.state.ownerId === personId && stored.version !== input.expectedVersion)
      throw new Refused({
        code: 'stale-version',
        message: `this goal was changed since you read it (it is at version ${stored.version} now); read it again and decide again`,
        path: 'expectedVersion',
      })
    const next = accepted(advance(stored.state, step))
    await updateGoal(tx, institutionId, next, stored.version + 1)
    return next.id
  })
}

/** A goal that the viewer may know of, held still; another one is answered as if it did not exist. */
async function visibleGoal(context: Context, tx: Tx, id: string): Promise<StoredGoal> {
  const viewer = viewerOf(context)
  const stored = await loadGoal(tx, viewer.institutionId, id, 'lock')
  if (stored === undefined) throw unknownId('Goal', 'goal')
  const relationship = await loadRelationship(tx, viewer.institutionId, stored.state.relationshipId, 'look')
  const people = relationship?.state.participants.map(({ personId }) => personId) ?? []
  if (!mayReadGoal(viewer, stored.state, people)) throw unknownId('Goal', 'goal')
  return stored
}
