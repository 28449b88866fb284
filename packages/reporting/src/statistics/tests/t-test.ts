import { meanOf } from '../../measures/mean.ts'
import type { Refusal, Result } from '../../refusal.ts'
import { studentTails, tQuantile } from '../distributions/student.ts'
import type { Alternative, TestOptions } from '../estimate/alternative.ts'
import { checkLevel } from '../estimate/check-level.ts'
import { checkPairs } from '../estimate/check-pairs.ts'
import { checkValues } from '../estimate/check-values.ts'
import type { Bound, Interval } from '../estimate/interval.ts'
import { noVariation } from '../estimate/no-variation.ts'

/** A t test of a difference of means: first less second. */
export interface TTest {
  readonly method: string
  /** The number of pairs. */
  readonly n: number
  /** The mean difference. */
  readonly estimate: number
  /** Of the mean difference; on one side `unbounded` where the alternative is one-sided. */
  readonly interval: Interval<Bound>
  readonly statistic: number
  readonly df: number
  readonly p: number
  readonly alternative: Alternative
}

/** A t test of two groups, with how many are in each. */
export interface TwoSampleTTest extends TTest {
  /** The number of values in both groups together. */
  readonly n: number
  readonly nFirst: number
  readonly nSecond: number
}

interface Mean {
  readonly estimate: number
  readonly error: number
  readonly df: number
}

function answer({ estimate, error, df }: Mean, { alternative = 'two-sided', level = 0.95 }: TestOptions) {
  const statistic = estimate / error
  const tails = studentTails(statistic, df)
  const outside = (1 - checkLevel(level)) / (alternative === 'two-sided' ? 2 : 1)
  const reach = tQuantile(outside, { df, tail: 'upper' }) * error
  const ends = {
    'two-sided': { p: 2 * Math.exp(Math.min(tails.lower, tails.upper)), low: estimate - reach, high: estimate + reach },
    less: { p: Math.exp(tails.lower), low: 'unbounded', high: estimate + reach },
    greater: { p: Math.exp(tails.upper), low: estimate - reach, high: 'unbounded' },
  } as const
  const { p, low, high } = ends[alternative]
  return {
    estimate,
    interval: { level, low, high, method: "Student's t" },
    statistic,
    df,
    p: Math.min(1, p),
    alternative,
  }
}

function constant(error: number, size: number): Refusal | undefined {
  return error > 10 * Number.EPSILON * size ? undefined : noVariation('All values, or all differences, are the same')
}

/**
 * The paired t test: whether the mean of the differences first - second is 0, with that mean and its interval.
 *
 * Source: Student, "The probable error of a mean", Biometrika 6 (1908), 1-25; as `t.test(paired = TRUE)` of R. Refuses
 * `lengths-differ`, `too-few-values` (fewer than two pairs), `value-not-finite` and `no-variation` (all differences the same). Throws
 * a RangeError unless `level` lies between 0 and 1. A `p` of 0 stands for less than 5e-324.
 *
 * @example
 * ```ts
 * import { pairedTTest } from '@mentoring-commons/reporting/statistics'
 *
 * const test = pairedTTest([4, 5, 5, 3, 4, 5], [3, 3, 4, 3, 2, 4])
 * 'value' in test && [test.value.n, test.value.df, test.value.p.toPrecision(6)] //=> [6, 5, "0.0126766"]
 * ```
 */
export function pairedTTest(
  first: readonly number[],
  second: readonly number[],
  options: TestOptions = {},
): Result<TTest> {
  const wrong = checkPairs(first, second, 2)
  if (wrong !== undefined) return { refusal: wrong }
  const { mean, n, sd = 0 } = meanOf(first.map((value, place) => value - (second[place] ?? 0)))
  const error = sd / Math.sqrt(n)
  const still = constant(error, Math.abs(mean))
  if (still !== undefined) return { refusal: still }
  return { value: { method: 'paired t test', n, ...answer({ estimate: mean, error, df: n - 1 }, options) } }
}

/**
 * Welch's t test: whether two groups have the same mean, without supposing that they vary alike; with the difference of the means,
 * first less second, and its interval.
 *
 * Source: B. L. Welch, Biometrika 34 (1947), 28-35, degrees of freedom by Satterthwaite; as `t.test` of R. Refuses `too-few-values`
 * (fewer than two in a group), `value-not-finite` and `no-variation` (both groups constant). Throws a RangeError unless `level` lies
 * between 0 and 1. A `p` of 0 stands for less than 5e-324.
 *
 * @example
 * ```ts
 * import { welchTTest } from '@mentoring-commons/reporting/statistics'
 *
 * const test = welchTTest([4, 5, 5, 3, 4], [3, 3, 4, 3, 2, 4])
 * 'value' in test && [test.value.n, test.value.df.toPrecision(6), test.value.p.toPrecision(6)] //=> [11, "8.22331", "0.0644493"]
 * ```
 */
export function welchTTest(
  first: readonly number[],
  second: readonly number[],
  options: TestOptions = {},
): Result<TwoSampleTTest> {
  const wrong = checkValues(first, 'first', 2) ?? checkValues(second, 'second', 2)
  if (wrong !== undefined) return { refusal: wrong }
  const [a, b] = [meanOf(first), meanOf(second)]
  const [ea, eb] = [(a.sd ?? 0) / Math.sqrt(a.n), (b.sd ?? 0) / Math.sqrt(b.n)]
  const error = Math.hypot(ea, eb)
  const still = constant(error, Math.max(Math.abs(a.mean), Math.abs(b.mean)))
  if (still !== undefined) return { refusal: still }
  const df = 1 / ((ea / error) ** 4 / (a.n - 1) + (eb / error) ** 4 / (b.n - 1))
  const sizes = { n: a.n + b.n, nFirst: a.n, nSecond: b.n }
  return {
    value: { method: "Welch's t test", ...sizes, ...answer({ estimate: a.mean - b.mean, error, df }, options) },
  }
}
