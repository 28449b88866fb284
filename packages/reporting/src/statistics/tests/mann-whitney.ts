import type { Refusal, Result } from '../../refusal.ts'
import { normalQuantile } from '../distributions/normal.ts'
import type { Alternative, TestOptions } from '../estimate/alternative.ts'
import { checkValues } from '../estimate/check-values.ts'
import type { Bound, Interval } from '../estimate/interval.ts'
import { noVariation } from '../estimate/no-variation.ts'
import { kthDifference, medianOf } from '../ranks/kth-smallest.ts'
import { midRanks, tieTerm } from '../ranks/mid-ranks.ts'
import { between, chosenSums } from '../ranks/sum-distribution.ts'
import { normalRankP } from './normal-rank-p.ts'
import { rankInterval } from './rank-interval.ts'
import type { NormalRankOptions } from './signed-rank.ts'

/** A Mann-Whitney test (Wilcoxon rank sum test) of two groups: first less second. */
export interface MannWhitneyTest {
  readonly method: string
  /** The number of values in both groups together. */
  readonly n: number
  readonly nFirst: number
  readonly nSecond: number
  /** Whether some values are the same. */
  readonly tied: boolean
  /** The median of all differences between a first and a second value (Hodges and Lehmann). */
  readonly estimate: number
  readonly interval: Interval<Bound>
  /** The number of pairs in which the first value is above the second, equal ones counting a half (U). */
  readonly statistic: number
  readonly p: number
  readonly alternative: Alternative
}

interface Groups {
  readonly first: readonly number[]
  readonly second: readonly number[]
  readonly ranks: readonly number[]
  readonly ties: readonly number[]
  readonly rankSum: number
}

function groupsOf(
  first: readonly number[],
  second: readonly number[],
): { readonly value: Groups } | { readonly refusal: Refusal } {
  const wrong = checkValues(first, 'first', 1) ?? checkValues(second, 'second', 1)
  if (wrong !== undefined) return { refusal: wrong }
  const { ranks, ties } = midRanks([...first, ...second])
  if (ties[0] === ranks.length) return { refusal: noVariation('All values are the same') }
  const rankSum = ranks.slice(0, first.length).reduce((sum, rank) => sum + rank, 0)
  const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b)
  return { value: { first: ascending(first), second: ascending(second), ranks, ties, rankSum } }
}

function told({ first, second, ties, rankSum }: Groups) {
  const [nFirst, nSecond] = [first.length, second.length]
  const size = nFirst * nSecond
  const kth = (k: number) => kthDifference(first, second, k)
  const statistic = rankSum - (nFirst * (nFirst + 1)) / 2
  const facts = {
    n: nFirst + nSecond,
    nFirst,
    nSecond,
    tied: ties.length > 0,
    estimate: medianOf(size, kth),
    statistic,
  }
  return { all: { size, kth }, facts }
}

/** How many of the smallest values of U together stay within a probability. */
function exactDepth(first: number, second: number): ((outside: number) => number) | undefined {
  const natural = Array.from({ length: first + second }, (_, place) => place + 1)
  const sums = chosenSums(natural, first)?.probabilities.slice((first * (first + 1)) / 2)
  if (sums === undefined) return undefined
  return (outside) => {
    let [depth, total] = [0, 0]
    for (const probability of sums) {
      total += probability
      if (total > outside * (1 + 1e-12)) break
      depth++
    }
    return depth
  }
}

/**
 * The exact Mann-Whitney test of two groups, with ties: equal values share their ranks, and the statistic is held against all ways to
 * choose the first group among these ranks. Two-sided are all that lie as far from the expectation or farther.
 *
 * Sources: H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18 (1947), 50-60; the shift algorithm of Streitberg and
 * Röhmel (1986); as `wilcox.exact` of the R package exactRankTests. The interval lies between differences of the values and holds its
 * level or more, with ties too (Hollander and Wolfe 1999, 4.3). An end is `unbounded` where too few values reach the level. Refuses
 * `too-few-values`, `value-not-finite`, `no-variation` (all values the same) and `too-large-for-exact` (above about 100 in each group).
 * Throws a RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { mannWhitneyExact } from '@mentoring-commons/reporting/statistics'
 *
 * const test = mannWhitneyExact([4, 5, 5, 3], [1, 2, 3])
 * 'value' in test && [test.value.statistic, test.value.p.toPrecision(6), test.value.estimate] //=> [11.5, "0.0857143", 2]
 * ```
 */
export function mannWhitneyExact(
  first: readonly number[],
  second: readonly number[],
  { alternative = 'two-sided', level = 0.95 }: TestOptions = {},
): Result<MannWhitneyTest> {
  const found = groupsOf(first, second)
  if ('refusal' in found) return found
  const { ranks, rankSum } = found.value
  const sums = chosenSums(ranks, first.length)
  const depth = exactDepth(first.length, second.length)
  if (sums === undefined || depth === undefined)
    return {
      refusal: {
        code: 'too-large-for-exact',
        message: `${first.length} and ${second.length} values are too many for the exact test. Use mannWhitneyNormal, which is as good for so many.`,
      },
    }
  const expected = (first.length * (ranks.length + 1)) / 2
  const far = Math.abs(rankSum - expected)
  const most = Number.MAX_SAFE_INTEGER
  const p = {
    'two-sided': () =>
      far === 0 ? 1 : Math.min(1, between(sums, 0, expected - far) + between(sums, expected + far, most)),
    less: () => between(sums, 0, rankSum),
    greater: () => between(sums, rankSum, most),
  }[alternative]()
  const { all, facts } = told(found.value)
  const method = 'differences of the values, exact rank sum distribution'
  const interval = rankInterval(all, depth, { alternative, level, method })
  return { value: { method: 'exact Mann-Whitney test', ...facts, interval, p, alternative } }
}

/**
 * The Mann-Whitney test of two groups by the normal distribution, with the variance corrected for ties.
 *
 * Source: Hollander and Wolfe (1999), 4.1; p as `wilcox.test(exact = FALSE)` of R, with or without `continuity`. The interval lies
 * between the differences whose places the normal distribution gives. Refuses `too-few-values`, `value-not-finite` and `no-variation`
 * (all values the same). Throws a RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { mannWhitneyNormal } from '@mentoring-commons/reporting/statistics'
 *
 * const test = mannWhitneyNormal([4, 5, 5, 3], [1, 2, 3], { continuity: true })
 * 'value' in test && [test.value.statistic, test.value.p.toPrecision(6)] //=> [11.5, "0.0718282"]
 * ```
 */
export function mannWhitneyNormal(
  first: readonly number[],
  second: readonly number[],
  { alternative = 'two-sided', level = 0.95, continuity }: NormalRankOptions,
): Result<MannWhitneyTest> {
  const found = groupsOf(first, second)
  if ('refusal' in found) return found
  const { ties } = found.value
  const { all, facts } = told(found.value)
  const n = facts.n
  const variance = (all.size / 12) * (n + 1 - tieTerm(ties) / (n * (n - 1)))
  const p = normalRankP(facts.statistic - all.size / 2, Math.sqrt(variance), alternative, continuity)
  const depth = (outside: number) =>
    Math.round(all.size / 2 + normalQuantile(outside) * Math.sqrt((all.size * (n + 1)) / 12))
  const method = 'differences of the values, normal approximation'
  const interval = rankInterval(all, depth, { alternative, level, method })
  const name = `Mann-Whitney test, normal approximation ${continuity ? 'with' : 'without'} continuity correction`
  return { value: { method: name, ...facts, interval, p, alternative } }
}
