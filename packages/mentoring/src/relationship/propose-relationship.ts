import { identifierRefusal } from '../identifier.ts'
import { dateRefusal } from '../iso-date.ts'
import type { ProgrammePolicy } from '../programme/programme.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import { type PersonPair, pairsOf } from './person-pair.ts'
import { baseOf, type Relationship, type RelationshipBase } from './relationship.ts'
import { kindFitRefusal } from './relationship-kind.ts'

/** What a proposal says. */
export interface RelationshipProposal extends RelationshipBase {
  /** The day of the proposal. */
  readonly on: string
  /** The pairs that are not to be proposed again, as `pairsNotAgain` gave them; none when absent. */
  readonly notAgain?: readonly PersonPair[]
}

/**
 * Gives a proposed relationship whose participants fit its kind; nobody has accepted yet.
 *
 * `policy` is that of the programme: give it wherever there is one, because the limit of mentees is kept here and nowhere
 * else. Whether one of the people is in the other's line of management is not known here.
 *
 * @example
 * ```ts
 * import { proposeRelationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const proposed = proposeRelationship({ id: 'r1', kind: 'dyad', participants, on: '2026-01-05' })
 * 'value' in proposed && proposed.value.status //=> "proposed"
 * const alone = proposeRelationship({ id: 'r2', kind: 'dyad', participants: participants.slice(0, 1), on: '2026-01-05' })
 * 'refusal' in alone && alone.refusal.code //=> "participants-do-not-fit-kind"
 * ```
 */
export function proposeRelationship(input: RelationshipProposal, policy?: ProgrammePolicy): Result<Relationship> {
  const refusal =
    identifierRefusal(input.id, 'id') ??
    (input.cohortId === undefined ? undefined : identifierRefusal(input.cohortId, 'cohortId')) ??
    (input.continues === undefined ? undefined : identifierRefusal(input.continues, 'continues')) ??
    dateRefusal(input.on, 'on') ??
    kindFitRefusal(input.kind, input.participants) ??
    menteesRefusal(input, policy) ??
    repeatRefusal(input)
  if (refusal) return { refusal }
  return { value: { ...baseOf(input), status: 'proposed', proposedOn: input.on, accepted: [] } }
}

function menteesRefusal({ participants }: RelationshipProposal, policy?: ProgrammePolicy): Refusal | undefined {
  const mentees = participants.filter((one) => one.role === 'mentee').length
  if (policy?.menteesMax === undefined || mentees <= policy.menteesMax) return undefined
  const message = `There are ${mentees} mentees, and the programme allows ${policy.menteesMax}: propose fewer together.`
  return refuse('too-many-mentees', message, 'participants').refusal
}

function repeatRefusal({ participants, notAgain = [] }: RelationshipProposal): Refusal | undefined {
  const repeated = pairsOf(participants).find(([a, b]) => notAgain.some((pair) => pair.includes(a) && pair.includes(b)))
  if (repeated === undefined) return undefined
  const message = `"${repeated[0]}" and "${repeated[1]}" were proposed before and one declined: propose other people.`
  return refuse('pair-declined-before', message, 'participants').refusal
}
