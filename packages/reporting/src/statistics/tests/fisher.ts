import type { Result } from '../../refusal.ts'
import { type HypergeometricTerms, hypergeometricTails, hypergeometricTerms } from '../distributions/hypergeometric.ts'
import type { Alternative, TestOptions } from '../estimate/alternative.ts'
import { checkCounts, type FourfoldTable } from '../estimate/check-counts.ts'
import { checkLevel } from '../estimate/check-level.ts'
import type { Bound, Interval } from '../estimate/interval.ts'
import { noVariation } from '../estimate/no-variation.ts'
import { brentZero } from '../special/brent-zero.ts'
import { findRoot } from '../special/find-root.ts'

/** Fisher's exact test of a fourfold table. */
export interface FisherTest {
  readonly method: string
  readonly n: number
  /** The conditional maximum likelihood estimate of the odds ratio, which is not the ratio of products; `unbounded` at its end. */
  readonly estimate: Bound
  readonly interval: Interval<Bound>
  readonly p: number
  readonly alternative: Alternative
}

/** What Fisher's test may be told. */
export interface FisherOptions extends TestOptions {
  /**
   * How far the estimate and the interval are solved: `full`, to the last digits, unless `as-r` is said: then they stop where
   * `fisher.test` of R stops, which shows in the third digit of a large odds ratio.
   */
  readonly precision?: 'full' | 'as-r'
}

/** More cells than this take seconds. */
const cellsMax = 1e6

/** Where a function of the logarithm of the odds ratio that rises is 0, as an odds ratio; beyond the largest number it is unbounded. */
function oddsAt(rising: (log: number) => number): Bound {
  let reach = 1
  while (!(rising(-reach) < 0 && rising(reach) > 0)) {
    reach *= 2
    if (reach > 1e6) return rising(reach) > 0 ? 0 : 'unbounded'
  }
  const odds = Math.exp(findRoot(rising, -reach, reach))
  return odds === Number.POSITIVE_INFINITY ? 'unbounded' : odds
}

/** As `oddsAt`, but found as R finds it: for the odds ratio up to 1 and for its inverse above, to a quarter of the digits. */
function oddsAsR(rising: (log: number) => number): Bound {
  const tolerance = Number.EPSILON ** 0.25
  const atOne = rising(0)
  if (atOne === 0) return 1
  // At 0 the distribution is at its least value, which the logarithm -1e5 gives as well.
  if (atOne > 0) return brentZero((odds) => rising(odds === 0 ? -1e5 : Math.log(odds)), 0, 1, tolerance)
  return 1 / brentZero((inverse) => rising(-Math.log(inverse)), Number.EPSILON, 1, tolerance)
}

function meanOf({ least, logs }: HypergeometricTerms): number {
  const top = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY)
  let [all, total] = [0, 0]
  for (const [place, log] of logs.entries()) {
    const weight = Math.exp(log - top)
    all += weight
    total += place * weight
  }
  return least + total / all
}

/**
 * Fisher's exact test: whether the rows of a fourfold table have the same shares, given its margins, with the conditional odds ratio
 * (first row: first over second column, against the second row). Two-sided are all tables that are as likely or less.
 *
 * Source: R. A. Fisher, Journal of the Royal Statistical Society 98 (1935), 39-82; as `fisher.test` of R, its estimate and interval
 * solved to the last digits unless `precision` says otherwise. Refuses `counts-wrong`, `no-variation` (a row or a column is empty) and `too-large-for-exact` (above a
 * million in the smallest margin). Throws a RangeError unless `level` lies between 0 and 1.
 *
 * @example
 * ```ts
 * import { fisherExact } from '@mentoring-commons/reporting/statistics'
 *
 * const test = fisherExact([[3, 1], [1, 3]])
 * 'value' in test && [test.value.n, test.value.p.toPrecision(6), Number(test.value.estimate).toPrecision(6)] //=> [8, "0.485714", "6.40832"]
 * ```
 */
export function fisherExact(
  table: FourfoldTable,
  { alternative = 'two-sided', level = 0.95, precision = 'full' }: FisherOptions = {},
): Result<FisherTest> {
  const wrong = checkCounts(table)
  if (wrong !== undefined) return { refusal: wrong }
  const [[a, b], [c, d]] = table
  const urn = { marked: a + c, unmarked: b + d, drawn: a + b }
  const least = Math.max(0, urn.drawn - urn.unmarked)
  const most = Math.min(urn.drawn, urn.marked)
  if (least === most) return { refusal: noVariation('A row or a column of the table is empty') }
  if (most - least > cellsMax)
    return {
      refusal: {
        code: 'too-large-for-exact',
        message: `${a + b + c + d} are too many for the exact test. Use chiSquareIndependence, which is as good for so many.`,
      },
    }
  const at = (log: number) => hypergeometricTerms(urn, log)
  const same = at(0)
  const here = same.logs[a - least] ?? 0
  const less = hypergeometricTails(same, a).lower
  const greater = hypergeometricTails(same, a - 1).upper
  const p = {
    // Tables that are meant to be as likely may differ in their last digits.
    'two-sided': () => same.logs.filter((log) => log <= here + 1e-7).reduce((sum, log) => sum + Math.exp(log), 0),
    less: () => Math.exp(less),
    greater: () => Math.exp(greater),
  }[alternative]()
  const outside = (1 - checkLevel(level)) / (alternative === 'two-sided' ? 2 : 1)
  const solve = precision === 'full' ? oddsAt : oddsAsR
  const above = (log: number) => Math.exp(hypergeometricTails(at(log), a - 1).upper) - outside
  const below = (log: number) => outside - Math.exp(hypergeometricTails(at(log), a).lower)
  const low = alternative === 'less' || a === least ? 0 : solve(above)
  const high = alternative === 'greater' || a === most ? 'unbounded' : solve(below)
  return {
    value: {
      method: "Fisher's exact test",
      n: a + b + c + d,
      estimate: a === least ? 0 : a === most ? 'unbounded' : solve((log) => meanOf(at(log)) - a),
      interval: { level, low, high, method: 'exact, conditional on the margins' },
      p: Math.min(1, p),
      alternative,
    },
  }
}
