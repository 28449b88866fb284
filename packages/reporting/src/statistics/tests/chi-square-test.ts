import type { Result } from '../../refusal.ts'
import { chiSquareProbability } from '../distributions/chi-square.ts'
import { checkCountList, checkCounts } from '../estimate/check-counts.ts'
import { noVariation } from '../estimate/no-variation.ts'

/** A chi-square test of counts. */
export interface ChiSquareTest {
  readonly method: string
  readonly n: number
  readonly statistic: number
  readonly df: number
  readonly p: number
  /** The smallest expected count. */
  readonly expectedMin: number
  /** What speaks against leaning on `p`: `expected-below-5` when an expected count is less than five. */
  readonly warnings: readonly 'expected-below-5'[]
}

function told(method: string, observed: readonly number[], expected: readonly number[], df: number, nearer: number) {
  const statistic = observed.reduce((sum, count, place) => {
    const hoped = expected[place] ?? 1
    return sum + (Math.abs(count - hoped) - nearer) ** 2 / hoped
  }, 0)
  const expectedMin = expected.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY)
  return {
    method,
    n: observed.reduce((sum, count) => sum + count, 0),
    statistic,
    df,
    p: chiSquareProbability(statistic, { df, tail: 'upper' }),
    expectedMin,
    warnings: expectedMin < 5 ? (['expected-below-5'] as const) : [],
  }
}

/**
 * Pearson's chi-square test whether rows and columns of a table of counts are independent, with Yates' correction or without.
 *
 * Source: K. Pearson (1900), F. Yates, Supplement to the Journal of the Royal Statistical Society 1 (1934), 217-235; as `chisq.test` of
 * R, where the correction is at most the distance. Refuses `counts-wrong`, also of Yates' correction for more than two rows or columns,
 * and `no-variation` (a row or a column is empty). A `p` of 0 stands for less than 5e-324.
 *
 * @example
 * ```ts
 * import { chiSquareIndependence } from '@mentoring-commons/reporting/statistics'
 *
 * const test = chiSquareIndependence([[12, 7], [5, 14]], { correction: 'none' })
 * 'value' in test && [test.value.n, test.value.df, test.value.p.toPrecision(6)] //=> [38, 1, "0.0223840"]
 * ```
 */
export function chiSquareIndependence(
  table: readonly (readonly number[])[],
  { correction }: { readonly correction: 'none' | 'yates' },
): Result<ChiSquareTest> {
  const wrong = checkCounts(table)
  if (wrong !== undefined) return { refusal: wrong }
  const fourfold = table.length === 2 && table[0]?.length === 2
  if (correction === 'yates' && !fourfold)
    return {
      refusal: {
        code: 'counts-wrong',
        message: `Yates' correction is for two rows of two counts, and there are ${table.length} rows of ${table[0]?.length}. Ask for correction 'none'.`,
        path: ['table'],
      },
    }
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = (table[0] ?? []).map((_, place) => table.reduce((sum, row) => sum + (row[place] ?? 0), 0))
  if ([...rows, ...columns].includes(0)) return { refusal: noVariation('A row or a column of the table is empty') }
  const n = rows.reduce((sum, count) => sum + count, 0)
  const expected = rows.flatMap((row) => columns.map((column) => (row / n) * column))
  const observed = table.flat()
  const nearest = observed.reduce(
    (least, count, place) => Math.min(least, Math.abs(count - (expected[place] ?? 0))),
    0.5,
  )
  const method = `chi-square test of independence${correction === 'yates' ? " with Yates' correction" : ''}`
  const df = (rows.length - 1) * (columns.length - 1)
  return { value: told(method, observed, expected, df, correction === 'yates' ? nearest : 0) }
}

/**
 * Pearson's chi-square test whether counts have given shares, equal ones when none are given.
 *
 * Source: K. Pearson, Philosophical Magazine 50 (1900), 157-175; as `chisq.test` of R. Refuses `counts-wrong`, `too-few-values` (fewer
 * than two counts), `lengths-differ` and `no-variation` (all counts 0). Throws a RangeError unless the shares are above 0 and sum to 1.
 *
 * @example
 * ```ts
 * import { chiSquareGoodnessOfFit } from '@mentoring-commons/reporting/statistics'
 *
 * const test = chiSquareGoodnessOfFit([20, 30, 50], { shares: [0.3, 0.3, 0.4] })
 * 'value' in test && [test.value.n, test.value.df, test.value.p.toPrecision(6)] //=> [100, 2, "0.0541138"]
 * ```
 */
export function chiSquareGoodnessOfFit(
  counts: readonly number[],
  { shares }: { readonly shares?: readonly number[] } = {},
): Result<ChiSquareTest> {
  const wrong = checkCountList(counts)
  if (wrong !== undefined) return { refusal: { ...wrong, path: ['counts', ...(wrong.path ?? [])] } }
  if (counts.length < 2)
    return {
      refusal: {
        code: 'too-few-values',
        message: `There are ${counts.length} counts, and at least 2 are needed. Count every category, those with 0 too.`,
        path: ['counts'],
      },
    }
  if (shares !== undefined && shares.length !== counts.length)
    return {
      refusal: {
        code: 'lengths-differ',
        message: `There are ${counts.length} counts and ${shares.length} shares. Give one share for each count.`,
        path: ['shares'],
      },
    }
  const whole = shares?.reduce((sum, share) => sum + share, 0) ?? 1
  if (!(Math.abs(whole - 1) < 1e-8) || shares?.some((share) => !(share > 0)))
    throw new RangeError(`Shares are above 0 and sum to 1, and these are ${JSON.stringify(shares)}.`)
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (n === 0) return { refusal: noVariation('All counts are 0') }
  const expected = counts.map((_, place) => n * (shares?.[place] ?? 1 / counts.length))
  return { value: told('chi-square test of goodness of fit', counts, expected, counts.length - 1, 0) }
}
