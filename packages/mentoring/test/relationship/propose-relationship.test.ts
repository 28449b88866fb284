import { expect, test } from 'vitest'
import {
  type Participant,
  type ParticipantRole,
  participantRoles,
  proposeRelationship,
  type RelationshipKind,
  relationshipKinds,
} from '../../src/index.ts'
import { casts, codeOf, dyad, lenient, made } from '../demo.ts'

const on = '2026-01-05'
const propose = (kind: RelationshipKind, participants: readonly Participant[]) =>
  proposeRelationship({ id: 'r1', kind, participants, on })

/** The rule of each kind, said once more: from the roles of each person, written as a sorted word per person. */
function fits(kind: RelationshipKind, people: readonly (readonly ParticipantRole[])[]): boolean {
  const words = people.map((roles) => [...roles].sort().join('+')).sort()
  const text = words.join(' ')
  switch (kind) {
    case 'dyad':
    case 'flash':
      return text === 'mentee mentor'
    case 'group':
      return (
        /^(facilitator ){0,2}mentee( mentee)+( mentor){0,2}$/.test(text) &&
        [1, 2].includes(
          text
            .split(/mentee/)
            .join('')
            .trim()
            .split(/\s+/)
            .filter(Boolean).length,
        )
      )
    case 'peer':
      return /^(facilitator )?peer( peer)+$/.test(text)
    case 'reciprocal':
      return text === 'mentee+mentor mentee+mentor'
  }
}

test('every cast of up to four people fits a kind exactly when the rule of that kind says so', () => {
  const roleSets: ParticipantRole[][] = [
    ...participantRoles.map((role) => [role]),
    ['mentor', 'mentee'],
    ['peer', 'mentee'],
    ['mentor', 'facilitator'],
  ]
  let casting: ParticipantRole[][][] = [[]]
  let compared = 0
  for (let size = 1; size <= 4; size += 1) {
    casting = casting.flatMap((people) => roleSets.map((roles) => [...people, roles]))
    for (const people of casting) {
      const participants = people.flatMap((roles, index) => roles.map((role) => ({ personId: `p${index}`, role })))
      for (const kind of relationshipKinds) {
        const isTaken = 'value' in propose(kind, participants)
        if (isTaken !== fits(kind, people)) expect({ kind, participants, isTaken }).toBe('otherwise')
        compared += 1
      }
    }
  }
  expect(compared).toBe((7 + 49 + 343 + 2401) * 5)
})

test('a proposal has nothing but what is true of it, and keeps no hold on its input', () => {
  const participants = dyad.map((one) => ({ ...one, nickname: 'M' }))
  const value = made(proposeRelationship({ id: 'r1', cohortId: 'c1', kind: 'dyad', participants, on }))
  expect(value).toStrictEqual({
    id: 'r1',
    cohortId: 'c1',
    kind: 'dyad',
    participants: dyad,
    status: 'proposed',
    proposedOn: on,
    accepted: [],
  })
  expect(made(propose('dyad', dyad))).not.toHaveProperty('cohortId')
})

test.each<[string, string, RelationshipKind, readonly object[]]>([
  ['nobody', 'no-participant', 'dyad', []],
  ['the same person twice as mentor', 'person-twice-in-role', 'group', [...dyad, { personId: 'mia', role: 'mentor' }]],
  [
    'a mentor who is their own mentee',
    'person-on-both-sides',
    'dyad',
    [
      { personId: 'ada', role: 'mentor' },
      { personId: 'ada', role: 'mentee' },
    ],
  ],
  ['a role that is none', 'role-not-listed', 'dyad', [{ personId: 'ada', role: 'guru' }]],
  ['a person without id', 'id-not-usable', 'dyad', [{ personId: '', role: 'mentor' }]],
  ['a kind that is none', 'kind-not-listed', 'marriage' as 'dyad', dyad],
  [
    'a reciprocal pair of four',
    'participants-do-not-fit-kind',
    'reciprocal',
    [
      { personId: 'a', role: 'mentor' },
      { personId: 'b', role: 'mentor' },
      { personId: 'c', role: 'mentee' },
      { personId: 'd', role: 'mentee' },
    ],
  ],
])('%s is refused', (_, code, kind, participants) => {
  expect(codeOf(propose(kind, participants as Participant[]))).toBe(code)
})

test('an id, a cohort and a day that are none are refused', () => {
  const input = { id: 'r1', kind: 'dyad' as const, participants: dyad, on }
  expect(codeOf(proposeRelationship({ ...input, id: ' ' }))).toBe('id-not-usable')
  expect(codeOf(proposeRelationship({ ...input, cohortId: '' }))).toBe('id-not-usable')
  expect(codeOf(proposeRelationship({ ...input, on: '05/01/2026' }))).toBe('date-not-iso')
})

test('the policy bounds the mentees: as many as it says are taken, one more is refused', () => {
  const group = casts.find((cast) => cast.kind === 'group')
  const input = { id: 'g', kind: 'group' as const, participants: group?.participants ?? [], on }
  expect(codeOf(proposeRelationship(input, { ...lenient, menteesMax: 2 }))).toBeUndefined()
  expect(codeOf(proposeRelationship(input, { ...lenient, menteesMax: 1 }))).toBe('too-many-mentees')
  expect(codeOf(proposeRelationship(input, lenient))).toBeUndefined()
})

test('a pair of whom one declined is not proposed again, whichever way round it is written', () => {
  const input = { id: 'r1', kind: 'dyad' as const, participants: dyad, on }
  expect(codeOf(proposeRelationship({ ...input, notAgain: [['ada', 'mia']] }))).toBe('pair-declined-before')
  expect(codeOf(proposeRelationship({ ...input, notAgain: [['mia', 'ada']] }))).toBe('pair-declined-before')
  expect(codeOf(proposeRelationship({ ...input, notAgain: [['ada', 'ben']] }))).toBeUndefined()
})

test('two mentees of one group are no pair that could be declined', () => {
  const group = casts.find((cast) => cast.kind === 'group')
  const input = { id: 'g', kind: 'group' as const, participants: group?.participants ?? [], on }
  expect(codeOf(proposeRelationship({ ...input, notAgain: [['ada', 'ben']] }))).toBeUndefined()
  expect(codeOf(proposeRelationship({ ...input, notAgain: [['ben', 'mia']] }))).toBe('pair-declined-before')
})
