/**
 * Where a continuous function changes its sign between two points at which it has different signs, to the last digit or two.
 * Source: T. R. Chandrupatla, "A new hybrid quadratic/bisection algorithm", Advances in Engineering Software 28 (1997), 145-149.
 * Throws a RangeError when the signs are the same.
 */
export function findRoot(f: (x: number) => number, from: number, to: number): number {
  let a = to
  let b = from
  let fa = f(a)
  let fb = f(b)
  if (fa === 0) return a
  if (fb === 0) return b
  if (!(fa > 0 !== fb > 0)) throw new RangeError(`There is no change of sign between ${from} and ${to}.`)
  let share = 0.5
  for (;;) {
    const x = a + share * (b - a)
    const fx = f(x)
    const sameSide = fx > 0 === fa > 0
    const [c, fc] = sameSide ? [a, fa] : [b, fb]
    if (!sameSide) {
      b = a
      fb = fa
    }
    a = x
    fa = fx
    const best = Math.abs(fa) < Math.abs(fb) ? a : b
    if (fx === 0) return x
    const reach = (2 * Number.EPSILON * Math.abs(best) + 1e-300) / Math.abs(b - a)
    if (reach > 0.5) return best
    const xi = (a - b) / (c - b)
    const phi = (fa - fb) / (fc - fb)
    const quadratic = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
    share = quadratic
      ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
      : 0.5
    share = Math.min(1 - reach, Math.max(reach, share))
  }
}
