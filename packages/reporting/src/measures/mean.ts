import { sum } from './sum.ts'

/** A mean with how many values it rests on and their standard deviation (n - 1 below the line), absent for a single value. */
export interface Mean {
  readonly mean: number
  readonly n: number
  readonly sd?: number
}

/**
 * The mean of values, with n and standard deviation. Two passes, compensated, over sorted values: the order of rows leaves no trace in the last digit.
 *
 * Throws a RangeError when there is no value.
 *
 * @example
 * ```ts
 * import { meanOf } from '@mentoring-commons/reporting'
 *
 * meanOf([2, 4, 6]) //=> { "mean": 4, "n": 3, "sd": 2 }
 * ```
 */
export function meanOf(values: readonly number[]): Mean {
  return weightedMean(values.map((value) => ({ value, weight: 1 })))
}

/** The mean of values that each stand for some that are alike. */
export function weightedMean(values: readonly { readonly value: number; readonly weight: number }[]): Mean {
  const n = values.reduce((total, { weight }) => total + weight, 0)
  if (n === 0) throw new RangeError('The mean of no values was asked for: [].')
  const ordered = [...values].sort((a, b) => a.value - b.value)
  const mean = sum(ordered.map(({ value, weight }) => value * weight)) / n
  if (n === 1) return { mean, n }
  const squares = sum(ordered.map(({ value, weight }) => weight * (value - mean) ** 2))
  return { mean, n, sd: Math.sqrt(squares / (n - 1)) }
}
