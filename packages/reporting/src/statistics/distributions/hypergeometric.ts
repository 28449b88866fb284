import { logBinomialTerm } from '../special/saddle-point.ts'
import { fromLower, pickTail, type TailOptions, type Tails, turned } from '../special/tails.ts'
import { count, finite, positive } from './check-parameter.ts'

/** How many are drawn at once from how many marked and unmarked ones. */
export interface HypergeometricOptions extends TailOptions {
  readonly marked: number
  readonly unmarked: number
  readonly drawn: number
  /** How much easier a marked one is drawn (Fisher's non-central distribution); 1 when nothing is said. */
  readonly oddsRatio?: number
}

/** The numbers of marked ones that can be drawn, from `least` upwards, with the logarithm of the probability of each. */
export interface HypergeometricTerms {
  readonly least: number
  readonly logs: readonly number[]
}

/** All terms of Fisher's non-central hypergeometric distribution, each from Loader's (2000) binomial terms, weighted and scaled to sum to 1. */
export function hypergeometricTerms(
  { marked, unmarked, drawn }: Pick<HypergeometricOptions, 'marked' | 'unmarked' | 'drawn'>,
  logOddsRatio: number,
): HypergeometricTerms {
  const all = marked + unmarked
  const least = Math.max(0, drawn - unmarked)
  const most = Math.min(drawn, marked)
  if (least === most) return { least, logs: [0] }
  const [p, q] = [drawn / all, (all - drawn) / all]
  const logs: number[] = []
  for (let k = least; k <= most; k++)
    logs.push(logBinomialTerm(k, marked, p, q) + logBinomialTerm(drawn - k, unmarked, p, q) + k * logOddsRatio)
  const scale = logSum(logs, 0, logs.length)
  return { least, logs: logs.map((log) => log - scale) }
}

/** The logarithm of the sum of what lies from one place up to another, added from the smallest. */
function logSum(logs: readonly number[], from: number, to: number): number {
  const part = logs.slice(from, to)
  if (part.length === 0) return Number.NEGATIVE_INFINITY
  const top = part.reduce((most, log) => Math.max(most, log))
  const total = part
    .map((log) => Math.exp(log - top))
    .sort((a, b) => a - b)
    .reduce((sum, term) => sum + term, 0)
  return top + Math.log(total)
}

/** Both tails at `k`, the lower one with k itself. */
export function hypergeometricTails({ least, logs }: HypergeometricTerms, k: number): Tails {
  const upTo = Math.min(logs.length, Math.max(0, Math.floor(k) - least + 1))
  const [lower, upper] = [logSum(logs, 0, upTo), logSum(logs, upTo, logs.length)]
  return lower < upper ? fromLower(lower) : turned(fromLower(upper))
}

function termsOf({ marked, unmarked, drawn, oddsRatio = 1 }: Omit<HypergeometricOptions, 'tail' | 'log'>) {
  if (count(drawn, 'drawn') > count(marked, 'marked') + count(unmarked, 'unmarked'))
    throw new RangeError(`${drawn} cannot be drawn from ${marked} and ${unmarked}.`)
  return hypergeometricTerms({ marked, unmarked, drawn }, Math.log(positive(oddsRatio, 'oddsRatio')))
}

/**
 * The probability that exactly `k` of those drawn are marked.
 *
 * Source: Loader (2000) for the central distribution; R. A. Fisher, Journal of the Royal Statistical Society 98 (1935), 39-82, for an
 * odds ratio other than 1. Throws a RangeError unless all counts are whole and no more are drawn than there are.
 *
 * @example
 * ```ts
 * import { hypergeometricDensity } from '@mentoring-commons/reporting/statistics'
 *
 * hypergeometricDensity(3, { marked: 4, unmarked: 4, drawn: 4 }).toPrecision(10) //=> "0.2285714286"
 * ```
 */
export function hypergeometricDensity(k: number, { log = false, ...urn }: Omit<HypergeometricOptions, 'tail'>): number {
  const { least, logs } = termsOf(urn)
  const lower = logs[count(k, 'k') - least] ?? Number.NEGATIVE_INFINITY
  return pickTail({ lower, upper: 0 }, { log })
}

/**
 * The probability that at most `k` of those drawn are marked, or more than `k` with `tail: 'upper'`.
 *
 * Source as of the density, of which it is the sum. Throws a RangeError unless all counts are whole and no more are drawn than there are.
 *
 * @example
 * ```ts
 * import { hypergeometricProbability } from '@mentoring-commons/reporting/statistics'
 *
 * const urn = { marked: 4, unmarked: 4, drawn: 4 }
 * hypergeometricProbability(2, { ...urn, tail: 'upper' }).toPrecision(10) //=> "0.2428571429"
 * hypergeometricProbability(2, { ...urn, oddsRatio: 3 }).toPrecision(10) //=> "0.4209932280"
 * ```
 */
export function hypergeometricProbability(k: number, { tail, log, ...urn }: HypergeometricOptions): number {
  return pickTail(hypergeometricTails(termsOf(urn), finite(k, 'k')), {
    ...(tail === undefined ? {} : { tail }),
    ...(log === undefined ? {} : { log }),
  })
}

/**
 * The least number of marked ones that is not exceeded with probability `p` or more; with `tail: 'upper'`, the least that is exceeded
 * with probability `p` or less.
 *
 * Throws a RangeError unless 0 <= p <= 1, all counts are whole and no more are drawn than there are.
 *
 * @example
 * ```ts
 * import { hypergeometricQuantile } from '@mentoring-commons/reporting/statistics'
 *
 * hypergeometricQuantile(0.5, { marked: 4, unmarked: 4, drawn: 4 }) //=> 2
 * ```
 */
export function hypergeometricQuantile(
  p: number,
  { tail = 'lower', ...urn }: Omit<HypergeometricOptions, 'log'>,
): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, and is not ${p}.`)
  const terms = termsOf(urn)
  const reached = (k: number) => {
    const at = Math.exp(hypergeometricTails(terms, k)[tail])
    return tail === 'lower' ? at >= p : at <= p
  }
  let [low, high] = [terms.least - 1, terms.least + terms.logs.length - 1]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (reached(middle)) high = middle
    else low = middle
  }
  return high
}
