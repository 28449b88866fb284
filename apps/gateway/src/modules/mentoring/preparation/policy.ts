import type { Viewer } from '../../../context.ts'
import { holdsAny } from '../../people/policy.ts'
import type { AccountRole } from '../../people/table.ts'

/** Roles that record who was trained, briefed and supervised. */
export const recordsPreparation: readonly AccountRole[] = ['coordinator']

/** Whether a viewer may see how somebody was prepared: they themselves, and coordinators. */
export function mayReadPreparation(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, recordsPreparation)
}

/** Whether a viewer may see a supervision session: who was there, and coordinators. */
export function mayReadSupervision(viewer: Viewer, there: readonly string[]): boolean {
  return holdsAny(viewer, recordsPreparation) || (viewer.personId !== null && there.includes(viewer.personId))
}

/** Whether a viewer may see which mentors were there: coordinators, and the supervisor. A mentor sees that they were. */
export function mayReadMentors(viewer: Viewer, supervisorId: string): boolean {
  return holdsAny(viewer, recordsPreparation) || viewer.personId === supervisorId
}
