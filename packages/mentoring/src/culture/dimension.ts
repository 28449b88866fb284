import { identifierRefusal } from '../identifier.ts'
import { dateRefusal } from '../iso-date.ts'
import { type ParticipantRole, participantRoles } from '../people/participant.ts'
import { fieldsRefusal, listedRefusal } from '../read-fields.ts'
import { type Result, refuse } from '../refusal.ts'

/** One dimension along which a relationship may be read, with what its poles mean in words of our own. */
export interface Dimension {
  readonly key: string
  /** The pole of readings below 0. */
  readonly low: string
  /** The pole of readings above 0. */
  readonly high: string
  readonly about: string
}

/** The five dimensions, as data. No pole is better; a relationship may move along each. */
export const dimensions = [
  { key: 'open-closed', low: 'closed', high: 'open', about: 'whether any matter may be talked about, or only some' },
  { key: 'public-private', low: 'private', high: 'public', about: 'whether others know that the two meet' },
  { key: 'formal-informal', low: 'informal', high: 'formal', about: 'whether time, place and course are arranged' },
  { key: 'active-passive', low: 'passive', high: 'active', about: 'whether somebody does something after they met' },
  {
    key: 'stable-unstable',
    low: 'unstable',
    high: 'stable',
    about: 'whether each can count on the other to keep to it',
  },
] as const satisfies readonly Dimension[]

/** Which dimension is read. */
export type DimensionKey = (typeof dimensions)[number]['key']

/** Where the dimensions come from, and how sure their wording is. */
export const dimensionsSource = {
  source: 'Garvey 1994, A dose of mentoring, Education + Training 36; the glosses of the poles are from memory.',
  certainty: 'M',
} as const

/** How one party reads one relationship along one dimension on one day. The other party may read it otherwise. */
export interface DimensionReading {
  readonly relationshipId: string
  readonly party: ParticipantRole
  readonly dimension: DimensionKey
  /** A whole number from -2 (the low pole) to 2 (the high one). */
  readonly reading: number
  readonly on: string
}

/**
 * Gives a reading of a relationship by one of its parties. It says which role reads, and has no place for who.
 *
 * @example
 * ```ts
 * import { readDimension } from '@mentoring-commons/mentoring'
 *
 * const reading = { relationshipId: 'r1', party: 'mentee' as const, dimension: 'open-closed' as const, reading: -3, on: '2025-03-01' }
 * const read = readDimension(reading)
 * 'refusal' in read && read.refusal.code //=> "reading-out-of-range"
 * ```
 */
export function readDimension(input: DimensionReading): Result<DimensionReading> {
  const keys = dimensions.map(({ key }) => key)
  const refusal =
    fieldsRefusal(input, ['relationshipId', 'party', 'dimension', 'reading', 'on'], '') ??
    identifierRefusal(input.relationshipId, 'relationshipId') ??
    listedRefusal(input.party, participantRoles, 'party') ??
    listedRefusal(input.dimension, keys, 'dimension') ??
    dateRefusal(input.on, 'on')
  if (refusal) return { refusal }
  if (Number.isSafeInteger(input.reading) && Math.abs(input.reading) <= 2) return { value: input }
  const message = `${JSON.stringify(input.reading)} is no reading: give a whole number from -2 to 2.`
  return refuse('reading-out-of-range', message, 'reading')
}
