import type { Result } from '../refusal.ts'
import { listLengthMin } from './status-list.ts'

/**
 * An index of a list that no badge has yet, each equally likely, so that neither the order of awards nor their number can be read from
 * it. `taken` holds the indices ever given out, those of badges taken back included; `random` gives numbers from 0 to below 1, hard to
 * guess. Store the index before the badge is issued, unique for its list. Refuses `list-full`: then begin another list.
 *
 * @example
 * ```ts
 * import { drawStatusIndex } from '@mentoring-commons/award/credential'
 *
 * drawStatusIndex(new Set([0, 1]), () => 0).value //=> 2
 * drawStatusIndex(new Set(), () => 0.5).value //=> 65536
 * ```
 */
export function drawStatusIndex(
  taken: ReadonlySet<number>,
  random: () => number,
  length: number = listLengthMin,
): Result<number> {
  if (!Number.isSafeInteger(length) || length < 1) throw new RangeError(`a list has no length of ${length}`)
  const inside = [...taken]
    .filter((index) => Number.isSafeInteger(index) && index >= 0 && index < length)
    .sort((a, b) => a - b)
  const free = length - inside.length
  if (free === 0) {
    const message = `Each of the ${length} places of the list is given out: publish another list, and draw from it.`
    return { refusal: { code: 'list-full', message, path: 'taken' } }
  }
  const chance = random()
  if (!(chance >= 0 && chance < 1)) throw new RangeError(`random gave ${chance}, which is not from 0 to below 1`)
  let index = Math.floor(chance * free)
  for (const given of inside) if (given <= index) index++
  return { value: index }
}
