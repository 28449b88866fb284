import type { Viewer } from '../../context.ts'
import { holdsAny } from '../people/policy.ts'
import { readsReports } from '../reporting/policy.ts'

/** Roles that may read a baseline project and all that came of it: whoever may read the figures that it rests on. */
export const readsBaselines = readsReports

/** Whether a viewer may read a recommendation, its course and what was done on it: readers of baselines, and whoever answers for it. */
export function mayReadRecommendation(viewer: Viewer, { ownerId }: { readonly ownerId: string }): boolean {
  return holdsAny(viewer, readsBaselines) || viewer.personId === ownerId
}
