import { noncentralTTails } from '../distributions/noncentral-t.ts'
import { checkLevel } from '../estimate/check-level.ts'
import type { Interval } from '../estimate/interval.ts'
import { findRoot } from '../special/find-root.ts'

/**
 * The interval of an effect size that is t times a factor: the non-centralities at which t would be exceeded, and not reached, with
 * half of what the level leaves. Source: J. H. Steiger and R. T. Fouladi, in "What if there were no significance tests?" (1997),
 * 221-257; G. Cumming and S. Finch, Educational and Psychological Measurement 61 (2001), 532-574.
 */
export function noncentralInterval(t: number, df: number, factor: number, level: number): Interval {
  const outside = (1 - checkLevel(level)) / 2
  const at = (upper: number) => {
    // The upper tail rises with the non-centrality; for a negative t it is told by the other one, as precisely.
    const wanted = Math.log(t < 0 ? 1 - upper : upper)
    const excess = (ncp: number) => {
      const tails = noncentralTTails(t, df, ncp)
      return t < 0 ? wanted - tails.lower : tails.upper - wanted
    }
    let reach = Math.abs(t) / Math.sqrt(df) + 1
    while (!(excess(t - reach) < 0 && excess(t + reach) > 0)) reach *= 2
    return findRoot(excess, t - reach, t + reach)
  }
  return { level, low: at(outside) * factor, high: at(1 - outside) * factor, method: 'non-central t' }
}
