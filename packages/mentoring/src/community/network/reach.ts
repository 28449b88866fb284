import { type Refusal, type Result, refuse } from '../../refusal.ts'
import type { DepartmentFigures } from './figures.ts'
import { graphOf, stepsFrom } from './graph.ts'
import { departmentsOf, type Network, neighboursOf, peopleByDepartment } from './network.ts'
import { outsideRefusal } from './wave.ts'

/** What reach tells of the institution and of each department. */
export type ReachMeasure =
  | 'members'
  | 'othersWithinOneStep'
  | 'othersWithinTwoSteps'
  | 'others'
  | 'departments'
  | 'departmentsTouched'
  | 'departmentsReached'
  | 'departmentsThroughOnePerson'
  | 'carriers'

/**
 * Gives how far the members of a community reach into the institution.
 *
 * `others` are the people who are no members, and the base of both shares; within two steps counts those within one too. A
 * department is touched if it has a member, reached if it is touched or a member is tied to somebody in it. Its `carriers` are
 * the members who belong to it or are tied to one of its others: with one carrier it is reached through one person only. For a
 * department `departments` is 1 and the other three are 0 or 1; for the institution they are sums, and carriers counts each
 * member who carries once. `departments` are all of the institution, those without people within the boundary included.
 *
 * Refuses a member outside the boundary, and a department of a person that is not among `departments`.
 *
 * @example
 * ```ts
 * import { networkOf, reach, type Wave } from '@mentoring-commons/mentoring/community'
 *
 * const kind = 'works-with'
 * const wave: Wave = {
 *   id: 'w1', on: '2025-05-01', boundary: 'staff', tieKind: kind, source: 'relationship',
 *   people: [['ada', 'law'], ['ben', 'art'], ['cy', 'art']].map(([personId, departmentId]) => ({ personId, departmentId }) as { personId: string; departmentId: string }),
 *   ties: [{ from: 'ada', to: 'ben', kind }, { from: 'ben', to: 'cy', kind }],
 * }
 * const figures = reach(networkOf(wave, 'either-named'), ['ada'], ['art', 'law', 'music'])
 * 'value' in figures && figures.value.institution.measures.othersWithinOneStep //=> 1
 * 'value' in figures && figures.value.institution.measures.othersWithinTwoSteps //=> 2
 * ```
 */
export function reach(
  network: Network,
  memberIds: readonly string[],
  departments: readonly string[],
): Result<DepartmentFigures<ReachMeasure>> {
  const home = departmentsOf(network)
  const refusal = refusalOf(network, memberIds, departments)
  if (refusal) return { refusal }
  const members = new Set(memberIds)
  const steps = stepsFrom(graphOf([...home.keys()], network.ties), memberIds)
  const neighbours = neighboursOf(network)
  const residents = peopleByDepartment(network)
  const isOther = (personId: string) => !members.has(personId)
  const carriersOf = (people: readonly string[]) => {
    const own = people.filter((personId) => members.has(personId))
    const tied = people.filter(isOther).flatMap((personId) => [...(neighbours.get(personId) ?? [])])
    return new Set([...own, ...tied.filter((personId) => members.has(personId))])
  }
  const count = (people: readonly string[], most: number) =>
    people.filter((personId) => isOther(personId) && (steps.get(personId) ?? Number.POSITIVE_INFINITY) <= most).length
  const measuresOf = (people: readonly string[]): Record<ReachMeasure, number> => {
    const own = people.filter((personId) => members.has(personId)).length
    const carriers = carriersOf(people).size
    return {
      members: own,
      others: people.length - own,
      othersWithinOneStep: count(people, 1),
      othersWithinTwoSteps: count(people, 2),
      departments: 1,
      departmentsTouched: own > 0 ? 1 : 0,
      departmentsReached: carriers > 0 ? 1 : 0,
      departmentsThroughOnePerson: carriers === 1 ? 1 : 0,
      carriers,
    }
  }
  const rows = [...new Set(departments)].sort().map((departmentId) => {
    const people = residents.get(departmentId) ?? []
    return { departmentId, people: people.length, measures: measuresOf(people) }
  })
  const sum = (measure: ReachMeasure) => rows.reduce((total, { measures }) => total + measures[measure], 0)
  const institution = {
    ...measuresOf([...home.keys()]),
    departments: rows.length,
    departmentsTouched: sum('departmentsTouched'),
    departmentsReached: sum('departmentsReached'),
    departmentsThroughOnePerson: sum('departmentsThroughOnePerson'),
  }
  return {
    value: {
      about: 'departments',
      kind: 'reach',
      waveId: network.waveId,
      on: network.on,
      institution: { people: home.size, measures: institution },
      departments: rows,
    },
  }
}

function refusalOf(
  network: Network,
  memberIds: readonly string[],
  departments: readonly string[],
): Refusal | undefined {
  const within = new Set(network.people.map(({ personId }) => personId))
  const stranger = memberIds.map((id, index) => outsideRefusal(id, within, `memberIds[${index}]`)).find(Boolean)
  if (stranger) return stranger
  const listed = new Set(departments)
  const other = network.people.find(({ departmentId }) => !listed.has(departmentId))
  if (other === undefined) return undefined
  const message = `Department "${other.departmentId}" is not listed: give all departments of the institution, so that none is left out of the share.`
  return refuse('department-not-listed', message, 'departments').refusal
}
