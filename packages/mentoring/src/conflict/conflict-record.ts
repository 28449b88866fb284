import type { Result } from '../refusal.ts'
import { pairsOf } from '../relationship/person-pair.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { parseShape } from '../shape/parse-shape.ts'
import { day, id, listed, type ObjectShape, object, optional } from '../shape/shape.ts'
import { spanRefusal } from './management-line.ts'

/**
 * Every kind of conflict that is recorded. `mentoring` is what a relationship leaves behind; `line-management` is for a line
 * that is known but not among the lines of management.
 *
 * Source: our own analysis (certainty A) of the conflict clauses of published agreements.
 */
export const conflictKinds = ['line-management', 'grievance', 'joint-interest', 'close-tie', 'mentoring'] as const

/** What kind of conflict two people have. It says what stands between them, and never why or how it came. */
export type ConflictKind = (typeof conflictKinds)[number]

/** That two people have a conflict from a day to a day, both included; without `to`, for ever. It names no relationship, and outlives them all. */
export interface ConflictRecord {
  readonly personA: string
  readonly personB: string
  readonly kind: ConflictKind
  readonly from: string
  readonly to?: string
}

/** The declared shape of a record of a conflict. */
export const conflictShape: ObjectShape<ConflictRecord> = object<ConflictRecord>({
  personA: id,
  personB: id,
  kind: listed(conflictKinds),
  from: day,
  to: optional(day),
})

/**
 * Gives a record of a conflict, its people sorted by code unit, so that one conflict is written in one way.
 *
 * @example
 * ```ts
 * import { recordConflict } from '@mentoring-commons/mentoring'
 *
 * const conflict = { personA: 'mia', personB: 'ada', kind: 'joint-interest' as const, from: '2026-01-01' }
 * recordConflict(conflict) //=> { "value": { "personA": "ada", "personB": "mia", "kind": "joint-interest", "from": "2026-01-01" } }
 * ```
 */
export function recordConflict(input: ConflictRecord): Result<ConflictRecord> {
  const parsed = parseShape(input, conflictShape)
  if ('refusal' in parsed) return parsed
  const { personA, personB, kind, from, to } = input
  const refusal = spanRefusal(personA, personB, from, to)
  if (refusal) return { refusal }
  const [first, second] = personA < personB ? [personA, personB] : [personB, personA]
  return { value: { personA: first, personB: second, kind, from, ...(to === undefined ? {} : { to }) } }
}

/**
 * Gives the conflicts that a relationship leaves behind, for ever: one for each pair that it brought together, from the day it began.
 * Save them when it becomes active, so that they are there whatever becomes of it. None where it never began; imported history whose
 * days are not known needs a day: the first on which it may have begun.
 *
 * @example
 * ```ts
 * import { conflictsLeftBy, type Relationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const past: Relationship = { id: 'r1', kind: 'dyad', participants, status: 'recorded' }
 * conflictsLeftBy(past, '2019-09-01') //=> [{ "personA": "ada", "personB": "mia", "kind": "mentoring", "from": "2019-09-01" }]
 * ```
 */
export function conflictsLeftBy(relationship: Relationship, recordedFrom?: string): readonly ConflictRecord[] {
  const began =
    relationship.status === 'recorded' ? recordedFrom : 'startedOn' in relationship ? relationship.startedOn : undefined
  if (began === undefined) return []
  return pairsOf(relationship.participants).map(
    ([personA, personB]): ConflictRecord => ({ personA, personB, kind: 'mentoring', from: began }),
  )
}
