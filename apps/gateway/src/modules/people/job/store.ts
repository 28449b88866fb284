import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { type JobInputs, type JobKind, job } from './table.ts'

/** A job of one kind. */
export type StoredJob<Kind extends JobKind> = Omit<typeof job.$inferSelect, 'kind' | 'input'> & {
  readonly kind: Kind
  readonly input: JobInputs[Kind]
}

/** A change of how far a job is. */
export type JobChange = Partial<Pick<typeof job.$inferInsert, 'status' | 'done' | 'total' | 'message' | 'finishedAt'>>

/** Writes a job that waits. */
export async function insertJob<Kind extends JobKind>(
  tx: Transaction,
  row: Pick<StoredJob<Kind>, 'institutionId' | 'id' | 'kind' | 'input' | 'total' | 'requestedBy' | 'requestedAt'>,
) {
  await tx.insert(job).values({ ...row, status: 'waiting', done: 0, message: 'waiting for its turn' })
}

/** The job of an id, if the institution has one of that kind. With `lock` nobody else changes it until this transaction ends. */
export async function findJob<Kind extends JobKind>(
  tx: Transaction,
  institutionId: string,
  id: string,
  kind: Kind,
  lock: 'lock' | 'look' = 'look',
): Promise<StoredJob<Kind> | undefined> {
  const select = tx
    .select()
    .from(job)
    .where(and(eq(job.institutionId, institutionId), eq(job.id, id), eq(job.kind, kind)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row as StoredJob<Kind> | undefined
}

/** Notes how far a job is that nobody has ended; false where it has ended. */
export async function updateJob(
  tx: Transaction,
  institutionId: string,
  id: string,
  change: JobChange,
): Promise<boolean> {
  const changed = await tx
    .update(job)
    .set(change)
    .where(and(eq(job.institutionId, institutionId), eq(job.id, id), inArray(job.status, ['waiting', 'running'])))
    .returning({ id: job.id })
  return changed.length > 0
}
