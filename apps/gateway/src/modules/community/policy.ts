import type { Viewer } from '../../context.ts'
import { holdsAny, seesPeople } from '../people/policy.ts'
import type { AccountRole } from '../people/table.ts'

/** Roles that may read figures of communities, each under its own disclosure policy. */
export const readsCommunityFigures: readonly AccountRole[] = ['coordinator', 'analyst', 'data-steward', 'administrator']

/** Whether a viewer may see that somebody belongs to a community or took part in it: themselves, or a role that sees people. */
export function mayReadTakingPart(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, seesPeople)
}

/** Whether a viewer may record that somebody belongs or took part: themselves, or a coordinator. */
export function mayRecordTakingPart(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, ['coordinator'])
}
