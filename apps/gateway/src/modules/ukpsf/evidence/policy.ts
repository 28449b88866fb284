import type { Viewer } from '../../../context.ts'

/** Whether a viewer may see a piece of evidence: its owner, and whoever the owner asked for their word on it. */
export function mayReadEvidence(viewer: Viewer, ownerId: string, askedIds: readonly string[]): boolean {
  return viewer.personId !== null && (viewer.personId === ownerId || askedIds.includes(viewer.personId))
}

/** Whether a viewer may change a piece of evidence: its owner, and nobody for them. */
export function mayChangeEvidence(viewer: Viewer, ownerId: string): boolean {
  return viewer.personId === ownerId
}
