const places = 9
const one = 10n ** BigInt(places)

/**
 * A count to the nearest multiple of 5, halves up, below 2.5 to 0: rules 1 to 3 of the HESA Services standard rounding methodology.
 *
 * Works on headcounts and on decimals (FTE, FPE) alike: the value is read to nine decimal places, so that the dust of binary sums
 * (`2.4999999999999996` for 0.8 + 1.7) does not decide a half. Throws a RangeError for a negative or infinite value.
 *
 * @example
 * ```ts
 * import { roundCount } from '@mentoring-commons/reporting'
 *
 * [2.4999, 2.5, 7, 7.5, 22.4].map(roundCount) //=> [0, 5, 5, 10, 20]
 * ```
 */
export function roundCount(value: number): number {
  const exact = decimal(value)
  return Number(((exact * 2n + 5n * one) / (10n * one)) * 5n)
}

/**
 * A share as a whole percent, halves up, from the unrounded counts. Throws a RangeError unless both are whole and `0 <= count <= n`, `n > 0`.
 *
 * @example
 * ```ts
 * import { wholePercent } from '@mentoring-commons/reporting'
 *
 * wholePercent(1, 8) //=> 13
 * ```
 */
export function wholePercent(count: number, n: number): number {
  if (!(Number.isSafeInteger(count) && Number.isSafeInteger(n) && n > 0 && count >= 0 && count <= n))
    throw new RangeError(`${count} of ${n} is no share.`)
  return Math.floor((200 * count + n) / (2 * n))
}

/**
 * Whether a value reaches a threshold, both read to nine decimal places.
 *
 * @example
 * ```ts
 * import { reaches } from '@mentoring-commons/reporting'
 *
 * reaches(22.4, 22.5) //=> false
 * reaches(22.2 + 0.3, 22.5) //=> true
 * ```
 */
export function reaches(value: number, threshold: number): boolean {
  return decimal(value) >= decimal(threshold)
}

function decimal(value: number): bigint {
  if (!(value >= 0 && value < 1e15)) throw new RangeError(`${value} is no count.`)
  return BigInt(value.toFixed(places).replace('.', ''))
}
