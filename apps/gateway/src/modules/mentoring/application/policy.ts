import type { Viewer } from '../../../context.ts'
import { holdsAny, runsProgrammes } from '../../people/policy.ts'

/** Whether a viewer may know that somebody applied, and where they stand: they themselves, and whoever runs programmes. */
export function mayReadApplication(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, runsProgrammes)
}

/** Whether a viewer may read what somebody answered: they themselves, and coordinators, who match by it. Nobody else, whatever their role. */
export function mayReadAnswers(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, ['coordinator'])
}

/** Whether a viewer may apply, or withdraw, for somebody: for themselves, and a coordinator of what came on paper. */
export function mayApplyFor(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, ['coordinator'])
}
