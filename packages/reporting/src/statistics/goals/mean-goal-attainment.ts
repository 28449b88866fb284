import { meanOf } from '../../measures/mean.ts'
import type { Result } from '../../refusal.ts'
import { tQuantile } from '../distributions/student.ts'
import { checkLevel } from '../estimate/check-level.ts'
import type { Interval } from '../estimate/interval.ts'
import { type GoalScore, goalAttainment } from './goal-attainment.ts'

/** The mean goal attainment of people with what it rests on. */
export interface MeanGoalAttainment {
  readonly mean: number
  readonly sd: number
  /** People; each counts once, however many goals they had. */
  readonly n: number
  readonly goals: number
  readonly rho: number
  readonly interval: Interval
}

/**
 * The mean goal attainment score T of people, each with their own goals, and its t interval. Refuses fewer than two people, or people who all have the same T, as there is then no spread to
 * judge the mean by.
 *
 * A mean above 50 says that more was reached than expected, which timid goals bring about as well as good work.
 *
 * Source: T. J. Kiresuk and R. E. Sherman, Community Mental Health Journal 4 (1968), 443-453; Student's interval of a mean.
 *
 * @example
 * ```ts
 * import { meanGoalAttainment } from '@mentoring-commons/reporting/statistics'
 *
 * const answer = meanGoalAttainment([[{ score: 0 }], [{ score: 1 }], [{ score: 2 }]])
 * 'value' in answer && [answer.value.mean, answer.value.interval.low.toFixed(1)] //=> [60, "35.2"]
 * ```
 */
export function meanGoalAttainment(
  people: readonly (readonly GoalScore[])[],
  { rho = 0.3, level = 0.95 }: { readonly rho?: number; readonly level?: number } = {},
): Result<MeanGoalAttainment> {
  checkLevel(level)
  const scores: number[] = []
  for (const [index, goals] of people.entries()) {
    const own = goalAttainment(goals, { rho })
    if ('refusal' in own)
      return { refusal: { ...own.refusal, path: ['people', index, ...(own.refusal.path ?? []).slice(1)] } }
    scores.push(own.value.t)
  }
  if (scores.length < 2)
    return {
      refusal: {
        code: 'too-few-values',
        message: `${scores.length} ${scores.length === 1 ? 'person has' : 'people have'} scored goals, and at least 2 are needed. Wait for more people.`,
        path: ['people'],
      },
    }
  const { mean, sd = 0, n } = meanOf(scores)
  if (!(sd > 1e-12 * Math.abs(mean)))
    return {
      refusal: {
        code: 'no-variation',
        message: `All ${n} people have a T of ${mean}, which says nothing of how sure their mean is. Show it with its n.`,
        path: ['people'],
      },
    }
  const reach = (tQuantile((1 + level) / 2, { df: n - 1 }) * sd) / Math.sqrt(n)
  const interval = { level, low: mean - reach, high: mean + reach, method: 't' }
  return { value: { mean, sd, n, goals: people.flat().length, rho, interval } }
}
