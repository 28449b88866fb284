import { sum } from '../../measures/sum.ts'
import type { Refusal, Result } from '../../refusal.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { checkLevel } from '../estimate/check-level.ts'
import type { Interval } from '../estimate/interval.ts'

/** What near misses count: nothing, or more the nearer they are, falling straight or by the square of the distance. */
export type KappaWeights = 'none' | 'linear' | 'quadratic'

/** Cohen's kappa with what it rests on. */
export interface CohenKappa {
  readonly kappa: number
  /** Cases rated by both. */
  readonly n: number
  readonly weights: KappaWeights
  /** Share of agreement, weighted, and the share that chance would give. */
  readonly observed: number
  readonly expected: number
  readonly standardError: number
  /** Absent when the standard error is 0, as with full agreement: a large-sample interval then says nothing. */
  readonly interval?: Interval
}

/**
 * Cohen's kappa of two raters by their table of counts (row the first rater's category, column the second's, in order), with the large-sample
 * interval of Fleiss, Cohen and Everitt.
 *
 * Weights go by the place of a category, so weighted kappa is for ordered categories only. The interval's ends are cut at -1 and 1. Refuses when both raters
 * gave one and the same category throughout, as chance then explains everything.
 *
 * Source: J. Cohen, Educational and Psychological Measurement 20 (1960), 37-46, and Psychological Bulletin 70 (1968), 213-220; J. L. Fleiss, J. Cohen and
 * B. S. Everitt, Psychological Bulletin 72 (1969), 323-327.
 *
 * @example
 * ```ts
 * import { cohenKappa } from '@mentoring-commons/reporting/statistics'
 *
 * const answer = cohenKappa([[20, 10], [5, 15]], { weights: 'none' })
 * 'value' in answer && answer.value.kappa.toFixed(3) //=> "0.400"
 * 'value' in answer && answer.value.interval?.low.toFixed(4) //=> "0.1511"
 * ```
 */
export function cohenKappa(
  counts: readonly (readonly number[])[],
  options: { readonly weights: KappaWeights; readonly level?: number },
): Result<CohenKappa> {
  const level = checkLevel(options.level ?? 0.95)
  const wrong = checkTable(counts)
  if (wrong) return { refusal: wrong }
  const k = counts.length
  const n = sum(counts.flat())
  const p = counts.map((row) => row.map((count) => count / n))
  const rows = p.map((row) => sum(row))
  const columns = p.map((_, j) => sum(p.map((row) => row[j] ?? 0)))
  const weight = (i: number, j: number) => weightOf(options.weights, Math.abs(i - j) / (k - 1))
  const each = p.flatMap((row, i) => row.map((share, j) => ({ share, i, j, weight: weight(i, j) })))
  const observed = sum(each.map((cell) => cell.weight * cell.share))
  const expected = sum(each.map(({ weight, i, j }) => weight * (rows[i] ?? 0) * (columns[j] ?? 0)))
  if (!(1 - expected > 1e-12)) return { refusal: allAlike }
  const kappa = (observed - expected) / (1 - expected)
  const rowMean = p.map((_, i) => sum(columns.map((share, j) => share * weight(i, j))))
  const columnMean = p.map((_, j) => sum(rows.map((share, i) => share * weight(i, j))))
  const squares = sum(
    each.map(
      ({ share, i, j, weight }) => share * (weight - ((rowMean[i] ?? 0) + (columnMean[j] ?? 0)) * (1 - kappa)) ** 2,
    ),
  )
  const variance = (squares - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2)
  const standardError = variance > 1e-18 ? Math.sqrt(variance) : 0
  const reach = normalQuantile((1 + level) / 2) * standardError
  const interval = {
    level,
    low: Math.max(-1, kappa - reach),
    high: Math.min(1, kappa + reach),
    method: 'large sample (Fleiss, Cohen and Everitt)',
  }
  return {
    value: {
      kappa,
      n,
      weights: options.weights,
      observed,
      expected,
      standardError,
      ...(standardError > 0 ? { interval } : {}),
    },
  }
}

function weightOf(weights: KappaWeights, distance: number): number {
  if (weights === 'linear') return 1 - distance
  if (weights === 'quadratic') return 1 - distance * distance
  return distance === 0 ? 1 : 0
}

function checkTable(counts: readonly (readonly number[])[]): Refusal | undefined {
  const wrong = counts.findIndex(
    (row) => row.length !== counts.length || row.some((count) => !(Number.isInteger(count) && count >= 0)),
  )
  if (wrong >= 0 || counts.length < 2)
    return {
      code: 'counts-wrong',
      message: `Row ${wrong + 1} of ${counts.length} is [${counts[wrong]?.join(', ') ?? ''}]. Give a square of whole numbers, with a row and a column for each of at least two categories.`,
      path: ['counts', Math.max(0, wrong)],
    }
  const n = sum(counts.flat())
  if (n >= 2) return undefined
  return {
    code: 'too-few-values',
    message: `Both raters rated ${n} ${n === 1 ? 'case' : 'cases'}, and at least 2 are needed. Have more cases rated twice.`,
    path: ['counts'],
  }
}

const allAlike: Refusal = {
  code: 'no-variation',
  message:
    'Both raters gave one and the same category throughout, so that agreement cannot be told from chance. Show the share of agreement instead.',
  path: ['counts'],
}
