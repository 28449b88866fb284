import { and, desc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { reportDefinition } from './table.ts'

/** The latest version of a definition of the institution's own, if it has one under this key. */
export async function latestDefinition(tx: Transaction, institutionId: string, key: string) {
  const [row] = await tx
    .select()
    .from(reportDefinition)
    .where(and(eq(reportDefinition.institutionId, institutionId), eq(reportDefinition.key, key)))
    .orderBy(desc(reportDefinition.version))
    .limit(1)
  return row
}

/** Stores a version of a definition. */
export async function insertDefinition(tx: Transaction, row: typeof reportDefinition.$inferInsert): Promise<void> {
  await tx.insert(reportDefinition).values(row)
}
