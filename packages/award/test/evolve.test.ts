import { awarding, type Candidacy, type CandidacyEvent, fold } from '@mentoring-commons/award'
import { expect, test } from 'vitest'
import { hash, lastOf, play, scheme, stateIn, toAppointed, toAssessed, toSubmitted } from './way.ts'

const decider = awarding([scheme()])
const then = (events: readonly CandidacyEvent[], ...more: readonly CandidacyEvent[]): Candidacy =>
  fold(decider, [...events, ...more])

test('a snapshot that is recorded twice stays as it was first taken, and so does a relationship', () => {
  const { events } = play(toSubmitted.slice(0, 4))
  const again = { ...lastOf(events, 'SnapshotTaken'), contentHash: hash(9), on: '2026-05-01' }
  const twice = { ...lastOf(events, 'RelationshipLinked'), hours: 99, on: '2026-05-01' }
  const { file } = stateIn(then(events, again, twice), 'preparing')
  expect(file.snapshots.map(({ contentHash }) => contentHash)).toEqual([hash(1)])
  expect(file.relationships.map(({ hours }) => hours)).toEqual([8])
  expect(file.lastOn).toBe('2026-04-01')
})

test('a submission of a snapshot that is not there, and one while another is assessed, change nothing', () => {
  const { events, state } = play(toSubmitted)
  const submitted = lastOf(events, 'Submitted')
  expect(then(events, { ...submitted, snapshot: 's9', on: '2026-05-01' })).toEqual(state)
  const before = play(toSubmitted.slice(0, 4))
  expect(then(before.events, { ...submitted, snapshot: 's9' })).toEqual(before.state)
})

test('events that do not fit where things stand change nothing, not even the last day', () => {
  const act = { by: 'chair', on: '2026-09-01' }
  const stray: readonly CandidacyEvent[] = [
    lastOf(play(toSubmitted).events, 'Enrolled'),
    { type: 'AwardConferred', ...act, scheme: 'x', version: '1', recognition: { status: 'unknown', body: null } },
    { type: 'AwardDecided', ...act },
    { type: 'NoAwardDecided', ...act },
    { type: 'ReferralDecided', ...act, outcomes: ['core:1'], deadline: '2026-12-01' },
    { type: 'ReferralLapsed', ...act },
    { type: 'DecisionSetAside', ...act, person: 'chair' },
    { type: 'AppealRaised', ...act, grounds: ['evidence-overlooked'] },
    { type: 'AppealDismissed', ...act },
    { type: 'AppealUpheld', ...act, to: 'assessment', excluded: [] },
    { type: 'CandidacyDeferred', ...act, until: '2026-12-01' },
    { type: 'CandidacyResumed', ...act },
    { type: 'AwardRevoked', ...act, reason: 'evidence-false' },
    { type: 'Moderated', ...act, findings: [], results: [] },
    { type: 'ModeratorAppointed', ...act, person: 'mod' },
    { type: 'ModeratorStoodDown', ...act, person: 'mod', because: 'conflict' },
  ]
  const { events, state } = play(toAppointed)
  for (const event of stray) expect([event.type, then(events, event)]).toEqual([event.type, state])
  for (const event of stray.slice(1)) expect(then([], event)).toEqual({ status: 'not-enrolled' })
})

test('an event that is recorded late with an earlier day does not move the last day back', () => {
  const { events, state } = play(toAssessed)
  const declared: CandidacyEvent = {
    type: 'RelationDeclared',
    by: 'x',
    on: '2026-01-11',
    person: 'y',
    relation: 'mentee',
  }
  expect(stateIn(then(events, declared), 'assessed').file.lastOn).toBe(stateIn(state, 'assessed').file.lastOn)
})
