import type { Random } from './random.ts'

/** As many places as there are cases, each drawn from 0 to `n - 1` with replacement. */
export function drawResample(n: number, random: Random): readonly number[] {
  return Array.from({ length: n }, () => Math.floor(random() * n))
}
