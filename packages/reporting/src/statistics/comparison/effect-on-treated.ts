import type { Refusal, Result } from '../../refusal.ts'
import { checkLevel } from '../estimate/check-level.ts'
import { isReckonable } from '../estimate/is-reckonable.ts'
import { type ComparisonEstimate, lastCoefficient } from './comparison-estimate.ts'
import type { MatchedGroups } from './match-groups.ts'

/** How the interval of an effect after matching is made: units of one stratum, or of one cluster that is given for each id, may depend on each other. */
export interface EffectOptions {
  readonly clusters: 'strata' | ReadonlyMap<string, string>
  readonly level?: number
}

/**
 * The average effect on the treated who were matched (ATT): the difference of means, controls weighted to stand for the treated, with an interval that allows for
 * dependence within strata or clusters.
 *
 * Outcomes are by id, one for each matched unit; match only units whose outcome is known. It is an association unless rival explanations were examined.
 *
 * Source: S. M. Iacus, G. King and G. Porro, Political Analysis 20 (2012), 1-24; errors: A. C. Cameron and D. L. Miller, Journal of Human Resources 50 (2015), 317-372.
 *
 * @example
 * ```ts
 * import { effectOnTreated, matchGroups } from '@mentoring-commons/reporting/statistics'
 *
 * const unit = (id: string, treated: boolean, grade: number) => ({ id, treated, values: { grade } })
 * const units = [unit('a', true, 7), unit('b', false, 7), unit('c', true, 8), unit('d', false, 8), unit('e', false, 8)]
 * const groups = matchGroups(units, { on: [{ name: 'grade', how: 'exact' }] })
 * const outcomes = new Map([['a', 9], ['b', 6], ['c', 5], ['d', 4], ['e', 2]])
 * const effect = 'value' in groups ? effectOnTreated(groups.value, outcomes, { clusters: 'strata' }) : groups
 * 'value' in effect && effect.value.estimate.toFixed(2) //=> "2.50"
 * ```
 */
export function effectOnTreated(
  groups: MatchedGroups,
  outcomes: ReadonlyMap<string, number>,
  options: EffectOptions,
): Result<ComparisonEstimate> {
  const level = checkLevel(options.level ?? 0.95)
  const { clusters } = options
  const without = groups.matched.find(({ id }) => !isReckonable(outcomes.get(id) ?? Number.NaN))
  if (without) return { refusal: noOutcome(without.id, outcomes.get(without.id)) }
  const loose = clusters === 'strata' ? undefined : groups.matched.find(({ id }) => !clusters.has(id))
  if (loose) return { refusal: noCluster(loose.id) }
  return lastCoefficient(
    groups.matched.map(({ id, treated, stratum, weight }) => ({
      x: [1, treated ? 1 : 0],
      y: outcomes.get(id) ?? 0,
      weight,
      cluster: clusters === 'strata' ? stratum : (clusters.get(id) ?? ''),
    })),
    { errors: 'cluster', level },
  )
}

const noOutcome = (id: string, outcome: number | undefined): Refusal => ({
  code: 'value-not-finite',
  message: `${JSON.stringify(id)} was matched and has the outcome ${String(outcome)}. Match only those whose outcome is known, and say how many are not.`,
  path: ['outcomes', id],
})

const noCluster = (id: string): Refusal => ({
  code: 'too-few-clusters',
  message: `${JSON.stringify(id)} was matched and has no cluster. Give a cluster for each id.`,
  path: ['clusters', id],
})
