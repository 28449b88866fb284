import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { evidenceOfPerson, type StoredEvidence } from '../evidence/store.ts'
import { evidence } from '../evidence/table.ts'
import { type ClaimStatus, claim, claimEvidence, claimSubmission } from './table.ts'

/** A row of a claim. */
export type ClaimRow = typeof claim.$inferSelect
/** A submitted version. */
export type SubmissionRow = typeof claimSubmission.$inferSelect

/** The claim of an id. With `lock` nobody else changes it until this transaction ends. */
export async function loadClaim(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look',
): Promise<ClaimRow | undefined> {
  const select = tx
    .select()
    .from(claim)
    .where(and(eq(claim.institutionId, institutionId), eq(claim.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row
}

/** Stores a claim. */
export async function insertClaim(tx: Transaction, row: typeof claim.$inferInsert) {
  await tx.insert(claim).values(row)
}

/** Moves a claim that this transaction holds still to its next version. */
export async function updateClaim(
  tx: Transaction,
  institutionId: string,
  id: string,
  change: { readonly version: number; readonly status?: ClaimStatus },
) {
  await tx
    .update(claim)
    .set(change)
    .where(and(eq(claim.institutionId, institutionId), eq(claim.id, id)))
}

/** The evidence that a claim rests on, oldest first. */
export async function evidenceOfClaim(
  tx: Transaction,
  institutionId: string,
  row: Pick<ClaimRow, 'id' | 'personId'>,
): Promise<readonly StoredEvidence[]> {
  const chosen = await tx
    .select({ evidenceId: claimEvidence.evidenceId })
    .from(claimEvidence)
    .where(and(eq(claimEvidence.institutionId, institutionId), eq(claimEvidence.claimId, row.id)))
  const ids = new Set(chosen.map(({ evidenceId }) => evidenceId))
  return (await evidenceOfPerson(tx, institutionId, row.personId)).filter((stored) => ids.has(stored.row.id))
}

/** Of these ids, those that are evidence of the person. */
export async function ownedEvidence(
  tx: Transaction,
  institutionId: string,
  personId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(eq(evidence.institutionId, institutionId), eq(evidence.personId, personId), inArray(evidence.id, [...ids])),
    )
  return new Set(rows.map(({ id }) => id))
}

/** Rests a claim on these pieces of evidence and no others. */
export async function replaceEvidence(tx: Transaction, institutionId: string, claimId: string, ids: readonly string[]) {
  await tx
    .delete(claimEvidence)
    .where(and(eq(claimEvidence.institutionId, institutionId), eq(claimEvidence.claimId, claimId)))
  if (ids.length > 0)
    await tx.insert(claimEvidence).values(ids.map((evidenceId) => ({ institutionId, claimId, evidenceId })))
}

/** The last submitted version of a claim, if there is one. */
export async function lastSubmission(
  tx: Transaction,
  institutionId: string,
  claimId: string,
): Promise<SubmissionRow | undefined> {
  const [row] = await tx
    .select()
    .from(claimSubmission)
    .where(and(eq(claimSubmission.institutionId, institutionId), eq(claimSubmission.claimId, claimId)))
    .orderBy(desc(claimSubmission.number))
    .limit(1)
  return row
}

/** Stores a submitted version. */
export async function insertSubmission(tx: Transaction, row: typeof claimSubmission.$inferInsert) {
  await tx.insert(claimSubmission).values(row)
}
