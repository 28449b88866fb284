import type { Result } from '../../refusal.ts'
import type { HedgesCorrection } from './hedges-correction.ts'
import {
  answer,
  checkCorrection,
  pairsOf,
  type StandardisedDifference,
  standardised,
} from './standardised-difference.ts'

/** What a standardised difference of pairs may be told; a level of .95 and no correction when nothing is said. */
export interface PairedDifferenceOptions {
  readonly level?: number
  readonly correction?: HedgesCorrection
}

const corrected = (correction: HedgesCorrection) => (correction === 'none' ? '' : `, ${correction} Hedges correction`)

/**
 * Cohen's d_z of pairs: the mean difference, first less second, in units of the standard deviation of the differences.
 *
 * Source: Cohen (1988), 2.3.5; D. Lakens, Frontiers in Psychology 4 (2013), 863; interval by non-central t; as `cohens_d(paired = TRUE)` of
 * the R package effectsize. It grows with the correlation of the pairs, so that it cannot be held against a d of two groups. Refuses
 * `lengths-differ`, `too-few-values` (fewer than two pairs, with a correction three), `value-not-finite` and `no-variation`. Throws a
 * RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { cohensDz } from '@mentoring-commons/reporting/statistics'
 *
 * const d = cohensDz([4, 5, 5, 3, 4, 5], [3, 3, 4, 3, 2, 4])
 * 'value' in d && [d.value.n, d.value.estimate.toPrecision(5)] //=> [6, "1.5498"]
 * ```
 */
export function cohensDz(
  first: readonly number[],
  second: readonly number[],
  { level = 0.95, correction = 'none' }: PairedDifferenceOptions = {},
): Result<StandardisedDifference> {
  const pairs = pairsOf(first, second)
  if ('refusal' in pairs) return { refusal: pairs.refusal }
  const { mean, sd, n } = pairs.change
  const wrong = checkCorrection(n - 1, correction)
  if (wrong !== undefined) return { refusal: wrong }
  const parts = { difference: mean, unit: sd, error: sd / Math.sqrt(n), df: n - 1 }
  const method = `Cohen's d_z (sd of the differences${corrected(correction)})`
  return answer(method, { n }, standardised(parts, Math.abs(mean), { level, correction }))
}

/**
 * Cohen's d_av of pairs: the mean difference, first less second, in units of the average standard deviation of both sides, which is the
 * mean of the two (`sds`) or the root of the mean of their squares (`variances`).
 *
 * Sources: `sds`: Lakens (2013), equation 10; `variances`: G. Cumming, "Understanding the new statistics" (2012), chapter 11. Interval: J.
 * Algina and H. J. Keselman, Educational and Psychological Measurement 63 (2003), 537-553, by non-central t of the paired t test: an
 * approximation. Refuses as `cohensDz`. Throws a RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { cohensDav } from '@mentoring-commons/reporting/statistics'
 *
 * const d = cohensDav([4, 5, 5, 3, 4, 5], [3, 3, 4, 3, 2, 4], { average: 'sds' })
 * 'value' in d && [d.value.n, d.value.estimate.toPrecision(5)] //=> [6, "1.4869"]
 * ```
 */
export function cohensDav(
  first: readonly number[],
  second: readonly number[],
  { level = 0.95, correction = 'none', average }: PairedDifferenceOptions & { readonly average: 'sds' | 'variances' },
): Result<StandardisedDifference> {
  const pairs = pairsOf(first, second)
  if ('refusal' in pairs) return { refusal: pairs.refusal }
  const { a, b, change } = pairs
  const { mean, sd, n } = change
  const wrong = checkCorrection(n - 1, correction)
  if (wrong !== undefined) return { refusal: wrong }
  const unit = average === 'sds' ? (a.sd + b.sd) / 2 : Math.sqrt((a.sd ** 2 + b.sd ** 2) / 2)
  const parts = { difference: mean, unit, error: sd / Math.sqrt(n), df: n - 1 }
  const name = average === 'sds' ? 'mean of both sds' : 'root of the mean variance'
  const size = Math.max(Math.abs(a.mean), Math.abs(b.mean))
  return answer(
    `Cohen's d_av (${name}${corrected(correction)})`,
    { n },
    standardised(parts, size, { level, correction }),
  )
}
