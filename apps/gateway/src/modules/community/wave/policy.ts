import type { Viewer } from '../../../context.ts'

/**
 * Whether a viewer may see who is within a wave's boundary, to name them: whoever is asked there, and nobody else whatever their role.
 * `askedIds` are those within who are also the viewer.
 */
export function mayReadRoster(viewer: Viewer, askedIds: readonly string[]): boolean {
  return viewer.personId !== null && askedIds.includes(viewer.personId)
}
