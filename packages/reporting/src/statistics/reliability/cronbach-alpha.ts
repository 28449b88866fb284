import type { Result } from '../../refusal.ts'
import { fQuantile } from '../distributions/f.ts'
import { checkLevel } from '../estimate/check-level.ts'
import type { Interval } from '../estimate/interval.ts'
import { alphaOf } from './alpha-of.ts'
import { checkEnough, checkResponses, type ReliabilityFlag } from './check-responses.ts'
import { covariances, type MissingAnswers, type Responses } from './covariances.ts'

/** How alpha is asked for. `missing` has no default, because both conventions are in use and give different answers. */
export interface CronbachAlphaOptions {
  readonly missing: MissingAnswers
  readonly level?: number
  /** What is accepted although it makes the figure rough; without it, such answers are refused. */
  readonly accept?: readonly ReliabilityFlag[]
}

/** Cronbach's alpha with what it rests on. */
export interface CronbachAlpha {
  readonly alpha: number
  /** Respondents behind the sparsest covariance. */
  readonly n: number
  readonly items: number
  readonly missing: MissingAnswers
  readonly interval: Interval
  /** `negative` hints that an item is coded the other way round. */
  readonly flags: readonly (ReliabilityFlag | 'negative')[]
}

/**
 * Cronbach's alpha of items that are meant to measure one thing, with Feldt's interval: honest figures for any number of items from two, a
 * refusal for fewer than three items or thirty respondents unless accepted, and a hint of a coding error when it is negative.
 *
 * With pairwise covariances the interval takes the respondents behind the sparsest of them as n, which errs on the wide side. Reverse-scored items
 * are to be turned before.
 *
 * Source: L. J. Cronbach, Psychometrika 16 (1951), 297-334; L. S. Feldt, D. J. Woodruff and F. A. Salih, Applied Psychological Measurement 11 (1987), 93-103.
 *
 * @example
 * ```ts
 * import { cronbachAlpha } from '@mentoring-commons/reporting/statistics'
 *
 * const answers = [[1, 2, 2], [3, 3, 4], [4, 5, 4], [2, 2, 3], [5, 4, 5]]
 * const refused = cronbachAlpha(answers, { missing: 'complete' })
 * 'refusal' in refused && refused.refusal.code //=> "too-few-values"
 * const accepted = cronbachAlpha(answers, { missing: 'complete', accept: ['few-respondents'] })
 * 'value' in accepted && accepted.value.alpha.toFixed(3) //=> "0.939"
 * ```
 */
export function cronbachAlpha(responses: Responses, options: CronbachAlphaOptions): Result<CronbachAlpha> {
  const level = checkLevel(options.level ?? 0.95)
  const wrong = checkResponses(responses)
  if (wrong) return { refusal: wrong }
  const items = responses[0]?.length ?? 0
  const found = items < 2 ? undefined : covariances(responses, options.missing)
  const enough = checkEnough(items, found, options.accept ?? [])
  if ('refusal' in enough) return enough
  const { matrix = [], n = 0 } = found ?? {}
  const alpha = alphaOf(matrix)
  if (alpha === undefined)
    return {
      refusal: {
        code: 'no-variation',
        message:
          'All respondents have the same total, so that no share of it can be reliable. Show the answers without alpha.',
        path: ['responses'],
      },
    }
  if (alpha > 1)
    return {
      refusal: {
        code: 'covariances-disagree',
        message: `Pairwise covariances give an alpha of ${alpha}, which cannot be. Take complete cases.`,
        path: ['responses'],
      },
    }
  const df = { df1: n - 1, df2: (n - 1) * (items - 1) }
  const interval = {
    level,
    low: 1 - (1 - alpha) * fQuantile((1 + level) / 2, df),
    high: 1 - (1 - alpha) * fQuantile((1 - level) / 2, df),
    method: 'Feldt',
  }
  const flags = alpha < 0 ? [...enough.flags, 'negative' as const] : enough.flags
  return { value: { alpha, n, items, missing: options.missing, interval, flags } }
}
