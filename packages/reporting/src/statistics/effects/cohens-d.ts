import type { Result } from '../../refusal.ts'
import type { HedgesCorrection } from './hedges-correction.ts'
import { answer, groupsOf, standardised, type TwoSampleDifference } from './standardised-difference.ts'

function pooled(
  method: string,
  first: readonly number[],
  second: readonly number[],
  { level, correction }: { readonly level: number; readonly correction: HedgesCorrection },
): Result<TwoSampleDifference> {
  const groups = groupsOf(first, second)
  if ('refusal' in groups) return { refusal: groups.refusal }
  const { a, b } = groups
  const df = a.n + b.n - 2
  const unit = Math.sqrt((a.sd ** 2 * (a.n - 1) + b.sd ** 2 * (b.n - 1)) / df)
  const parts = { difference: a.mean - b.mean, unit, error: unit * Math.sqrt(1 / a.n + 1 / b.n), df }
  const size = Math.max(Math.abs(a.mean), Math.abs(b.mean))
  const sizes = { n: a.n + b.n, nFirst: a.n, nSecond: b.n }
  return answer(method, sizes, standardised(parts, size, { level, correction }))
}

/**
 * Cohen's d of two groups: the difference of their means, first less second, in units of their pooled standard deviation.
 *
 * Source: J. Cohen, "Statistical power analysis for the behavioral sciences" (1988), 2.5.1; interval by non-central t (Steiger and
 * Fouladi 1997); as `cohens_d` of the R package effectsize. Not corrected for small groups: see `hedgesG`. Refuses `too-few-values`
 * (fewer than two in a group), `value-not-finite` and `no-variation`. Throws a RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { cohensD } from '@mentoring-commons/reporting/statistics'
 *
 * const d = cohensD([4, 5, 5, 3, 4], [3, 3, 4, 3, 2, 4])
 * 'value' in d && [d.value.n, d.value.estimate.toPrecision(5), d.value.interval.low.toPrecision(4)] //=> [11, "1.3061", "-0.04968"]
 * ```
 */
export function cohensD(
  first: readonly number[],
  second: readonly number[],
  { level = 0.95 }: { readonly level?: number } = {},
): Result<TwoSampleDifference> {
  return pooled("Cohen's d (pooled sd)", first, second, { level, correction: 'none' })
}

/**
 * Hedges' g of two groups: Cohen's d corrected for the bias of small groups, by the exact factor with gamma functions or by its
 * approximation; the interval is corrected alike.
 *
 * Source: L. V. Hedges, Journal of Educational Statistics 6 (1981), 107-128; as `hedges_g` of the R package effectsize, which has the exact
 * factor. Refuses as `cohensD`. Throws a RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { hedgesG } from '@mentoring-commons/reporting/statistics'
 *
 * const g = hedgesG([4, 5, 5, 3, 4], [3, 3, 4, 3, 2, 4], { correction: 'exact' })
 * 'value' in g && [g.value.n, g.value.estimate.toPrecision(5)] //=> [11, "1.1936"]
 * ```
 */
export function hedgesG(
  first: readonly number[],
  second: readonly number[],
  { level = 0.95, correction }: { readonly level?: number; readonly correction: 'exact' | 'approximate' },
): Result<TwoSampleDifference> {
  return pooled(`Hedges' g (pooled sd, ${correction} correction)`, first, second, { level, correction })
}
