import type { Result } from '../../refusal.ts'
import { refuse, shown } from '../refuse.ts'

/** The ways to keep the chance of any false finding in a family of tests below a level. */
export const adjustments = ['holm', 'bonferroni'] as const

/** One of those. */
export type Adjustment = (typeof adjustments)[number]

/**
 * The p values of a family of tests, each adjusted for there being several, in the order given.
 *
 * Both keep the family-wise error whatever the tests have to do with each other; Holm's step-down rule (Scandinavian Journal of Statistics 6,
 * 1979) is never weaker than Bonferroni's. Refused: a p value that is not between 0 and 1.
 *
 * @example
 * ```ts
 * import { adjustP } from '@mentoring-commons/reporting/evaluation'
 *
 * adjustP([0.25, 0.0625, 0.125], 'holm') //=> { "value": [0.25, 0.1875, 0.25] }
 * adjustP([0.25, 0.0625, 0.5], 'bonferroni') //=> { "value": [0.75, 0.1875, 1] }
 * ```
 */
export function adjustP(values: readonly number[], adjustment: Adjustment): Result<readonly number[]> {
  const wrong = values.findIndex((value) => !(value >= 0 && value <= 1))
  if (wrong !== -1)
    return refuse('p-value-wrong', `p value ${wrong + 1} is ${shown(values[wrong])}. Give numbers from 0 to 1.`, [
      wrong,
    ])
  const count = values.length
  if (adjustment === 'bonferroni') return { value: values.map((value) => Math.min(1, value * count)) }
  const order = values.map((value, place) => ({ value, place })).sort((a, b) => a.value - b.value)
  const adjusted = new Array<number>(count).fill(0)
  let reached = 0
  for (const [rank, { value, place }] of order.entries()) {
    reached = Math.max(reached, Math.min(1, value * (count - rank)))
    adjusted[place] = reached
  }
  return { value: adjusted }
}
