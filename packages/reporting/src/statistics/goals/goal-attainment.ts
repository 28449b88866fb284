import { sum } from '../../measures/sum.ts'
import type { Refusal, Result } from '../../refusal.ts'

/** How far a goal was reached, on levels that were fixed before work on it began. */
export interface GoalScore {
  /** -2 much less than expected, -1 less, 0 as expected, 1 more, 2 much more. */
  readonly score: -2 | -1 | 0 | 1 | 2
  /** How much the goal counts among those of one person, above 0; 1 when absent. */
  readonly weight?: number
}

/** One person's goal attainment, or a plain mean of levels on the scale that is 50 where all is as expected. */
export interface GoalAttainment {
  /** 50 where goals were reached as expected, with a spread of about 10 among people. */
  readonly t: number
  readonly goals: number
  /** The correlation taken to hold between scores of goals. */
  readonly rho: number
}

/**
 * The goal attainment score T of one person: 50 + 10 Σwx / √((1 - ρ) Σw² + ρ (Σw)²).
 *
 * ρ is an assumption, .3 by custom, and kept in the answer. T describes one person's goals and has no interval; for a group take `meanGoalAttainment`. A goal that was changed is a new goal.
 * Throws a RangeError unless ρ is at least 0 and below 1.
 *
 * Source: T. J. Kiresuk and R. E. Sherman, Community Mental Health Journal 4 (1968), 443-453.
 *
 * @example
 * ```ts
 * import { goalAttainment } from '@mentoring-commons/reporting/statistics'
 *
 * goalAttainment([{ score: 0 }, { score: 0 }]) //=> { "value": { "t": 50, "goals": 2, "rho": 0.3 } }
 * const better = goalAttainment([{ score: 1 }, { score: 1, weight: 2 }])
 * 'value' in better && better.value.t.toFixed(2) //=> "62.05"
 * ```
 */
export function goalAttainment(
  goals: readonly GoalScore[],
  { rho = 0.3 }: { readonly rho?: number } = {},
): Result<GoalAttainment> {
  if (!(rho >= 0 && rho < 1))
    throw new RangeError(`A correlation between goals is at least 0 and below 1, and not ${rho}.`)
  if (goals.length === 0) return { refusal: noGoals }
  for (const [index, { score, weight = 1 }] of goals.entries()) {
    if (!levels.has(score)) return { refusal: offScale(index, score) }
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) return { refusal: noWeight(index, weight) }
  }
  // Weights matter only relative to each other.
  const largest = Math.max(...goals.map(({ weight = 1 }) => weight))
  const weights = goals.map(({ weight = 1 }) => weight / largest)
  const above = sum(goals.map(({ score }, index) => score * (weights[index] ?? 0)))
  const below = (1 - rho) * sum(weights.map((weight) => weight * weight)) + rho * sum(weights) ** 2
  return { value: { t: 50 + (10 * above) / Math.sqrt(below), goals: goals.length, rho } }
}

const levels: ReadonlySet<number> = new Set([-2, -1, 0, 1, 2])

const noGoals: Refusal = {
  code: 'too-few-values',
  message: 'There is no goal to score. Wait until one was scored, and do not count a goal without a score as 0.',
  path: ['goals'],
}

const offScale = (index: number, score: number): Refusal => ({
  code: 'score-out-of-scale',
  message: `Goal ${index + 1} has the score ${String(score)}. Give one of the levels -2, -1, 0, 1, 2.`,
  path: ['goals', index, 'score'],
})

const noWeight = (index: number, weight: number): Refusal => ({
  code: 'value-not-finite',
  message: `Goal ${index + 1} has the weight ${String(weight)}. Give a number above 0, or leave the goal out.`,
  path: ['goals', index, 'weight'],
})
