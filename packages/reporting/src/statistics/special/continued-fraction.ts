const tiny = 1e-300

/**
 * The value of 1 / (1 + a1 / (1 + a2 / (1 + ...))) by Lentz's algorithm as modified by Thompson and Barnett (Journal of
 * Computational Physics 64, 1986, 490-509), until a term changes nothing.
 */
export function continuedFraction(term: (j: number) => number): number {
  let c = 1
  let d = 0
  let value = 1
  for (let j = 1; ; j++) {
    const a = term(j)
    d = 1 / (1 + a * d || tiny)
    c = 1 + a / c || tiny
    const factor = c * d
    value *= factor
    if (Math.abs(factor - 1) < 3e-16) return 1 / value
  }
}
