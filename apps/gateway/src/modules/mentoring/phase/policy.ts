import type { Viewer } from '../../../context.ts'
import { takesPart } from '../policy.ts'

/**
 * Whether a viewer may see and say in which phase a relationship is: its people, and nobody else whatever their role. It is
 * something for them to talk about, and no progress that a programme looks at.
 */
export function maySeePhases(viewer: Viewer, participantIds: readonly string[]): boolean {
  return takesPart(viewer, participantIds)
}
