import {
  allowedCommands,
  awarding,
  type Candidacy,
  commandTypes,
  fold,
  type Scheme,
  whatNext,
} from '@mentoring-commons/award'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidates } from './candidates.ts'
import { invariants } from './invariants.ts'
import { walks } from './walk.ts'
import {
  appoint,
  at,
  command,
  judgeAll,
  notYet,
  scheme,
  snapshot,
  submit,
  toAppointed,
  toAssessed,
  toAwarded,
  toReferred,
  toSubmitted,
} from './way.ts'

function tried(state: Candidacy, schemes: readonly Scheme[]): readonly string[] {
  const { decide } = awarding(schemes)
  return commandTypes.filter((type) => candidates(type, state).some((each) => decide(each, state).events !== undefined))
}

test('what may happen next, along the way', () => {
  const next = (...way: Parameters<typeof at>) => allowedCommands(at(...way), [scheme()])
  expect(next([])).toEqual(['Enrol'])
  expect(next(toSubmitted.slice(0, 1))).toEqual([
    'LinkRelationship',
    'LinkInquiry',
    'DeclareRelation',
    'TakeSnapshot',
    'Defer',
    'Withdraw',
  ])
  expect(next(toSubmitted.slice(0, 4))).toContain('Submit')
  expect(next(toSubmitted)).toEqual(['DeclareRelation', 'AppointAssessor', 'Withdraw'])
  expect(next([...toSubmitted, appoint('ada')])).toEqual([
    'DeclareRelation',
    'AppointAssessor',
    'StandDown',
    'Judge',
    'Withdraw',
  ])
  expect(next(toAppointed)).not.toContain('AppointAssessor')
  expect(next(toAssessed)).toEqual(['DeclareRelation', 'SelectForModeration', 'Decide', 'Withdraw'])
  expect(next(toReferred)).toContain('LapseReferral')
  expect(next(toAwarded)).toEqual(['DeclareRelation', 'Revoke'])
  expect(next([...toAwarded, command('Revoke', '2026-06-01', { reason: 'evidence-false' })])).toEqual([])
})

test('a scheme that is not given, or whose workflow is not decided, lets nobody enrol, submit or be awarded', () => {
  expect(allowedCommands({ status: 'not-enrolled' }, [])).toEqual([])
  expect(allowedCommands(at(toSubmitted.slice(0, 4)), [])).not.toContain('Submit')
  expect(
    allowedCommands(at([...toAssessed, command('Decide', '2026-05-01', { by: 'chair', decision: 'award' })]), []),
  ).not.toContain('Confer')
})

test('a command type is allowed exactly when, tried one by one, some command of it is accepted', () => {
  fc.assert(
    fc.property(walks(40), fc.nat(), ({ schemes, states }, pick) => {
      for (const state of [states.at(-1), states[pick % states.length]]) {
        if (state === undefined) throw new Error('a walk has a state')
        expect(allowedCommands(state, schemes)).toEqual(tried(state, schemes))
      }
    }),
    { numRuns: 60 },
  )
})

test('and so it is at each step of a whole way, and after the limits of time', () => {
  const ways = [
    toAwarded,
    toReferred,
    [
      ...toReferred,
      { ...snapshot, snapshot: 's2', on: '2026-06-01' },
      command('DeclareRelation', '2026-07-01', { person: 'x', relation: 'mentee' }),
    ],
    [...toAppointed, ...judgeAll(notYet), command('Decide', '2999-12-31', { by: 'chair', decision: 'refer' })],
    [{ ...toSubmitted[0], on: '2999-12-31' } as (typeof toSubmitted)[0]],
  ]
  for (const way of ways) {
    for (let length = 0; length <= way.length; length += 1) {
      const state = at(way.slice(0, length))
      expect(allowedCommands(state, [scheme()])).toEqual(tried(state, [scheme()]))
    }
  }
  expect(allowedCommands(at([...toReferred, { ...submit, snapshot: 's1' }].slice(0, -1)), [scheme()])).not.toContain(
    'Submit',
  )
})

test('every walk keeps every invariant, and a replay of what was stored leads to the same state', () => {
  const statuses = new Set<string>()
  fc.assert(
    fc.property(walks(60), ({ schemes, events, states }) => {
      const state = states.at(-1)
      if (state === undefined) throw new Error('a walk has a state')
      for (const each of states) statuses.add(each.status)
      for (const [name, holds] of Object.entries(invariants))
        expect([name, holds({ state, events })]).toEqual([name, true])
      expect(fold(awarding(schemes), JSON.parse(JSON.stringify(events)))).toEqual(state)
    }),
    { numRuns: 150 },
  )
  expect([...statuses].sort()).toHaveLength(13)
})

test('what is next names the commands that are allowed, each with somebody who may', () => {
  fc.assert(
    fc.property(walks(30), ({ schemes, states }) => {
      const state = states.at(-1) ?? { status: 'not-enrolled' }
      const steps = whatNext(state, schemes)
      expect(steps.map((step) => step.command)).toEqual(allowedCommands(state, schemes))
      expect(steps.every(({ by }) => by.length > 0)).toBe(true)
      const byCandidate = whatNext(state, schemes, ['candidate'])
      expect(byCandidate).toEqual(steps.filter(({ by }) => by.includes('candidate')))
    }),
    { numRuns: 60 },
  )
})
