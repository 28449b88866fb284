import type { Participant } from '../people/participant.ts'
import { participantShape } from '../people/participant-shape.ts'
import type { DatedAct } from '../relationship/relationship.ts'
import { type RelationshipKind, relationshipKinds } from '../relationship/relationship-kind.ts'
import { datedActShape } from '../relationship/relationship-shape.ts'
import { type CasesShape, cases, day, id, list, listed, object, optional } from '../shape/shape.ts'

/**
 * Every reason for declining an offer; `not-stated` is kept where none is given. Only the person who gave it sees it.
 *
 * Source: our own analysis (certainty A).
 */
export const declineReasons = [
  'not-stated',
  'not-now',
  'workload',
  'prefers-somebody-else',
  'know-each-other',
  'conflict-of-interest',
] as const

/** Why somebody declined. */
export type DeclineReason = (typeof declineReasons)[number]

/** Every thing that somebody may want to know more of before they answer; codes, so that no question holds a sentence. */
export const offerQuestions = [
  'availability',
  'experience',
  'subject',
  'place-and-mode',
  'time-asked',
  'other',
] as const

/** What somebody wants to know more of. */
export type OfferQuestion = (typeof offerQuestions)[number]

/** That somebody asked the programme for more, and waits. */
export interface OpenQuestion {
  readonly by: string
  readonly on: string
  readonly about: OfferQuestion
}

/** What every offer has, whatever its status. */
export interface OfferBase {
  /** Also the id of the relationship that it becomes. */
  readonly id: string
  readonly programmeId: string
  readonly cohortId?: string
  readonly kind: RelationshipKind
  readonly participants: readonly Participant[]
  readonly madeOn: string
  /** Those who have said yes, in the order in which they did. */
  readonly accepted: readonly DatedAct[]
  readonly continues?: string
}

/** People are asked: the mentees (or peers) first, then the mentors and facilitators. */
export interface OpenOffer extends OfferBase {
  readonly status: 'with-mentees' | 'with-mentors'
  /** The day from which the people asked now were asked. */
  readonly askedOn: string
  /** The last day on which they may accept. */
  readonly answerBy: string
  readonly question?: OpenQuestion
}

/** Everybody has accepted. */
export interface AcceptedOffer extends OfferBase {
  readonly status: 'accepted'
  readonly on: string
}

/** Somebody said no, and everybody is back in the pool. What others see of it is what `offerSeenBy` gives. */
export interface DeclinedOffer extends OfferBase {
  readonly status: 'declined'
  readonly on: string
  readonly by: string
  readonly reason: DeclineReason
}

/** Nobody answered in time, or the programme took the offer back; everybody is in the pool again. */
export interface LapsedOffer extends OfferBase {
  readonly status: 'expired' | 'withdrawn'
  readonly on: string
}

/** An offer: people who are asked whether they want to be in a relationship with each other. A JSON value. */
export type Offer = OpenOffer | AcceptedOffer | DeclinedOffer | LapsedOffer

/** Where an offer stands. */
export type OfferStatus = Offer['status']

const base = {
  id,
  programmeId: id,
  cohortId: optional(id),
  kind: listed(relationshipKinds),
  participants: list(participantShape),
  madeOn: day,
  accepted: list(datedActShape),
  continues: optional(id),
}
const open = {
  ...base,
  askedOn: day,
  answerBy: day,
  question: optional(object<OpenQuestion>({ by: id, on: day, about: listed(offerQuestions) })),
}

/** The declared shape of an offer, status by status. */
export const offerShape: CasesShape<Offer> = cases<Offer, 'status'>('status', {
  'with-mentees': open,
  'with-mentors': open,
  accepted: { ...base, on: day },
  declined: { ...base, on: day, by: id, reason: listed(declineReasons) },
  expired: { ...base, on: day },
  withdrawn: { ...base, on: day },
})

/** Tells whether an offer waits for an answer. */
export function isOpen(offer: Offer): offer is OpenOffer {
  return offer.status === 'with-mentees' || offer.status === 'with-mentors'
}

/** Gives the fields that every status has, and no other. */
export function offerBaseOf(offer: OfferBase): OfferBase {
  const { id: offerId, programmeId, cohortId, kind, participants, madeOn, accepted, continues } = offer
  return {
    id: offerId,
    programmeId,
    ...(cohortId === undefined ? {} : { cohortId }),
    kind,
    participants,
    madeOn,
    accepted,
    ...(continues === undefined ? {} : { continues }),
  }
}
