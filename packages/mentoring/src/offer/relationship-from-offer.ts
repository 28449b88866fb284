import type { ProgrammePolicy } from '../programme/programme.ts'
import { type Result, refuse } from '../refusal.ts'
import { advance } from '../relationship/advance.ts'
import { proposeRelationship } from '../relationship/propose-relationship.ts'
import type { Relationship } from '../relationship/relationship.ts'
import type { RelationshipStep } from '../relationship/step.ts'
import type { Offer } from './offer.ts'

/** A relationship that an offer became, with the steps that it has taken by then. */
export interface FromOffer {
  readonly relationship: Relationship
  readonly steps: readonly RelationshipStep[]
}

/**
 * Gives the relationship that an accepted offer becomes: with the id of the offer, proposed on the day it was made, accepted
 * by each person on the day they did; `forming`, or `active` where the policy asks for nothing more.
 *
 * @example
 * ```ts
 * import { type Offer, relationshipFromOffer } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const accepted = [{ personId: 'ada', on: '2026-01-07' }, { personId: 'mia', on: '2026-01-09' }]
 * const offer: Offer = { id: 'o1', programmeId: 'p1', kind: 'dyad', participants, status: 'accepted', madeOn: '2026-01-05', accepted, on: '2026-01-09' }
 * const made = relationshipFromOffer(offer, { agreementRequired: true, briefingRequiredFor: [] })
 * 'value' in made && made.value.relationship.status //=> "forming"
 * ```
 */
export function relationshipFromOffer(offer: Offer, policy: ProgrammePolicy): Result<FromOffer> {
  if (offer.status !== 'accepted') {
    return refuse('offer-not-accepted', `The offer is ${offer.status}: wait until everybody has accepted.`, 'status')
  }
  const { id, cohortId, kind, participants, madeOn, accepted, continues } = offer
  const proposal = {
    id,
    ...(cohortId === undefined ? {} : { cohortId }),
    kind,
    participants,
    on: madeOn,
    ...(continues === undefined ? {} : { continues }),
  }
  const steps = accepted.map(({ personId, on }): RelationshipStep => ({ type: 'accept', by: personId, on }))
  const made = steps.reduce<Result<Relationship>>(
    (now, step) => ('refusal' in now ? now : advance(now.value, step, policy)),
    proposeRelationship(proposal, policy),
  )
  return 'refusal' in made ? made : { value: { relationship: made.value, steps } }
}
