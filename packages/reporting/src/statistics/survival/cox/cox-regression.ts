import type { Refusal, Result } from '../../../refusal.ts'
import { chiSquareProbability } from '../../distributions/chi-square.ts'
import { normalProbability, normalQuantile } from '../../distributions/normal.ts'
import { checkLevel } from '../../estimate/check-level.ts'
import type { Interval } from '../../estimate/interval.ts'
import { invertCholesky } from '../../matrix/cholesky.ts'
import { type CoxRow, checkRows } from './cox-row.ts'
import { designOf } from './design.ts'
import { type Maximum, maximise } from './maximise.ts'
import type { CoxTies } from './partial-likelihood.ts'
import { sandwich } from './sandwich.ts'

/** How a Cox regression is asked for; each convention is named, as programs differ in them. */
export interface CoxOptions {
  /** The names of the covariates, in their order in the rows. */
  readonly covariates: readonly string[]
  readonly ties: CoxTies
  /** Standard errors by the model, or robust ones for rows that depend on each other within a cluster. */
  readonly errors: 'model' | 'cluster'
  readonly level?: number
}

/** What one covariate does to the hazard. */
export interface CoxCoefficient {
  readonly covariate: string
  readonly coefficient: number
  readonly standardError: number
  /** Hazard where the covariate is one higher, as a multiple. */
  readonly hazardRatio: number
  /** Of the hazard ratio. */
  readonly interval: Interval
  readonly z: number
  readonly p: number
}

/** A Cox regression with what it rests on. */
export interface CoxRegression {
  readonly coefficients: readonly CoxCoefficient[]
  /** Rows; one person may have several. */
  readonly n: number
  readonly events: number
  /** How many clusters there are, for robust errors. */
  readonly clusters?: number
  readonly ties: CoxTies
  readonly errors: CoxOptions['errors']
  readonly logLikelihood: { readonly withoutCovariates: number; readonly fitted: number }
  /** Whether the covariates together say anything; by the model, also where errors are robust. */
  readonly likelihoodRatio: { readonly statistic: number; readonly degrees: number; readonly p: number }
  /** `few-events`: fewer than ten for each covariate; `few-clusters`: fewer than twenty. Both make intervals too narrow. */
  readonly flags: readonly ('few-events' | 'few-clusters')[]
}

/**
 * Cox's proportional hazards regression of time to an event, rows being stretches (start, stop], so that a covariate may change with time, with Efron's or Breslow's
 * ties, strata, and standard errors by the model or robust to dependence within clusters (the sandwich of Lin and Wei, without small-sample correction).
 *
 * Exposure must begin when it began: take rows from `exposureRows`, so that nobody counts as mentored before mentoring started. Refuses covariates that part those with the event from all
 * others, as their hazard ratio would be infinite. The model takes hazard ratios to be the same at all times; look at the curves.
 *
 * Source: T. M. Therneau and P. M. Grambsch, Modeling Survival Data (2000), chapters 3 and 8; D. Y. Lin and L. J. Wei, Journal of the American Statistical
 * Association 84 (1989), 1074-1078.
 *
 * @example
 * ```ts
 * import { coxRegression } from '@mentoring-commons/reporting/statistics'
 *
 * const row = (stop: number, event: boolean, mentored: number) => ({ stop, event, covariates: [mentored] })
 * const rows = [row(2, true, 0), row(3, true, 1), row(5, true, 0), row(6, false, 1), row(7, true, 1), row(8, false, 0)]
 * const answer = coxRegression(rows, { covariates: ['mentored'], ties: 'efron', errors: 'model' })
 * 'value' in answer && [answer.value.events, answer.value.flags] //=> [4, ["few-events"]]
 * ```
 */
