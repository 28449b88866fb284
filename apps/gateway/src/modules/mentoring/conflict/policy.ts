import type { AccountRole } from '../../people/table.ts'

/** Roles that know of conflicts and lines of management: whoever brings people together, and nobody else. */
export const knowsConflicts: readonly AccountRole[] = ['coordinator']
