import { isOpen, type Offer } from '../offer/offer.ts'
import type { Participant } from '../people/participant.ts'
import type { Relationship } from '../relationship/relationship.ts'

/** What somebody carries in a role. */
export interface Load {
  /** Offers that wait for an answer, and accepted ones that are not a relationship yet. */
  readonly openOffers: number
  /** Relationships from proposed to winding down, paused ones among them. */
  readonly relationships: number
  readonly total: number
}

/**
 * Gives what somebody carries in a role now. An offer and the relationship of the same id count once; a paused relationship
 * counts, because it may be taken up again at any time; an offer counts until it is answered, withdrawn or expired by a step.
 *
 * @example
 * ```ts
 * import { loadOf, type Relationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const running: Relationship = { id: 'r1', kind: 'dyad', participants, status: 'proposed', proposedOn: '2026-01-05', accepted: [] }
 * loadOf({ personId: 'mia', role: 'mentor' }, [], [running]) //=> { "openOffers": 0, "relationships": 1, "total": 1 }
 * ```
 */
export function loadOf(who: Participant, offers: readonly Offer[], relationships: readonly Relationship[]): Load {
  const holds = ({ participants }: { readonly participants: readonly Participant[] }) =>
    participants.some((one) => one.personId === who.personId && one.role === who.role)
  const known = new Set(relationships.map((one) => one.id))
  const openOffers = offers.filter(
    (offer) => holds(offer) && !known.has(offer.id) && (isOpen(offer) || offer.status === 'accepted'),
  ).length
  const running = relationships.filter((one) => holds(one) && isRunning(one)).length
  return { openOffers, relationships: running, total: openOffers + running }
}

/** Tells whether a relationship is under way: from proposed to winding down. */
export function isRunning({ status }: Relationship): boolean {
  return status !== 'ended' && status !== 'declined' && status !== 'recorded'
}
