import { type Assessing, type Candidacy, type Preparing, whatNext } from '@mentoring-commons/award'
import { expect, test } from 'vitest'
import { at, lastOf, play, scheme, stateIn, toAwarded, toReferred, toSubmitted } from '../way.ts'

test('the straight way to the award', () => {
  const { events, state } = play(toAwarded)
  expect(events.map(({ type }) => type)).toEqual([
    'Enrolled',
    'RelationshipLinked',
    'InquiryLinked',
    'SnapshotTaken',
    'Submitted',
    'AssessorAppointed',
    'AssessorAppointed',
    ...Array.from({ length: 6 }, () => 'OutcomeJudged'),
    'AssessmentSettled',
    'AwardDecided',
    'AwardConferred',
  ])
  expect(stateIn(state, 'awarded').award).toEqual({
    by: 'coordinator',
    on: '2026-05-05',
    scheme: 'synthetic-award',
    version: '1',
    recognition: { status: 'recognised', body: 'Synthetic body' },
  })
  expect(lastOf(events, 'AssessmentSettled').results.map(({ finding }) => finding)).toEqual(['shown', 'shown', 'shown'])
})

test('a referral says for what and until when', () => {
  const state = stateIn(at(toReferred), 'referred')
  expect(state.decision).toEqual({ by: 'chair', on: '2026-05-01', outcomes: ['core:1'], deadline: '2026-06-30' })
  expect(whatNext(state, [scheme()], ['candidate']).map(({ command, until }) => [command, until])).toContainEqual([
    'Appeal',
    '2026-05-21',
  ])
})

test('a state carries only what is true then', () => {
  const preparing: Preparing = stateIn(at(toSubmitted.slice(0, 4)), 'preparing')
  const assessing: Assessing = stateIn(at(toSubmitted), 'assessing')
  // @ts-expect-error nothing is submitted while the candidate prepares
  expect(preparing.submission).toBeUndefined()
  // @ts-expect-error nothing is decided while assessors judge
  expect(assessing.decision).toBeUndefined()
  const change = () => {
    // @ts-expect-error a submission never changes
    assessing.submission.attempt = 2
  }
  expect(change).toBeTypeOf('function')
  const candidacy: Candidacy = preparing
  // @ts-expect-error an award is there only where it is conferred
  expect(candidacy.award).toBeUndefined()
})
