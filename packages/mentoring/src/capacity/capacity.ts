import { dateRefusal } from '../iso-date.ts'
import type { Offer } from '../offer/offer.ts'
import { type ParticipantRole, participantRoles } from '../people/participant.ts'
import { type Result, refuse } from '../refusal.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { parseShape } from '../shape/parse-shape.ts'
import { day, id, listed, type ObjectShape, object, whole } from '../shape/shape.ts'
import { loadOf } from './load-of.ts'

/** How many relationships somebody carries at most in a role, from a day until the next such value; 0 for none. */
export interface Capacity {
  readonly personId: string
  readonly role: ParticipantRole
  readonly from: string
  /** A whole number from 0 to 1000. A group counts as one. */
  readonly relationshipsMax: number
}

/** The declared shape of a capacity. */
export const capacityShape: ObjectShape<Capacity> = object<Capacity>({
  personId: id,
  role: listed(participantRoles),
  from: day,
  relationshipsMax: whole(0, 1000),
})

/**
 * Gives a capacity that may be added to those of the person: never below what they carry already, so that what is true
 * stays allowed. End, hand over or withdraw something first. A value for the same day replaces the earlier one.
 *
 * @example
 * ```ts
 * import { setCapacity } from '@mentoring-commons/mentoring'
 *
 * const capacity = { personId: 'mia', role: 'mentor' as const, from: '2026-01-01', relationshipsMax: 2 }
 * 'value' in setCapacity(capacity, [], []) //=> true
 * ```
 */
export function setCapacity(
  input: Capacity,
  offers: readonly Offer[],
  relationships: readonly Relationship[],
): Result<Capacity> {
  const parsed = parseShape(input, capacityShape)
  if ('refusal' in parsed) return parsed
  const { personId, role, relationshipsMax } = input
  const { total } = loadOf({ personId, role }, offers, relationships)
  if (relationshipsMax >= total) return { value: { personId, role, from: input.from, relationshipsMax } }
  const message = `"${personId}" carries ${total} as ${role}, more than ${relationshipsMax}: end, hand over or withdraw ${total - relationshipsMax} first.`
  return refuse('capacity-below-load', message, 'relationshipsMax')
}

/**
 * Gives the most relationships that somebody can carry in a role from a day on: the least of what holds on that day and
 * of every later value, because what begins now may still run then; nothing where they have said nothing for that day.
 * Throws for what is no day.
 */
export function capacityFrom(
  { personId, role }: Pick<Capacity, 'personId' | 'role'>,
  capacities: readonly Capacity[],
  on: string,
): number | undefined {
  const wrong = dateRefusal(on, 'on')
  if (wrong) throw new TypeError(wrong.message)
  const own = capacities.filter((one) => one.personId === personId && one.role === role)
  const now = own
    .filter((one) => one.from <= on)
    .reduce<Capacity | undefined>((a, b) => (a && a.from > b.from ? a : b), undefined)
  if (now === undefined) return undefined
  const latestOfDay = new Map(own.map((one) => [one.from, one.relationshipsMax]))
  const later = [...latestOfDay].filter(([from]) => from > on).map(([, most]) => most)
  return Math.min(now.relationshipsMax, ...later)
}
