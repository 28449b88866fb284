import type { AccountRole } from '../people/table.ts'

/** Roles that may read the inventory of practice, profiles of hallmarks and embeddedness: they name nobody. */
export const readsCulture: readonly AccountRole[] = ['coordinator', 'analyst', 'data-steward', 'administrator']
