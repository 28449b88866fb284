import { expect, test } from 'vitest'
import {
  chainOf,
  parseRelationship,
  type Relationship,
  type RelationshipKind,
  transferRelationship,
} from '../../src/index.ts'
import { casts, codeOf, lenient, made, proposedDyad, strict } from '../demo.ts'
import { active, begun, forming, steps } from '../life.ts'

const transfer = { id: 'r2', on: '2026-05-01', leaving: 'mia', joining: 'zoe' }

test('the old one ends as reassigned, the new one is proposed anew and says what it continues', () => {
  const { ended, proposed } = made(transferRelationship(active, transfer, lenient))
  expect(ended).toMatchObject({
    id: 'r1',
    status: 'ended',
    reason: 'reassigned',
    on: '2026-05-01',
    startedOn: '2026-01-07',
  })
  expect(ended).not.toHaveProperty('by')
  expect(proposed).toEqual({
    id: 'r2',
    kind: 'dyad',
    participants: [
      { personId: 'zoe', role: 'mentor' },
      { personId: 'ada', role: 'mentee' },
    ],
    continues: 'r1',
    status: 'proposed',
    proposedOn: '2026-05-01',
    accepted: [],
  })
  expect(made(parseRelationship(JSON.parse(JSON.stringify(proposed))))).toEqual(proposed)
  expect(chainOf([proposed, ended], 'r2').map((one) => one.id)).toEqual(['r1', 'r2'])
  expect(chainOf([proposed, ended], 'r1').map((one) => one.id)).toEqual(['r1'])
  expect(chainOf([proposed, ended], 'r9')).toEqual([])
})

test('what continues itself is a mistake of the caller', () => {
  const one: Relationship = { id: 'r1', kind: 'dyad', participants: [], status: 'recorded', continues: 'r2' }
  expect(() => chainOf([one, { ...one, id: 'r2', continues: 'r1' }], 'r1')).toThrow(/"r1"/)
})

test('a transfer is open from forming on, and to whoever leads, in every kind that has somebody who leads', () => {
  const kinds = new Map<RelationshipKind, string | undefined>()
  for (const { kind, participants } of casts) {
    const running = begun('r1', lenient, participants, kind)
    const leader = participants.find((one) => one.role === 'mentor' || one.role === 'facilitator')?.personId
    kinds.set(kind, codeOf(transferRelationship(running, { ...transfer, leaving: leader ?? 'ada' }, lenient)))
  }
  // The last peer cast has a facilitator, who can be replaced.
  expect(Object.fromEntries(kinds)).toEqual({
    dyad: undefined,
    flash: undefined,
    group: undefined,
    peer: undefined,
    reciprocal: undefined,
  })
  const peers = casts.find((one) => one.kind === 'peer')?.participants ?? []
  expect(
    codeOf(transferRelationship(begun('r1', lenient, peers, 'peer'), { ...transfer, leaving: 'ada' }, lenient)),
  ).toBe('role-not-held')
  expect(codeOf(transferRelationship(forming, transfer, strict))).toBeUndefined()
  expect(codeOf(transferRelationship(proposedDyad(), transfer, strict))).toBe('step-not-allowed')
})

test('who leaves a reciprocal relationship is replaced in both roles', () => {
  const cast = casts.find((one) => one.kind === 'reciprocal')?.participants ?? []
  const running = begun('r1', lenient, cast, 'reciprocal')
  const { proposed } = made(transferRelationship(running, { ...transfer, leaving: 'ada' }, lenient))
  expect(proposed.participants.filter((one) => one.personId === 'zoe').map((one) => one.role)).toEqual([
    'mentor',
    'mentee',
  ])
})

test('a mentee does not leave by a transfer, nobody joins twice, and a pair that declined is not brought together again', () => {
  expect(codeOf(transferRelationship(active, { ...transfer, leaving: 'ada' }, lenient))).toBe('role-not-held')
  expect(codeOf(transferRelationship(active, { ...transfer, leaving: 'nobody' }, lenient))).toBe('role-not-held')
  expect(codeOf(transferRelationship(active, { ...transfer, joining: 'ada' }, lenient))).toBe('already-a-participant')
  expect(codeOf(transferRelationship(active, { ...transfer, joining: 'mia' }, lenient))).toBe('already-a-participant')
  expect(codeOf(transferRelationship(active, { ...transfer, joining: ' ' }, lenient))).toBe('id-not-usable')
  expect(codeOf(transferRelationship(active, { ...transfer, notAgain: [['ada', 'zoe']] }, lenient))).toBe(
    'pair-declined-before',
  )
  expect(codeOf(transferRelationship(active, { ...transfer, on: '2026-01-06' }, lenient))).toBe('date-goes-back')
  const over = steps(active, lenient, { type: 'end', by: 'ada', on: '2026-02-01' })
  expect(codeOf(transferRelationship(over, transfer, lenient))).toBe('step-not-allowed')
})
