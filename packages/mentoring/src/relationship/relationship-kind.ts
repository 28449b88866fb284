import { type Participant, type ParticipantRole, participantsRefusal, peopleOf } from '../people/participant.ts'
import { type Refusal, refuse } from '../refusal.ts'

/**
 * Every kind of relationship.
 * `dyad`: 1 mentor and 1 mentee. `group`: 1 or 2 mentors or facilitators, and 2 or more mentees. `peer`: 2 or more peers,
 * and at most 1 facilitator. `reciprocal`: 2 people, each mentor and mentee of the other. `flash`: a dyad that meets once.
 *
 * Source: our own analysis (certainty A) of hierarchical, peer, group, reciprocal and flash mentoring as the literature names them.
 */
export const relationshipKinds = ['dyad', 'group', 'peer', 'reciprocal', 'flash'] as const

/** How many people a relationship joins, and in which roles. */
export type RelationshipKind = (typeof relationshipKinds)[number]

type Count = Readonly<Record<ParticipantRole, number>>

const pair = {
  asks: 'exactly 1 mentor and 1 mentee',
  fits: (n: Count) => n.mentor === 1 && n.mentee === 1 && n.peer + n.facilitator === 0,
}

const rules: Readonly<Record<RelationshipKind, { readonly asks: string; readonly fits: (n: Count) => boolean }>> = {
  dyad: pair,
  flash: pair,
  group: {
    asks: '1 or 2 mentors or facilitators, and 2 or more mentees',
    fits: (n) => [1, 2].includes(n.mentor + n.facilitator) && n.mentee >= 2 && n.peer === 0,
  },
  peer: {
    asks: '2 or more peers, at most 1 facilitator, and no mentor or mentee',
    fits: (n) => n.peer >= 2 && n.facilitator <= 1 && n.mentor + n.mentee === 0,
  },
  reciprocal: {
    asks: '2 people, each of them both mentor and mentee',
    fits: (n) => n.mentor === 2 && n.mentee === 2 && n.peer + n.facilitator === 0,
  },
}

/** Tells whether a value is one of `relationshipKinds`. */
export function isRelationshipKind(value: unknown): value is RelationshipKind {
  return relationshipKinds.some((kind) => kind === value)
}

/** Gives the refusal of a value that is no kind, and nothing for one that is. */
export function kindRefusal(kind: unknown): Refusal | undefined {
  if (isRelationshipKind(kind)) return undefined
  const message = `${JSON.stringify(kind)} is no kind of relationship: use one of ${relationshipKinds.join(', ')}.`
  return refuse('kind-not-listed', message, 'kind').refusal
}

/** Gives the people who hold more than one role, in the order of first mention. */
export function peopleOnBothSides(participants: readonly Participant[]): readonly string[] {
  return peopleOf(participants).filter((id) => participants.filter((one) => one.personId === id).length > 1)
}

/** Gives the first reason why these participants cannot form a relationship of this kind. */
export function kindFitRefusal(kind: RelationshipKind, participants: readonly Participant[]): Refusal | undefined {
  const wrong = kindRefusal(kind) ?? participantsRefusal(participants)
  if (wrong) return wrong
  const [twice] = peopleOnBothSides(participants)
  if (kind !== 'reciprocal' && twice !== undefined) {
    const message = `Person "${twice}" holds two roles, which only a reciprocal relationship allows: leave one role out.`
    return refuse('person-on-both-sides', message, 'participants').refusal
  }
  const { asks, fits } = rules[kind]
  const count = (role: ParticipantRole) => participants.filter((one) => one.role === role).length
  const n = { mentor: count('mentor'), mentee: count('mentee'), peer: count('peer'), facilitator: count('facilitator') }
  const everyoneIsBoth = kind !== 'reciprocal' || peopleOf(participants).length === 2
  if (fits(n) && everyoneIsBoth) return undefined
  const found = `${n.mentor} mentor, ${n.mentee} mentee, ${n.peer} peer, ${n.facilitator} facilitator`
  const message = `A ${kind} relationship asks ${asks}, but has ${found}: change the participants or the kind.`
  return refuse('participants-do-not-fit-kind', message, 'participants').refusal
}
