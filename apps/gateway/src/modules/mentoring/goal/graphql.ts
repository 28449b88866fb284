import { type GoalState, goalCounts, goalSeenBy, goalStates, type Milestone } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { Relationship } from '../graphql.ts'
import { mayListGoals, mayReadGoal, maySeeGoalProgress } from './policy.ts'

export const GoalStateEnum = builder.enumType('GoalState', {
  description: 'Where a goal stands, as its owner says.',
  values: enumValues<GoalState>(goalStates),
})
const GoalVisibilityEnum = builder.enumType('GoalVisibility', {
  description: 'SHARED with the others of the relationship; never with the programme.',
  values: enumValues(['private', 'shared']),
})

const MilestoneType = builder.objectRef<Milestone>('Milestone').implement({
  description: 'A step on the way to a goal.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Send it with reachMilestone.' }),
    title: t.exposeString('title'),
    doneOn: t.field({ type: 'Day', nullable: true, resolve: ({ doneOn }) => doneOn ?? null }),
  }),
})

const Progress = builder.objectRef<{ on: string; state: GoalState }>('GoalProgress').implement({
  description: 'That a goal came to stand so on a day.',
  fields: (t) => ({ on: t.expose('on', { type: 'Day' }), state: t.expose('state', { type: GoalStateEnum }) }),
})

export const Goal = builder.drizzleNode('goal', {
  name: 'Goal',
  description:
    'What somebody wants to reach in a relationship, in their own words: theirs, and once they share it the pair’s.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: {
    columns: { institutionId: true, id: true, ownerId: true, visibility: true },
    with: { relationship: { columns: {}, with: { participants: { columns: { personId: true } } } } },
  },
  authScopes: ({ relationship, ...goal }, context) =>
    context.viewer !== null && mayReadGoal(context.viewer, goal, peopleOf(relationship)),
  fields: (t) => ({
    title: t.string({ select: { columns: { state: true } }, resolve: ({ state }) => state.title }),
    ownerId: t.id({ resolve: ({ institutionId, ownerId }) => globalIdOf('Person', institutionId, ownerId) }),
    visibility: t.expose('visibility', { type: GoalVisibilityEnum }),
    stand: t.expose('stand', { type: GoalStateEnum }),
    setOn: t.expose('setOn', { type: 'Day' }),
    progress: t.field({
      type: [Progress],
      description: 'How it came to stand as it does, in order. Empty: open since it was set.',
      select: { columns: { state: true } },
      resolve: ({ state }) => [...state.progress],
    }),
    milestones: t.field({
      type: [MilestoneType],
      select: { columns: { state: true } },
      resolve: ({ state }) => [...state.milestones],
    }),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next step.' }),
    relationship: t.relation('relationship', { type: Relationship }),
  }),
})

interface Counted {
  readonly counts: Readonly<Record<GoalState, number>>
  readonly milestones: number
  readonly milestonesDone: number
}

const GoalCounts = builder.objectRef<Counted>('GoalCounts').implement({
  description: 'How many goals stand how, private ones among them, without a word of them or of whose they are.',
  fields: (t) => ({
    open: t.int({ resolve: ({ counts }) => counts.open }),
    underWay: t.int({ resolve: ({ counts }) => counts['under-way'] }),
    reached: t.int({ resolve: ({ counts }) => counts.reached }),
    dropped: t.int({ resolve: ({ counts }) => counts.dropped }),
    milestones: t.exposeInt('milestones'),
    milestonesDone: t.exposeInt('milestonesDone'),
  }),
})

builder.drizzleObjectFields(Relationship, (t) => ({
  goals: t.relatedConnection('goals', {
    nullable: true,
    complexity: pageCost,
    // The plugin types this parent as the row of the page; it is the relationship.
    authScopes: (row, _args, context) =>
      context.viewer !== null && mayListGoals(context.viewer, peopleOf(row as unknown as People)),
    description: 'Your own goals, and those that the others have shared with you.',
    query: (_args, context) => ({
      where: { OR: [{ ownerId: viewerOf(context).personId ?? nobody }, { visibility: 'shared' as const }] },
      orderBy: { setOn: 'asc' as const, id: 'asc' as const },
    }),
  }),
  goalProgress: t.field({
    type: GoalCounts,
    nullable: true,
    authScopes: ({ participants }, _args, context) =>
      context.viewer !== null && maySeeGoalProgress(context.viewer, peopleOf({ participants })),
    description: 'How many goals stand how: for coordinators, and nothing else of any goal is.',
    select: { with: { goalStates: { columns: { state: true } } } },
    resolve: ({ goalStates: rows }) => {
      const states = rows.map(({ state }) => state)
      const seen = states.map((state) => goalSeenBy(state, 'coordinator'))
      return {
        counts: goalCounts(states),
        milestones: seen.reduce((sum, one) => sum + one.milestones, 0),
        milestonesDone: seen.reduce((sum, one) => sum + one.milestonesDone, 0),
      }
    },
  }),
}))

builder.queryField('myGoals', (t) =>
  t.drizzleConnection({
    type: 'goal',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'Your own goals, in all your relationships.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      return context.db.query.goal.findMany(
        query({ where: { institutionId, ownerId: personId ?? nobody }, orderBy: { setOn: 'asc', id: 'asc' } }),
      )
    },
  }),
)

const nobody = '00000000-0000-0000-0000-000000000000'

interface People {
  readonly participants: readonly { readonly personId: string }[]
}

function peopleOf({ participants }: People) {
  return participants.map(({ personId }) => personId)
}
