import type { Refusal, Result } from '../../refusal.ts'
import { binomialDensity, binomialProbability } from '../distributions/binomial.ts'
import { chiSquareProbability } from '../distributions/chi-square.ts'
import { fQuantile } from '../distributions/f.ts'
import type { Alternative, TestOptions } from '../estimate/alternative.ts'
import { checkCounts, type FourfoldTable } from '../estimate/check-counts.ts'
import { checkLevel } from '../estimate/check-level.ts'
import type { Bound, Interval } from '../estimate/interval.ts'
import { noVariation } from '../estimate/no-variation.ts'

/** A McNemar test of pairs with a yes or a no before (rows) and after (columns). */
export interface McNemarTest {
  readonly method: string
  /** The number of pairs. */
  readonly n: number
  /** The pairs that changed, on which alone the test rests. */
  readonly discordant: number
  /** The conditional odds ratio: first row second column, over second row first column; `unbounded` where the latter is 0. */
  readonly estimate: Bound
  readonly interval: Interval<Bound>
  readonly p: number
}

/** The exact one, against its alternative. */
export interface McNemarExactTest extends McNemarTest {
  readonly alternative: Alternative
}

/** The one by chi-square, with its statistic. */
export interface McNemarChiSquareTest extends McNemarTest {
  readonly statistic: number
  readonly df: 1
}

function changesOf(
  table: FourfoldTable,
): { readonly b: number; readonly c: number; readonly n: number } | { readonly refusal: Refusal } {
  const wrong = checkCounts(table)
  if (wrong !== undefined) return { refusal: wrong }
  const [[a, b], [c, d]] = table
  if (b + c === 0) return { refusal: noVariation('No pair changed') }
  return { b, c, n: a + b + c + d }
}

/** The odds of a share whose exact interval (Clopper and Pearson, Biometrika 26, 1934, 404-413) comes from F. */
function oddsInterval(b: number, c: number, level: number, alternative: Alternative): Interval<Bound> {
  const outside = (1 - checkLevel(level)) / (alternative === 'two-sided' ? 2 : 1)
  const f = (df1: number, df2: number) => fQuantile(outside, { df1, df2, tail: 'upper' })
  const low = alternative === 'less' || b === 0 ? 0 : b / ((c + 1) * f(2 * (c + 1), 2 * b))
  const high = alternative === 'greater' || c === 0 ? 'unbounded' : ((b + 1) * f(2 * (b + 1), 2 * c)) / c
  return { level, low, high, method: 'Clopper-Pearson' }
}

const odds = (b: number, c: number): Bound => (c === 0 ? 'unbounded' : b / c)

/**
 * The exact McNemar test: whether as many pairs changed one way as the other, by the binomial distribution of those that changed.
 *
 * Source: Q. McNemar, Psychometrika 12 (1947), 153-157; as `binom.test(b, b + c)` of R, its interval as odds. Refuses `counts-wrong` and
 * `no-variation` (no pair changed). Throws a RangeError unless `level` lies between 0 and 1. A `p` of 0 stands for less than 5e-324.
 *
 * @example
 * ```ts
 * import { mcNemarExact } from '@mentoring-commons/reporting/statistics'
 *
 * const test = mcNemarExact([[20, 3], [11, 16]])
 * 'value' in test && [test.value.n, test.value.discordant, test.value.p.toPrecision(6)] //=> [50, 14, "0.0573730"]
 * ```
 */
export function mcNemarExact(
  table: FourfoldTable,
  { alternative = 'two-sided', level = 0.95 }: TestOptions = {},
): Result<McNemarExactTest> {
  const changes = changesOf(table)
  if ('refusal' in changes) return changes
  const { b, c, n } = changes
  const binomial = { n: b + c, share: 0.5 }
  const less = binomialProbability(b, binomial)
  const greater = binomialProbability(b, { ...binomial, tail: 'upper' }) + binomialDensity(b, binomial)
  const p = { 'two-sided': Math.min(1, 2 * Math.min(less, greater)), less, greater }[alternative]
  const interval = oddsInterval(b, c, level, alternative)
  const method = 'exact McNemar test'
  return { value: { method, n, discordant: b + c, estimate: odds(b, c), interval, p: Math.min(1, p), alternative } }
}

/**
 * The McNemar test by chi-square with one degree of freedom, with or without Edwards' `continuity` correction.
 *
 * Source: McNemar (1947), A. L. Edwards, Psychometrika 13 (1948), 185-187; as `mcnemar.test` of R. Its interval is the exact one.
 * Refuses `counts-wrong` and `no-variation` (no pair changed). Throws a RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { mcNemarChiSquare } from '@mentoring-commons/reporting/statistics'
 *
 * const test = mcNemarChiSquare([[794, 150], [86, 570]], { continuity: true })
 * 'value' in test && [test.value.n, test.value.statistic.toPrecision(10), test.value.p.toPrecision(6)] //=> [1600, "16.81779661", "0.0000411456"]
 * ```
 */
export function mcNemarChiSquare(
  table: FourfoldTable,
  { level = 0.95, continuity }: { readonly level?: number; readonly continuity: boolean },
): Result<McNemarChiSquareTest> {
  const changes = changesOf(table)
  if ('refusal' in changes) return changes
  const { b, c, n } = changes
  const distance = b === c ? 0 : Math.abs(b - c) - (continuity ? 1 : 0)
  const statistic = distance ** 2 / (b + c)
  const p = chiSquareProbability(statistic, { df: 1, tail: 'upper' })
  const method = `McNemar test by chi-square ${continuity ? 'with' : 'without'} continuity correction`
  const interval = oddsInterval(b, c, level, 'two-sided')
  return { value: { method, n, discordant: b + c, estimate: odds(b, c), interval, statistic, df: 1, p } }
}
