import type { Participant } from '../people/participant.ts'
import { pairsOf } from '../relationship/person-pair.ts'
import type { ConflictKind, ConflictRecord } from './conflict-record.ts'
import { type ManagementLine, managersAbove } from './management-line.ts'

/**
 * Gives the records of a conflict between two people that hold on a day, in the order given.
 *
 * @example
 * ```ts
 * import { conflictBetween } from '@mentoring-commons/mentoring'
 *
 * const records = [{ personA: 'ada', personB: 'mia', kind: 'grievance' as const, from: '2026-01-01', to: '2026-06-30' }]
 * conflictBetween('mia', 'ada', records, '2026-06-30').length //=> 1
 * conflictBetween('mia', 'ada', records, '2026-07-01').length //=> 0
 * ```
 */
export function conflictBetween(
  a: string,
  b: string,
  records: readonly ConflictRecord[],
  on: string,
): readonly ConflictRecord[] {
  return records.filter(({ personA, personB, from, to }) => {
    const isPair = (personA === a && personB === b) || (personA === b && personB === a)
    return isPair && from <= on && (to === undefined || on <= to)
  })
}

/** That something stands between two people who would be, or are, together. */
export interface StandingConflict {
  readonly personA: string
  readonly personB: string
  readonly kind: ConflictKind
}

/**
 * Gives what stands between people whom a relationship brings together, on a day: recorded conflicts, and lines of management, over any number of
 * levels and in either direction. Ask it before an offer, and again for all that run whenever the lines change; a finding
 * is raised, never mended here. `mentoring` is left out: who was mentored may be mentored again. Sorted by pair, each kind once.
 *
 * @example
 * ```ts
 * import { conflictsAmong } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const lines = [{ managerId: 'mia', reportId: 'ben', from: '2025-01-01' }, { managerId: 'ben', reportId: 'ada', from: '2025-01-01' }]
 * conflictsAmong(participants, { records: [], lines }, '2026-01-05') //=> [{ "personA": "ada", "personB": "mia", "kind": "line-management" }]
 * ```
 */
export function conflictsAmong(
  participants: readonly Participant[],
  known: { readonly records: readonly ConflictRecord[]; readonly lines: readonly ManagementLine[] },
  on: string,
): readonly StandingConflict[] {
  return pairsOf(participants).flatMap(([personA, personB]) => {
    const kinds = new Set<ConflictKind>(conflictBetween(personA, personB, known.records, on).map((one) => one.kind))
    const isAbove = (over: string, under: string) => managersAbove(under, known.lines, on).includes(over)
    if (isAbove(personA, personB) || isAbove(personB, personA)) kinds.add('line-management')
    kinds.delete('mentoring')
    return [...kinds].sort().map((kind): StandingConflict => ({ personA, personB, kind }))
  })
}
