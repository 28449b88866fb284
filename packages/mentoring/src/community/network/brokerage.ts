import type { DepartmentFigures, PeopleFigures } from './figures.ts'
import type { Ends } from './graph.ts'
import { departmentsOf, keyOf, type Network, peopleByDepartment } from './network.ts'

/** Every role of a broker between a first and a third person who are not tied directly. */
export const brokerageRoles = ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison'] as const

/**
 * Where a broker stands, by department: all three in one (coordinator), the outer two in one that is not the broker's
 * (itinerant, or consultant), the broker with the third (gatekeeper) or with the first (representative), or three (liaison).
 */
export type BrokerageRole = (typeof brokerageRoles)[number]

/** Whether ties lead one way, as named, or both ways. */
export type BrokerageDirection = 'as-named' | 'both-ways'

/**
 * Gives how often each person stands in each role of a broker (Gould and Fernandez 1989): each ordered pair of a first person
 * tied to the broker and a third the broker is tied to, where the first is not tied to the third, counts once. With ties both
 * ways a pair counts in both orders, and gatekeeper and representative are alike. These are figures of people.
 *
 * @example
 * ```ts
 * import { brokerage, networkOf, type Wave } from '@mentoring-commons/mentoring/community'
 *
 * const kind = 'asks'
 * const people = ['art', 'law', 'music'].map((departmentId) => ({ personId: `of-${departmentId}`, departmentId }))
 * const wave: Wave = {
 *   id: 'w1', on: '2025-05-01', boundary: 'staff', tieKind: kind, source: 'survey', people,
 *   ties: [{ from: 'of-art', to: 'of-law', kind }, { from: 'of-law', to: 'of-music', kind }],
 * }
 * brokerage(networkOf(wave, 'either-named'), 'as-named').people[1]?.measures.liaison //=> 1
 * ```
 */
export function brokerage(network: Network, direction: BrokerageDirection): PeopleFigures<BrokerageRole> {
  const counts = countsOf(network, direction)
  return {
    about: 'people',
    kind: 'brokerage',
    waveId: network.waveId,
    on: network.on,
    people: network.people.map(({ personId, departmentId }) => ({
      personId,
      departmentId,
      measures: counts.get(personId) ?? none(),
    })),
  }
}

/**
 * Gives brokerage by department: how often its people stand in each role, and how many of them stand in any.
 *
 * @example
 * ```ts
 * import { brokerageByDepartment, networkOf, type Wave } from '@mentoring-commons/mentoring/community'
 *
 * const wave: Wave = { id: 'w1', on: '2025-05-01', boundary: 'staff', tieKind: 'asks', source: 'survey', people: [], ties: [] }
 * brokerageByDepartment(networkOf(wave, 'either-named'), 'as-named').institution.measures.brokers //=> 0
 * ```
 */
export function brokerageByDepartment(
  network: Network,
  direction: BrokerageDirection,
): DepartmentFigures<BrokerageRole | 'brokers'> {
  const counts = countsOf(network, direction)
  const rowOf = (people: readonly string[]) => {
    const rows = people.map((personId) => counts.get(personId) ?? none())
    const sum = (role: BrokerageRole) => rows.reduce((total, row) => total + row[role], 0)
    const brokers = rows.filter((row) => brokerageRoles.some((role) => row[role] > 0)).length
    const roles = Object.fromEntries(brokerageRoles.map((role) => [role, sum(role)])) as Record<BrokerageRole, number>
    return { people: people.length, measures: { ...roles, brokers } }
  }
  return {
    about: 'departments',
    kind: 'brokerage',
    waveId: network.waveId,
    on: network.on,
    institution: rowOf(network.people.map(({ personId }) => personId)),
    departments: [...peopleByDepartment(network)].map(([departmentId, people]) => ({ departmentId, ...rowOf(people) })),
  }
}

type RoleCounts = Record<BrokerageRole, number>

function none(): RoleCounts {
  return { coordinator: 0, itinerant: 0, gatekeeper: 0, representative: 0, liaison: 0 }
}

function countsOf(network: Network, direction: BrokerageDirection): ReadonlyMap<string, RoleCounts> {
  const home = departmentsOf(network)
  const bothWays = network.ties.flatMap(([a, b]): Ends[] => [
    [a, b],
    [b, a],
  ])
  const arcs = direction === 'as-named' ? network.named : bothWays
  const tied = new Set(arcs.map(([from, to]) => keyOf(from, to)))
  const into = new Map<string, string[]>()
  const out = new Map<string, string[]>()
  for (const [from, to] of arcs) {
    into.set(to, [...(into.get(to) ?? []), from])
    out.set(from, [...(out.get(from) ?? []), to])
  }
  const counts = new Map<string, RoleCounts>()
  for (const [broker, own] of home) {
    const row = none()
    for (const first of into.get(broker) ?? []) {
      for (const third of out.get(broker) ?? []) {
        if (first === third || tied.has(keyOf(first, third))) continue
        row[roleOf(home.get(first), own, home.get(third))] += 1
      }
    }
    counts.set(broker, row)
  }
  return counts
}

function roleOf(first: string | undefined, broker: string, third: string | undefined): BrokerageRole {
  if (first === third) return first === broker ? 'coordinator' : 'itinerant'
  if (third === broker) return 'gatekeeper'
  return first === broker ? 'representative' : 'liaison'
}
