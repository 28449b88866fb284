const halfLogTwoPi = 0.9189385332046727

/** B(2j) / (2j (2j - 1)) of the Bernoulli numbers, j = 1 to 8. */
const coefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400] as const

/** What Stirling's approximation lacks of log Gamma at x >= 12: the asymptotic series, DLMF 5.11.1. */
function series(x: number): number {
  const squared = 1 / (x * x)
  let total = 0
  for (let j = coefficients.length - 1; j >= 0; j--) total = total * squared + (coefficients[j] ?? 0)
  return total / x
}

/**
 * The logarithm of Gamma(x) for x > 0: Stirling's series (DLMF 5.11.1) from 12 upwards, and below by the recurrence
 * Gamma(x + 1) = x Gamma(x).
 */
export function logGamma(x: number): number {
  let product = 1
  let at = x
  for (; at < 12; at++) product *= at
  return (at - 0.5) * Math.log(at) - at + halfLogTwoPi + series(at) - Math.log(product)
}

/** log(x!) less Stirling's approximation to it, (x + 1/2) log x - x + log(2 pi) / 2, for x > 0. Source: C. Loader (2000), section 2. */
export function stirlingError(x: number): number {
  return x >= 12 ? series(x) : logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - halfLogTwoPi
}
