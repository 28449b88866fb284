import type { Viewer } from '../../../context.ts'
import { holdsAny } from '../../people/policy.ts'
import type { AccountRole } from '../../people/table.ts'

/** Roles that say which stages there are, and who is at which. */
export const keepsCareers: readonly AccountRole[] = ['coordinator']

/** Roles that see how people went from stage to stage, as counts under the disclosure policy of the role. */
export const seesTransitions: readonly AccountRole[] = ['coordinator', 'analyst']

/** Whether a viewer may see the stages of somebody's career: they themselves, and coordinators. */
export function mayReadCareer(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, keepsCareers)
}
