import type { Result } from '../../refusal.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { checkLevel } from '../estimate/check-level.ts'
import { checkPairs } from '../estimate/check-pairs.ts'
import { checkValues } from '../estimate/check-values.ts'
import type { Interval } from '../estimate/interval.ts'
import { noVariation } from '../estimate/no-variation.ts'
import { midRanks } from '../ranks/mid-ranks.ts'
import { pairDifferences } from '../ranks/pair-differences.ts'

/** A rank-biserial correlation: 1 where all speaks for the first being above the second, -1 where all speaks against it. */
export interface RankBiserial {
  readonly method: string
  /** The number of pairs, or of values in both groups together. */
  readonly n: number
  readonly estimate: number
  readonly interval: Interval
}

/** A rank-biserial correlation of pairs, with how many had no difference and were left out. */
export interface MatchedRankBiserial extends RankBiserial {
  readonly zeros: number
}

/** A rank-biserial correlation of two groups, with how many are in each. */
export interface TwoSampleRankBiserial extends RankBiserial {
  readonly nFirst: number
  readonly nSecond: number
}

/** Fisher's z has no value at 1 and -1: there the other end of the interval is told from half a `step` inside. */
function fisherInterval(estimate: number, error: number, level: number, step: number): Interval {
  const reach = normalQuantile((1 - checkLevel(level)) / 2, { tail: 'upper' }) * error
  const method = "Fisher's z"
  if (Math.abs(estimate) < 1) {
    const z = Math.atanh(estimate)
    return { level, low: Math.tanh(z - reach), high: Math.tanh(z + reach), method }
  }
  const inner = Math.tanh(Math.atanh(1 - step / 2) - reach)
  const inside = `${method}, from half a step inside`
  return estimate > 0
    ? { level, low: inner, high: 1, method: inside }
    : { level, low: -1, high: -inner, method: inside }
}

/**
 * The matched-pairs rank-biserial correlation: the share of the rank sum that is positive less the share that is negative, over the
 * differences first - second that are not 0. Differences that agree to ten digits are equal.
 *
 * Source: D. S. Kerby, Comprehensive Psychology 3 (2014), 11.IT.3.1; interval by Fisher's z as `rank_biserial` of the R package effectsize,
 * but at 1 and -1, where that gives no width, from half a step inside. Refuses `lengths-differ`, `too-few-values`, `value-not-finite` and
 * `no-variation` (no pair differs). Throws a RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { rankBiserialMatched } from '@mentoring-commons/reporting/statistics'
 *
 * const r = rankBiserialMatched([4, 5, 5, 3, 4, 2], [3, 3, 4, 3, 2, 3])
 * 'value' in r && [r.value.n, r.value.zeros, r.value.estimate.toPrecision(5)] //=> [6, 1, "0.73333"]
 * ```
 */
export function rankBiserialMatched(
  first: readonly number[],
  second: readonly number[],
  { level = 0.95 }: { readonly level?: number } = {},
): Result<MatchedRankBiserial> {
  const wrong = checkPairs(first, second, 2)
  if (wrong !== undefined) return { refusal: wrong }
  const moved = pairDifferences(first, second)
    .map(({ ranked }) => ranked)
    .filter((difference) => difference !== 0)
  if (moved.length === 0) return { refusal: noVariation('No pair has a difference') }
  const { ranks } = midRanks(moved.map(Math.abs))
  const m = moved.length
  const all = (m * (m + 1)) / 2
  const balance = ranks.reduce((sum, rank, place) => sum + Math.sign(moved[place] ?? 0) * rank, 0)
  const error = Math.sqrt((2 * m ** 3 + 3 * m ** 2 + m) / 6) / all
  const interval = fisherInterval(balance / all, error, level, 2 / all)
  const sizes = { n: first.length, zeros: first.length - m }
  return { value: { method: 'matched-pairs rank-biserial correlation', ...sizes, estimate: balance / all, interval } }
}

/**
 * The rank-biserial correlation of two groups: the share of pairs in which the first value is above the second less the share in which it
 * is below (Cliff's delta).
 *
 * Source: H. W. Wendt, European Journal of Social Psychology 2 (1972), 463-465; Kerby (2014); interval by Fisher's z as `rank_biserial` of
 * the R package effectsize, but at 1 and -1, where that gives no width, from half a step inside. Refuses `too-few-values`,
 * `value-not-finite` and `no-variation` (all values the same). Throws a RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { rankBiserial } from '@mentoring-commons/reporting/statistics'
 *
 * const r = rankBiserial([4, 5, 5, 3], [1, 2, 3])
 * 'value' in r && [r.value.n, r.value.estimate.toPrecision(5)] //=> [7, "0.91667"]
 * ```
 */
export function rankBiserial(
  first: readonly number[],
  second: readonly number[],
  { level = 0.95 }: { readonly level?: number } = {},
): Result<TwoSampleRankBiserial> {
  const wrong = checkValues(first, 'first', 1) ?? checkValues(second, 'second', 1)
  if (wrong !== undefined) return { refusal: wrong }
  const { ranks, ties } = midRanks([...first, ...second])
  if (ties[0] === ranks.length) return { refusal: noVariation('All values are the same') }
  const [nFirst, nSecond] = [first.length, second.length]
  const all = nFirst * nSecond
  const above = ranks.slice(0, nFirst).reduce((sum, rank) => sum + rank, 0) - (nFirst * (nFirst + 1)) / 2
  const estimate = (2 * above) / all - 1
  const error = Math.sqrt((nFirst + nSecond + 1) / (3 * all))
  const interval = fisherInterval(estimate, error, level, 2 / all)
  const sizes = { n: nFirst + nSecond, nFirst, nSecond }
  return { value: { method: 'rank-biserial correlation', ...sizes, estimate, interval } }
}
