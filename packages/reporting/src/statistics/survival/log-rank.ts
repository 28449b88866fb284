import type { Refusal, Result } from '../../refusal.ts'
import { chiSquareProbability } from '../distributions/chi-square.ts'
import { cholesky, solveCholesky } from '../matrix/cholesky.ts'
import { checkObservations, type Observation } from './observation.ts'
import { atRiskBefore } from './risk-sets.ts'

/** An observation of somebody in a group, compared only with others of the same stratum where strata are given. */
export interface GroupedObservation extends Observation {
  readonly group: string
  readonly stratum?: string
}

/** The log-rank test with what it rests on. */
export interface LogRank {
  readonly statistic: number
  readonly degrees: number
  readonly p: number
  readonly n: number
  readonly events: number
  /** In the order in which the groups first occur. */
  readonly groups: readonly {
    readonly group: string
    readonly n: number
    readonly observed: number
    readonly expected: number
  }[]
  readonly strata: number
}

/**
 * The log-rank test of whether groups have the event at the same pace, stratified where observations name a stratum. It says that paces differ, not by how much: show the curves,
 * or the hazard ratio, beside it.
 *
 * A group with nobody watched at any event is refused, as nothing is expected of it.
 *
 * Source: N. Mantel, Cancer Chemotherapy Reports 50 (1966), 163-170; J. P. Klein and M. L. Moeschberger, Survival Analysis, 2nd ed. (2003), sections 7.3 and 7.5.
 *
 * @example
 * ```ts
 * import { logRank } from '@mentoring-commons/reporting/statistics'
 *
 * const stay = (group: string, time: number, event: boolean) => ({ group, time, event })
 * const answer = logRank([stay('a', 2, true), stay('a', 5, true), stay('b', 6, true), stay('b', 9, false)])
 * 'value' in answer && answer.value.groups.map((each) => each.observed) //=> [2, 1]
 * 'value' in answer && answer.value.degrees //=> 1
 * ```
 */
export function logRank(observations: readonly GroupedObservation[]): Result<LogRank> {
  const wrong = checkObservations(observations)
  if (wrong) return { refusal: wrong }
  const names = [...new Set(observations.map(({ group }) => group))]
  if (names.length < 2) return { refusal: oneGroup(names[0] ?? '') }
  if (names.length > groupsMax) return { refusal: tooMany(names.length) }
  const strata = new Map<string, GroupedObservation[]>()
  for (const observation of observations) {
    const stratum = observation.stratum ?? ''
    const own = strata.get(stratum)
    if (own) own.push(observation)
    else strata.set(stratum, [observation])
  }
  const expected = names.map(() => 0)
  const variance = names.map(() => names.map(() => 0))
  for (const members of strata.values()) addStratum(members, names, expected, variance)
  const without = names.find((_, index) => !((expected[index] ?? 0) > 0))
  if (without !== undefined) return { refusal: nothingExpected(without) }
  const groups = names.map((group, index) => {
    const own = observations.filter((observation) => observation.group === group)
    const observed = own.filter(({ event }) => event).length
    return { group, n: own.length, observed, expected: expected[index] ?? 0 }
  })
  const excess = groups.slice(1).map(({ observed, expected }) => observed - expected)
  const factor = cholesky(variance.slice(1).map((row) => row.slice(1)))
  if ('dependent' in factor) return { refusal: nothingExpected(names[factor.dependent + 1] ?? '') }
  const solved = solveCholesky(factor.lower, excess)
  const statistic = excess.reduce((total, value, index) => total + value * (solved[index] ?? 0), 0)
  const degrees = names.length - 1
  return {
    value: {
      statistic,
      degrees,
      p: chiSquareProbability(statistic, { df: degrees, tail: 'upper' }),
      n: observations.length,
      events: groups.reduce((total, { observed }) => total + observed, 0),
      groups,
      strata: strata.size,
    },
  }
}

/** Adds the expected events of each group in one stratum, and their covariances (hypergeometric at each time). */
function addStratum(
  members: readonly GroupedObservation[],
  names: readonly string[],
  expected: number[],
  variance: readonly number[][],
): void {
  const counts = names.map((name) => atRiskBefore(members.filter(({ group }) => group === name)))
  const events = new Map<number, number>()
  for (const { time, event } of members) if (event) events.set(time, (events.get(time) ?? 0) + 1)
  for (const [time, d] of events) {
    const at = counts.map((count) => count(time))
    const n = at.reduce((total, value) => total + value, 0)
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0
    for (const [i, own] of at.entries()) {
      expected[i] = (expected[i] ?? 0) + (d * own) / n
      const row = variance[i] ?? []
      for (const [j, other] of at.entries())
        row[j] = (row[j] ?? 0) + spread * (own / n) * ((i === j ? 1 : 0) - other / n)
    }
  }
}

const groupsMax = 200

const tooMany = (n: number): Refusal => ({
  code: 'too-large-for-exact',
  message: `${n} groups are to be compared, and ${groupsMax} are the most. Take groups together.`,
  path: ['observations'],
})

const oneGroup = (group: string): Refusal => ({
  code: 'group-missing',
  message: `All observations are of the group ${JSON.stringify(group)}. Add those to compare it with, or show its curve alone.`,
  path: ['observations'],
})

const nothingExpected = (group: string): Refusal => ({
  code: 'no-events',
  message: `Nobody of the group ${JSON.stringify(group)} was watched beside others when an event happened. Leave the group out, or wait for more events.`,
  path: ['observations'],
})
