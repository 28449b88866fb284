import { chosenSums, type SumDistribution, signedSums } from '../ranks/sum-distribution.ts'
import { pickTail, type TailOptions, type Tails } from '../special/tails.ts'
import { count, finite } from './check-parameter.ts'

/** The number of pairs, none of them alike and no two differences tied. */
export interface SignedRankOptions extends TailOptions {
  readonly n: number
}

/** The sizes of two groups in which no two values are tied. */
export interface RankSumOptions extends TailOptions {
  readonly first: number
  readonly second: number
}

const natural = (n: number) => Array.from({ length: n }, (_, place) => place + 1)

function withoutTies(sums: SumDistribution | undefined, size: number): Float64Array {
  if (sums === undefined) throw new RangeError(`${size} ranks are too many for an exact distribution.`)
  return sums.probabilities
}

const signed = (n: number) => withoutTies(signedSums(natural(count(n, 'n'))), n)

function counted(first: number, second: number): Float64Array {
  const all = count(first, 'first') + count(second, 'second')
  return withoutTies(chosenSums(natural(all), first), all).slice((first * (first + 1)) / 2)
}

function tailsOf(probabilities: Float64Array, most: number): Tails {
  let [lower, upper] = [0, 0]
  for (const [value, probability] of probabilities.entries()) {
    if (value <= most) lower += probability
    else upper += probability
  }
  return { lower: Math.log(Math.min(1, lower)), upper: Math.log(Math.min(1, upper)) }
}

function quantileOf(probabilities: Float64Array, p: number, tail: 'lower' | 'upper'): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, and is not ${p}.`)
  const all = [...probabilities]
  if (p === (tail === 'lower' ? 1 : 0)) return all.findLastIndex((each) => each > 0)
  // A probability that is meant to be equal may differ in its last digits.
  const slack = 64 * Number.EPSILON * p
  let sum = 0
  if (tail === 'lower') {
    let least = 0
    for (sum = all[0] ?? 0; sum < p - slack; sum += all[least] ?? 0) least++
    return least
  }
  let above = all.length - 1
  while (above > 0 && sum + (all[above] ?? 0) <= p + slack) sum += all[above--] ?? 0
  return above
}

/**
 * The probability that the sum of the positive ranks of `n` differences is at most `sum`, or above it with `tail: 'upper'`; no ties, no zeros.
 *
 * Source: the shift algorithm of Streitberg and Röhmel (1986). Throws a RangeError unless `n` is whole and at most 1000.
 *
 * @example
 * ```ts
 * import { signedRankProbability } from '@mentoring-commons/reporting/statistics'
 *
 * signedRankProbability(95, { n: 15, tail: 'upper' }).toPrecision(10) //=> "0.02062988281"
 * ```
 */
export function signedRankProbability(sum: number, { n, ...options }: SignedRankOptions): number {
  return pickTail(tailsOf(signed(n), finite(sum, 'sum')), options)
}

/**
 * The least sum of positive ranks that is not exceeded with probability `p` or more; with `tail: 'upper'`, the least that is exceeded
 * with probability `p` or less.
 *
 * Throws a RangeError unless 0 <= p <= 1 and `n` is whole and at most 1000.
 *
 * @example
 * ```ts
 * import { signedRankQuantile } from '@mentoring-commons/reporting/statistics'
 *
 * signedRankQuantile(0.025, { n: 15 }) //=> 26
 * ```
 */
export function signedRankQuantile(p: number, { n, tail = 'lower' }: Omit<SignedRankOptions, 'log'>): number {
  return quantileOf(signed(n), p, tail)
}

/**
 * The probability that at most `pairs` of all pairs of a first and a second value have the first above the second (Mann and Whitney's
 * U), or more with `tail: 'upper'`; no ties.
 *
 * Source: the shift algorithm of Streitberg and Röhmel (1986). Throws a RangeError unless both sizes are whole, or when they are too
 * large to count: about 130 in each.
 *
 * @example
 * ```ts
 * import { rankSumProbability } from '@mentoring-commons/reporting/statistics'
 *
 * rankSumProbability(1, { first: 4, second: 3 }).toPrecision(10) //=> "0.05714285714"
 * ```
 */
export function rankSumProbability(pairs: number, { first, second, ...options }: RankSumOptions): number {
  return pickTail(tailsOf(counted(first, second), finite(pairs, 'pairs')), options)
}

/**
 * The least number of pairs (Mann and Whitney's U) that is not exceeded with probability `p` or more; with `tail: 'upper'`, the least
 * that is exceeded with probability `p` or less.
 *
 * Throws a RangeError unless 0 <= p <= 1, or when the sizes are not whole or too large to count.
 *
 * @example
 * ```ts
 * import { rankSumQuantile } from '@mentoring-commons/reporting/statistics'
 *
 * rankSumQuantile(0.025, { first: 10, second: 10 }) //=> 24
 * ```
 */
export function rankSumQuantile(p: number, { first, second, tail = 'lower' }: Omit<RankSumOptions, 'log'>): number {
  return quantileOf(counted(first, second), p, tail)
}
