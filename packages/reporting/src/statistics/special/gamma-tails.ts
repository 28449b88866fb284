import { logPoissonTerm } from './saddle-point.ts'
import { fromLower, type Tails, turned } from './tails.ts'

/** The sum of 1 + x / (a + 1) + x^2 / ((a + 1)(a + 2)) + ..., DLMF 8.11.4. */
function seriesOf(a: number, x: number): number {
  let term = 1
  let total = 1
  for (let j = 1; term > total * 1e-17; j++) {
    term *= x / (a + j)
    total += term
  }
  return total
}

/** The continued fraction of Gamma(a, x) e^x x^-a, DLMF 8.9.2 in its even part, by Lentz's algorithm (Thompson and Barnett 1986). */
function fractionOf(a: number, x: number): number {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / (b || tiny)
  let value = d
  for (let j = 1; ; j++) {
    const an = -j * (j - a)
    b += 2
    d = 1 / (an * d + b || tiny)
    c = b + an / c || tiny
    const factor = c * d
    value *= factor
    if (Math.abs(factor - 1) < 3e-16) return value
  }
}

/** The regularized incomplete gamma functions P(a, x) and Q(a, x), as logarithms. */
export function gammaTails(a: number, x: number): Tails {
  if (x <= 0) return { lower: Number.NEGATIVE_INFINITY, upper: 0 }
  const first = logPoissonTerm(a, x)
  if (x < a + 1) return fromLower(first + Math.log(seriesOf(a, x)))
  return turned(fromLower(first + Math.log(a) + Math.log(fractionOf(a, x))))
}
