import type { ClaimEvidence, TheoryOfChange } from '@mentoring-commons/reporting/evaluation'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { theory, theoryEvidence, theoryVersion } from './table.ts'

/** What is kept of who wrote something, and when. */
export interface Recorded {
  readonly by: string
  readonly at: string
}

/** Stores a theory of change in its first version. */
export async function insertTheory(
  tx: Transaction,
  row: { readonly institutionId: string; readonly programmeId: string | null },
  state: TheoryOfChange,
  recorded: Recorded,
): Promise<void> {
  const { id, title } = state
  await tx.insert(theory).values({ ...row, id, title, version: 1 })
  await insertVersion(tx, row.institutionId, state, { version: 1, reason: null, recorded })
}

/** Stores a theory of change in a further version. */
export async function reviseTheoryRow(
  tx: Transaction,
  institutionId: string,
  state: TheoryOfChange,
  change: { readonly version: number; readonly reason: string; readonly recorded: Recorded },
): Promise<void> {
  await tx
    .update(theory)
    .set({ title: state.title, version: change.version })
    .where(and(eq(theory.institutionId, institutionId), eq(theory.id, state.id)))
  await insertVersion(tx, institutionId, state, change)
}

async function insertVersion(
  tx: Transaction,
  institutionId: string,
  state: TheoryOfChange,
  change: { readonly version: number; readonly reason: string | null; readonly recorded: Recorded },
): Promise<void> {
  const { version, reason, recorded } = change
  await tx.insert(theoryVersion).values({
    ...{ institutionId, theoryId: state.id, version, state, reason },
    ...{ recordedBy: recorded.by, recordedAt: recorded.at },
  })
}

/** The latest version of a theory; held still until the transaction ends with `lock`. */
export async function latestVersion(tx: Transaction, institutionId: string, id: string, lock: 'lock' | 'look') {
  const select = tx
    .select({ version: theory.version })
    .from(theory)
    .where(and(eq(theory.institutionId, institutionId), eq(theory.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row?.version
}

/** A theory of change as it was in a version. */
export async function theoryIn(
  tx: Transaction,
  institutionId: string,
  id: string,
  version: number,
): Promise<TheoryOfChange | undefined> {
  const { theoryId, state } = theoryVersion
  const [row] = await tx
    .select({ state })
    .from(theoryVersion)
    .where(and(eq(theoryVersion.institutionId, institutionId), eq(theoryId, id), eq(theoryVersion.version, version)))
  return row?.state
}

/** Stores a piece of evidence. */
export async function insertEvidence(tx: Transaction, row: typeof theoryEvidence.$inferInsert): Promise<void> {
  await tx.insert(theoryEvidence).values(row)
}

/** The evidence of some ids that was not retracted, by id. */
export async function standingEvidence(
  tx: Transaction,
  institutionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ClaimEvidence>> {
  if (ids.length === 0) return new Map()
  const { id, kind, title, reference, retractedAt } = theoryEvidence
  const rows = await tx
    .select({ id, kind, title, reference })
    .from(theoryEvidence)
    .where(and(eq(theoryEvidence.institutionId, institutionId), inArray(id, [...new Set(ids)]), isNull(retractedAt)))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Marks evidence as retracted: whether it stood until now. */
export async function retractEvidenceRow(
  tx: Transaction,
  institutionId: string,
  id: string,
  at: string,
): Promise<boolean> {
  const gone = await tx
    .update(theoryEvidence)
    .set({ retractedAt: at })
    .where(
      and(
        eq(theoryEvidence.institutionId, institutionId),
        eq(theoryEvidence.id, id),
        isNull(theoryEvidence.retractedAt),
      ),
    )
    .returning({ id: theoryEvidence.id })
  return gone.length === 1
}
