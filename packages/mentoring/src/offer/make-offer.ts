import { daysAfter } from '../days.ts'
import { identifierRefusal } from '../identifier.ts'
import type { ProgrammePolicy } from '../programme/programme.ts'
import type { Result } from '../refusal.ts'
import { proposeRelationship, type RelationshipProposal } from '../relationship/propose-relationship.ts'
import type { OpenOffer } from './offer.ts'
import { type OfferTerms, offerTermsRefusal } from './offer-terms.ts'

/** What an offer says: a proposal, of a programme. */
export interface OfferInput extends RelationshipProposal {
  readonly programmeId: string
}

/**
 * Gives an open offer to the mentees (or peers), with the last day on which they may accept. Refused as
 * `proposeRelationship` refuses. Whether a mentor has room is what `mayOffer` says: ask it first, in the same transaction.
 *
 * @example
 * ```ts
 * import { defaultOfferTerms, makeOffer } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const policy = { agreementRequired: true, briefingRequiredFor: [] }
 * const input = { id: 'o1', programmeId: 'p1', kind: 'dyad' as const, participants, on: '2026-01-05' }
 * const offer = makeOffer(input, policy, defaultOfferTerms)
 * 'value' in offer && [offer.value.status, offer.value.answerBy] //=> ["with-mentees", "2026-01-19"]
 * ```
 */
export function makeOffer(input: OfferInput, policy: ProgrammePolicy, terms: OfferTerms): Result<OpenOffer> {
  const refusal = identifierRefusal(input.programmeId, 'programmeId') ?? offerTermsRefusal(terms)
  if (refusal) return { refusal }
  const proposed = proposeRelationship(input, policy)
  if ('refusal' in proposed) return proposed
  const { id, cohortId, kind, participants, continues } = proposed.value
  const { programmeId, on } = input
  return {
    value: {
      status: 'with-mentees',
      id,
      programmeId,
      ...(cohortId === undefined ? {} : { cohortId }),
      kind,
      participants,
      madeOn: on,
      accepted: [],
      ...(continues === undefined ? {} : { continues }),
      askedOn: on,
      answerBy: daysAfter(on, terms.menteeAnswerDays),
    },
  }
}
