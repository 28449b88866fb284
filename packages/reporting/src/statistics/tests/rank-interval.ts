import type { Alternative } from '../estimate/alternative.ts'
import { checkLevel } from '../estimate/check-level.ts'
import type { Bound, Interval } from '../estimate/interval.ts'

/** Numbers in ascending order, known by how many there are and which is the k-th. */
export interface Ordered {
  readonly size: number
  readonly kth: (k: number) => number
}

/**
 * The interval between two of the ordered numbers, of which `depth` tells the place from either end that leaves out a probability; a
 * depth of 0 is beyond the last one. An end that no number can be is unbounded.
 */
export function rankInterval(
  { size, kth }: Ordered,
  depth: (outside: number) => number,
  {
    alternative,
    level,
    method,
  }: { readonly alternative: Alternative; readonly level: number; readonly method: string },
): Interval<Bound> {
  const outside = (1 - checkLevel(level)) / (alternative === 'two-sided' ? 2 : 1)
  const place = Math.min(depth(outside), Math.ceil(size / 2))
  const low = alternative === 'less' || place < 1 ? 'unbounded' : kth(place)
  const high = alternative === 'greater' || place < 1 ? 'unbounded' : kth(size + 1 - place)
  return { level, low, high, method }
}
