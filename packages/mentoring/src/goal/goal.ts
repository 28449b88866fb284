import { day, id, list, listed, type ObjectShape, object, optional, text } from '../shape/shape.ts'

/** Every state of a goal. */
export const goalStates = ['open', 'under-way', 'reached', 'dropped'] as const

/** Where a goal stands, as its owner says. */
export type GoalState = (typeof goalStates)[number]

/** That a goal came to stand so on a day. */
export interface GoalProgress {
  readonly on: string
  readonly state: GoalState
}

/** A step on the way to a goal. */
export interface Milestone {
  readonly id: string
  readonly title: string
  readonly doneOn?: string
}

/** What somebody wants to reach in a relationship; mentors have goals too. Its words are the owner's, and private at first. */
export interface Goal {
  readonly id: string
  readonly relationshipId: string
  readonly ownerId: string
  readonly title: string
  /** `shared` with the other participants, never with the programme. */
  readonly visibility: 'private' | 'shared'
  readonly setOn: string
  /** In the order of their days; empty: open since `setOn`. */
  readonly progress: readonly GoalProgress[]
  readonly milestones: readonly Milestone[]
}

/** The declared shape of a goal. */
export const goalShape: ObjectShape<Goal> = object<Goal>({
  id,
  relationshipId: id,
  ownerId: id,
  title: text(300),
  visibility: listed(['private', 'shared']),
  setOn: day,
  progress: list<GoalProgress>(object<GoalProgress>({ on: day, state: listed(goalStates) })),
  milestones: list<Milestone>(object<Milestone>({ id, title: text(300), doneOn: optional(day) })),
})

/** Gives where a goal stands: what its owner said last. */
export function stateOf({ progress }: Goal): GoalState {
  return progress.at(-1)?.state ?? 'open'
}
