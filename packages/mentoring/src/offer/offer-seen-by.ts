import { peopleOf } from '../people/participant.ts'
import { type PersonPair, pairsOf } from '../relationship/person-pair.ts'
import { type DeclineReason, isOpen, type Offer } from './offer.ts'

/** What one person may see of how an offer came out. */
export interface OfferSeen {
  readonly status: 'open' | 'accepted' | 'not-taken-up'
  /** The reason that this person gave. */
  readonly reason?: DeclineReason
}

/**
 * Gives how an offer came out as one of its people may see it: never who declined, or why, or whether somebody only did not
 * answer. The person who declined sees their own reason. Nothing for anybody else, and nothing for a mentor or facilitator
 * of an offer that never reached them, because they were not asked.
 *
 * @example
 * ```ts
 * import { type Offer, offerSeenBy } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const base = { id: 'o1', programmeId: 'p1', kind: 'dyad' as const, participants, madeOn: '2026-01-05' }
 * const accepted = [{ personId: 'ada', on: '2026-01-07' }]
 * const offer: Offer = { ...base, accepted, status: 'declined', on: '2026-01-09', by: 'mia', reason: 'workload' }
 * offerSeenBy(offer, 'mia') //=> { "status": "not-taken-up", "reason": "workload" }
 * offerSeenBy(offer, 'ada') //=> { "status": "not-taken-up" }
 * ```
 */
export function offerSeenBy(offer: Offer, personId: string): OfferSeen | undefined {
  if (!peopleOf(offer.participants).includes(personId)) return undefined
  const roles = offer.participants.filter((one) => one.personId === personId).map((one) => one.role)
  const askedFirst = roles.some((role) => role === 'mentee' || role === 'peer')
  if (!askedFirst && !reachedMentors(offer)) return undefined
  if (isOpen(offer)) return { status: 'open' }
  if (offer.status === 'accepted') return { status: 'accepted' }
  const own = offer.status === 'declined' && offer.by === personId ? { reason: offer.reason } : {}
  return { status: 'not-taken-up', ...own }
}

/**
 * Gives the pairs that are not to be offered to each other again: after a decline, the person who declined with everybody
 * they would have been brought together with; nobody after an expiry or a withdrawal, because nobody said no. Sorted.
 *
 * @example
 * ```ts
 * import { type Offer, offerPairsNotAgain } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const base = { id: 'o1', programmeId: 'p1', kind: 'dyad' as const, participants, madeOn: '2026-01-05', accepted: [] }
 * const offer: Offer = { ...base, status: 'declined', on: '2026-01-09', by: 'ada', reason: 'not-stated' }
 * offerPairsNotAgain(offer) //=> [["ada", "mia"]]
 * ```
 */
export function offerPairsNotAgain(offer: Offer): readonly PersonPair[] {
  return offer.status === 'declined' ? pairsOf(offer.participants).filter((pair) => pair.includes(offer.by)) : []
}

function reachedMentors(offer: Offer): boolean {
  if (isOpen(offer)) return offer.status === 'with-mentors'
  return offer.participants
    .filter((one) => one.role === 'mentee' || one.role === 'peer')
    .every((one) => offer.accepted.some((act) => act.personId === one.personId))
}
