const z = 1.959963984540054

/**
 * The 95 % score interval of a share, in percent: honest for few cases and for shares near 0 and 100, where the usual interval is not.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
 * Association 22 (1927), 209-212; without continuity correction. Throws a RangeError unless `0 <= count <= n` and `n > 0`.
 *
 * @example
 * ```ts
 * import { wilsonInterval } from '@mentoring-commons/reporting'
 *
 * wilsonInterval(0, 10).low //=> 0
 * Math.round(wilsonInterval(0, 10).high) //=> 28
 * ```
 */
export function wilsonInterval(count: number, n: number): { readonly low: number; readonly high: number } {
  if (!(n > 0 && count >= 0 && count <= n)) throw new RangeError(`${count} of ${n} is no share.`)
  const share = count / n
  const middle = share + (z * z) / (2 * n)
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return {
    low: count === 0 ? 0 : (100 * (middle - reach)) / scale,
    high: count === n ? 100 : (100 * (middle + reach)) / scale,
  }
}
