import { type Goal, type GoalState, goalStates, stateOf } from './goal.ts'

/**
 * Who looks at a goal: its owner, another participant of the relationship, a coordinator of the programme, or anybody else,
 * among them a line manager.
 */
export type GoalViewer = 'owner' | 'participant' | 'coordinator' | 'other'

/** The progress of a goal without a word of it. */
export interface GoalProgressSeen {
  readonly state: GoalState
  readonly milestonesDone: number
  readonly milestones: number
}

/**
 * Gives a goal as somebody may see it: whole to its owner and, once the owner has shared it, to the other participants; its
 * progress without a word of it, and without its owner, to a coordinator; nothing to anybody else.
 *
 * @example
 * ```ts
 * import { goalSeenBy } from '@mentoring-commons/mentoring'
 *
 * const goal = { id: 'g1', relationshipId: 'r1', ownerId: 'ada', title: 'Lead a module', visibility: 'private' as const, setOn: '2026-02-01', progress: [], milestones: [] }
 * goalSeenBy(goal, 'coordinator') //=> { "state": "open", "milestonesDone": 0, "milestones": 0 }
 * goalSeenBy(goal, 'participant') //=> undefined
 * ```
 */
export function goalSeenBy(goal: Goal, viewer: 'coordinator'): GoalProgressSeen
export function goalSeenBy(goal: Goal, viewer: GoalViewer): Goal | GoalProgressSeen | undefined
export function goalSeenBy(goal: Goal, viewer: GoalViewer): Goal | GoalProgressSeen | undefined {
  switch (viewer) {
    case 'owner':
      return goal
    case 'participant':
      return goal.visibility === 'shared' ? goal : undefined
    case 'coordinator': {
      const milestonesDone = goal.milestones.filter((one) => one.doneOn !== undefined).length
      return { state: stateOf(goal), milestonesDone, milestones: goal.milestones.length }
    }
    default:
      return undefined
  }
}

/**
 * Gives how many goals stand how, every state named.
 *
 * @example
 * ```ts
 * import { goalCounts } from '@mentoring-commons/mentoring'
 *
 * goalCounts([]) //=> { "open": 0, "under-way": 0, "reached": 0, "dropped": 0 }
 * ```
 */
export function goalCounts(goals: readonly Goal[]): Readonly<Record<GoalState, number>> {
  const count = (state: GoalState) => goals.filter((goal) => stateOf(goal) === state).length
  return Object.fromEntries(goalStates.map((state) => [state, count(state)])) as Record<GoalState, number>
}
