import { type CohortParticipation, growthOverCohorts, type ParticipationRole } from '@mentoring-commons/mentoring'
import type { DisclosurePolicy } from '@mentoring-commons/reporting'
import { discloseCounts, type ShownNumber } from '../../people/disclosure/counts.ts'

/** What those who were mentored may come back as. */
export const growthAims = { mentor: ['mentor'], 'mentor-or-expert': ['mentor', 'expert'] } as const satisfies Record<
  string,
  readonly ParticipationRole[]
>
/** One of those. */
export type GrowthAim = keyof typeof growthAims

/** How many people of one first cohort came back in one later cohort. */
export interface ShownReturn {
  readonly firstCohort: number
  readonly returnCohort: number
  readonly people: ShownNumber
}

/** How far a community had grown by one cohort. */
export interface ShownGrowthPoint {
  readonly cohort: number
  readonly cohortsAfter: number
  readonly first: ShownNumber
  readonly returned: ShownNumber
  readonly firstSoFar: ShownNumber
  readonly returnedSoFar: ShownNumber
  readonly returnedOfThese: ShownNumber
}

/** Who came as a mentee and came back, over cohorts, fit to be shown. */
export interface ShownGrowth {
  readonly aim: GrowthAim
  readonly people: ShownNumber
  readonly returned: ShownNumber
  readonly matrix: readonly ShownReturn[]
  readonly curve: readonly ShownGrowthPoint[]
}

/** Growth towards every aim, disclosed together, so that the two do not give each other's small numbers away. */
export function growthFigures(
  participations: readonly CohortParticipation[],
  policy: DisclosurePolicy,
): Readonly<Record<GrowthAim, ShownGrowth>> {
  const cohorts = [...new Set(participations.map(({ cohortOrdinal }) => cohortOrdinal))].sort((a, b) => a - b)
  const aims = Object.keys(growthAims) as GrowthAim[]
  const rows = peopleOf(participations).flatMap((own) => {
    const [first, ...returns] = [firstOf(own), ...aims.map((aim) => returnOf(own, aim))]
    return first === undefined
      ? []
      : [{ first, ...Object.fromEntries(aims.map((aim, place) => [aim, returns[place] ?? null])) }]
  })
  const upTo = (cohort: number) => cohorts.filter((one) => one <= cohort)
  const eq = (column: string, value: number) => ({ column, op: 'eq', value }) as const
  const within = (column: string, value: readonly number[]) => ({ column, op: 'in', value }) as const
  const wishes = [
    { id: 'people' },
    ...cohorts.flatMap((cohort) => [
      { id: `first ${cohort}`, where: [eq('first', cohort)] },
      { id: `first to ${cohort}`, where: [within('first', upTo(cohort))] },
    ]),
    ...aims.flatMap((aim) => [
      { id: `${aim}`, where: [{ column: aim, op: 'not-null' } as const] },
      ...cohorts.flatMap((cohort) => [
        { id: `${aim} in ${cohort}`, where: [eq(aim, cohort)] },
        { id: `${aim} to ${cohort}`, where: [within(aim, upTo(cohort))] },
        { id: `${aim} of ${cohort}`, where: [eq('first', cohort), { column: aim, op: 'not-null' } as const] },
        ...cohorts
          .filter((later) => later > cohort)
          .map((later) => ({ id: `${aim} ${cohort} ${later}`, where: [eq('first', cohort), eq(aim, later)] })),
      ]),
    ]),
  ]
  const columns = { first: 'integer', mentor: 'integer', 'mentor-or-expert': 'integer' } as const
  const counts = discloseCounts({ columns, rows }, wishes, policy)
  const growthTo = (aim: GrowthAim): ShownGrowth => ({
    aim,
    people: counts.of('people'),
    returned: counts.of(aim),
    matrix: cohorts.flatMap((firstCohort) =>
      cohorts
        .filter((later) => later > firstCohort)
        .map((returnCohort) => ({
          firstCohort,
          returnCohort,
          people: counts.of(`${aim} ${firstCohort} ${returnCohort}`),
        })),
    ),
    curve: cohorts.map((cohort, index) => ({
      cohort,
      cohortsAfter: cohorts.length - 1 - index,
      first: counts.of(`first ${cohort}`),
      returned: counts.of(`${aim} in ${cohort}`),
      firstSoFar: counts.of(`first to ${cohort}`),
      returnedSoFar: counts.of(`${aim} to ${cohort}`),
      returnedOfThese: counts.of(`${aim} of ${cohort}`),
    })),
  })
  return { mentor: growthTo('mentor'), 'mentor-or-expert': growthTo('mentor-or-expert') }
}

function peopleOf(participations: readonly CohortParticipation[]): readonly (readonly CohortParticipation[])[] {
  const groups = new Map<string, CohortParticipation[]>()
  for (const one of participations) {
    const group = groups.get(one.personId)
    if (group) group.push(one)
    else groups.set(one.personId, [one])
  }
  return [...groups.values()]
}

/** The first cohort of one person as a mentee. */
function firstOf(own: readonly CohortParticipation[]): number | undefined {
  return growthOverCohorts(own, { from: 'mentee', to: [] }).curve.find(({ first }) => first === 1)?.cohort
}

/** The cohort in which one person came back, as the package tells it. */
function returnOf(own: readonly CohortParticipation[], aim: GrowthAim): number | undefined {
  return growthOverCohorts(own, { from: 'mentee', to: growthAims[aim] }).curve.find(({ returned }) => returned === 1)
    ?.cohort
}
