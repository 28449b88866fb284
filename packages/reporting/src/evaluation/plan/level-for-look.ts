import type { Result } from '../../refusal.ts'
import { refuse, shown } from '../refuse.ts'

/** The ways to spread a level over planned looks at growing data. */
export const spendings = ['equal', 'pocock-type'] as const

/** One of those. */
export type Spending = (typeof spendings)[number]

/** Looks as they were planned: what share of the whole information each has, rising to 1. */
export interface LookSchedule {
  readonly level: number
  readonly shares: readonly number[]
  readonly spending: Spending
}

/**
 * The level that each planned look may be tested at, so that all together stay within the level.
 *
 * The parts add up to the level, which holds it by the union bound whatever the looks have to do with each other: simple, and stricter than
 * exact group-sequential boundaries. `equal` gives each look the same part (Bonferroni); `pocock-type` spends level x ln(1 + (e - 1) t) by the
 * share t of information (Lan and DeMets, Biometrika 70, 1983). Refused: a level outside 0 to 1, and shares that do not rise to 1.
 *
 * @example
 * ```ts
 * import { levelForLook } from '@mentoring-commons/reporting/evaluation'
 *
 * levelForLook({ level: 0.0625, shares: [0.5, 1], spending: 'equal' }) //=> { "value": [0.03125, 0.03125] }
 * ```
 */
export function levelForLook({ level, shares, spending }: LookSchedule): Result<readonly number[]> {
  if (!(level > 0 && level < 1))
    return refuse('level-wrong', `The level is ${shown(level)}. Give a number between 0 and 1, such as 0.05.`, [
      'level',
    ])
  const falls = shares.findIndex((share, index) => !(share > (shares[index - 1] ?? 0)))
  if (shares.length === 0 || falls !== -1 || shares[shares.length - 1] !== 1)
    return refuse(
      'looks-wrong',
      `The looks have the shares ${shown(shares)}. Give numbers above 0 that rise to 1, one a look.`,
      ['shares'],
    )
  if (spending === 'equal') return { value: shares.map(() => level / shares.length) }
  const spent = shares.map((share) => level * Math.log1p(Math.expm1(1) * share))
  return { value: spent.map((sum, index) => sum - (spent[index - 1] ?? 0)) }
}
