import type { Bounds, Share } from './bounds.ts'
import { isSmall } from './buckets.ts'
import { wholePercent } from './round.ts'
import type { Unknown } from './unknowns.ts'

/** A percentage that one would like to show, by its counts' places among the unknowns. */
export interface Rate {
  readonly count: number
  readonly among: number
}

/** Wider than this, and not every outcome is gone through. */
const widthMax = 400

/** What a reader sees of a rate: its whole percent, or that it rests on few. */
export function outcomeOf(count: number, among: number): number | 'few' {
  return isSmall(count) || isSmall(among - count) ? 'few' : wholePercent(count, among)
}

/** What a reader learns from an outcome. */
export function shareOf({ count, among }: Rate, outcome: number | 'few'): Share {
  return { kind: 'share', count, among, allows: (k, n) => n > 0 && outcomeOf(k, n) === outcome }
}

/** Everything that a reader could see of a rate, given what is known so far. */
export function outcomesOf(
  { count, among }: Rate,
  { low, high }: Bounds,
  unknowns: readonly Unknown[],
): readonly (number | 'few')[] {
  const truth = outcomeOf(unknowns[count]?.value ?? 0, unknowns[among]?.value ?? 0)
  const [from = 0, to = 0] = [low[among], high[among]]
  const outcomes = new Set<number | 'few'>([truth, 'few'])
  if (to - from <= widthMax)
    for (let n = Math.max(from, 1); n <= to; n += 1)
      for (let k = low[count] ?? 0; k <= Math.min(n, high[count] ?? n); k += 1) outcomes.add(outcomeOf(k, n))
  return [...outcomes]
}
