import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { referee } from './table.ts'

/** A row of a referee. */
export type RefereeRow = typeof referee.$inferSelect

/** The referees of a claim, in a stable order. */
export function refereesOf(tx: Transaction, institutionId: string, claimId: string): Promise<RefereeRow[]> {
  return tx
    .select()
    .from(referee)
    .where(and(eq(referee.institutionId, institutionId), eq(referee.claimId, claimId)))
    .orderBy(asc(referee.id))
}

/** The referee of an id. With `lock` nobody else changes it until this transaction ends. */
export async function loadReferee(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look',
): Promise<RefereeRow | undefined> {
  const select = tx
    .select()
    .from(referee)
    .where(and(eq(referee.institutionId, institutionId), eq(referee.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row
}

/** Stores a referee. */
export async function insertReferee(tx: Transaction, row: typeof referee.$inferInsert) {
  await tx.insert(referee).values(row)
}

/** Changes a referee that this transaction holds still. */
export async function updateReferee(
  tx: Transaction,
  institutionId: string,
  id: string,
  change: Partial<Omit<RefereeRow, 'institutionId' | 'id' | 'claimId'>>,
) {
  await tx
    .update(referee)
    .set(change)
    .where(and(eq(referee.institutionId, institutionId), eq(referee.id, id)))
}

/** Removes a referee of a claim that is worked at. */
export async function deleteReferee(tx: Transaction, institutionId: string, id: string) {
  await tx.delete(referee).where(and(eq(referee.institutionId, institutionId), eq(referee.id, id)))
}
