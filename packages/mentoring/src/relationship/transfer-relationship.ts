import { peopleOf } from '../people/participant.ts'
import type { ProgrammePolicy } from '../programme/programme.ts'
import { type Result, refuse } from '../refusal.ts'
import { advance } from './advance.ts'
import type { PersonPair } from './person-pair.ts'
import { proposeRelationship } from './propose-relationship.ts'
import type { Relationship } from './relationship.ts'

/** What a transfer says. */
export interface Transfer {
  /** The id of the relationship that begins. */
  readonly id: string
  readonly on: string
  /** The mentor or facilitator who leaves. */
  readonly leaving: string
  /** The person who takes every role of the one who leaves. */
  readonly joining: string
  /** The participant who asks for it; absent where the programme does. */
  readonly by?: string
  /** The pairs that are not to be proposed again; none when absent. */
  readonly notAgain?: readonly PersonPair[]
}

/** The relationship that ended, and the one that was proposed to carry it on. */
export interface Transferred {
  readonly ended: Relationship
  readonly proposed: Relationship
}

/**
 * Gives what becomes of a relationship whose mentor or facilitator is replaced: it ends as `reassigned`, with its history,
 * and another one that `continues` it is proposed on the same day. Everybody is asked anew, mentees first, because people
 * agree to people; the agreement is made anew too. Open from forming on. Save both in one transaction.
 *
 * Refused where no step `end` is open, where the one who leaves holds neither role or the one who joins takes part already,
 * and as `proposeRelationship` refuses. Ask `mayOffer` about the one who joins before.
 *
 * @example
 * ```ts
 * import { type Relationship, transferRelationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const before = { id: 'r1', kind: 'dyad' as const, participants, proposedOn: '2026-01-05', accepted: [], signatures: [], briefings: [] }
 * const active: Relationship = { ...before, status: 'active', startedOn: '2026-01-20', since: '2026-01-20' }
 * const policy = { agreementRequired: true, briefingRequiredFor: [] }
 * const moved = transferRelationship(active, { id: 'r2', on: '2026-05-01', leaving: 'mia', joining: 'zoe' }, policy)
 * 'value' in moved && moved.value.proposed.continues //=> "r1"
 * 'value' in moved && moved.value.proposed.participants[0] //=> { "personId": "zoe", "role": "mentor" }
 * ```
 */
export function transferRelationship(
  relationship: Relationship,
  transfer: Transfer,
  policy: ProgrammePolicy,
): Result<Transferred> {
  const { id, on, leaving, joining, by, notAgain } = transfer
  const { participants, kind, cohortId } = relationship
  const leads = participants.some((one) => one.personId === leaving && ['mentor', 'facilitator'].includes(one.role))
  if (!leads) {
    const message = `"${leaving}" is no mentor or facilitator of relationship "${relationship.id}": name the one who leaves.`
    return refuse('role-not-held', message, 'leaving')
  }
  if (peopleOf(participants).includes(joining)) {
    return refuse('already-a-participant', `"${joining}" takes part already: name somebody else.`, 'joining')
  }
  if (id === relationship.id) return refuse('id-taken', `"${id}" is the id of the one that ends: give a new id.`, 'id')
  const ended = advance(
    relationship,
    { type: 'end', on, reason: 'reassigned', ...(by === undefined ? {} : { by }) },
    policy,
  )
  if ('refusal' in ended) return ended
  const proposed = proposeRelationship(
    {
      id,
      on,
      kind,
      ...(cohortId === undefined ? {} : { cohortId }),
      participants: participants.map((one) => (one.personId === leaving ? { ...one, personId: joining } : one)),
      continues: relationship.id,
      ...(notAgain === undefined ? {} : { notAgain }),
    },
    policy,
  )
  return 'refusal' in proposed ? proposed : { value: { ended: ended.value, proposed: proposed.value } }
}
