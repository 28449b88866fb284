import type { Result } from '../../refusal.ts'
import { answer, groupsOf, standardised, type TwoSampleDifference } from './standardised-difference.ts'

/**
 * Glass's delta: the difference of the means of a group and a control group in units of the standard deviation of the control.
 *
 * Source: G. V. Glass, Educational Researcher 5 (1976), 3-8; interval by non-central t with the control's degrees of freedom, as
 * `glass_delta` of the R package effectsize: an approximation. Refuses `too-few-values` (fewer than two in a group),
 * `value-not-finite` and `no-variation` (the control does not vary). Throws a RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { glassDelta } from '@mentoring-commons/reporting/statistics'
 *
 * const delta = glassDelta([4, 5, 5, 3, 4], [3, 3, 4, 3, 2, 4])
 * 'value' in delta && [delta.value.n, delta.value.estimate.toPrecision(5)] //=> [11, "1.3727"]
 * ```
 */
export function glassDelta(
  first: readonly number[],
  control: readonly number[],
  { level = 0.95 }: { readonly level?: number } = {},
): Result<TwoSampleDifference> {
  const groups = groupsOf(first, control)
  if ('refusal' in groups) return { refusal: groups.refusal }
  const { a, b } = groups
  const parts = {
    difference: a.mean - b.mean,
    unit: b.sd,
    error: Math.hypot(b.sd / Math.sqrt(b.n), a.sd / Math.sqrt(a.n)),
    df: b.n - 1,
  }
  const size = Math.max(Math.abs(a.mean), Math.abs(b.mean))
  const sizes = { n: a.n + b.n, nFirst: a.n, nSecond: b.n }
  return answer("Glass's delta (sd of the control)", sizes, standardised(parts, size, { level, correction: 'none' }))
}
