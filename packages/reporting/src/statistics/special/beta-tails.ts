import { continuedFraction } from './continued-fraction.ts'
import { logBinomialTerm } from './saddle-point.ts'
import { fromLower, type Tails, turned } from './tails.ts'

/**
 * The regularized incomplete beta function I_x(a, b) and its complement, as logarithms; `y` is 1 - x, given apart so that no
 * digit of it is lost. Source: continued fraction DLMF 8.17.22, its first factor as Loader (2000) takes a binomial term.
 */
export function betaTails(x: number, y: number, a: number, b: number): Tails {
  if (x > (a + 1) / (a + b + 2)) return turned(betaTails(y, x, b, a))
  if (x <= 0) return { lower: Number.NEGATIVE_INFINITY, upper: 0 }
  const fraction = continuedFraction((j) => {
    const m = j >> 1
    const below = (a + j - 1) * (a + j)
    return j % 2 === 0 ? (m * (b - m) * x) / below : (-(a + m) * (a + b + m) * x) / below
  })
  return fromLower(Math.log(b / (a + b)) + logBinomialTerm(a, a + b, x, y) + Math.log(fraction))
}
