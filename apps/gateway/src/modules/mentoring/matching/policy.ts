import type { Viewer } from '../../../context.ts'
import { holdsAny } from '../../people/policy.ts'
import type { AccountRole } from '../../people/table.ts'

/** Roles that match people, and see who is matched with whom and why. */
export const matchesPeople: readonly AccountRole[] = ['coordinator']

/** Roles that know of match runs: of those who are not among the former only how groups fare, after disclosure control. */
export const knowsRuns: readonly AccountRole[] = ['coordinator', 'analyst', 'data-steward']

/** Whether a viewer may know of a run: whoever matches people of every one, others of those that were published. */
export function mayKnowRun(viewer: Viewer, { status }: { readonly status: string | null }): boolean {
  return holdsAny(viewer, matchesPeople) || (status === 'published' && holdsAny(viewer, knowsRuns))
}
