import type { Viewer } from '../../../context.ts'
import { holdsAny } from '../../people/policy.ts'
import type { ClaimStatus } from './table.ts'

/** Whether a viewer may see that a claim exists and how far it is: its owner, whoever reviews it, and coordinators. */
export function mayReadClaim(viewer: Viewer, ownerId: string, taskIds: readonly string[]): boolean {
  return mayReadSubmission(viewer, ownerId, taskIds) || seesProgress(viewer)
}

/** Whether a viewer sees how far claims are, and nothing of what is in them. */
export function seesProgress(viewer: Viewer): boolean {
  return holdsAny(viewer, ['coordinator', 'administrator'])
}

/** Whether a viewer may read what was submitted: its owner, and whoever has a part in the review now. */
export function mayReadSubmission(viewer: Viewer, ownerId: string, taskIds: readonly string[]): boolean {
  return viewer.personId !== null && (viewer.personId === ownerId || taskIds.includes(viewer.personId))
}

/** Whether a viewer may read the draft and change it: its owner, whatever the role of anybody else. */
export function mayDraft(viewer: Viewer, ownerId: string): boolean {
  return viewer.personId === ownerId
}

/** Whether a claim can still be worked at: before it is submitted, and while it is referred. */
export function isOpen(status: ClaimStatus): boolean {
  return status === 'draft' || status === 'referred'
}
