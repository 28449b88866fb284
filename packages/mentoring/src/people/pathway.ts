import { type CohortParticipation, type ParticipationRole, participationRoles } from './participation.ts'

/**
 * Gives the people who went from one role to another: their first cohort in any role of `to` comes strictly after their
 * first cohort as `from`. Person ids, each once, sorted by code unit.
 *
 * Somebody who first did both in one cohort is not counted, nor somebody who did the later thing earlier, whatever they did
 * afterwards. Throws a `RangeError` for an ordinal that is no whole number, a `TypeError` for a role that is not listed.
 *
 * @example
 * ```ts
 * import { pathway } from '@mentoring-commons/mentoring'
 *
 * const participations = [
 *   { personId: 'ada', cohortOrdinal: 1, role: 'mentee' as const },
 *   { personId: 'ada', cohortOrdinal: 2, role: 'mentor' as const },
 *   { personId: 'ben', cohortOrdinal: 2, role: 'mentee' as const },
 *   { personId: 'ben', cohortOrdinal: 2, role: 'mentor' as const },
 * ]
 * pathway(participations, { from: 'mentee', to: ['mentor'] }) //=> ["ada"]
 * ```
 */
export function pathway(
  participations: readonly CohortParticipation[],
  roles: { readonly from: ParticipationRole; readonly to: readonly ParticipationRole[] },
): readonly string[] {
  for (const role of [roles.from, ...roles.to]) assertListed(role)
  const firstFrom = new Map<string, number>()
  const firstTo = new Map<string, number>()
  for (const { personId, cohortOrdinal, role } of participations) {
    assertListed(role)
    if (!Number.isSafeInteger(cohortOrdinal)) {
      throw new RangeError(`The cohort ordinal of person "${personId}" is no whole number: ${cohortOrdinal}`)
    }
    if (role === roles.from) keepEarliest(firstFrom, personId, cohortOrdinal)
    if (roles.to.includes(role)) keepEarliest(firstTo, personId, cohortOrdinal)
  }
  return [...firstFrom]
    .filter(([personId, from]) => (firstTo.get(personId) ?? Number.NEGATIVE_INFINITY) > from)
    .map(([personId]) => personId)
    .sort()
}

function keepEarliest(first: Map<string, number>, personId: string, ordinal: number): void {
  first.set(personId, Math.min(ordinal, first.get(personId) ?? ordinal))
}

function assertListed(role: ParticipationRole): void {
  if (!participationRoles.includes(role)) {
    throw new TypeError(`${JSON.stringify(role)} is no participation role: use one of ${participationRoles.join(', ')}`)
  }
}
