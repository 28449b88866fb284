import { peopleOf } from '../people/participant.ts'
import { peopleAskedFirst } from '../relationship/outstanding.ts'
import { isOpen, type Offer } from './offer.ts'

/**
 * Gives the people whom an offer waits for now, in the order of its participants; nobody where it is not open.
 *
 * @example
 * ```ts
 * import { type Offer, peopleAsked } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const days = { madeOn: '2026-01-05', askedOn: '2026-01-05', answerBy: '2026-01-19' }
 * const offer: Offer = { id: 'o1', programmeId: 'p1', kind: 'dyad', participants, status: 'with-mentees', accepted: [], ...days }
 * peopleAsked(offer) //=> ["ada"]
 * ```
 */
export function peopleAsked(offer: Offer): readonly string[] {
  if (!isOpen(offer)) return []
  const { status, participants, accepted } = offer
  const asked = status === 'with-mentees' ? peopleAskedFirst(participants) : peopleOf(participants)
  return asked.filter((person) => !accepted.some((act) => act.personId === person))
}
