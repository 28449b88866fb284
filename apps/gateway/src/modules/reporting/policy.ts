import { type DisclosurePolicy, exact, hesa } from '@mentoring-commons/reporting'
import { type AccountRole, accountRoles } from '../people/table.ts'

/** Roles that may read impact reports. */
export const readsReports: readonly AccountRole[] = ['coordinator', 'analyst', 'data-steward', 'administrator']

/**
 * The disclosure policy of somebody with these roles: exact counts for whoever runs the programme or answers for its data, the
 * HESA rules for everybody else. An analyst stays one whatever other role they hold: exact counts must not reach an analysis.
 */
export function policyOf(roles: ReadonlySet<AccountRole>): DisclosurePolicy {
  if (roles.has('analyst')) return hesa
  return roles.has('coordinator') || roles.has('data-steward') ? exact : hesa
}

/** The role of a name, as a command line gives it. */
export function roleNamed(name: string): AccountRole | undefined {
  return accountRoles.find((role) => role === name)
}
