import type { PeopleFigures } from './figures.ts'
import { betweenness, closeness, graphOf } from './graph.ts'
import { type Network, neighboursOf } from './network.ts'

/** What a network tells of the place of one person in it. */
export type PersonMeasure = 'ties' | 'betweenness' | 'closeness' | 'effectiveSize' | 'efficiency' | 'constraint'

/**
 * Gives the place of each person in the network; these are figures of people.
 *
 * Betweenness and closeness (scaled by what can be reached) are 0 to 1. Effective size is the number of ties less what they
 * repeat, and efficiency its share of the ties; constraint is how far all ties lead to the same few (Burt 1992, without
 * weights). The last three are `null` for somebody without ties. Betweenness
 * takes time that grows with people times ties: about a second for 500 people, 20 seconds for 5000.
 *
 * @example
 * ```ts
 * import { networkOf, personMeasures, type Wave } from '@mentoring-commons/mentoring/community'
 *
 * const kind = 'works-with'
 * const wave: Wave = {
 *   id: 'w1', on: '2025-05-01', boundary: 'staff', tieKind: kind, source: 'relationship',
 *   people: ['a', 'b', 'c'].map((personId) => ({ personId, departmentId: 'art' })),
 *   ties: [{ from: 'a', to: 'b', kind }, { from: 'a', to: 'c', kind }],
 * }
 * const [a] = personMeasures(networkOf(wave, 'either-named')).people
 * a?.measures //=> { "ties": 2, "betweenness": 1, "closeness": 1, "effectiveSize": 2, "efficiency": 1, "constraint": 0.5 }
 * ```
 */
export function personMeasures(network: Network): PeopleFigures<PersonMeasure> {
  const neighbours = neighboursOf(network)
  const graph = graphOf([...neighbours.keys()], network.ties)
  const between = betweenness(graph)
  const close = closeness(graph)
  return {
    about: 'people',
    kind: 'person-measures',
    waveId: network.waveId,
    on: network.on,
    people: network.people.map(({ personId, departmentId }) => ({
      personId,
      departmentId,
      measures: {
        ties: neighbours.get(personId)?.size ?? 0,
        betweenness: between[personId] ?? 0,
        closeness: close[personId] ?? 0,
        ...structuralHoles(personId, neighbours),
      },
    })),
  }
}

function structuralHoles(personId: string, neighbours: ReadonlyMap<string, ReadonlySet<string>>) {
  const own = neighbours.get(personId) ?? new Set<string>()
  if (own.size === 0) return { effectiveSize: null, efficiency: null, constraint: null }
  let tiesAmong = 0
  let constraint = 0
  for (const other of own) {
    const theirs = neighbours.get(other) ?? new Set<string>()
    let invested = 1 / own.size
    for (const third of theirs) {
      if (!own.has(third)) continue
      tiesAmong += 1
      invested += 1 / own.size / (neighbours.get(third)?.size ?? 1)
    }
    constraint += invested ** 2
  }
  const effectiveSize = own.size - tiesAmong / own.size
  return { effectiveSize, efficiency: effectiveSize / own.size, constraint }
}
