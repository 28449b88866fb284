import type { Offer } from '../offer/offer.ts'
import type { Participant } from '../people/participant.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { type Capacity, capacityFrom } from './capacity.ts'
import { loadOf } from './load-of.ts'

/** What is known of who carries how much: all open offers and running relationships of the people asked about, of every programme. */
export interface Carried {
  readonly capacities: readonly Capacity[]
  readonly offers: readonly Offer[]
  readonly relationships: readonly Relationship[]
}

/**
 * Gives how many more relationships somebody can be asked for in a role from a day on: never less than 0, and nothing
 * where they have set no capacity.
 *
 * @example
 * ```ts
 * import { capacityLeft } from '@mentoring-commons/mentoring'
 *
 * const capacities = [{ personId: 'mia', role: 'mentor' as const, from: '2026-01-01', relationshipsMax: 2 }]
 * capacityLeft({ personId: 'mia', role: 'mentor' }, { capacities, offers: [], relationships: [] }, '2026-01-05') //=> 2
 * ```
 */
export function capacityLeft(who: Participant, carried: Carried, on: string): number | undefined {
  const most = capacityFrom(who, carried.capacities, on)
  if (most === undefined) return undefined
  return Math.max(0, most - loadOf(who, carried.offers, carried.relationships).total)
}

/**
 * Gives the people who may be asked to be together from a day on, or why not: each mentor and facilitator has set a capacity and
 * has room, and so has a mentee or peer who has set one. Ask it before every offer, direct proposal and transfer, and save
 * in the same transaction, one at a time for each person, because two questions at once would both be answered with yes.
 *
 * @example
 * ```ts
 * import { mayOffer } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const capacities = [{ personId: 'mia', role: 'mentor' as const, from: '2026-01-01', relationshipsMax: 0 }]
 * const asked = mayOffer(participants, { capacities, offers: [], relationships: [] }, '2026-01-05')
 * 'refusal' in asked && asked.refusal.code //=> "capacity-reached"
 * ```
 */
export function mayOffer(
  participants: readonly Participant[],
  carried: Carried,
  on: string,
): Result<readonly Participant[]> {
  for (const [index, who] of participants.entries()) {
    const refusal = roomRefusal(who, carried, on, `participants[${index}]`)
    if (refusal) return { refusal }
  }
  return { value: participants }
}

function roomRefusal(who: Participant, carried: Carried, on: string, path: string): Refusal | undefined {
  const left = capacityLeft(who, carried, on)
  const mustSay = who.role === 'mentor' || who.role === 'facilitator'
  if (left === undefined) {
    if (!mustSay) return undefined
    const message = `"${who.personId}" has not said how many they can carry as ${who.role}: ask them, and set it.`
    return refuse('capacity-not-set', message, path).refusal
  }
  if (left > 0) return undefined
  const { openOffers, relationships } = loadOf(who, carried.offers, carried.relationships)
  const message = `"${who.personId}" has ${relationships} relationships and ${openOffers} open offers as ${who.role}, and no room for more: ask somebody else, or let an offer go first.`
  return refuse('capacity-reached', message, path).refusal
}
