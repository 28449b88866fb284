import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { reviewWorkflow } from './table.ts'

/** A row of a workflow. */
export type WorkflowRow = typeof reviewWorkflow.$inferSelect

/** The workflow of a key, if the institution has it. */
export async function findWorkflow(
  tx: Transaction,
  institutionId: string,
  key: string,
): Promise<WorkflowRow | undefined> {
  const [row] = await tx
    .select()
    .from(reviewWorkflow)
    .where(and(eq(reviewWorkflow.institutionId, institutionId), eq(reviewWorkflow.key, key)))
  return row
}

/** Stores a workflow. */
export async function insertWorkflow(tx: Transaction, row: typeof reviewWorkflow.$inferInsert) {
  await tx.insert(reviewWorkflow).values(row)
}

/** Closes a workflow: from this day on nothing new is submitted to it. */
export async function closeWorkflowOn(tx: Transaction, institutionId: string, key: string, closedOn: string) {
  await tx
    .update(reviewWorkflow)
    .set({ closedOn })
    .where(and(eq(reviewWorkflow.institutionId, institutionId), eq(reviewWorkflow.key, key)))
}
