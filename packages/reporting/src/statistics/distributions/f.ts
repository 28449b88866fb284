import { betaTails } from '../special/beta-tails.ts'
import { findRoot } from '../special/find-root.ts'
import { pickTail, smallerTail, type TailOptions, type Tails } from '../special/tails.ts'
import { finite, positive } from './check-parameter.ts'

/** The degrees of freedom above and below the line of an F ratio, which need not be whole. */
export interface FOptions extends TailOptions {
  readonly df1: number
  readonly df2: number
}

function fTails(f: number, df1: number, df2: number): Tails {
  if (f <= 0) return { lower: Number.NEGATIVE_INFINITY, upper: 0 }
  const ratio = (df1 / df2) * f
  const inverse = df2 / df1 / f
  return ratio > 1
    ? betaTails(1 / (1 + inverse), inverse / (1 + inverse), df1 / 2, df2 / 2)
    : betaTails(ratio / (1 + ratio), 1 / (1 + ratio), df1 / 2, df2 / 2)
}

/**
 * The probability that F with `df1` and `df2` degrees of freedom is at most `f`, or above it with `tail: 'upper'`.
 *
 * Source: incomplete beta function, DLMF 8.17.22. Throws a RangeError unless `f` is finite and both degrees of freedom are above 0.
 *
 * @example
 * ```ts
 * import { fProbability } from '@mentoring-commons/reporting/statistics'
 *
 * fProbability(4.26, { df1: 2, df2: 9, tail: 'upper' }).toPrecision(10) //=> "0.04991003038"
 * ```
 */
export function fProbability(f: number, { df1, df2, ...options }: FOptions): number {
  return pickTail(fTails(finite(f, 'f'), positive(df1, 'df1'), positive(df2, 'df2')), options)
}

/**
 * The point that F stays below with probability `p`, or exceeds with `tail: 'upper'`.
 *
 * Found as the root of the smaller tail; 0 stands for less than 5e-324. Throws a RangeError unless 0 < p < 1, or when the point is
 * too large for a number.
 *
 * @example
 * ```ts
 * import { fQuantile } from '@mentoring-commons/reporting/statistics'
 *
 * fQuantile(0.95, { df1: 2, df2: 9 }).toPrecision(10) //=> "4.256494729"
 * ```
 */
export function fQuantile(p: number, { df1, df2, tail }: Omit<FOptions, 'log'>): number {
  const smaller = smallerTail(p, tail)
  const wanted = Math.log(smaller.p)
  const sign = smaller.tail === 'lower' ? 1 : -1
  const [above, below] = [positive(df1, 'df1'), positive(df2, 'df2')]
  const excess = (logF: number) => sign * (fTails(Math.exp(logF), above, below)[smaller.tail] - wanted)
  const [logLeast, logMost] = [-744, 709.78]
  if (excess(logLeast) >= 0) return 0
  if (excess(logMost) < 0)
    throw new RangeError(`With ${df1} and ${df2} degrees of freedom the point at ${p} is too large for a number.`)
  return Math.exp(findRoot(excess, logLeast, logMost))
}
