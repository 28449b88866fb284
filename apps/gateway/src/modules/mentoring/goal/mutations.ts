import { builder } from '../../../builder.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Relationship } from '../graphql.ts'
import { advanceGoal, type OwnGoalStep, setGoal } from './commands.ts'
import { Goal, GoalStateEnum } from './graphql.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

const MoveInput = builder.inputType('MoveGoalInput', {
  description: 'Where the goal stands from a day.',
  fields: (t) => ({
    on: t.field({ type: 'Day', required: true }),
    to: t.field({ type: GoalStateEnum, required: true }),
  }),
})
const DayInput = builder.inputType('GoalDayInput', {
  description: 'The day of a step with a goal.',
  fields: (t) => ({ on: t.field({ type: 'Day', required: true }) }),
})
const AddMilestoneInput = builder.inputType('AddMilestoneInput', {
  description: 'A step on the way, in your own words.',
  fields: (t) => ({ on: t.field({ type: 'Day', required: true }), title: t.string({ required: true }) }),
})
const ReachMilestoneInput = builder.inputType('ReachMilestoneInput', {
  description: 'A step on the way that you took.',
  fields: (t) => ({ on: t.field({ type: 'Day', required: true }), key: t.string({ required: true }) }),
})
const StepInput = builder.inputType('GoalStepInput', {
  isOneOf: true,
  description: 'Exactly one step with a goal.',
  fields: (t) => ({
    move: t.field({ type: MoveInput }),
    share: t.field({ type: DayInput, description: 'Shows the goal to the others of the relationship.' }),
    keepPrivate: t.field({ type: DayInput, description: 'Takes the sharing back.' }),
    addMilestone: t.field({ type: AddMilestoneInput }),
    reachMilestone: t.field({ type: ReachMilestoneInput }),
  }),
})

builder.mutationFields((t) => ({
  setGoal: t.drizzleField({
    type: Goal,
    errors,
    authScopes: { anyOf: ['participant'] },
    description: 'Sets a goal of yours in a relationship. It is private until you share it.',
    args: {
      relationship: t.arg.globalID({ for: Relationship, required: true }),
      title: t.arg.string({ required: true, description: 'In your own words, at most 300 characters.' }),
      setOn: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { relationship, ...args }, context) => {
      const id = await setGoal(context, { ...args, relationshipId: ownId(context, relationship, 'relationship') })
      return present(await context.db.query.goal.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  advanceGoal: t.drizzleField({
    type: Goal,
    errors,
    authScopes: { anyOf: ['participant'] },
    description: 'Takes a step with a goal of yours.',
    args: {
      goal: t.arg.globalID({ for: Goal, required: true }),
      step: t.arg({ type: StepInput, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { goal, step, ...args }, context) => {
      const id = await advanceGoal(context, { ...args, goalId: ownId(context, goal, 'goal'), step: stepOf(step) })
      return present(await context.db.query.goal.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

function stepOf(step: typeof StepInput.$inferInput): OwnGoalStep {
  if (step.move) return { type: 'move', on: step.move.on, state: step.move.to }
  if (step.share) return { type: 'share', on: step.share.on }
  if (step.keepPrivate) return { type: 'keep-private', on: step.keepPrivate.on }
  if (step.addMilestone)
    return { type: 'add-milestone', on: step.addMilestone.on, title: step.addMilestone.title, id: '' }
  if (step.reachMilestone) return { type: 'reach-milestone', on: step.reachMilestone.on, id: step.reachMilestone.key }
  throw new TypeError('a one-of input without a value')
}
