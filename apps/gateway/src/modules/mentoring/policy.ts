import type { Viewer } from '../../context.ts'
import { holdsAny, seesPeople } from '../people/policy.ts'

/** Whether a viewer may see that a relationship exists, between whom, and where it stands. */
export function mayReadRelationship(viewer: Viewer, participantIds: readonly string[]): boolean {
  return takesPart(viewer, participantIds) || holdsAny(viewer, seesPeople)
}

/** Whether a viewer may see which topics a meeting had: the pair, and nobody else whatever their role. */
export function mayReadTopics(viewer: Viewer, participantIds: readonly string[]): boolean {
  return takesPart(viewer, participantIds)
}

/** Whether a viewer may record a meeting: the people who met. */
export function mayRecordMeeting(viewer: Viewer, participantIds: readonly string[]): boolean {
  return takesPart(viewer, participantIds)
}

/**
 * Whether a viewer may record a step: the person who takes it, or a coordinator, who records what people said on paper or
 * what the programme itself does. Who recorded it is kept beside the step.
 */
export function mayRecordStep(viewer: Viewer, participantIds: readonly string[], by: string | undefined): boolean {
  if (holdsAny(viewer, ['coordinator'])) return true
  return by !== undefined && by === viewer.personId && participantIds.includes(by)
}

/** Whether a viewer is one of the people of a relationship. */
export function takesPart(viewer: Viewer, participantIds: readonly string[]): boolean {
  return viewer.personId !== null && participantIds.includes(viewer.personId)
}
