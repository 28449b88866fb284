import { type Participant, peopleOf } from '../people/participant.ts'
import type { ProgrammePolicy } from '../programme/programme.ts'
import type { FormingRelationship, Relationship } from './relationship.ts'
import { unsigned } from './unsigned.ts'

/** What is still to be done before a relationship moves on; each list in the order of its participants. */
export interface Outstanding {
  /** The people who are asked now and have not accepted. */
  readonly acceptances: readonly string[]
  /** The people who have not signed the agreement, or only an earlier version of it. */
  readonly signatures: readonly string[]
  /** The people, with the role, whose briefing is not completed. */
  readonly briefings: readonly Participant[]
}

/**
 * Gives whom a relationship waits for, and for what: acceptances while it is proposed or offered, signatures and briefings
 * while it is forming, as the policy asks; nothing in any other status.
 *
 * Where a policy was relaxed while a relationship was forming and asks for nothing more, whatever nobody has done yet is
 * listed, because doing any of it makes the relationship active.
 *
 * @example
 * ```ts
 * import { outstanding, proposeRelationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const proposed = proposeRelationship({ id: 'r1', kind: 'dyad', participants, on: '2026-01-05' })
 * if ('refusal' in proposed) throw new TypeError(proposed.refusal.message)
 * const policy = { agreementRequired: true, briefingRequiredFor: [] }
 * outstanding(proposed.value, policy) //=> { "acceptances": ["ada"], "signatures": [], "briefings": [] }
 * ```
 */
export function outstanding(relationship: Relationship, policy: ProgrammePolicy): Outstanding {
  switch (relationship.status) {
    case 'proposed':
    case 'offered':
      return { acceptances: peopleAskedNow(relationship), signatures: [], briefings: [] }
    case 'forming': {
      const due = dueWhileForming(relationship, policy)
      const nothingDue = due.signatures.length + due.briefings.length === 0
      return { acceptances: [], ...(nothingDue ? undoneWhileForming(relationship) : due) }
    }
    default:
      return { acceptances: [], signatures: [], briefings: [] }
  }
}

/** Gives the people who are asked first: mentees and peers, also where they are mentors too. */
export function peopleAskedFirst(participants: readonly Participant[]): readonly string[] {
  return peopleOf(participants.filter((one) => one.role === 'mentee' || one.role === 'peer'))
}

/** Gives what the policy asks for and is not done. Both lists empty: the relationship may be active. */
export function dueWhileForming(
  relationship: FormingRelationship,
  policy: ProgrammePolicy,
): Pick<Outstanding, 'signatures' | 'briefings'> {
  const { signatures, briefings } = undoneWhileForming(relationship)
  return {
    signatures: policy.agreementRequired ? signatures : [],
    briefings: briefings.filter((one) => policy.briefingRequiredFor.includes(one.role)),
  }
}

function peopleAskedNow(relationship: Extract<Relationship, { readonly status: 'proposed' | 'offered' }>) {
  const { status, participants, accepted } = relationship
  const asked = status === 'proposed' ? peopleAskedFirst(participants) : peopleOf(participants)
  return asked.filter((id) => !accepted.some((act) => act.personId === id))
}

function undoneWhileForming({ participants, signatures, briefings }: FormingRelationship) {
  const isBriefed = (one: Participant) =>
    briefings.some((act) => act.personId === one.personId && act.role === one.role)
  return {
    signatures: unsigned(participants, signatures),
    briefings: participants.filter((one) => !isBriefed(one)),
  }
}
