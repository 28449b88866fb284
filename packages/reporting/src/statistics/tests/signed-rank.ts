import type { Refusal, Result } from '../../refusal.ts'
import { normalQuantile } from '../distributions/normal.ts'
import type { Alternative, TestOptions } from '../estimate/alternative.ts'
import { checkPairs } from '../estimate/check-pairs.ts'
import type { Bound, Interval } from '../estimate/interval.ts'
import { noVariation } from '../estimate/no-variation.ts'
import { kthWalshAverage, medianOf } from '../ranks/kth-smallest.ts'
import { midRanks, tieTerm } from '../ranks/mid-ranks.ts'
import { pairDifferences } from '../ranks/pair-differences.ts'
import { between, signedSums } from '../ranks/sum-distribution.ts'
import { normalRankP } from './normal-rank-p.ts'
import { rankInterval } from './rank-interval.ts'

/** A Wilcoxon signed rank test of pairs: first less second. */
export interface SignedRankTest {
  readonly method: string
  /** The number of pairs, those without a difference included. */
  readonly n: number
  /** Pairs without a difference, which the test leaves out. */
  readonly zeros: number
  /** Whether some differences are of the same size. */
  readonly tied: boolean
  /** The pseudomedian of the differences (Hodges and Lehmann): the median of the means of all two of them. */
  readonly estimate: number
  readonly interval: Interval<Bound>
  /** The sum of the ranks of the positive differences. */
  readonly statistic: number
  readonly p: number
  readonly alternative: Alternative
}

interface Differences {
  readonly ordered: readonly number[]
  readonly zeros: number
  readonly ranks: readonly number[]
  readonly ties: readonly number[]
  readonly statistic: number
}

function differencesOf(
  first: readonly number[],
  second: readonly number[],
): { readonly value: Differences } | { readonly refusal: Refusal } {
  const wrong = checkPairs(first, second, 1)
  if (wrong !== undefined) return { refusal: wrong }
  const differences = pairDifferences(first, second)
  const ordered = differences.map(({ raw }) => raw).sort((a, b) => a - b)
  const moved = differences.map(({ ranked }) => ranked).filter((difference) => difference !== 0)
  if (moved.length === 0) return { refusal: noVariation('No pair has a difference') }
  const { ranks, ties } = midRanks(moved.map(Math.abs))
  const statistic = ranks.reduce((sum, rank, place) => ((moved[place] ?? 0) > 0 ? sum + rank : sum), 0)
  return { value: { ordered, zeros: ordered.length - moved.length, ranks, ties, statistic } }
}

function told({ ordered, zeros, ties, statistic }: Differences) {
  const size = (ordered.length * (ordered.length + 1)) / 2
  const kth = (k: number) => kthWalshAverage(ordered, k)
  const estimate = medianOf(size, kth)
  return { all: { size, kth }, facts: { n: ordered.length, zeros, tied: ties.length > 0, estimate, statistic } }
}

/** How many of the smallest signed rank sums of `n` together stay within a probability. */
function exactDepth(n: number): ((outside: number) => number) | undefined {
  const sums = signedSums(Array.from({ length: n }, (_, place) => place + 1))
  if (sums === undefined) return undefined
  return (outside) => {
    let [depth, total] = [0, 0]
    for (const probability of sums.probabilities) {
      total += probability
      if (total > outside * (1 + 1e-12)) break
      depth++
    }
    return depth
  }
}

