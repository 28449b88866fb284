import type { Viewer } from '../../context.ts'
import { holdsAny, runsProgrammes } from '../people/policy.ts'

/** Whether a viewer may see that this person is invited: they themselves, and whoever runs the programme. Whether they answered, only they see. */
export function mayReadInvitation(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, runsProgrammes)
}
