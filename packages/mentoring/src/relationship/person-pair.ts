import { type Participant, peopleOf } from '../people/participant.ts'
import type { DeclinedRelationship, Relationship } from './relationship.ts'

/** Two people, sorted by code unit, so that a pair is written in one way only. */
export type PersonPair = readonly [string, string]

/** Gives the pairs that a relationship brings together: people in different roles, and peers among themselves. Sorted. */
export function pairsOf(participants: readonly Participant[]): readonly PersonPair[] {
  const people = [...peopleOf(participants)].sort()
  return people.flatMap((first, index) =>
    people
      .slice(index + 1)
      .filter((second) => areBroughtTogether(participants, first, second))
      .map((second): PersonPair => [first, second]),
  )
}

/**
 * Gives the pairs that are not to be proposed again: after a decline, the person who declined with everybody they would
 * have been brought together with. Sorted; empty in every other status.
 *
 * @example
 * ```ts
 * import { advance, pairsNotAgain, proposeRelationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const proposed = proposeRelationship({ id: 'r1', kind: 'dyad', participants, on: '2026-01-05' })
 * if ('refusal' in proposed) throw new TypeError(proposed.refusal.message)
 * const policy = { agreementRequired: false, briefingRequiredFor: [] }
 * const declined = advance(proposed.value, { type: 'decline', by: 'ada', on: '2026-01-09' }, policy)
 * if ('refusal' in declined) throw new TypeError(declined.refusal.message)
 * pairsNotAgain(declined.value) //=> [["ada", "mia"]]
 * ```
 */
export function pairsNotAgain(relationship: Relationship): readonly PersonPair[] {
  return relationship.status === 'declined' ? pairsWithDecliner(relationship) : []
}

function pairsWithDecliner({ participants, by }: DeclinedRelationship): readonly PersonPair[] {
  return pairsOf(participants).filter((pair) => pair.includes(by))
}

function areBroughtTogether(participants: readonly Participant[], first: string, second: string): boolean {
  const rolesOf = (id: string) => participants.filter((one) => one.personId === id).map((one) => one.role)
  return rolesOf(first).some((mine) => rolesOf(second).some((theirs) => mine !== theirs || mine === 'peer'))
}
