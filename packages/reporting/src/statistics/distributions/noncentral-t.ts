import { betaTails } from '../special/beta-tails.ts'
import { findRoot } from '../special/find-root.ts'
import { stirlingError } from '../special/log-gamma.ts'
import { logPoissonTerm } from '../special/saddle-point.ts'
import { fromLower, pickTail, smallerTail, type TailOptions, type Tails, turned } from '../special/tails.ts'
import { finite, positive } from './check-parameter.ts'
import { normalTails } from './normal.ts'

/** The degrees of freedom and the non-centrality of a t distribution. */
export interface NoncentralTOptions extends TailOptions {
  readonly df: number
  readonly ncp: number
}

const logTwoPi = 1.8378770664093453
/** Where a term no longer reaches the last digit of the greatest one, as a logarithm. */
const negligible = 42

/**
 * The logarithm of P(T > t) for t > 0: the mean of Phi(ncp - t s) over s = e^u, chi / sqrt(df). The integrand is log-concave in u
 * and falls off like an exponential or faster at both ends, where the trapezoidal rule converges geometrically
 * (Trefethen and Weideman, SIAM Review 56, 2014, 385-458).
 */
function logUpper(t: number, df: number, ncp: number): number {
  const k = df / 2
  const scale = Math.LN2 + (Math.log(k) - logTwoPi) / 2 - stirlingError(k)
  const height = (u: number) => normalTails(ncp - t * Math.exp(u)).lower - k * (Math.expm1(2 * u) - 2 * u)
  const slope = (u: number) => {
    const w = ncp - t * Math.exp(u)
    // Far out the density is -w times the tail, to more digits than the difference of their logarithms keeps.
    const hazard = w < -1e4 ? -w - 1 / w : Math.exp(-(w * w + logTwoPi) / 2 - normalTails(w).lower)
    return -df * Math.expm1(2 * u) - hazard * t * Math.exp(u)
  }
  let low = -1
  while (slope(low) <= 0) low *= 2
  const mode = findRoot(slope, low, 0)
  const top = height(mode)
  const edge = (direction: number) => {
    let step = 1 / Math.sqrt(df + 1)
    while (height(mode + direction * step) > top - negligible) step *= 2
    return mode + direction * step
  }
  const [left, right] = [edge(-1), edge(1)]
  let parts = 64
  let width = (right - left) / parts
  let total = 0
  for (let j = 0; j <= parts; j++) total += Math.exp(height(left + j * width) - top)
  for (let before = 0; Math.abs(total * width - before) > 1e-14 * before; ) {
    before = total * width
    for (let j = 0; j < parts; j++) total += Math.exp(height(left + (j + 0.5) * width) - top)
    parts *= 2
    width /= 2
  }
  return scale + top + Math.log(total * width)
}

/**
 * The logarithm of P(T <= t) for t > 0 and ncp > 0, of which no term is negative. Source: W. C. Guenther, Journal of Statistical
 * Computation and Simulation 6 (1978), 199-210; R. V. Lenth, "Algorithm AS 243", Applied Statistics 38 (1989), 185-189.
 */
function logLower(t: number, df: number, ncp: number): number {
  const squared = (t * t) / df
  const half = (ncp * ncp) / 2
  let top = normalTails(-ncp).lower
  let total = 1
  for (let j = 0, before = Number.NEGATIVE_INFINITY; ; j++) {
    const beta = betaTails(squared / (1 + squared), 1 / (1 + squared), (j + 1) / 2, df / 2).lower
    const term = logPoissonTerm(j / 2, half) + beta - Math.LN2
    if (term > top) [total, top] = [total * Math.exp(top - term) + 1, term]
    else total += Math.exp(term - top)
    if (term < before && term < top - negligible) return top + Math.log(total)
    before = term
  }
}

/** Both tails of the non-central t distribution. */
export function noncentralTTails(t: number, df: number, ncp: number): Tails {
  if (t < 0) return turned(noncentralTTails(-t, df, -ncp))
  if (t === 0) return normalTails(-ncp)
  const upper = Math.min(0, logUpper(t, df, ncp))
  if (ncp <= 0 || upper < -0.1) return turned(fromLower(upper))
  return { lower: logLower(t, df, ncp), upper }
}

/**
 * The probability that t with `df` degrees of freedom and non-centrality `ncp` is at most `t`, or above it with `tail: 'upper'`.
 *
 * Source: by its integral where that has one summit, and by the series of Guenther (1978) and Lenth (1989, AS 243) in the tail in
 * which all terms of that are positive, so that neither tail is the difference of larger numbers. Throws a RangeError unless `t` and
 * `ncp` are finite and `df` is above 0.
 *
 * @example
 * ```ts
 * import { noncentralTProbability } from '@mentoring-commons/reporting/statistics'
 *
 * noncentralTProbability(2, { df: 10, ncp: 1 }).toPrecision(8) //=> "0.80761156"
 * ```
 */
export function noncentralTProbability(t: number, { df, ncp, ...options }: NoncentralTOptions): number {
  return pickTail(noncentralTTails(finite(t, 't'), positive(df, 'df'), finite(ncp, 'ncp')), options)
}

/**
 * The point that non-central t stays below with probability `p`, or exceeds with `tail: 'upper'`.
 *
 * Found as the root of the smaller tail. Throws a RangeError unless 0 < p < 1, or when the point is too large for a number.
 *
 * @example
 * ```ts
 * import { noncentralTQuantile } from '@mentoring-commons/reporting/statistics'
 *
 * noncentralTQuantile(0.5, { df: 10, ncp: 1 }).toPrecision(8) //=> "1.0257209"
 * ```
 */
export function noncentralTQuantile(p: number, { df, ncp, tail }: Omit<NoncentralTOptions, 'log'>): number {
  const smaller = smallerTail(p, tail)
  const wanted = Math.log(smaller.p)
  const sign = smaller.tail === 'lower' ? 1 : -1
  const [freedom, shift] = [positive(df, 'df'), finite(ncp, 'ncp')]
  const excess = (y: number) => sign * (noncentralTTails(Math.sinh(y), freedom, shift)[smaller.tail] - wanted)
  let reach = 4
  while (!(excess(-reach) < 0 && excess(reach) > 0)) {
    reach *= 2
    if (reach > 700) throw new RangeError(`With df ${df} and ncp ${ncp} the point at ${p} is too large for a number.`)
  }
  return Math.sinh(findRoot(excess, -reach, reach))
}