export function coxRegression(rows: readonly CoxRow[], options: CoxOptions): Result<CoxRegression> {
  const level = checkLevel(options.level ?? 0.95)
  const { covariates, ties, errors } = options
  if (covariates.length === 0) throw new RangeError('A regression takes at least one covariate, and none is named: [].')
  const wrong = checkRows(rows, covariates)
  if (wrong) return { refusal: wrong }
  const events = rows.filter((row) => row.event).length
  if (events === 0) return { refusal: noEvents(rows.length) }
  const clusters = new Set(rows.map((row) => row.cluster))
  if (errors === 'cluster' && (clusters.has(undefined) || clusters.size < 2))
    return { refusal: noClusters(clusters.size, rows) }
  const design = designOf(rows, covariates.length)
  const maximum = maximise(design, ties)
  if ('failed' in maximum) return { refusal: noMaximum(maximum, covariates) }
  const { beta, at, atZero, lower } = maximum
  const model = invertCholesky(lower)
  const variance = errors === 'model' ? model : sandwich(design, beta, ties, model, rows)
  const z = normalQuantile((1 + level) / 2)
  const estimates = covariates.map((covariate, j) => {
    const coefficient = (beta[j] ?? 0) / (design.spreads[j] ?? 1)
    const standardError = Math.sqrt(variance[j]?.[j] ?? 0) / (design.spreads[j] ?? 1)
    const [low, high] = [-1, 1].map((side) => Math.exp(coefficient + side * z * standardError)) as [number, number]
    // Clusters that cancel each other out leave nothing but rounding of what the model says.
    const told = (variance[j]?.[j] ?? 0) > 1e-16 * (model[j]?.[j] ?? 0) && low > 0 && high < Number.POSITIVE_INFINITY
    return { covariate, coefficient, standardError, low, high, told }
  })
  const untold = estimates.find(({ told }) => !told)
  if (untold) return { refusal: outOfBounds(untold) }
  const coefficients = estimates.map(({ covariate, coefficient, standardError, low, high }): CoxCoefficient => {
    const method = errors === 'model' ? 'Wald' : 'Wald, robust to clusters'
    const ratio = coefficient / standardError
    const p = 2 * normalProbability(-Math.abs(ratio))
    const own = { covariate, coefficient, standardError, hazardRatio: Math.exp(coefficient) }
    return { ...own, interval: { level, low, high, method }, z: ratio, p }
  })
  const statistic = Math.max(0, 2 * (at.log - atZero.log))
  const degrees = covariates.length
  const flags = [
    ...(events < 10 * degrees ? (['few-events'] as const) : []),
    ...(errors === 'cluster' && clusters.size < 20 ? (['few-clusters'] as const) : []),
  ]
  return {
    value: {
      coefficients,
      n: rows.length,
      events,
      ...(errors === 'cluster' ? { clusters: clusters.size } : {}),
      ties,
      errors,
      logLikelihood: { withoutCovariates: atZero.log, fitted: at.log },
      likelihoodRatio: { statistic, degrees, p: chiSquareProbability(statistic, { df: degrees, tail: 'upper' }) },
      flags,
    },
  }
}

const noEvents = (n: number): Refusal => ({
  code: 'no-events',
  message: `None of ${n} rows ends with the event. Wait for events, or show how long people have been watched.`,
  path: ['rows'],
})

const noClusters = (n: number, rows: readonly CoxRow[]): Refusal => ({
  code: 'too-few-clusters',
  message: `Robust errors take a cluster in every row and two of them at least; there are ${n}, and ${rows.filter((row) => row.cluster === undefined).length} rows have none. Name the person or the department of each row.`,
  path: ['rows'],
})

const outOfBounds = ({
  covariate,
  coefficient,
  standardError,
}: Pick<CoxCoefficient, 'covariate' | 'coefficient' | 'standardError'>): Refusal => ({
  code: 'hazard-unbounded',
  message: `The coefficient of ${covariate} is ${coefficient} with a standard error of ${standardError}, which makes no hazard ratio that can be written. Give the covariate in larger or smaller units, or more clusters than covariates.`,
  path: ['rows'],
})

function noMaximum({ failed, covariate }: Extract<Maximum, { failed: string }>, names: readonly string[]): Refusal {
  const name = names[covariate] ?? ''
  if (failed === 'collinear')
    return {
      code: 'covariates-collinear',
      message: `Among those at risk at events ${name} does not vary, or follows from the covariates before it. Leave it out.`,
      path: ['rows'],
    }
  if (failed === 'unbounded')
    return {
      code: 'hazard-unbounded',
      message: `The covariates, most of all ${name}, part those with the event from all others, so that the hazard ratio would be 0 or infinite. Leave ${name} out, take categories together, or wait for more events.`,
      path: ['rows'],
    }
  return {
    code: 'fit-not-converged',
    message: `The fit did not settle, most of all in ${name}. Look for values far from all others, and for covariates that nearly follow from each other.`,
    path: ['rows'],
  }
}
