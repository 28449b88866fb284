import { betaTails } from '../special/beta-tails.ts'
import { logBinomialTerm } from '../special/saddle-point.ts'
import { pickTail, type TailOptions, type Tails } from '../special/tails.ts'
import { count, finite } from './check-parameter.ts'

/** How often something was tried, and with which probability it succeeds each time. */
export interface BinomialOptions extends TailOptions {
  readonly n: number
  readonly share: number
}

const never = Number.NEGATIVE_INFINITY

function checked(n: number, share: number): void {
  count(n, 'n')
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share lies between 0 and 1, and is not ${share}.`)
}

function binomialTails(k: number, n: number, share: number): Tails {
  const most = Math.floor(k)
  if (most < 0) return { lower: never, upper: 0 }
  if (most >= n) return { lower: 0, upper: never }
  return betaTails(1 - share, share, n - most, most + 1)
}

/**
 * The probability of exactly `k` successes in `n`, each of probability `share`.
 *
 * Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000). Throws a RangeError unless `k` and `n` are
 * whole and `share` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { binomialDensity } from '@mentoring-commons/reporting/statistics'
 *
 * binomialDensity(2, { n: 4, share: 0.5 }).toPrecision(10) //=> "0.3750000000"
 * ```
 */
export function binomialDensity(k: number, { n, share, log = false }: Omit<BinomialOptions, 'tail'>): number {
  checked(n, share)
  const possible = count(k, 'k') <= n && (share > 0 || k === 0) && (share < 1 || k === n)
  const certain = (share === 0 && k === 0) || (share === 1 && k === n)
  const lower = !possible ? never : certain ? 0 : logBinomialTerm(k, n, share, 1 - share)
  return pickTail({ lower, upper: never }, { log })
}

/**
 * The probability of at most `k` successes in `n`, each of probability `share`, or of more than `k` with `tail: 'upper'`.
 *
 * Source: incomplete beta function, DLMF 8.17.5 and 8.17.22. Throws a RangeError unless `k` is finite, `n` whole and `share` between
 * 0 and 1.
 *
 * @example
 * ```ts
 * import { binomialProbability } from '@mentoring-commons/reporting/statistics'
 *
 * binomialProbability(1, { n: 4, share: 0.5 }).toPrecision(10) //=> "0.3125000000"
 * binomialProbability(999, { n: 1000, share: 0.5, tail: 'upper' }).toPrecision(10) //=> "9.332636185e-302"
 * ```
 */
export function binomialProbability(k: number, { n, share, ...options }: BinomialOptions): number {
  checked(n, share)
  return pickTail(binomialTails(finite(k, 'k'), n, share), options)
}

/**
 * The least number of successes `k` that is not exceeded with probability `p` or more; with `tail: 'upper'`, the least that is
 * exceeded with probability `p` or less.
 *
 * Throws a RangeError unless 0 <= p <= 1, `n` is whole and `share` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { binomialQuantile } from '@mentoring-commons/reporting/statistics'
 *
 * binomialQuantile(0.975, { n: 20, share: 0.3 }) //=> 10
 * ```
 */
export function binomialQuantile(p: number, { n, share, tail = 'lower' }: Omit<BinomialOptions, 'log'>): number {
  checked(n, share)
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, and is not ${p}.`)
  const reached = (k: number) => {
    const at = Math.exp(binomialTails(k, n, share)[tail])
    return tail === 'lower' ? at >= p : at <= p
  }
  let [low, high] = [-1, n]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (reached(middle)) high = middle
    else low = middle
  }
  return high
}
