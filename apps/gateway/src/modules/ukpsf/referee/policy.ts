import type { Viewer } from '../../../context.ts'
import { mayDraft, mayReadSubmission } from '../claim/policy.ts'

/** Whether a viewer may see who the referees are: the claimant, and whoever runs or does the review. */
export function mayReadReferees(viewer: Viewer, ownerId: string, taskIds: readonly string[]): boolean {
  return mayReadSubmission(viewer, ownerId, taskIds) || viewer.roles.has('coordinator')
}

/** Whether a viewer may read what referees wrote: whoever does the review, and not the claimant. */
export function mayReadStatements(viewer: Viewer, ownerId: string, taskIds: readonly string[]): boolean {
  return !mayDraft(viewer, ownerId) && mayReadSubmission(viewer, ownerId, taskIds)
}
