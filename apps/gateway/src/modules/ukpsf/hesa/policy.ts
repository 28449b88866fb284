import type { Viewer } from '../../../context.ts'
import { holdsAny } from '../../people/policy.ts'
import type { AccountRole } from '../../people/table.ts'

/** Roles that may read the figures of the return, each under its own disclosure policy. */
export const readsReturn: readonly AccountRole[] = ['coordinator', 'analyst', 'data-steward', 'administrator']

/** Whether a viewer may read the codes of people one by one: coordinators and data stewards, and no analyst, whatever else they are. */
export function mayReadCodes(viewer: Viewer): boolean {
  return holdsAny(viewer, ['coordinator', 'data-steward']) && !viewer.roles.has('analyst')
}
