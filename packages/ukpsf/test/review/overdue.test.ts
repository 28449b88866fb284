import { expect, test } from 'vitest'
import { overdue } from '../../src/review/overdue.ts'
import { assign, judge, start, step, take, workflow } from './example-workflow.ts'

const clocks = { judgeWithin: { weeks: 2 }, decideWithin: { weeks: 12 }, reapplyAfter: { months: 1 } } as const
const flow = workflow({ clocks })
const begun = take(start(flow), flow, { ...assign('bo', 'cy'), on: '2026-03-20' })

test('the last day is in time, and the next is a day late', () => {
  expect(overdue(begun, '2026-03-30')).toEqual([])
  expect(overdue(begun, '2026-03-31')).toEqual([{ what: 'decision', due: '2026-03-30', daysLate: 1, who: [] }])
  const once = take(begun, flow, judge(begun, 'bo', 'major', '2026-03-31'))
  expect(overdue(once, '2026-04-04')).toEqual([
    { what: 'decision', due: '2026-03-30', daysLate: 5, who: [] },
    { what: 'judgement', due: '2026-04-03', daysLate: 1, who: ['cy'] },
  ])
})

test('the applicant is waited for after a referral, and the clock of the decision begins anew', () => {
  const referred = take(
    begun,
    flow,
    judge(begun, 'bo', 'major', '2026-03-31'),
    judge(begun, 'cy', 'major', '2026-03-31'),
  )
  expect(overdue(referred, '2026-04-30')).toEqual([])
  expect(overdue(referred, '2026-05-02')).toEqual([
    { what: 'resubmission', due: '2026-04-30', daysLate: 2, who: ['ada'] },
  ])
  const again = take(referred, flow, step('applicant ada', { type: 'resubmit', version: 'v2' }, '2026-04-30'))
  expect(again.decideBy).toBe('2026-07-23')
  expect(again).toMatchObject({ state: 'judging', judgeBy: '2026-05-14' })
})

test('nothing is late once it is over, and a new claim has its first day', () => {
  const over = take(
    begun,
    flow,
    judge(begun, 'bo', 'not-award', '2026-03-31'),
    judge(begun, 'cy', 'not-award', '2026-03-31'),
  )
  expect(overdue(over, '2030-01-01')).toEqual([])
  expect(over).toMatchObject({ state: 'not-awarded', mayReapplyFrom: '2026-04-30' })
  expect(overdue(start(workflow()), '2030-01-01')).toEqual([])
  expect(() => overdue(begun, 'today')).toThrow(RangeError)
})
