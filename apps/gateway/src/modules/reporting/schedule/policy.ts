import { exact } from '@mentoring-commons/reporting'
import { policyOf } from '../../people/policy.ts'
import type { AccountRole } from '../../people/table.ts'
import { readsReports } from '../policy.ts'

/** As whom a scheduled report is made: the policy of the roles that its account holds now; undefined where they may read none any more. */
export function policyNow(roles: ReadonlySet<AccountRole>): 'exact' | 'hesa' | undefined {
  if (!readsReports.some((role) => roles.has(role))) return undefined
  return policyOf(roles) === exact ? 'exact' : 'hesa'
}
