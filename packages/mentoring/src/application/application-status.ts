import { isOpen, type Offer } from '../offer/offer.ts'
import type { Relationship } from '../relationship/relationship.ts'
import type { Application } from './application.ts'

/** Where an application stands. */
export type ApplicationStatus = 'waiting' | 'offered' | 'placed' | 'withdrawn' | 'expired'

/** What bears on the applications of a programme. */
export interface Placement {
  /** The offers of the programme. */
  readonly offers: readonly Offer[]
  /** The relationships of the programme. */
  readonly relationships: readonly Relationship[]
  /** The most relationships that the person has room for in the role; 1 when absent. */
  readonly places?: number
}

/**
 * Gives where an application stands on a day, from what was offered and begun since it was made.
 *
 * Withdrawn, and nothing else, once the person said so. Placed while relationships fill the places: those under way and,
 * for a mentee or peer, those completed, because their wish is met then. Offered while they and open offers fill them. Else
 * waiting, also again after a decline, an expired offer, or a relationship that ended in any other way; expired once the day is past
 * on which the person would no longer wait.
 *
 * @example
 * ```ts
 * import { applicationStatus } from '@mentoring-commons/mentoring'
 *
 * const application = { id: 'a1', programmeId: 'p1', personId: 'ada', role: 'mentee' as const, appliedOn: '2026-01-05', waitsUntil: '2026-06-30', questionsVersion: 1, answers: [] }
 * applicationStatus(application, { offers: [], relationships: [] }, '2026-06-30') //=> "waiting"
 * applicationStatus(application, { offers: [], relationships: [] }, '2026-07-01') //=> "expired"
 * ```
 */
export function applicationStatus(application: Application, placement: Placement, on: string): ApplicationStatus {
  const { personId, role, programmeId, appliedOn, waitsUntil, withdrawnOn } = application
  const { offers, relationships, places = 1 } = placement
  if (withdrawnOn !== undefined && withdrawnOn <= on) return 'withdrawn'
  const holds = ({ participants }: Pick<Offer, 'participants'>) =>
    participants.some((one) => one.personId === personId && one.role === role)
  const known = new Set(relationships.map((one) => one.id))
  const offered = offers.filter(
    (offer) =>
      offer.programmeId === programmeId &&
      holds(offer) &&
      !known.has(offer.id) &&
      (isOpen(offer) || offer.status === 'accepted'),
  ).length
  const placed = relationships.filter((one) => holds(one) && fills(one, application, appliedOn)).length
  if (placed >= places) return 'placed'
  if (placed + offered >= places) return 'offered'
  return waitsUntil !== undefined && on > waitsUntil ? 'expired' : 'waiting'
}

function fills(relationship: Relationship, { role }: Application, appliedOn: string): boolean {
  switch (relationship.status) {
    case 'proposed':
    case 'offered':
    case 'forming':
    case 'active':
    case 'paused':
    case 'winding-down':
      return true
    case 'ended': {
      const wishIsMet = role === 'mentee' || role === 'peer'
      return wishIsMet && relationship.reason === 'completed' && relationship.on >= appliedOn
    }
    default:
      return false
  }
}
