import { normalTails } from '../distributions/normal.ts'
import type { Alternative } from '../estimate/alternative.ts'

/**
 * The probability of a rank statistic as far from its expectation as `distance`, by the normal distribution; with `continuity` half a
 * step nearer to it. As `wilcox.test` of R.
 */
export function normalRankP(distance: number, sd: number, alternative: Alternative, continuity: boolean): number {
  const nearer = { 'two-sided': Math.sign(distance) / 2, less: -0.5, greater: 0.5 }[alternative]
  const { lower, upper } = normalTails((distance - (continuity ? nearer : 0)) / sd)
  if (alternative === 'two-sided') return Math.min(1, 2 * Math.exp(Math.min(lower, upper)))
  return Math.exp(alternative === 'less' ? lower : upper)
}
