import { type EligiblePairs, type MaximumMatching, maximumMatching } from './maximum.ts'

/** The best worst score of all largest matchings, and why no largest matching has a better one. */
export interface Bottleneck {
  /** How many rows have a place in a largest matching. */
  readonly size: number
  /** The best worst score; `undefined` where nothing can be matched. */
  readonly worst: number | undefined
  /** The next better score, and a cover of all pairs that reach it, which is smaller than `size`; absent where no score is better. */
  readonly limit?: {
    readonly score: number
    readonly cover: Pick<MaximumMatching, 'rowCover' | 'columnCover' | 'size'>
  }
  /** The largest matching of all pairs. */
  readonly largest: MaximumMatching
}

/** What has been tried so far. */
export interface BottleneckProgress {
  readonly done: number
  readonly of: number
}

/**
 * Finds, by halving the list of distinct scores, the best score that all pairs of a largest matching can reach.
 * After H. N. Gabow and R. E. Tarjan, "Algorithms for Two Bottleneck Optimization Problems", Journal of Algorithms 9 (1988) 411-417.
 */
export function* bottleneckSteps(
  pairs: EligiblePairs,
  score: Int32Array,
): Generator<BottleneckProgress, Bottleneck, void> {
  const largest = maximumMatching(pairs)
  if (largest.size === 0) return { size: 0, worst: undefined, largest }
  const distinct = Int32Array.from(new Set(score)).sort()
  const of = Math.ceil(Math.log2(distinct.length + 1))
  let low = 0
  let high = distinct.length
  let cover: MaximumMatching | undefined
  for (let done = 0; high - low > 1; done += 1) {
    yield { done, of }
    const middle = (low + high) >> 1
    const least = distinct[middle] as number
    const tried = maximumMatching(pairs, (pair) => (score[pair] as number) >= least)
    if (tried.size === largest.size) low = middle
    else {
      high = middle
      cover = tried
    }
  }
  const found = { size: largest.size, worst: distinct[low] as number, largest }
  return cover ? { ...found, limit: { score: distinct[high] as number, cover } } : found
}
