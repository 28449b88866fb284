import { sum } from '../../measures/sum.ts'
import type { Result } from '../../refusal.ts'
import { alphaOf } from './alpha-of.ts'
import { checkResponses } from './check-responses.ts'
import { covariances, type MissingAnswers, type Responses } from './covariances.ts'

/** What one item does in its scale. */
export interface ItemAnalysis {
  /** Respondents who answered it, among those whom the convention keeps. */
  readonly n: number
  readonly mean: number
  readonly sd: number
  /** Correlation with the total of the other items (corrected item-total); absent when the item or the others do not vary, or pairwise covariances disagree. */
  readonly itemRest?: number
  /** Alpha of the other items; absent when fewer than two are left or their total does not vary. */
  readonly alphaIfDropped?: number
}

/**
 * For each item in order: mean, standard deviation, its correlation with the total of the others (corrected, so that it is not counted with itself), and
 * alpha without it. A negative correlation hints that an item is coded the other way round.
 *
 * All by the covariances that `missing` names; with answers missing, pairwise ones describe no single group of people.
 *
 * Source: J. C. Nunnally and I. H. Bernstein, Psychometric Theory, 3rd ed. (1994), chapter 8.
 *
 * @example
 * ```ts
 * import { itemAnalysis } from '@mentoring-commons/reporting/statistics'
 *
 * const answers = [[1, 2, 5], [3, 3, 3], [4, 5, 1], [2, 2, 4], [5, 4, 1]]
 * const items = itemAnalysis(answers, { missing: 'complete' })
 * 'value' in items && items.value.map((item) => item.itemRest?.toFixed(2)) //=> ["-0.89", "-0.77", "-1.00"]
 * ```
 */
export function itemAnalysis(
  responses: Responses,
  { missing }: { readonly missing: MissingAnswers },
): Result<readonly ItemAnalysis[]> {
  const wrong = checkResponses(responses)
  if (wrong) return { refusal: wrong }
  const found = covariances(responses, missing)
  if (found === undefined || responses.length === 0)
    return {
      refusal: {
        code: 'too-few-values',
        message: `Some pair of items was answered by fewer than two of ${responses.length} respondents. Wait for more answers, or leave out the item that few answered.`,
        path: ['responses'],
      },
    }
  const rows = missing === 'complete' ? responses.filter((row) => !row.includes(null)) : responses
  return { value: found.matrix.map((_, item) => analyse(found.matrix, item, rows)) }
}

function analyse(matrix: readonly (readonly number[])[], item: number, rows: Responses): ItemAnalysis {
  const answers = rows.map((row) => row[item]).filter((answer) => typeof answer === 'number')
  const others = matrix.filter((_, i) => i !== item).map((row) => row.filter((_, j) => j !== item))
  const own = matrix[item]?.[item] ?? 0
  const rest = sum(others.flat())
  const withRest = sum((matrix[item] ?? []).filter((_, j) => j !== item))
  const itemRest = own > 0 && rest > 1e-12 * own ? bounded(withRest / Math.sqrt(own * rest)) : undefined
  const alphaIfDropped = others.length < 2 ? undefined : alphaOf(others)
  return {
    n: answers.length,
    mean: sum(answers) / answers.length,
    sd: Math.sqrt(own),
    ...(itemRest === undefined ? {} : { itemRest }),
    ...(alphaIfDropped === undefined ? {} : { alphaIfDropped }),
  }
}

/** A correlation within rounding of its bounds is the bound; beyond them it is the work of pairwise covariances, and none. */
const bounded = (correlation: number): number | undefined =>
  Math.abs(correlation) > 1 + 1e-9 ? undefined : Math.max(-1, Math.min(1, correlation))
