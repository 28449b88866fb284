/**
 * Where a function changes its sign between two points, to within `tolerance`: R. P. Brent's algorithm ("Algorithms for minimization
 * without derivatives", 1973, chapter 4), step for step, so that it stops where other programs that use it stop.
 */
export function brentZero(f: (x: number) => number, from: number, to: number, tolerance: number): number {
  let [a, fa] = [from, f(from)]
  let [best, fBest] = [to, f(to)]
  if (fa === 0) return a
  if (fBest === 0) return best
  let [across, fAcross] = [a, fa]
  for (;;) {
    const before = best - a
    if (Math.abs(fAcross) < Math.abs(fBest)) {
      ;[a, best, across] = [best, across, best]
      ;[fa, fBest, fAcross] = [fBest, fAcross, fBest]
    }
    const least = 2 * Number.EPSILON * Math.abs(best) + tolerance / 2
    const middle = (across - best) / 2
    if (Math.abs(middle) <= least || fBest === 0) return best
    let step = middle
    if (Math.abs(before) >= least && Math.abs(fa) > Math.abs(fBest)) {
      const inner = interpolated(a, fa, best, fBest, across, fAcross)
      const { p, q } = inner.p > 0 ? { p: inner.p, q: -inner.q } : { p: -inner.p, q: inner.q }
      const withinReach = p < 0.75 * (across - best) * q - Math.abs(least * q) / 2
      if (withinReach && p < Math.abs((before * q) / 2)) step = p / q
    }
    if (Math.abs(step) < least) step = step > 0 ? least : -least
    ;[a, fa] = [best, fBest]
    best += step
    fBest = f(best)
    if ((fBest > 0 && fAcross > 0) || (fBest < 0 && fAcross < 0)) [across, fAcross] = [a, fa]
  }
}

/** The step, as p / q, by inverse quadratic interpolation through three points, or by the secant where two of them are one. */
function interpolated(a: number, fa: number, b: number, fb: number, c: number, fc: number) {
  const byA = fb / fa
  if (a === c) return { p: (c - b) * byA, q: 1 - byA }
  const [ratio, byC] = [fa / fc, fb / fc]
  return {
    p: byA * ((c - b) * ratio * (ratio - byC) - (b - a) * (byC - 1)),
    q: (ratio - 1) * (byC - 1) * (byA - 1),
  }
}
