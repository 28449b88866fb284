import { sum } from '../../measures/sum.ts'
import type { Refusal, Result } from '../../refusal.ts'
import type { Interval } from '../estimate/interval.ts'
import { bootstrap } from '../resampling/bootstrap.ts'
import { checkEnough, checkResponses, type ReliabilityFlag } from './check-responses.ts'
import { covariances, type MissingAnswers, type Responses } from './covariances.ts'
import { oneFactor } from './one-factor.ts'

/** How omega is asked for; its interval is a percentile bootstrap over respondents, and so takes a seed. */
export interface OmegaTotalOptions {
  readonly missing: MissingAnswers
  readonly seed: number
  readonly resamples: number
  readonly level?: number
  /** What is accepted although it makes the figure rough; fewer than three items are never accepted. */
  readonly accept?: readonly 'few-respondents'[]
}

/** McDonald's omega with what it rests on. */
export interface OmegaTotal {
  readonly omega: number
  /** Respondents behind the sparsest correlation. */
  readonly n: number
  readonly items: number
  readonly missing: MissingAnswers
  /** Each item's loading on the one factor, standardised. */
  readonly loadings: readonly number[]
  readonly interval: Interval
  readonly method: 'one factor, minimum residuals, standardised items'
  /** `negative-loading` hints that an item is coded the other way round. */
  readonly flags: readonly (ReliabilityFlag | 'negative-loading')[]
}

/**
 * McDonald's omega total by one factor: the share of the variance of the total of standardised items that is not theirs alone, 1 - Σu² / ΣR, with the factor fitted
 * by minimum residuals and an interval by drawing respondents again.
 *
 * Refuses fewer than three items, an improper fit (a Heywood case), and respondents below thirty unless accepted.
 *
 * Source: R. P. McDonald, Test Theory: A Unified Treatment (1999), chapter 6; W. Revelle and R. E. Zinbarg, Psychometrika 74 (2009), 145-154.
 *
 * @example
 * ```ts
 * import { omegaTotal } from '@mentoring-commons/reporting/statistics'
 *
 * const answer = omegaTotal([[1, 2], [2, 2]], { missing: 'complete', seed: 1, resamples: 1000 })
 * 'refusal' in answer && answer.refusal.code //=> "too-few-items"
 * ```
 */
export function omegaTotal(responses: Responses, options: OmegaTotalOptions): Result<OmegaTotal> {
  const wrong = checkResponses(responses)
  if (wrong) return { refusal: wrong }
  const items = responses[0]?.length ?? 0
  const found = covariances(responses, options.missing)
  const enough = checkEnough(items, found, options.accept ?? [])
  if ('refusal' in enough) return enough
  const fit = fitOmega(found?.matrix ?? [])
  if (typeof fit === 'string') return { refusal: refusalOf(fit) }
  const kept = options.missing === 'complete' ? responses.filter((row) => !row.includes(null)) : responses
  const drawn = bootstrap(
    kept,
    (rows) => {
      const each = fitOmega(covariances(rows, options.missing)?.matrix ?? [], fit.loadings)
      return typeof each === 'string' ? undefined : each.omega
    },
    { ...options, method: 'percentile' },
  )
  if ('refusal' in drawn) return drawn
  const { loadings, omega } = fit
  const flags = loadings.some((loading) => loading < 0) ? [...enough.flags, 'negative-loading' as const] : enough.flags
  return {
    value: {
      omega,
      n: found?.n ?? 0,
      items,
      missing: options.missing,
      loadings,
      interval: drawn.value.interval,
      method: 'one factor, minimum residuals, standardised items',
      flags,
    },
  }
}

type NoFit = 'no-variation' | 'improper' | 'not-converged'

function fitOmega(
  matrix: readonly (readonly number[])[],
  start?: readonly number[],
): { readonly omega: number; readonly loadings: readonly number[] } | NoFit {
  const sds = matrix.map((row, i) => Math.sqrt(row[i] ?? 0))
  if (sds.length === 0 || sds.some((sd) => !(sd > 0))) return 'no-variation'
  const correlations = matrix.map((row, i) => row.map((value, j) => value / ((sds[i] ?? 1) * (sds[j] ?? 1))))
  const total = sum(correlations.flat())
  const fit = oneFactor(correlations, start)
  if ('failed' in fit) return fit.failed
  if (!(total > 1e-9)) return 'no-variation'
  const loadings = sum([...fit.loadings]) < 0 ? fit.loadings.map((loading) => -loading) : fit.loadings
  const unique = sum(loadings.map((loading) => 1 - loading * loading))
  return { omega: 1 - unique / total, loadings }
}

const refusals: Record<NoFit, Omit<Refusal, 'path'>> = {
  'no-variation': {
    code: 'no-variation',
    message:
      'An item, or the total of all, is the same for everybody. Leave such items out, and turn those that are coded the other way round.',
  },
  improper: {
    code: 'fit-improper',
    message:
      'One factor would have to explain an item wholly or more (a Heywood case). Look for two items that say the same, or for more than one factor, and use alpha meanwhile.',
  },
  'not-converged': {
    code: 'fit-not-converged',
    message:
      'One factor could not be fitted to these answers. Look at the correlations of the items; they may have no factor in common.',
  },
}

const refusalOf = (reason: NoFit): Refusal => ({ ...refusals[reason], path: ['responses'] })
