import { identifierRefusal } from '../identifier.ts'
import { participantsRefusal } from '../people/participant.ts'
import type { Result } from '../refusal.ts'
import type { Warning } from '../warning.ts'
import { baseOf, type RecordedRelationship, type RelationshipBase } from './relationship.ts'
import { kindRefusal, peopleOnBothSides } from './relationship-kind.ts'

/** What is known of a relationship in imported history. */
export interface RelationshipRecord extends RelationshipBase {
  /** Whether it was completed; leave it out where that is not known. */
  readonly completed?: boolean
}

/**
 * Gives imported history as it was, with a warning for each thing that is odd about it; dates, agreements and endings stay
 * unknown. The kind is taken at the importer's word: history need not fit the numbers that a proposal must.
 *
 * Refused is only what cannot be stored: no participant, one person twice in one role, an id, role or kind that is none.
 * Warnings come in the order: no mentor, no mentee, too few peers, then each person on both sides by first mention.
 *
 * @example
 * ```ts
 * import { recordRelationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'ada', role: 'mentee' as const }]
 * const recorded = recordRelationship({ id: 'j1', kind: 'dyad', participants, completed: true })
 * 'value' in recorded && recorded.value.warnings.map((warning) => warning.code) //=> ["no-mentor"]
 * ```
 */
export function recordRelationship(
  input: RelationshipRecord,
): Result<{ readonly relationship: RecordedRelationship; readonly warnings: readonly Warning[] }> {
  const refusal =
    identifierRefusal(input.id, 'id') ??
    (input.cohortId === undefined ? undefined : identifierRefusal(input.cohortId, 'cohortId')) ??
    (input.continues === undefined ? undefined : identifierRefusal(input.continues, 'continues')) ??
    kindRefusal(input.kind) ??
    participantsRefusal(input.participants)
  if (refusal) return { refusal }
  const known = input.completed === undefined ? {} : { completed: input.completed }
  const relationship: RecordedRelationship = { ...baseOf(input), status: 'recorded', ...known }
  return { value: { relationship, warnings: warningsOf(relationship) } }
}

function warningsOf({ kind, participants }: RecordedRelationship): readonly Warning[] {
  const count = (...roles: string[]) => participants.filter((one) => roles.includes(one.role)).length
  const warnings: Warning[] = []
  const warn = (code: Warning['code'], message: string, path = 'participants') => warnings.push({ code, message, path })
  if (kind !== 'peer' && count('mentor', 'facilitator') === 0) {
    warn('no-mentor', 'No mentor or facilitator is named: add one if the source knows who it was.')
  }
  if (kind !== 'peer' && count('mentee') === 0) {
    warn('no-mentee', 'No mentee is named: add one if the source knows who it was.')
  }
  if (kind === 'peer' && count('peer') < 2) {
    warn('too-few-peers', `${count('peer')} peer is named where two or more belong: add those the source knows.`)
  }
  if (kind !== 'reciprocal') {
    for (const personId of peopleOnBothSides(participants)) {
      const index = participants.findIndex((one) => one.personId === personId)
      warn('person-on-both-sides', `Person "${personId}" holds two roles: check the source.`, `participants[${index}]`)
    }
  }
  return warnings
}
