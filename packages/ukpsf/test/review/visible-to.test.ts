import { expect, test } from 'vitest'
import type { Actor } from '../../src/review/review-step.ts'
import { visibleTo } from '../../src/review/visible-to.ts'
import { assign, inside, judge, opinion, start, step, take, workflow } from './example-workflow.ts'

const as = (text: string): Actor => {
  const [role, id] = text.split(' ')
  return { role, id } as Actor
}

test('a reviewer sees no other opinion until all are in', () => {
  const flow = workflow()
  const begun = take(start(flow), flow, assign('bo', 'cy'))
  const once = take(begun, flow, judge(begun, 'bo', 'award'))
  const seen = (review: typeof once, who: string) =>
    visibleTo(review, flow, as(who)).value?.opinions.map((each) => each.by)
  expect(seen(once, 'reviewer cy')).toEqual([])
  expect(JSON.stringify(visibleTo(once, flow, as('reviewer cy')))).not.toContain('bo')
  expect(seen(once, 'reviewer bo')).toEqual(['bo'])
  expect(seen(once, 'coordinator kim')).toEqual(['bo'])
  const all = take(once, flow, judge(begun, 'cy', 'minor'))
  expect(seen(all, 'reviewer cy')).toEqual(['bo', 'cy'])
})

test('an applicant sees nothing of the work before a decision, and then what was found', () => {
  for (const doubleBlind of [false, true]) {
    const flow = workflow({ doubleBlind })
    const begun = take(start(flow), flow, assign('cy', 'bo'))
    const split = take(begun, flow, judge(begun, 'bo', 'award'), judge(begun, 'cy', 'minor'))
    for (const review of [begun, split]) {
      const { value } = visibleTo(review, flow, as('applicant ada'))
      expect(value).toMatchObject({ state: 'under-review', opinions: [], applicantId: 'ada' })
      expect(value).not.toHaveProperty('settlement')
    }
    const appoint = step('coordinator', { type: 'appoint-moderators', moderators: [inside('di')] })
    const moderate = step('moderator di', { type: 'moderate', reason: 'heard', ...opinion(begun, 'minor') })
    const { value } = visibleTo(take(split, flow, appoint, moderate), flow, as('applicant ada'))
    expect(value?.state).toBe('referred')
    expect(value?.opinions.map((each) => each.by)).toEqual(doubleBlind ? ['reviewer 2', 'reviewer 1'] : ['bo', 'cy'])
    expect(value?.settlement?.people).toEqual(doubleBlind ? [] : ['di'])
    if (doubleBlind) expect(JSON.stringify(value)).not.toMatch(/"(bo|cy|di)"/)
  }
})

test('double-blind hides the applicant from those who assess, and from nobody else', () => {
  const flow = workflow({ doubleBlind: true })
  const begun = take(start(flow), flow, assign('bo', 'cy'))
  const seen = (who: string) => visibleTo(begun, flow, as(who)).value?.applicantId
  expect(['reviewer bo', 'coordinator kim', 'panel po', 'applicant ada'].map(seen)).toEqual([
    'hidden',
    'ada',
    'ada',
    'ada',
  ])
  expect(JSON.stringify(visibleTo(begun, flow, as('reviewer bo')))).not.toContain('ada')
  const open = workflow()
  expect(visibleTo(begun, open, as('reviewer bo')).value?.applicantId).toBe('ada')
})

test('those without a part see nothing, and an applicant nothing in another role', () => {
  const flow = workflow()
  const begun = take(start(flow), flow, assign('bo', 'cy'))
  for (const who of ['reviewer zed', 'moderator bo', 'reader bo', 'applicant bo', 'coordinator ada', 'panel ada']) {
    expect([who, visibleTo(begun, flow, as(who)).refusal?.code]).toEqual([who, 'not-your-step'])
  }
})
