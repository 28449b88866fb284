import {
  advanceOffer,
  defaultOfferTerms,
  type Offer,
  type OfferStep,
  type OfferTerms,
  offerPairsNotAgain,
  type PersonPair,
  pairsNotAgain,
} from '@mentoring-commons/mentoring'
import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import type { Recorded } from '../store.ts'
import { participant, relationship } from '../table.ts'
import { offer, offerParticipant, offerStep, offerTerms } from './table.ts'

/** A stored offer. */
export interface StoredOffer {
  readonly state: Offer
  readonly version: number
  readonly programmeId: string
}

/** The offer of an id. With `lock` nobody else changes it until this transaction ends. */
export async function loadOffer(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look',
): Promise<StoredOffer | undefined> {
  const select = tx
    .select({ state: offer.state, version: offer.version, programmeId: offer.programmeId })
    .from(offer)
    .where(and(eq(offer.institutionId, institutionId), eq(offer.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row
}

/** Stores a new offer, the people it asks, and that it was made. */
export async function insertOffer(tx: Transaction, institutionId: string, state: Offer, recorded: Recorded) {
  const { id, programmeId, cohortId, madeOn, participants } = state
  await tx.insert(offer).values({
    institutionId,
    id,
    programmeId,
    cohortId: cohortId ?? null,
    madeOn,
    ...kept(state),
    version: 1,
  })
  await tx
    .insert(offerParticipant)
    .values(participants.map(({ personId, role }) => ({ institutionId, offerId: id, personId, role })))
  await insertSteps(tx, institutionId, [{ id, version: 1, step: { type: 'make', on: madeOn } }], recorded)
}

/** Stores the next state of an offer that is held still. */
export async function updateOffer(
  tx: Transaction,
  institutionId: string,
  state: Offer,
  version: number,
  step: OfferStep,
  recorded: Recorded,
) {
  await tx
    .update(offer)
    .set({ ...kept(state), version })
    .where(and(eq(offer.institutionId, institutionId), eq(offer.id, state.id)))
  await insertSteps(tx, institutionId, [{ id: state.id, version, step }], recorded)
}

/** Which offers may expire: those of people, or of a programme. */
export type LapsedScope = { readonly on: string } & (
  | { readonly people: readonly string[] }
  | { readonly programmeId: string }
)

/** Lets every offer expire that nobody answered in time: how many there were. */
export async function expireLapsed(
  tx: Transaction,
  institutionId: string,
  scope: LapsedScope,
  recorded: Recorded,
): Promise<number> {
  const mine =
    'people' in scope
      ? inArray(
          offer.id,
          tx
            .select({ id: offerParticipant.offerId })
            .from(offerParticipant)
            .where(
              and(
                eq(offerParticipant.institutionId, institutionId),
                inArray(offerParticipant.personId, [...scope.people]),
              ),
            ),
        )
      : eq(offer.programmeId, scope.programmeId)
  const rows = await tx
    .select({ id: offer.id, state: offer.state, version: offer.version, programmeId: offer.programmeId })
    .from(offer)
    .where(and(eq(offer.institutionId, institutionId), lt(offer.lapsesAfter, scope.on), mine))
    .orderBy(asc(offer.id))
    .for('update')
  if (rows.length === 0) return 0
  const step: OfferStep = { type: 'expire', on: scope.on }
  const expired = rows.flatMap(({ id, state, version }) => {
    // Terms are for the time that a next party gets to answer, and nobody is asked next.
    const next = advanceOffer(state, step, defaultOfferTerms)
    return 'value' in next ? [{ id, state: next.value, version: version + 1 }] : []
  })
  await tx.execute(sql`
    update ${offer} set status = 'expired', lapses_after = null, state = next.state, version = next.version
    from jsonb_to_recordset(${JSON.stringify(expired)}::text::jsonb) as next(id uuid, state jsonb, version int)
    where ${offer.institutionId} = ${institutionId} and ${offer.id} = next.id`)
  await insertSteps(
    tx,
    institutionId,
    expired.map(({ id, version }) => ({ id, version, step })),
    recorded,
  )
  return expired.length
}

/** The pairs among these people of whom one has said no to the other in a programme, by an offer or a proposal. */
export async function pairsDeclined(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  people: readonly string[],
): Promise<readonly PersonPair[]> {
  const offers = await tx
    .selectDistinct({ id: offer.id, state: offer.state })
    .from(offerParticipant)
    .innerJoin(
      offer,
      and(eq(offer.institutionId, offerParticipant.institutionId), eq(offer.id, offerParticipant.offerId)),
    )
    .where(
      and(
        eq(offerParticipant.institutionId, institutionId),
        inArray(offerParticipant.personId, [...people]),
        eq(offer.programmeId, programmeId),
        eq(offer.status, 'declined'),
      ),
    )
  const relationships = await tx
    .selectDistinct({ id: relationship.id, state: relationship.state })
    .from(participant)
    .innerJoin(
      relationship,
      and(eq(relationship.institutionId, participant.institutionId), eq(relationship.id, participant.relationshipId)),
    )
    .where(
      and(
        eq(participant.institutionId, institutionId),
        inArray(participant.personId, [...people]),
        eq(relationship.programmeId, programmeId),
        eq(relationship.status, 'declined'),
      ),
    )
  return [
    ...offers.flatMap(({ state }) => offerPairsNotAgain(state)),
    ...relationships.flatMap(({ state }) => pairsNotAgain(state)),
  ]
}

/** How long people of a programme may take to answer. */
export async function termsOf(tx: Transaction, institutionId: string, programmeId: string): Promise<OfferTerms> {
  const [row] = await tx
    .select({ terms: offerTerms.terms })
    .from(offerTerms)
    .where(and(eq(offerTerms.institutionId, institutionId), eq(offerTerms.programmeId, programmeId)))
  return row?.terms ?? defaultOfferTerms
}

/** Stores how long people of a programme may take to answer. */
export async function putTerms(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  terms: OfferTerms,
  recorded: Recorded,
) {
  const value = { terms, setBy: recorded.by, setAt: recorded.at }
  await tx
    .insert(offerTerms)
    .values({ institutionId, programmeId, ...value })
    .onConflictDoUpdate({ target: [offerTerms.institutionId, offerTerms.programmeId], set: value })
}

/** What columns say of a state. An offer with an open question cannot lapse. */
function kept(state: Offer) {
  const open = state.status === 'with-mentees' || state.status === 'with-mentors'
  return { state, status: state.status, lapsesAfter: open && state.question === undefined ? state.answerBy : null }
}

async function insertSteps(
  tx: Transaction,
  institutionId: string,
  steps: readonly {
    readonly id: string
    readonly version: number
    readonly step: (typeof offerStep.$inferInsert)['step']
  }[],
  { by, at }: Recorded,
) {
  await tx.insert(offerStep).values(
    steps.map(({ id, version, step }) => ({
      institutionId,
      offerId: id,
      version,
      step,
      recordedBy: by,
      recordedAt: at,
    })),
  )
}
