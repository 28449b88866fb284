import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { type AccountRole, roleGrant } from '../../people/table.ts'
import { reportSchedule } from './table.ts'

/** Stores a schedule. */
export async function insertSchedule(tx: Transaction, row: typeof reportSchedule.$inferInsert): Promise<void> {
  await tx.insert(reportSchedule).values(row)
}

/** The schedule of an id; with `lock` held still until this transaction ends. */
export async function findSchedule(tx: Transaction, institutionId: string, id: string, lock: 'lock' | 'look' = 'look') {
  const select = tx
    .select()
    .from(reportSchedule)
    .where(and(eq(reportSchedule.institutionId, institutionId), eq(reportSchedule.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row
}

/** Pauses a schedule, or lets it go on. */
export async function updateSchedule(
  tx: Transaction,
  institutionId: string,
  id: string,
  change: { readonly paused: boolean; readonly version: number },
): Promise<void> {
  await tx
    .update(reportSchedule)
    .set(change)
    .where(and(eq(reportSchedule.institutionId, institutionId), eq(reportSchedule.id, id)))
}

/** The roles that an account holds now; none where there is no such account any more. */
export async function rolesNow(
  tx: Transaction,
  institutionId: string,
  accountId: string,
): Promise<ReadonlySet<AccountRole>> {
  const rows = await tx
    .select({ role: roleGrant.role })
    .from(roleGrant)
    .where(and(eq(roleGrant.institutionId, institutionId), eq(roleGrant.accountId, accountId)))
  return new Set(rows.map(({ role }) => role))
}
