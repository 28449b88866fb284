import type { Ledger } from '@mentoring-commons/reporting'
import { and, eq, sql } from 'drizzle-orm'
import { rowsOf, type Transaction } from '../../../db/database.ts'
import { disclosureLedger } from './table.ts'

/** Which ledger: of one table of a dataset. */
export interface LedgerKey {
  readonly institutionId: string
  readonly dataset: string
  readonly tableName: string
}

/** The ledger of a table, if there is one; locked until the transaction ends where it is to be changed. */
export async function findLedger(tx: Transaction, key: LedgerKey, locked: boolean): Promise<Ledger | undefined> {
  const query = tx.select({ ledger: disclosureLedger.ledger }).from(disclosureLedger).where(ofKey(key))
  const [row] = await (locked ? query.for('update') : query)
  return row?.ledger
}

/** Keeps a first ledger; where somebody else was first, theirs stays. */
export async function insertLedger(tx: Transaction, key: LedgerKey, ledger: Ledger): Promise<void> {
  await tx
    .insert(disclosureLedger)
    .values({ ...key, ledger })
    .onConflictDoNothing()
}

/** Keeps a renewed ledger in the place of a locked one. */
export async function updateLedger(tx: Transaction, key: LedgerKey, ledger: Ledger): Promise<void> {
  await tx.update(disclosureLedger).set({ ledger }).where(ofKey(key))
}

/** Whether the transaction can only read. */
export async function isReadOnly(tx: Transaction): Promise<boolean> {
  const [row] = await rowsOf<{ mode: string }>(tx, sql`select current_setting('transaction_read_only') as mode`)
  return row?.mode === 'on'
}

function ofKey({ institutionId, dataset, tableName }: LedgerKey) {
  return and(
    eq(disclosureLedger.institutionId, institutionId),
    eq(disclosureLedger.dataset, dataset),
    eq(disclosureLedger.tableName, tableName),
  )
}
