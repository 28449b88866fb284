import type { Contributions } from '../contributions.ts'

/** When one contributor makes up too much of a magnitude. */
export interface Dominance {
  /** The largest share, in percent, that one contributor may have of the whole. */
  readonly shareMax: number
  /** How close, in percent of the largest, the second largest contributor may not come to it by subtracting themselves: the p % rule. */
  readonly protectionPercent: number
}

/**
 * Whether one contributor dominates a magnitude, so that it would tell their share: they have more than `shareMax` of it, or the second
 * largest could reckon the largest to within `protectionPercent`.
 *
 * Nothing is dominated where all contributions are 0. Throws a RangeError for contributions that are negative or do not fit each other.
 * Source: Hundepool et al., "Handbook on Statistical Disclosure Control", the (n, k) rule with n = 1 and the p % rule.
 *
 * @example
 * ```ts
 * import { isDominated } from '@mentoring-commons/reporting'
 *
 * const rule = { shareMax: 50, protectionPercent: 10 }
 * isDominated({ first: 60, second: 20, total: 100 }, rule) //=> true
 * isDominated({ first: 48, second: 48, total: 100 }, rule) //=> true
 * isDominated({ first: 30, second: 20, total: 100 }, rule) //=> false
 * ```
 */
export function isDominated({ first, second, total }: Contributions, rule: Dominance): boolean {
  if (!(first >= second && second >= 0 && total >= first + second - 1e-9 * total))
    throw new RangeError(`${first} and ${second} of ${total} are no contributions.`)
  if (total === 0) return false
  return 100 * first > rule.shareMax * total || 100 * (total - first - second) < rule.protectionPercent * first
}
