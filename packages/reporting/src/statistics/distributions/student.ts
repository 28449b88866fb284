import { betaTails } from '../special/beta-tails.ts'
import { findRoot } from '../special/find-root.ts'
import { logGamma } from '../special/log-gamma.ts'
import { fromLower, pickTail, smallerTail, type TailOptions, type Tails, turned } from '../special/tails.ts'
import { finite, positive } from './check-parameter.ts'

/** The degrees of freedom of a t distribution, which need not be whole. */
export interface StudentOptions extends TailOptions {
  readonly df: number
}

const halfLogPi = 0.5723649429247001

/** Both tails of Student's t distribution at t. Source: DLMF 8.17, I_x(df/2, 1/2) at x = df / (df + t^2). */
export function studentTails(t: number, df: number): Tails {
  const ratio = Math.abs(t) / Math.sqrt(df)
  const k = df / 2
  if (ratio > 1e9) {
    // Here 1 - x is 1 to the last digit, and its first term is the whole series.
    const beta = logGamma(k) + halfLogPi - logGamma(k + 0.5)
    const logRatio = Math.log(Math.abs(t)) - Math.log(df) / 2
    const beyond = fromLower(-df * logRatio - Math.log(k) - beta - Math.LN2)
    return t < 0 ? beyond : turned(beyond)
  }
  const squared = ratio * ratio
  const beyond = fromLower(betaTails(1 / (1 + squared), squared / (1 + squared), k, 0.5).lower - Math.LN2)
  return t < 0 ? beyond : turned(beyond)
}

/**
 * The probability that Student's t with `df` degrees of freedom is at most `t`, or above it with `tail: 'upper'`.
 *
 * Source: incomplete beta function, DLMF 8.17.22. Throws a RangeError unless `t` is finite and `df` above 0.
 *
 * @example
 * ```ts
 * import { tProbability } from '@mentoring-commons/reporting/statistics'
 *
 * (2 * tProbability(-4.06212768338204, { df: 9 })).toPrecision(12) //=> "0.00283289019738"
 * tProbability(1e250, { df: 1, tail: 'upper' }).toPrecision(6) //=> "3.18310e-251"
 * ```
 */
export function tProbability(t: number, { df, ...options }: StudentOptions): number {
  return pickTail(studentTails(finite(t, 't'), positive(df, 'df')), options)
}

/**
 * The point that Student's t stays below with probability `p`, or exceeds with `tail: 'upper'`.
 *
 * Found as the root of the smaller tail. Throws a RangeError unless 0 < p < 1, or when the point is too large for a number.
 *
 * @example
 * ```ts
 * import { tQuantile } from '@mentoring-commons/reporting/statistics'
 *
 * tQuantile(0.975, { df: 9 }).toPrecision(12) //=> "2.26215716280"
 * ```
 */
export function tQuantile(p: number, { df, tail }: Omit<StudentOptions, 'log'>): number {
  const smaller = smallerTail(p, tail)
  const k = positive(df, 'df') / 2
  if (smaller.p === 0.5) return 0
  const sign = smaller.tail === 'lower' ? -1 : 1
  // Near the middle the area between -t and t is small, and tells t better than a tail does.
  const wanted = smaller.p > 0.25 ? Math.log(1 - 2 * smaller.p) : Math.log(smaller.p)
  const excess = (logT: number) => {
    const t = Math.exp(logT)
    if (smaller.p <= 0.25) return wanted - studentTails(t, df).upper
    const squared = (t * t) / df
    return betaTails(1 / (1 + 1 / squared), 1 / (1 + squared), 0.5, k).lower - wanted
  }
  const logMost = 709.78
  if (excess(logMost) < 0)
    throw new RangeError(`With ${df} degrees of freedom the point at ${p} is too large for a number.`)
  return sign * Math.exp(findRoot(excess, -330, logMost))
}
