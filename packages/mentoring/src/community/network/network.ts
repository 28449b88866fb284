import type { Ends } from './graph.ts'
import type { BoundaryPerson, TieSource, Wave } from './wave.ts'

/** Every rule by which what was named becomes a tie; to be fixed before the answers are seen. */
export const tieRules = ['either-named', 'both-named'] as const

/** Whether a tie needs one of the two to name the other, or both. */
export type TieRule = (typeof tieRules)[number]

/** The network of one wave under one rule. It names people: nothing that takes figures for publication takes it. */
export interface Network {
  readonly about: 'people'
  readonly waveId: string
  readonly on: string
  readonly boundary: string
  readonly tieKind: string
  readonly source: TieSource
  readonly question?: string
  readonly rule: TieRule
  /** Sorted by id. */
  readonly people: readonly BoundaryPerson[]
  /** Undirected, each once, the smaller id first, sorted. */
  readonly ties: readonly Ends[]
  /** As named: from, to; each once, sorted. */
  readonly named: readonly Ends[]
  /** How many answered, where people were asked. Ties of those who did not are missing, so density is too low. */
  readonly responded: number | null
}

/**
 * Gives the network of a wave under a rule. For co-attendance name each pair once and use `either-named`.
 *
 * @example
 * ```ts
 * import { networkOf, type Wave } from '@mentoring-commons/mentoring/community'
 *
 * const kind = 'talks-about-teaching'
 * const wave: Wave = {
 *   id: 'w1', on: '2025-05-01', boundary: 'academic-staff', tieKind: kind, source: 'survey',
 *   people: [{ personId: 'ben', departmentId: 'art' }, { personId: 'ada', departmentId: 'law' }],
 *   ties: [{ from: 'ben', to: 'ada', kind }],
 * }
 * networkOf(wave, 'either-named').ties //=> [["ada", "ben"]]
 * networkOf(wave, 'both-named').ties //=> []
 * ```
 */
export function networkOf(wave: Wave, rule: TieRule): Network {
  if (!tieRules.includes(rule))
    throw new TypeError(`${JSON.stringify(rule)} is no rule: use one of ${tieRules.join(', ')}`)
  const named = new Map(wave.ties.map(({ from, to }) => [keyOf(from, to), [from, to] as Ends]))
  const ties = new Map<string, Ends>()
  for (const [from, to] of named.values()) {
    if (rule === 'both-named' && !named.has(keyOf(to, from))) continue
    const ends: Ends = from < to ? [from, to] : [to, from]
    ties.set(keyOf(...ends), ends)
  }
  return {
    about: 'people',
    waveId: wave.id,
    on: wave.on,
    boundary: wave.boundary,
    tieKind: wave.tieKind,
    source: wave.source,
    ...(wave.question === undefined ? {} : { question: wave.question }),
    rule,
    people: [...wave.people].sort((a, b) => (a.personId < b.personId ? -1 : 1)),
    ties: inOrder(ties),
    named: inOrder(named),
    responded: wave.respondentIds === undefined ? null : new Set(wave.respondentIds).size,
  }
}

/** Gives the department of each person. */
export function departmentsOf(network: Network): ReadonlyMap<string, string> {
  return new Map(network.people.map(({ personId, departmentId }) => [personId, departmentId]))
}

/** Gives the people of each department, departments sorted by id. */
export function peopleByDepartment(network: Network): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const { personId, departmentId } of network.people) {
    const group = groups.get(departmentId)
    if (group) group.push(personId)
    else groups.set(departmentId, [personId])
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Gives who is tied to whom, both ways. */
export function neighboursOf(network: Network): ReadonlyMap<string, ReadonlySet<string>> {
  const neighbours = new Map(network.people.map(({ personId }) => [personId, new Set<string>()]))
  for (const [a, b] of network.ties) {
    neighbours.get(a)?.add(b)
    neighbours.get(b)?.add(a)
  }
  return neighbours
}

/** Gives one key for two ids, which hold no white space. */
export function keyOf(a: string, b: string): string {
  return `${a} ${b}`
}

function inOrder(ties: ReadonlyMap<string, Ends>): readonly Ends[] {
  return [...ties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ends]) => ends)
}
