import type { DepartmentFigures, GroupFigures } from './figures.ts'
import { type Network, peopleByDepartment } from './network.ts'
import { seededRandom, shuffle } from './seeded-random.ts'

/** What the E-I index tells of the institution and of each department. */
export type EiMeasure =
  | 'external'
  | 'internal'
  | 'index'
  | 'expected'
  | 'permutedMean'
  | 'permutedLow'
  | 'permutedHigh'
  | 'permutedAsFar'

/**
 * Gives the E-I index, (E - I) / (E + I) over ties between and within departments, from -1 (all within) to 1 (all between),
 * beside what it would be if departments were dealt out at random (Krackhardt and Stern 1988).
 *
 * `expected` comes from the sizes of departments alone: for the institution it is the exact mean over all ways of dealing out;
 * for a department, whose number of ties changes with the deal, the index of the mean counts. The permuted figures come from
 * `runs` seeded deals: mean, 2.5 % and 97.5 % quantile, and the share of deals, the one met included, that lie at least as far
 * from `expected` as the index. A tie of a department is one with an end in it. `null` where there is no tie to tell from.
 * Throws a `RangeError` for runs that are no whole number of 1 or more.
 *
 * @example
 * ```ts
 * import { eiIndex, networkOf, type Wave } from '@mentoring-commons/mentoring/community'
 *
 * const kind = 'works-with'
 * const people = ['a', 'b', 'c', 'd'].map((personId, index) => ({ personId, departmentId: index < 2 ? 'art' : 'law' }))
 * const wave: Wave = {
 *   id: 'w1', on: '2025-05-01', boundary: 'staff', tieKind: kind, source: 'relationship', people,
 *   ties: [{ from: 'a', to: 'b', kind }, { from: 'c', to: 'd', kind }],
 * }
 * const figures = eiIndex(networkOf(wave, 'either-named'), { seed: 1, runs: 99 })
 * figures.institution.measures.index //=> -1
 * Math.round((figures.institution.measures.expected ?? 0) * 1000) //=> 333
 * ```
 */
export function eiIndex(
  network: Network,
  permutation: { readonly seed: number; readonly runs: number },
): DepartmentFigures<EiMeasure> {
  const { seed, runs } = permutation
  if (!Number.isSafeInteger(runs) || runs < 1) throw new RangeError(`Runs are a whole number of 1 or more, not ${runs}`)
  const groups = [...peopleByDepartment(network)]
  const place = new Map(network.people.map(({ personId }, index) => [personId, index]))
  const ties = network.ties.map(([a, b]) => [place.get(a) ?? 0, place.get(b) ?? 0] as const)
  const groupOf = new Map(groups.flatMap(([, people], index) => people.map((personId) => [personId, index] as const)))
  const labels = network.people.map(({ personId }) => groupOf.get(personId) ?? 0)
  const met = tally(labels, ties, groups.length)
  const random = seededRandom(seed)
  const dealt = [...labels]
  const deals = Array.from({ length: runs }, () => {
    shuffle(dealt, random)
    return tally(dealt, ties, groups.length).map(indexOf)
  })
  const n = network.people.length
  const row = (at: number, people: number, expected: number | null): GroupFigures<EiMeasure> => {
    const [external, internal] = met[at] as Counts
    const index = indexOf([external, internal])
    const known = expected !== null && index !== null ? deals.map((deal) => deal[at] ?? null) : []
    return { people, measures: { external, internal, index, expected, ...spread(known, index, expected) } }
  }
  const whole =
    ties.length === 0 || n < 2
      ? null
      : expectedOf(
          n,
          groups.map(([, people]) => people.length),
        )
  return {
    about: 'departments',
    kind: 'ei-index',
    waveId: network.waveId,
    on: network.on,
    institution: row(groups.length, n, whole),
    departments: groups.map(([departmentId, { length: size }], at) => {
      const counts: Counts = [size * (n - size), (size * (size - 1)) / 2]
      return { departmentId, ...row(at, size, ties.length === 0 ? null : indexOf(counts)) }
    }),
  }
}

type Counts = readonly [external: number, internal: number]

function indexOf([external, internal]: Counts): number | null {
  return external + internal === 0 ? null : (external - internal) / (external + internal)
}

/** The mean of the index over all ways of dealing out: a tie falls between departments as often as any two people do. */
function expectedOf(n: number, sizes: readonly number[]): number {
  const within = sizes.reduce((total, size) => total + size * (size - 1), 0)
  return 1 - (2 * within) / (n * (n - 1))
}

/** External and internal ties of each group, and of all of them last. */
function tally(labels: readonly number[], ties: readonly (readonly [number, number])[], groups: number): Counts[] {
  const external = new Array<number>(groups + 1).fill(0)
  const internal = new Array<number>(groups + 1).fill(0)
  const add = (counts: number[], at: number) => {
    counts[at] = (counts[at] ?? 0) + 1
  }
  for (const [a, b] of ties) {
    const from = labels[a] ?? 0
    const to = labels[b] ?? 0
    const counts = from === to ? internal : external
    add(counts, groups)
    add(counts, from)
    if (from !== to) add(counts, to)
  }
  return external.map((count, at) => [count, internal[at] ?? 0])
}

function spread(drawn: readonly (number | null)[], index: number | null, expected: number | null) {
  const sorted = drawn.filter((one) => one !== null).sort((a, b) => a - b)
  if (sorted.length === 0 || index === null || expected === null) {
    return { permutedMean: null, permutedLow: null, permutedHigh: null, permutedAsFar: null }
  }
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? null
  const far = sorted.filter((one) => Math.abs(one - expected) >= Math.abs(index - expected) - 1e-12).length
  return {
    permutedMean: sorted.reduce((total, one) => total + one, 0) / sorted.length,
    permutedLow: at(0.025),
    permutedHigh: at(0.975),
    permutedAsFar: (far + 1) / (sorted.length + 1),
  }
}
