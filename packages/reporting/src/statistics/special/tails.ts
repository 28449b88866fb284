/** The logarithms of the probabilities below and above a point; together the two make 1. */
export interface Tails {
  readonly lower: number
  readonly upper: number
}

/** Which tail of a distribution is meant, and whether as a logarithm; the lower one as it is when nothing is said. */
export interface TailOptions {
  /** `lower` is up to and including the point, `upper` is beyond it. */
  readonly tail?: 'lower' | 'upper'
  /** Whether to give the natural logarithm, which does not run out where the probability falls below 5e-324. */
  readonly log?: boolean
}

/** The logarithm of 1 - exp(x) for x <= 0, without cancellation at either end. */
export function logComplement(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x))
}

/** Both tails from the logarithm of the lower one. */
export function fromLower(log: number): Tails {
  const lower = Math.min(0, log)
  return { lower, upper: logComplement(lower) }
}

/** The same with lower and upper changed over. */
export function turned({ lower, upper }: Tails): Tails {
  return { lower: upper, upper: lower }
}

/** The tail that is asked for; throws a RangeError for the logarithm of a probability that is 0. */
export function pickTail(tails: Tails, { tail = 'lower', log = false }: TailOptions): number {
  const picked = tails[tail]
  if (!log) return Math.exp(picked)
  if (picked === Number.NEGATIVE_INFINITY)
    throw new RangeError(`The ${tail} tail is 0 here and has no logarithm. Ask for it without log.`)
  return picked
}

/** The tail in which a probability is at most a half, with its logarithm there; throws a RangeError unless 0 < p < 1. */
export function smallerTail(
  p: number,
  tail: 'lower' | 'upper' = 'lower',
): { readonly tail: 'lower' | 'upper'; readonly p: number } {
  if (!(p > 0 && p < 1)) throw new RangeError(`A quantile is asked for at a probability between 0 and 1, and not ${p}.`)
  if (p <= 0.5) return { tail, p }
  return { tail: tail === 'lower' ? 'upper' : 'lower', p: 1 - p }
}
