import type { DepartmentFigures } from './figures.ts'
import { components, density, graphOf, modularity, subgroups } from './graph.ts'
import { departmentsOf, keyOf, type Network, peopleByDepartment } from './network.ts'
import { seededRandom } from './seeded-random.ts'

/** What a network tells of itself; of a department only ties, density and people without ties are told. */
export type NetworkMeasure =
  | 'ties'
  | 'density'
  | 'withoutTies'
  | 'components'
  | 'largestComponent'
  | 'reciprocity'
  | 'responded'
  | 'departmentModularity'
  | 'subgroups'
  | 'subgroupsAcrossDepartments'
  | 'subgroupModularity'

/**
 * Gives how dense and how connected the network is, as a whole and within each department, whose ties are those inside it.
 *
 * Reciprocity is the share of namings that are returned. Department modularity tells how far ties keep to departments, beside
 * the modularity of subgroups found from ties alone (Louvain, seeded); subgroups have two people or more. Density is too low
 * where people did not answer: read it beside `responded`. `null` where there is nothing to tell from.
 *
 * @example
 * ```ts
 * import { networkFigures, networkOf, type Wave } from '@mentoring-commons/mentoring/community'
 *
 * const kind = 'works-with'
 * const wave: Wave = {
 *   id: 'w1', on: '2025-05-01', boundary: 'staff', tieKind: kind, source: 'relationship',
 *   people: ['a', 'b', 'c'].map((personId) => ({ personId, departmentId: 'art' })),
 *   ties: [{ from: 'a', to: 'b', kind }],
 * }
 * const { measures } = networkFigures(networkOf(wave, 'either-named'), { seed: 1 }).institution
 * measures.components //=> 2
 * measures.largestComponent //=> 2
 * ```
 */
export function networkFigures(
  network: Network,
  options: { readonly seed: number },
): DepartmentFigures<NetworkMeasure> {
  const home = departmentsOf(network)
  const graph = graphOf([...home.keys()], network.ties)
  const tied = new Set(network.ties.flat())
  const without = (people: readonly string[]) => people.filter((personId) => !tied.has(personId)).length
  const parts = components(graph)
  const named = new Set(network.named.map(([from, to]) => keyOf(from, to)))
  const returned = network.named.filter(([from, to]) => named.has(keyOf(to, from))).length
  const found = subgroups(graph, seededRandom(options.seed))
  const groups = (found?.groups ?? []).filter((group) => group.length > 1)
  const across = groups.filter((group) => new Set(group.map((personId) => home.get(personId))).size > 1)
  return {
    about: 'departments',
    kind: 'network',
    waveId: network.waveId,
    on: network.on,
    institution: {
      people: home.size,
      measures: {
        ties: network.ties.length,
        density: density(graph),
        withoutTies: without([...home.keys()]),
        components: parts.length,
        largestComponent: parts[0]?.length ?? 0,
        reciprocity: named.size === 0 ? null : returned / named.size,
        responded: network.responded,
        departmentModularity: modularity(graph, (personId) => home.get(personId) ?? ''),
        subgroups: found && groups.length,
        subgroupsAcrossDepartments: found && across.length,
        subgroupModularity: found?.modularity ?? null,
      },
    },
    departments: [...peopleByDepartment(network)].map(([departmentId, people]) => {
      const inside = network.ties.filter(([a, b]) => home.get(a) === departmentId && home.get(b) === departmentId)
      const measures = {
        ...untold,
        ties: inside.length,
        density: density(graphOf(people, inside)),
        withoutTies: without(people),
      }
      return { departmentId, people: people.length, measures }
    }),
  }
}

const untold: Record<NetworkMeasure, number | null> = {
  ties: null,
  density: null,
  withoutTies: null,
  components: null,
  largestComponent: null,
  reciprocity: null,
  responded: null,
  departmentModularity: null,
  subgroups: null,
  subgroupsAcrossDepartments: null,
  subgroupModularity: null,
}
