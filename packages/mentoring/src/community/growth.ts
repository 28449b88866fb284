import { type CohortParticipation, type ParticipationRole, participationRoles } from '../people/participation.ts'

/** How many people of one first cohort came back in one later cohort. */
export interface ReturnCell {
  readonly firstCohort: number
  readonly returnCohort: number
  readonly people: number
}

/** How far a community had grown by one cohort. */
export interface GrowthPoint {
  readonly cohort: number
  /** People whose first cohort in the first role this is. */
  readonly first: number
  /** People who return for the first time in this cohort. */
  readonly returned: number
  readonly firstSoFar: number
  readonly returnedSoFar: number
  /** People of this first cohort who have returned in any later one. */
  readonly returnedOfThese: number
  /** How many later cohorts there have been for them to return in. With 0 nobody could have: no rate is to be given. */
  readonly cohortsAfter: number
}

/** Who came in one role and returned in another, over cohorts. Raw counts, nobody named: disclose before you publish. */
export interface Growth {
  readonly from: ParticipationRole
  readonly to: readonly ParticipationRole[]
  /** People who ever had the first role. */
  readonly people: number
  readonly returned: number
  /** Every pair of cohorts in which somebody could return, zero counts included; sorted by first, then by return. */
  readonly matrix: readonly ReturnCell[]
  /** One point for each cohort, in order. */
  readonly curve: readonly GrowthPoint[]
}

/**
 * Gives how a community grew out of those it served: who first came as `from` and first came as any of `to` strictly later.
 *
 * A person counts as `pathway` counts: who first did both in one cohort, or the later thing earlier, is not a return. Cohorts
 * are those that any role names. Throws a `RangeError` for an ordinal that is no whole number, a `TypeError` for a role that
 * is not listed.
 *
 * @example
 * ```ts
 * import { growthOverCohorts } from '@mentoring-commons/mentoring'
 *
 * const participations = [
 *   { personId: 'ada', cohortOrdinal: 1, role: 'mentee' as const },
 *   { personId: 'ben', cohortOrdinal: 1, role: 'mentee' as const },
 *   { personId: 'ada', cohortOrdinal: 2, role: 'mentor' as const },
 * ]
 * const growth = growthOverCohorts(participations, { from: 'mentee', to: ['mentor', 'expert'] })
 * growth.matrix //=> [{ "firstCohort": 1, "returnCohort": 2, "people": 1 }]
 * growth.curve.map((point) => point.returnedSoFar) //=> [0, 1]
 * ```
 */
export function growthOverCohorts(
  participations: readonly CohortParticipation[],
  roles: { readonly from: ParticipationRole; readonly to: readonly ParticipationRole[] },
): Growth {
  for (const role of [roles.from, ...roles.to, ...participations.map((one) => one.role)]) assertListed(role)
  for (const one of participations) assertWhole(one)
  const cohorts = [...new Set(participations.map((one) => one.cohortOrdinal))].sort((a, b) => a - b)
  const first = earliest(participations, [roles.from])
  const back = earliest(participations, roles.to)
  const returns = [...first].flatMap(([personId, from]) => {
    const to = back.get(personId)
    return to !== undefined && to > from ? [{ from, to }] : []
  })
  const matrix = cohorts.flatMap((firstCohort) =>
    cohorts
      .filter((returnCohort) => returnCohort > firstCohort)
      .map((returnCohort) => ({
        firstCohort,
        returnCohort,
        people: returns.filter(({ from, to }) => from === firstCohort && to === returnCohort).length,
      })),
  )
  const firsts = [...first.values()]
  const curve = cohorts.map((cohort, index) => ({
    cohort,
    first: firsts.filter((one) => one === cohort).length,
    returned: returns.filter(({ to }) => to === cohort).length,
    firstSoFar: firsts.filter((one) => one <= cohort).length,
    returnedSoFar: returns.filter(({ to }) => to <= cohort).length,
    returnedOfThese: returns.filter(({ from }) => from === cohort).length,
    cohortsAfter: cohorts.length - 1 - index,
  }))
  return { from: roles.from, to: roles.to, people: first.size, returned: returns.length, matrix, curve }
}

function earliest(participations: readonly CohortParticipation[], roles: readonly ParticipationRole[]) {
  const first = new Map<string, number>()
  for (const { personId, cohortOrdinal, role } of participations) {
    if (roles.includes(role)) first.set(personId, Math.min(cohortOrdinal, first.get(personId) ?? cohortOrdinal))
  }
  return first
}

function assertListed(role: ParticipationRole): void {
  if (participationRoles.includes(role)) return
  throw new TypeError(`${JSON.stringify(role)} is no participation role: use one of ${participationRoles.join(', ')}`)
}

function assertWhole({ personId, cohortOrdinal }: CohortParticipation): void {
  if (Number.isSafeInteger(cohortOrdinal)) return
  throw new RangeError(`The cohort ordinal of person "${personId}" is no whole number: ${cohortOrdinal}`)
}
