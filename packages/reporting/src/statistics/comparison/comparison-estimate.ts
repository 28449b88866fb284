import type { Refusal, Result } from '../../refusal.ts'
import { tProbability, tQuantile } from '../distributions/student.ts'
import type { Interval } from '../estimate/interval.ts'
import { leastSquares, type RegressionCase, type RegressionErrors } from '../matrix/least-squares.ts'

/** A difference between groups with what it rests on. */
export interface ComparisonEstimate {
  readonly estimate: number
  readonly standardError: number
  readonly interval: Interval
  readonly t: number
  readonly df: number
  readonly p: number
  /** Cases in the regression. */
  readonly n: number
  /** How many clusters there are, for clustered errors; below twenty the interval is too narrow. */
  readonly clusters?: number
}

/** The last coefficient of a regression, with its interval, or why there is none. */
export function lastCoefficient(
  cases: readonly RegressionCase[],
  { errors, level }: { readonly errors: RegressionErrors; readonly level: number },
): Result<ComparisonEstimate> {
  const fit = leastSquares(cases, errors)
  if ('failed' in fit) return { refusal: refusals[fit.failed] }
  const last = fit.coefficients.length - 1
  const estimate = fit.coefficients[last] ?? 0
  const standardError = Math.sqrt(Math.max(0, fit.variance[last]?.[last] ?? 0))
  const size = Math.max(...cases.map(({ y }) => Math.abs(y)))
  if (!(standardError > 1e-12 * size)) return { refusal: noSpread }
  const reach = tQuantile((1 + level) / 2, { df: fit.df }) * standardError
  const t = estimate / standardError
  const method = errors === 'model' ? 't, independent errors' : 't, errors clustered'
  return {
    value: {
      estimate,
      standardError,
      interval: { level, low: estimate - reach, high: estimate + reach, method },
      t,
      df: fit.df,
      p: Math.min(1, 2 * tProbability(-Math.abs(t), { df: fit.df })),
      n: cases.length,
      ...(fit.clusters === undefined ? {} : { clusters: fit.clusters }),
    },
  }
}

const refusals: Record<'dependent' | 'too-few' | 'too-few-clusters', Refusal> = {
  dependent: {
    code: 'group-missing',
    message: 'One of the groups has no case before, or none after. Gather both groups at both times.',
  },
  'too-few': {
    code: 'too-few-values',
    message:
      'There are no more cases than means to estimate, so that nothing is left to judge them by. Gather more cases.',
  },
  'too-few-clusters': {
    code: 'too-few-clusters',
    message: 'All cases are of one cluster. Gather cases of several, or name a smaller unit as the cluster.',
  },
}

const noSpread: Refusal = {
  code: 'no-variation',
  message:
    'The outcomes do not vary within groups, so that the difference cannot be judged. Show the means with their n.',
}
