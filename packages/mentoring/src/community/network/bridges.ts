import type { DepartmentFigures, PeopleFigures } from './figures.ts'
import { departmentsOf, type Network, peopleByDepartment } from './network.ts'

/** What bridges tell of a pair of departments. */
export type BridgeMeasure = 'ties' | 'peopleOfFirst' | 'peopleOfSecond' | 'throughOnePerson'

/** What bridges tell of a department, and of the institution, where each pair counts once. */
export type BridgedMeasure = 'linkedDepartments' | 'linkedThroughOnePerson'

/**
 * Gives which departments are tied to each other, by how many people on either side, and whether all of it hangs on one person:
 * the redundancy of what brokers do. A pair hangs on one person if that person has an end of every tie between the two.
 *
 * @example
 * ```ts
 * import { bridges, networkOf, type Wave } from '@mentoring-commons/mentoring/community'
 *
 * const kind = 'works-with'
 * const people = ['a', 'b', 'c'].map((personId) => ({ personId, departmentId: personId === 'a' ? 'art' : 'law' }))
 * const wave: Wave = {
 *   id: 'w1', on: '2025-05-01', boundary: 'staff', tieKind: kind, source: 'relationship', people,
 *   ties: [{ from: 'a', to: 'b', kind }, { from: 'a', to: 'c', kind }],
 * }
 * bridges(networkOf(wave, 'either-named')).pairs?.[0]?.measures //=> { "ties": 2, "peopleOfFirst": 1, "peopleOfSecond": 2, "throughOnePerson": 1 }
 * ```
 */
export function bridges(network: Network): DepartmentFigures<BridgedMeasure, BridgeMeasure> {
  const sizes = new Map([...peopleByDepartment(network)].map(([departmentId, people]) => [departmentId, people.length]))
  const pairs = pairsOf(network).map(({ departmentIds, ties, first, second }) => ({
    departmentIds,
    people: Math.min(...departmentIds.map((departmentId) => sizes.get(departmentId) ?? 0)),
    measures: {
      ties,
      peopleOfFirst: first.size,
      peopleOfSecond: second.size,
      throughOnePerson: first.size === 1 || second.size === 1 ? 1 : 0,
    },
  }))
  const rowOf = (people: number, own: typeof pairs) => ({
    people,
    measures: {
      linkedDepartments: own.length,
      linkedThroughOnePerson: own.filter(({ measures }) => measures.throughOnePerson === 1).length,
    },
  })
  return {
    about: 'departments',
    kind: 'bridges',
    waveId: network.waveId,
    on: network.on,
    institution: rowOf(network.people.length, pairs),
    departments: [...sizes].map(([departmentId, people]) => ({
      departmentId,
      ...rowOf(
        people,
        pairs.filter(({ departmentIds }) => departmentIds.includes(departmentId)),
      ),
    })),
    pairs,
  }
}

/**
 * Gives, for each person, how many departments they tie their own to, and how many pairs of departments hang on them alone:
 * whom the network would miss most. These are figures of people. A single tie hangs on both its ends.
 *
 * @example
 * ```ts
 * import { bridgeBurden, networkOf, type Wave } from '@mentoring-commons/mentoring/community'
 *
 * const kind = 'works-with'
 * const people = ['a', 'b', 'c'].map((personId) => ({ personId, departmentId: personId === 'a' ? 'art' : 'law' }))
 * const wave: Wave = {
 *   id: 'w1', on: '2025-05-01', boundary: 'staff', tieKind: kind, source: 'relationship', people,
 *   ties: [{ from: 'a', to: 'b', kind }, { from: 'a', to: 'c', kind }],
 * }
 * bridgeBurden(networkOf(wave, 'either-named')).people[0]?.measures //=> { "departmentsTied": 1, "pairsOnThemAlone": 1 }
 * ```
 */
export function bridgeBurden(network: Network): PeopleFigures<'departmentsTied' | 'pairsOnThemAlone'> {
  const tied = new Map<string, number>()
  const alone = new Map<string, number>()
  const addTo = (counts: Map<string, number>, personId: string) => counts.set(personId, (counts.get(personId) ?? 0) + 1)
  for (const { first, second } of pairsOf(network)) {
    for (const side of [first, second]) {
      for (const personId of side) {
        addTo(tied, personId)
        if (side.size === 1) addTo(alone, personId)
      }
    }
  }
  return {
    about: 'people',
    kind: 'bridge-burden',
    waveId: network.waveId,
    on: network.on,
    people: network.people.map(({ personId, departmentId }) => ({
      personId,
      departmentId,
      measures: { departmentsTied: tied.get(personId) ?? 0, pairsOnThemAlone: alone.get(personId) ?? 0 },
    })),
  }
}

interface Pair {
  readonly departmentIds: readonly [string, string]
  ties: number
  readonly first: Set<string>
  readonly second: Set<string>
}

function pairsOf(network: Network): readonly Pair[] {
  const home = departmentsOf(network)
  const pairs = new Map<string, Pair>()
  for (const [a, b] of network.ties) {
    const [ofA, ofB] = [home.get(a) ?? '', home.get(b) ?? '']
    if (ofA === ofB) continue
    const [first, second, one, other] = ofA < ofB ? [ofA, ofB, a, b] : [ofB, ofA, b, a]
    const key = `${first} ${second}`
    const pair: Pair = pairs.get(key) ?? {
      departmentIds: [first, second],
      ties: 0,
      first: new Set(),
      second: new Set(),
    }
    pair.ties += 1
    pair.first.add(one)
    pair.second.add(other)
    pairs.set(key, pair)
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair)
}
