import { identifierRefusal } from '../identifier.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** Every role somebody may hold in one relationship. */
export const participantRoles = ['mentor', 'mentee', 'peer', 'facilitator'] as const

/** What somebody is in one relationship; the same person may be something else in another at the same time. */
export type ParticipantRole = (typeof participantRoles)[number]

/** A person in a role. A person with two roles in one relationship stands twice, once for each. */
export interface Participant {
  readonly personId: string
  readonly role: ParticipantRole
}

/** Tells whether a value is one of `participantRoles`. */
export function isParticipantRole(value: unknown): value is ParticipantRole {
  return participantRoles.some((role) => role === value)
}

/** Gives each person once, in the order of first mention. */
export function peopleOf(participants: readonly Participant[]): readonly string[] {
  return [...new Set(participants.map((participant) => participant.personId))]
}

/** Gives the first refusal that holds for every kind of relationship and for imported history alike. */
export function participantsRefusal(participants: readonly Participant[]): Refusal | undefined {
  if (participants.length === 0) {
    return refuse('no-participant', 'Nobody takes part: name at least one person with a role.', 'participants').refusal
  }
  for (const [index, { personId, role }] of participants.entries()) {
    const path = `participants[${index}]`
    const wrongId = identifierRefusal(personId, `${path}.personId`)
    if (wrongId) return wrongId
    if (!isParticipantRole(role)) {
      const message = `${JSON.stringify(role)} is no role: use one of ${participantRoles.join(', ')}.`
      return refuse('role-not-listed', message, `${path}.role`).refusal
    }
    const first = participants.findIndex((other) => other.personId === personId && other.role === role)
    if (first !== index) {
      const message = `Person "${personId}" stands twice as ${role}: name each person once in a role.`
      return refuse('person-twice-in-role', message, path).refusal
    }
  }
  return undefined
}
