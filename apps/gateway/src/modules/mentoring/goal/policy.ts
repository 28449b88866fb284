import type { Viewer } from '../../../context.ts'
import { holdsAny } from '../../people/policy.ts'
import { takesPart } from '../policy.ts'

/** What decides who may see a goal. */
export interface GoalFacts {
  readonly ownerId: string
  readonly visibility: 'private' | 'shared'
}

/** Whether a viewer may see a goal: its owner, and once it is shared the others of the relationship; nobody else whatever their role. */
export function mayReadGoal(
  viewer: Viewer,
  { ownerId, visibility }: GoalFacts,
  participantIds: readonly string[],
): boolean {
  return viewer.personId === ownerId || (visibility === 'shared' && takesPart(viewer, participantIds))
}

/** Whether a viewer may list the goals of a relationship, each as they may see it: its people. */
export function mayListGoals(viewer: Viewer, participantIds: readonly string[]): boolean {
  return takesPart(viewer, participantIds)
}

/**
 * Whether a viewer may see how goals stand without a word of them: coordinators. One who takes part is no coordinator here, because the
 * counts would tell them of the others' private goals.
 */
export function maySeeGoalProgress(viewer: Viewer, participantIds: readonly string[]): boolean {
  return holdsAny(viewer, ['coordinator']) && !takesPart(viewer, participantIds)
}
