import { sizeOf } from '../editions/code-index.ts'
import { type Need, needsAfter } from './need.ts'
import { bitsOf, smallestItems } from './smallest-items.ts'

/**
 * Gives a smallest set of dimensions that meets all needs, of several the one that comes first in the edition's order; nothing
 * when a need asks for more than it names.
 */
export function smallestSet(needs: readonly Need[]): number | undefined {
  // What is asked for whole belongs to every answer; only the rest has to be searched.
  const forced = needs.reduce((mask, need) => (sizeOf(need.mask) === need.count ? mask | need.mask : mask), 0)
  const open = needsAfter(needs, forced)
  const bits = bitsOf(open.reduce((mask, need) => mask | need.mask, 0))
  return smallestItems(open, bits)?.reduce((mask, place) => mask | (bits[place] ?? 0), forced)
}
