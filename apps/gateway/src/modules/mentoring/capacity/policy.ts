import type { Viewer } from '../../../context.ts'
import { holdsAny, runsProgrammes } from '../../people/policy.ts'

/** Whether a viewer may say how many relationships somebody carries: they themselves, or a coordinator who asked them. */
export function maySetCapacity(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, ['coordinator'])
}

/** Whether a viewer may see how much room somebody has: they themselves, and whoever runs programmes. */
export function mayReadCapacity(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, runsProgrammes)
}
