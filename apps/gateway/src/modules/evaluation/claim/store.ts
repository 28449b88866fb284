import { type ContributionClaim, retractEvidence } from '@mentoring-commons/reporting/evaluation'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import type { Recorded } from '../theory/store.ts'
import { contributionClaim, contributionStep } from './table.ts'

/** What somebody did with a claim. */
export type ClaimStep = (typeof contributionStep.$inferInsert)['step']

/** Stores a claim that was just asserted. */
export async function insertClaim(
  tx: Transaction,
  institutionId: string,
  state: ContributionClaim,
  recorded: Recorded,
): Promise<void> {
  const { id, theoryId, theoryVersion, status } = state
  await tx.insert(contributionClaim).values({ institutionId, id, theoryId, theoryVersion, status, state, version: 1 })
  await insertStep(tx, institutionId, state, { version: 1, step: 'assert', recorded })
}

/** The claim of an id, held still until this transaction ends. */
export async function lockClaim(tx: Transaction, institutionId: string, id: string) {
  const [row] = await tx
    .select({ state: contributionClaim.state, version: contributionClaim.version })
    .from(contributionClaim)
    .where(and(eq(contributionClaim.institutionId, institutionId), eq(contributionClaim.id, id)))
    .for('update')
  return row
}

/** Stores where a claim stands after a step. */
export async function moveClaim(
  tx: Transaction,
  institutionId: string,
  state: ContributionClaim,
  change: { readonly version: number; readonly step: ClaimStep; readonly recorded: Recorded },
): Promise<void> {
  const { id, status } = state
  await tx
    .update(contributionClaim)
    .set({ status, state, version: change.version })
    .where(and(eq(contributionClaim.institutionId, institutionId), eq(contributionClaim.id, id)))
  await insertStep(tx, institutionId, state, change)
}

/** Takes every claim that rests on a piece of evidence back as far as it goes without. */
export async function stepBack(
  tx: Transaction,
  institutionId: string,
  evidenceId: string,
  recorded: Recorded,
): Promise<void> {
  const rows = await tx
    .select({ state: contributionClaim.state, version: contributionClaim.version })
    .from(contributionClaim)
    .where(
      and(
        eq(contributionClaim.institutionId, institutionId),
        sql`position(${evidenceId} in ${contributionClaim.state}::text) > 0`,
      ),
    )
    .orderBy(asc(contributionClaim.id))
    .for('update')
  for (const { state, version } of rows) {
    const answer = retractEvidence(state, evidenceId)
    if ('value' in answer)
      await moveClaim(tx, institutionId, answer.value, { version: version + 1, step: 'retract', recorded })
  }
}

/** Every claim of the institution: what a report may need to say more than "associated with". */
export async function claimsOf(tx: Transaction, institutionId: string): Promise<readonly ContributionClaim[]> {
  const rows = await tx
    .select({ state: contributionClaim.state })
    .from(contributionClaim)
    .where(eq(contributionClaim.institutionId, institutionId))
    .orderBy(asc(contributionClaim.id))
  return rows.map(({ state }) => state)
}

/** The claim of an id as it stands. */
export async function findClaim(
  tx: Transaction,
  institutionId: string,
  id: string,
): Promise<ContributionClaim | undefined> {
  const [row] = await tx
    .select({ state: contributionClaim.state })
    .from(contributionClaim)
    .where(and(eq(contributionClaim.institutionId, institutionId), eq(contributionClaim.id, id)))
  return row?.state
}

async function insertStep(
  tx: Transaction,
  institutionId: string,
  state: ContributionClaim,
  change: { readonly version: number; readonly step: ClaimStep; readonly recorded: Recorded },
): Promise<void> {
  const { version, step, recorded } = change
  await tx.insert(contributionStep).values({
    ...{ institutionId, claimId: state.id, version, step, state },
    ...{ recordedBy: recorded.by, recordedAt: recorded.at },
  })
}