/**
 * The exact Wilcoxon signed rank test of pairs, with ties and zeros: pairs without a difference are left out, equal sizes share their
 * ranks, and the statistic is held against all ways to give these ranks their signs. Differences that agree to ten digits are equal
 * (`digits.rank` of R), as 3.4 - 3.2 and 1.2 - 1 are on paper.
 *
 * Sources: F. Wilcoxon, Biometrics Bulletin 1 (1945), 80-83; the shift algorithm of Streitberg and Röhmel (1986); as `wilcox.exact` of
 * the R package exactRankTests. The interval lies between Walsh averages of all differences and holds its level or more, with ties too
 * (M. Hollander and D. A. Wolfe, "Nonparametric statistical methods", 1999, 3.3). An end is `unbounded` where too few pairs reach the
 * level. Refuses `lengths-differ`, `too-few-values`, `value-not-finite`, `no-variation` (no pair differs) and `too-large-for-exact`
 * (above about 1000 pairs). Throws a RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { signedRankExact } from '@mentoring-commons/reporting/statistics'
 *
 * const test = signedRankExact([4, 5, 5, 3, 4, 5], [3, 3, 4, 3, 2, 4])
 * 'value' in test && [test.value.n, test.value.zeros, test.value.statistic, test.value.p] //=> [6, 1, 15, 0.0625]
 * ```
 */
export function signedRankExact(
  first: readonly number[],
  second: readonly number[],
  { alternative = 'two-sided', level = 0.95 }: TestOptions = {},
): Result<SignedRankTest> {
  const found = differencesOf(first, second)
  if ('refusal' in found) return found
  const { ranks, statistic } = found.value
  const sums = signedSums(ranks)
  const depth = exactDepth(first.length)
  if (sums === undefined || depth === undefined)
    return {
      refusal: {
        code: 'too-large-for-exact',
        message: `${first.length} pairs are too many for the exact test. Use signedRankNormal, which is as good for so many.`,
      },
    }
  const less = between(sums, 0, statistic)
  const greater = between(sums, statistic, Number.MAX_SAFE_INTEGER)
  const p = { 'two-sided': Math.min(1, 2 * Math.min(less, greater)), less, greater }[alternative]
  const { all, facts } = told(found.value)
  const method = 'Walsh averages, exact signed rank distribution'
  const interval = rankInterval(all, depth, { alternative, level, method })
  return { value: { method: 'exact Wilcoxon signed rank test', ...facts, interval, p, alternative } }
}

/** What the normal approximation of a rank test must be told. */
export interface NormalRankOptions extends TestOptions {
  /** Whether the statistic is taken half a step nearer to its expectation. */
  readonly continuity: boolean
}

/**
 * The Wilcoxon signed rank test of pairs by the normal distribution, with the variance corrected for ties: pairs without a difference
 * are left out, and differences that agree to ten digits are equal.
 *
 * Source: M. Hollander and D. A. Wolfe (1999), 3.1; p as `wilcox.test(paired = TRUE, exact = FALSE)` of R, with or without `continuity`.
 * The interval lies between the Walsh averages whose places the normal distribution gives. Refuses `lengths-differ`, `too-few-values`,
 * `value-not-finite` and `no-variation` (no pair differs). Throws a RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { signedRankNormal } from '@mentoring-commons/reporting/statistics'
 *
 * const test = signedRankNormal([4, 5, 5, 3, 4, 5], [3, 3, 4, 3, 2, 4], { continuity: true })
 * 'value' in test && [test.value.statistic, test.value.p.toPrecision(6)] //=> [15, "0.0533369"]
 * ```
 */
export function signedRankNormal(
  first: readonly number[],
  second: readonly number[],
  { alternative = 'two-sided', level = 0.95, continuity }: NormalRankOptions,
): Result<SignedRankTest> {
  const found = differencesOf(first, second)
  if ('refusal' in found) return found
  const { ranks, ties, statistic } = found.value
  const moved = ranks.length
  const squares = (moved * (moved + 1) * (2 * moved + 1)) / 24
  const sd = Math.sqrt(squares - tieTerm(ties) / 48)
  const p = normalRankP(statistic - (moved * (moved + 1)) / 4, sd, alternative, continuity)
  const { all, facts } = told(found.value)
  const n = first.length
  const depth = (outside: number) =>
    Math.round(all.size / 2 + normalQuantile(outside) * Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24))
  const method = 'Walsh averages, normal approximation'
  const interval = rankInterval(all, depth, { alternative, level, method })
  const name = `Wilcoxon signed rank test, normal approximation ${continuity ? 'with' : 'without'} continuity correction`
  return { value: { method: name, ...facts, interval, p, alternative } }
}
