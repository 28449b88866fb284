import {
  type AgreementTerms,
  type AgreementVersion,
  advance,
  advanceOffer,
  defaultOfferTerms,
  makeOffer,
  type Offer,
  type OfferStep,
  type Participant,
  type ProgrammePolicy,
  proposeRelationship,
  type Relationship,
  type RelationshipKind,
  type RelationshipStep,
} from '../src/index.ts'
import { dyad, lenient, made, strict } from './demo.ts'

export const topicSet = { codes: ['career', 'teaching', 'private-life'] }

export const terms: AgreementTerms = {
  startsOn: '2026-02-01',
  endsOn: '2027-01-31',
  renewable: true,
  meetings: {
    everyDays: 42,
    durationMinutes: 60,
    modes: ['online', 'in-person'],
    arrangedBy: 'mentee',
    preparationDays: 2,
    cancellationHours: 24,
  },
  contact: { allowed: true, answerWithinDays: 5 },
  topicsIn: ['career'],
  topicsOut: ['private-life'],
  confidentialityExceptions: ['risk-of-harm', 'legal-duty'],
  openness: 'private',
  reviewEveryDays: 90,
  problems: 'talk-to-each-other',
  noFaultEnding: true,
  distance: { noJointInterests: true, noDecisionsAfterwards: true },
}

export const draft: AgreementVersion = {
  relationshipId: 'r1',
  version: 1,
  draftedOn: '2026-01-12',
  terms,
  signatures: [],
}

export function steps(relationship: Relationship, policy: ProgrammePolicy, ...taken: RelationshipStep[]): Relationship {
  return taken.reduce((now, step) => made(advance(now, step, policy)), relationship)
}

/** A relationship that everybody accepted on one day, in an order that is allowed. */
export function begun(
  id: string,
  policy: ProgrammePolicy = lenient,
  participants: readonly Participant[] = dyad,
  kind: RelationshipKind = 'dyad',
  on = '2026-01-07',
): Relationship {
  const first = participants.filter((one) => one.role === 'mentee' || one.role === 'peer')
  const people = [...new Set([...first, ...participants].map((one) => one.personId))]
  return steps(
    made(proposeRelationship({ id, kind, participants, on: '2026-01-05' })),
    policy,
    ...people.map((by): RelationshipStep => ({ type: 'accept', by, on })),
  )
}

export const active = begun('r1')
export const forming = begun('r1', strict)

export function offered(
  id = 'o1',
  participants: readonly Participant[] = dyad,
  kind: RelationshipKind = 'dyad',
): Offer {
  return made(makeOffer({ id, programmeId: 'p1', kind, participants, on: '2026-01-05' }, lenient, defaultOfferTerms))
}

export function offerSteps(offer: Offer, ...taken: OfferStep[]): Offer {
  return taken.reduce((now, step) => made(advanceOffer(now, step, defaultOfferTerms)), offer)
}
