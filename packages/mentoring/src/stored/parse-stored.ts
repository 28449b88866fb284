import type { Result } from '../refusal.ts'
import { parseShape } from '../shape/parse-shape.ts'
import { type StoredNoun, type StoredValues, storedShapes } from './stored-shapes.ts'

/**
 * Gives a stored JSON value as what its name says, or where its shape differs; a field that the shape does not name is refused, with
 * `content-is-never-kept` or `never-measured`, and why, where its name tells that it holds what is never kept. Only the shape
 * is looked at: `parseRelationship` also looks at the order of days, and the functions that make a value at all the rest.
 *
 * @example
 * ```ts
 * import { parseStored } from '@mentoring-commons/mentoring'
 *
 * const met = { id: 'm1', relationshipId: 'r1', heldOn: '2026-02-03', durationMinutes: 60, mode: 'online', topics: [] }
 * 'value' in parseStored('meeting', met) //=> true
 * const telling = parseStored('meeting', { ...met, summary: 'what was said' })
 * 'refusal' in telling && telling.refusal.code //=> "content-is-never-kept"
 * const rated = parseStored('meeting', { ...met, menteeRating: 4 })
 * 'refusal' in rated && rated.refusal.code //=> "never-measured"
 * ```
 */
export function parseStored<N extends StoredNoun>(noun: N, stored: unknown): Result<StoredValues[N]> {
  if (!Object.hasOwn(storedShapes, noun)) {
    throw new TypeError(
      `${JSON.stringify(noun)} is nothing that is kept: use one of ${Object.keys(storedShapes).join(', ')}`,
    )
  }
  return parseShape<StoredValues[N]>(stored, storedShapes[noun])
}
