import type { Viewer } from '../../../context.ts'
import type { AccountRole } from '../../people/table.ts'

/** Roles that may read how relationships are read on the whole, each under its own disclosure policy. */
export const readsDimensions: readonly AccountRole[] = ['coordinator', 'analyst', 'data-steward', 'administrator']

/** Whether a viewer may see a reading: whoever gave it, and nobody else whatever their role, the other party included. */
export function mayReadReading(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId
}
