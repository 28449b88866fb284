import type { Viewer } from '../../context.ts'
import { holdsAny } from '../people/policy.ts'
import type { AccountRole } from '../people/table.ts'

/** Roles that may read objectives, theories of change, plans, claims and estimates: they name nobody. */
export const readsEvaluation: readonly AccountRole[] = ['coordinator', 'analyst', 'data-steward', 'administrator']

/** Roles that may write objectives, theories of change and contribution claims. */
export const writesTheories: readonly AccountRole[] = ['coordinator', 'analyst', 'administrator']

/** Roles that may plan analyses, look at data and record estimates. */
export const analyses: readonly AccountRole[] = ['analyst', 'data-steward']

/** Roles that may bring in contracts from HR and take them away. */
export const keepsEmployment: readonly AccountRole[] = ['data-steward']

/** Whether a viewer may read contracts one by one: data stewards, and no analyst, whatever else they are. */
export function mayReadEmployment(viewer: Viewer): boolean {
  return holdsAny(viewer, keepsEmployment) && !viewer.roles.has('analyst')
}
