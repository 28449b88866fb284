import type { Viewer } from '../../../context.ts'
import { holdsAny } from '../../people/policy.ts'
import type { AccountRole } from '../../people/table.ts'

/** Roles that see what waits in a programme: coordinators, and nobody else. */
export const worksQueue: readonly AccountRole[] = ['coordinator']

/** Whether a viewer may record that a relationship was reviewed: its people, and a coordinator whom they told. */
export function mayRecordReview(viewer: Viewer, participantIds: readonly string[]): boolean {
  return holdsAny(viewer, worksQueue) || (viewer.personId !== null && participantIds.includes(viewer.personId))
}
