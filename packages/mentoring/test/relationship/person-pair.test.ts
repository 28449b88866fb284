import { expect, test } from 'vitest'
import {
  advance,
  type Participant,
  pairsNotAgain,
  proposeRelationship,
  type RelationshipKind,
} from '../../src/index.ts'
import { casts, codeOf, dyad, made, proposedDyad, strict } from '../demo.ts'

const on = '2026-01-06'

function declinedBy(by: string, kind: RelationshipKind, participants: readonly Participant[]) {
  return made(
    advance(made(proposeRelationship({ id: 'r', kind, participants, on })), { type: 'decline', by, on }, strict),
  )
}

test('in every status but declined there is no such pair', () => {
  expect(pairsNotAgain(proposedDyad())).toEqual([])
})

test('a mentee who declines a group is not proposed to its mentor again, and stays free for the other mentees', () => {
  const group = casts.find((cast) => cast.kind === 'group')?.participants ?? []
  expect(pairsNotAgain(declinedBy('ben', 'group', group))).toEqual([['ben', 'mia']])
})

test('a mentor who declines is not proposed to any of the mentees again', () => {
  const group = casts.find((cast) => cast.kind === 'group')?.participants ?? []
  const offered = ['ben', 'ada'].reduce(
    (now, by) => made(advance(now, { type: 'accept', by, on }, strict)),
    made(proposeRelationship({ id: 'r', kind: 'group', participants: group, on })),
  )
  const declined = made(advance(offered, { type: 'decline', by: 'mia', on }, strict))
  expect(pairsNotAgain(declined)).toEqual([
    ['ada', 'mia'],
    ['ben', 'mia'],
  ])
})

test('a peer who declines is not proposed to the other peers or the facilitator again', () => {
  const peers = casts.filter((cast) => cast.kind === 'peer')[1]?.participants ?? []
  expect(pairsNotAgain(declinedBy('ben', 'peer', peers))).toEqual([
    ['ada', 'ben'],
    ['ben', 'fay'],
  ])
})

test('a reciprocal pair is one pair', () => {
  const both = casts.find((cast) => cast.kind === 'reciprocal')?.participants ?? []
  expect(pairsNotAgain(declinedBy('ada', 'reciprocal', both))).toEqual([['ada', 'ben']])
})

test('what was declined is refused when it is proposed again with those pairs', () => {
  const notAgain = pairsNotAgain(declinedBy('ada', 'dyad', dyad))
  expect(codeOf(proposeRelationship({ id: 'r2', kind: 'dyad', participants: dyad, on, notAgain }))).toBe(
    'pair-declined-before',
  )
})
