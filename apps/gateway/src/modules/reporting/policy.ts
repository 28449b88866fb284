import { type AccountRole, accountRoles } from '../people/table.ts'

/** Roles that may read impact reports. */
export const readsReports: readonly AccountRole[] = ['coordinator', 'analyst', 'data-steward', 'administrator']

/** The role of a name, as a command line gives it. */
export function roleNamed(name: string): AccountRole | undefined {
  return accountRoles.find((role) => role === name)
}
