import type { MatchDraft, MatchInput, MatchOutcome, MatchPair, MatchRun, Offer } from '@mentoring-commons/mentoring'
import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { offer } from '../offer/table.ts'
import type { Recorded } from '../store.ts'
import {
  type DraftState,
  matchInput,
  matchOffer,
  matchPair,
  matchProof,
  matchRun,
  matchStep,
  matchUnmatched,
} from './table.ts'

/** A stored run. */
export type StoredRun = typeof matchRun.$inferSelect

/** Writes a run that waits for its job. */
export async function insertRun(
  tx: Transaction,
  row: Pick<
    StoredRun,
    | 'institutionId'
    | 'id'
    | 'programmeId'
    | 'cohortId'
    | 'origin'
    | 'basedOn'
    | 'settings'
    | 'requestedBy'
    | 'requestedAt'
  >,
) {
  const { policy, seed } = row.settings
  await tx
    .insert(matchRun)
    .values({ ...row, policyVersion: policy.version, objective: policy.objective, seed, version: 0 })
}

/** The run of an id, if the institution has it. With `lock` nobody else changes it until this transaction ends. */
export async function findRun(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look' = 'look',
): Promise<StoredRun | undefined> {
  const select = tx
    .select()
    .from(matchRun)
    .where(and(eq(matchRun.institutionId, institutionId), eq(matchRun.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row
}

/** The questions that any run of a programme read wishes from. */
export async function wishQuestions(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ settings: matchRun.settings })
    .from(matchRun)
    .where(and(eq(matchRun.institutionId, institutionId), eq(matchRun.programmeId, programmeId)))
  return new Set(
    rows.flatMap(({ settings }) =>
      settings.wishes.flatMap(({ menteeQuestion, mentorQuestion }) => [menteeQuestion, mentorQuestion]),
    ),
  )
}

/** Keeps what a run is made from; what is kept already stays. */
export async function freezeInput(
  tx: Transaction,
  institutionId: string,
  runId: string,
  input: MatchInput,
  at: string,
) {
  await tx.insert(matchInput).values({ institutionId, runId, input, frozenAt: at }).onConflictDoNothing()
}

/** What a run is made from, once it has begun. */
export async function inputOf(tx: Transaction, institutionId: string, runId: string): Promise<MatchInput | undefined> {
  const [row] = await tx
    .select({ input: matchInput.input })
    .from(matchInput)
    .where(and(eq(matchInput.institutionId, institutionId), eq(matchInput.runId, runId)))
  return row?.input
}

/** What proves a run. */
export async function proofOf(tx: Transaction, institutionId: string, runId: string) {
  const [row] = await tx
    .select({ proof: matchProof.proof })
    .from(matchProof)
    .where(and(eq(matchProof.institutionId, institutionId), eq(matchProof.runId, runId)))
  return row?.proof
}

/** Keeps what came of a run, as a draft. */
export async function insertOutcome(
  tx: Transaction,
  institutionId: string,
  runId: string,
  { run, proof }: MatchOutcome,
  draft: MatchDraft,
  recorded: Recorded,
) {
  const { crowded, load, totals, warnings, excluded } = run
  await tx
    .update(matchRun)
    .set({
      ...kept(draft),
      summary: { crowded, load, totals, warnings, excluded: { total: excluded.total, byCode: excluded.byCode } },
      inputHash: run.inputHash,
      matched: run.pairs.length,
      unmatched: run.unmatched.length,
      version: 1,
    })
    .where(and(eq(matchRun.institutionId, institutionId), eq(matchRun.id, runId)))
  const pairs = run.pairs.map((pair) => ({ institutionId, runId, ...pair }))
  const unmatched = run.unmatched.map(({ crowd, ...one }) => ({ institutionId, runId, ...one, crowd: crowd ?? null }))
  // A statement takes 65,535 parameters.
  for (let from = 0; from < pairs.length; from += 1000)
    await tx.insert(matchPair).values(pairs.slice(from, from + 1000))
  for (let from = 0; from < unmatched.length; from += 1000)
    await tx.insert(matchUnmatched).values(unmatched.slice(from, from + 1000))
  await tx.insert(matchProof).values({ institutionId, runId, proof })
  await insertStep(tx, institutionId, runId, 1, 'make', recorded)
}

/** The pairs of a run, by mentee. */
export async function pairsOf(tx: Transaction, institutionId: string, runId: string): Promise<MatchRun['pairs']> {
  const rows = await tx
    .select()
    .from(matchPair)
    .where(and(eq(matchPair.institutionId, institutionId), eq(matchPair.runId, runId)))
    .orderBy(asc(matchPair.menteeId))
  return rows.map(({ institutionId: _, runId: __, ...pair }) => pair)
}

/** The mentees of a run who have nobody, by mentee. */
export async function unmatchedOf(tx: Transaction, institutionId: string, runId: string) {
  return tx
    .select()
    .from(matchUnmatched)
    .where(and(eq(matchUnmatched.institutionId, institutionId), eq(matchUnmatched.runId, runId)))
    .orderBy(asc(matchUnmatched.menteeId))
}

/** Stores the next state of a draft that is held still. */
export async function updateDraft(
  tx: Transaction,
  institutionId: string,
  run: Pick<StoredRun, 'id' | 'version'>,
  draft: MatchDraft,
  type: (typeof matchStep.$inferInsert)['type'],
  recorded: Recorded,
) {
  const version = run.version + 1
  await tx
    .update(matchRun)
    .set({ ...kept(draft), version })
    .where(and(eq(matchRun.institutionId, institutionId), eq(matchRun.id, run.id)))
  await insertStep(tx, institutionId, run.id, version, type, recorded)
}

/** Keeps which offers a publication made. */
export async function insertOffers(
  tx: Transaction,
  institutionId: string,
  runId: string,
  offers: readonly { readonly menteeId: string; readonly offerId: string }[],
) {
  if (offers.length > 0) await tx.insert(matchOffer).values(offers.map((one) => ({ institutionId, runId, ...one })))
}

/** The offers that a publication made, each with its pair and where it stands. */
export async function offersOf(
  tx: Transaction,
  institutionId: string,
  runId: string,
): Promise<readonly (MatchPair & { readonly status: Offer['status'] })[]> {
  return tx
    .select({ menteeId: matchPair.menteeId, mentorId: matchPair.mentorId, status: offer.status })
    .from(matchOffer)
    .innerJoin(
      matchPair,
      and(
        eq(matchPair.institutionId, matchOffer.institutionId),
        eq(matchPair.runId, matchOffer.runId),
        eq(matchPair.menteeId, matchOffer.menteeId),
      ),
    )
    .innerJoin(offer, and(eq(offer.institutionId, matchOffer.institutionId), eq(offer.id, matchOffer.offerId)))
    .where(and(eq(matchOffer.institutionId, institutionId), eq(matchOffer.runId, runId)))
    .orderBy(asc(matchPair.menteeId))
}

function kept({ run: _, ...state }: MatchDraft): { status: MatchDraft['status']; state: DraftState } {
  return { status: state.status, state }
}

async function insertStep(
  tx: Transaction,
  institutionId: string,
  runId: string,
  version: number,
  type: (typeof matchStep.$inferInsert)['type'],
  { by, at }: Recorded,
) {
  await tx.insert(matchStep).values({ institutionId, runId, version, type, recordedBy: by, recordedAt: at })
}
