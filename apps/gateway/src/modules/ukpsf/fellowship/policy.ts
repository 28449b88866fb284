import type { Viewer } from '../../../context.ts'
import { holdsAny, seesPeople } from '../../people/policy.ts'
import type { AccountRole } from '../../people/table.ts'

/** Roles that follow up the good standing of fellows. */
export const followsStanding: readonly AccountRole[] = ['coordinator', 'administrator', 'data-steward']

/** Whether a viewer may see which fellowships somebody holds: themselves, whoever runs programmes, and data stewards. */
export function mayReadFellowships(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, seesPeople)
}
