import { findRoot } from '../special/find-root.ts'
import { gammaTails } from '../special/gamma-tails.ts'
import { pickTail, smallerTail, type TailOptions } from '../special/tails.ts'
import { finite, positive } from './check-parameter.ts'

/** The degrees of freedom of a chi-square distribution, which need not be whole. */
export interface ChiSquareOptions extends TailOptions {
  readonly df: number
}

/**
 * The probability that chi-square with `df` degrees of freedom is at most `x`, or above it with `tail: 'upper'`.
 *
 * Source: incomplete gamma function, DLMF 8.9.2 and 8.11.4. Throws a RangeError unless `x` is finite and `df` above 0.
 *
 * @example
 * ```ts
 * import { chiSquareProbability } from '@mentoring-commons/reporting/statistics'
 *
 * chiSquareProbability(5.2156862745098, { df: 1, tail: 'upper' }).toPrecision(10) //=> "0.02238401069"
 * chiSquareProbability(1390, { df: 2, tail: 'upper' }).toPrecision(6) //=> "1.46331e-302"
 * ```
 */
export function chiSquareProbability(x: number, { df, ...options }: ChiSquareOptions): number {
  return pickTail(gammaTails(positive(df, 'df') / 2, finite(x, 'x') / 2), options)
}

/**
 * The point that chi-square stays below with probability `p`, or exceeds with `tail: 'upper'`.
 *
 * Found as the root of the smaller tail; 0 stands for less than 5e-324. Throws a RangeError unless 0 < p < 1 and `df` above 0.
 *
 * @example
 * ```ts
 * import { chiSquareQuantile } from '@mentoring-commons/reporting/statistics'
 *
 * chiSquareQuantile(0.95, { df: 1 }).toPrecision(10) //=> "3.841458821"
 * ```
 */
export function chiSquareQuantile(p: number, { df, tail }: Omit<ChiSquareOptions, 'log'>): number {
  const smaller = smallerTail(p, tail)
  const a = positive(df, 'df') / 2
  const wanted = Math.log(smaller.p)
  const sign = smaller.tail === 'lower' ? 1 : -1
  const excess = (logX: number) => sign * (gammaTails(a, Math.exp(logX))[smaller.tail] - wanted)
  const logLeast = -744
  if (excess(logLeast) >= 0) return 0
  return 2 * Math.exp(findRoot(excess, logLeast, 709))
}
