import { actionResearch, completeness, fold, type InquiryEvent } from '@mentoring-commons/action-research'
import { expect, test } from 'vitest'
import { acting, approval, begin, begun, notes, planned, play, reflect, reflected } from './history.ts'

const of = (events: readonly InquiryEvent[]) => completeness(fold(actionResearch(), events))

test('without data an inquiry cannot be called action research', () => {
  const label = 'cannot be called action research'
  expect(of([])).toEqual({ label, missing: ['data', 'action', 'reflection'] })
  expect(of(begun)).toEqual({ label, missing: ['data', 'action', 'reflection'] })
  const thoughtful = play(planned, approval, begin('act', '2026-02-01'), begin('reflect', '2026-03-01'), reflect)
  expect(of(thoughtful)).toEqual({ label, missing: ['data'] })
})

test('data that are withdrawn are no data', () => {
  const onlyTalk = acting.filter((event) => event.type !== 'EvidenceAdded' || event.evidence === 'e1')
  expect(of(onlyTalk).missing).toEqual(['reflection'])
  expect(
    of(play(onlyTalk, { type: 'WithdrawConsent', consent: 'k1', scopes: ['collect'], on: '2026-03-09' })).label,
  ).toBe('cannot be called action research')
})

test('without reflection or without action it is work in progress', () => {
  expect(of(acting)).toEqual({ label: 'work in progress', missing: ['reflection'] })
  const looking = play(planned, begin('observe', '2026-01-20'), notes, begin('reflect', '2026-03-05'), reflect)
  expect(of(looking)).toEqual({ label: 'work in progress', missing: ['action'] })
})

test('with data, action and reflection it is action research', () => {
  expect(of(reflected)).toEqual({ label: 'action research', missing: [] })
})
