import { meanOf } from '../../measures/mean.ts'
import type { Refusal, Result } from '../../refusal.ts'
import { checkPairs } from '../estimate/check-pairs.ts'
import { checkValues } from '../estimate/check-values.ts'
import type { Interval } from '../estimate/interval.ts'
import { noVariation } from '../estimate/no-variation.ts'
import { type HedgesCorrection, hedgesFactor } from './hedges-correction.ts'
import { noncentralInterval } from './noncentral-interval.ts'

/** A difference of means in units of a standard deviation: first less second. */
export interface StandardisedDifference {
  /** Which standard deviation, and which correction. */
  readonly method: string
  /** The number of pairs, or of values in both groups together. */
  readonly n: number
  readonly estimate: number
  readonly interval: Interval
}

/** A standardised difference of two groups, with how many are in each. */
export interface TwoSampleDifference extends StandardisedDifference {
  readonly nFirst: number
  readonly nSecond: number
}

interface Parts {
  readonly difference: number
  /** What the difference is divided by. */
  readonly unit: number
  /** The standard error of the difference. */
  readonly error: number
  readonly df: number
}

/** The standardised difference of these parts, or why there is none. */
export function standardised(
  { difference, unit, error, df }: Parts,
  size: number,
  { level, correction }: { readonly level: number; readonly correction: HedgesCorrection },
): { readonly estimate: number; readonly interval: Interval } | { readonly refusal: Refusal } {
  if (!(error > 10 * Number.EPSILON * size && unit > 10 * Number.EPSILON * size))
    return { refusal: noVariation('All values, or all differences, are the same') }
  const factor = hedgesFactor(df, correction)
  const interval = noncentralInterval(difference / error, df, (error / unit) * factor, level)
  return { estimate: (difference / unit) * factor, interval }
}

/** The refusal of a correction that needs more values, or nothing. */
export function checkCorrection(df: number, correction: HedgesCorrection): Refusal | undefined {
  if (correction === 'none' || df >= 2) return undefined
  return {
    code: 'too-few-values',
    message: "Hedges' correction needs three pairs at least, and there are two. Give the uncorrected difference.",
    path: ['first'],
  }
}

/** The means and standard deviations of two groups of at least two values. */
export function groupsOf(first: readonly number[], second: readonly number[]) {
  const wrong = checkValues(first, 'first', 2) ?? checkValues(second, 'second', 2)
  if (wrong !== undefined) return { refusal: wrong }
  return { a: summaryOf(first), b: summaryOf(second) }
}

/** The means and standard deviations of at least two pairs and of their differences. */
export function pairsOf(first: readonly number[], second: readonly number[]) {
  const wrong = checkPairs(first, second, 2)
  if (wrong !== undefined) return { refusal: wrong }
  const change = summaryOf(first.map((value, place) => value - (second[place] ?? 0)))
  return { a: summaryOf(first), b: summaryOf(second), change }
}

function summaryOf(values: readonly number[]) {
  const { mean, n, sd = 0 } = meanOf(values)
  return { mean, n, sd }
}

/** A result of these parts with its name and sizes. */
export function answer<Sizes extends { readonly n: number }>(
  method: string,
  sizes: Sizes,
  found: ReturnType<typeof standardised>,
): Result<StandardisedDifference & Sizes> {
  return 'refusal' in found ? found : { value: { method, ...sizes, ...found } }
}
