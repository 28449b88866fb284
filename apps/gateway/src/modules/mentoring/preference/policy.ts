import type { Viewer } from '../../../context.ts'
import { holdsAny } from '../../people/policy.ts'

/** Whether a viewer may read and write whom somebody would rather have: they themselves, and coordinators, who match by it. */
export function mayRank(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, ['coordinator'])
}

/** Whether a viewer may read and write whom somebody will not be matched with: they themselves, and nobody else. */
export function mayAvoid(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId
}
