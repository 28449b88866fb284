import { stirlingError } from './log-gamma.ts'

const logTwoPi = 1.8378770664093453

/** x log(x / m) + m - x without cancellation near x = m: by its series in (x - m) / (x + m) there. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) < 0.1 * (x + m)) {
    const v = (x - m) / (x + m)
    let total = (x - m) * v
    let power = 2 * x * v
    for (let j = 1; ; j++) {
      power *= v * v
      const next = total + power / (2 * j + 1)
      if (next === total) return total
      total = next
    }
  }
  const ratio = x / m
  return x * (Number.isFinite(ratio) ? Math.log(ratio) : Math.log(x) - Math.log(m)) + m - x
}

/**
 * The logarithm of x successes in n, each of probability p = 1 - q, as a formula for any real 0 <= x <= n, p and q positive.
 * Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000): no digits are lost, however large n is.
 */
export function logBinomialTerm(x: number, n: number, p: number, q: number): number {
  if (n === 0) return 0
  if (x === 0) return p < q ? n * Math.log1p(-p) : n * Math.log(q)
  if (x === n) return q < p ? n * Math.log1p(-q) : n * Math.log(p)
  const error = stirlingError(n) - stirlingError(x) - stirlingError(n - x)
  const scale = (logTwoPi + Math.log(x) + Math.log1p(-x / n)) / 2
  return error - deviance(x, n * p) - deviance(n - x, n * q) - scale
}

/** The logarithm of x events where `mean` are expected, mean^x e^-mean / Gamma(x + 1), for any real x >= 0. Source: Loader (2000). */
export function logPoissonTerm(x: number, mean: number): number {
  if (x === 0) return -mean
  return -stirlingError(x) - deviance(x, mean) - (logTwoPi + Math.log(x)) / 2
}
