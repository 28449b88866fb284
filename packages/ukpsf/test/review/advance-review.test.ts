import { expect, test } from 'vitest'
import { advanceReview } from '../../src/review/advance-review.ts'
import { allowedReviewSteps } from '../../src/review/allowed-review-steps.ts'
import type { Review, ReviewIn } from '../../src/review/review.ts'
import { startReview } from '../../src/review/start-review.ts'
import type { Workflow } from '../../src/review/workflow.ts'
import {
  applicant,
  assign,
  input,
  inside,
  judge,
  opinion,
  outside,
  start,
  step,
  take,
  track,
  workflow,
} from './example-workflow.ts'

const in_ = <S extends Review['state']>(review: Review, state: S): ReviewIn<S> => {
  expect(review.state).toBe(state)
  return review as ReviewIn<S>
}
const code = (review: Review, flow: Workflow, ...[each]: [Parameters<typeof advanceReview>[2]]) =>
  advanceReview(review, flow, each).refusal?.code

test('two who agree settle it, and the criteria are those of the edition', () => {
  const flow = workflow()
  const begun = take(start(flow), flow, assign('bo', 'cy'))
  expect(begun.criteria).toEqual(['psf-2023:D2.1', 'psf-2023:D2.2', 'psf-2023:D2.3'])
  expect(start(flow, 'ukpsf-2011:D2').criteria.every((criterion) => criterion.startsWith('ukpsf-2011:D2.'))).toBe(true)
  const done = in_(take(begun, flow, judge(begun, 'cy', 'award'), judge(begun, 'bo', 'award')), 'awarded')
  expect(done.settlement).toMatchObject({ by: 'agreement', people: ['bo', 'cy'], borderline: false })
  expect(allowedReviewSteps(done, flow)).toEqual([])
  expect(code(done, flow, step('applicant ada', { type: 'withdraw' }))).toBe('step-not-open')
  expect(begun.state).toBe('judging')
})

test('D3 and D4 are reviewed as any other: people recommend, nothing counts evidence', () => {
  const flow = workflow()
  for (const descriptor of ['psf-2023:D3', 'psf-2023:D4', 'ukpsf-2006:SD3']) {
    const begun = take(start(flow, descriptor), flow, assign('bo', 'cy'))
    expect(take(begun, flow, judge(begun, 'bo', 'award'), judge(begun, 'cy', 'award')).state).toBe('awarded')
    expect(JSON.stringify(begun)).not.toMatch(/coverage|evidence/)
  }
})

test('a judgement judges every criterion exactly once, on the scale, and is never given twice', () => {
  const flow = workflow()
  const begun = take(start(flow), flow, assign('bo', 'cy'))
  const good = opinion(begun, 'award')
  const give = (judgements: unknown, recommendation: unknown = { outcome: 'award' }) =>
    code(begun, flow, step('reviewer bo', { type: 'judge', judgements, recommendation } as never))
  expect(give(good.judgements)).toBeUndefined()
  expect(give(good.judgements.slice(1))).toBe('incomplete-judgement')
  expect(give([...good.judgements, good.judgements[0]])).toBe('incomplete-judgement')
  expect(give([...good.judgements, { criterion: 'ukpsf-2011:D2.I', level: 'met' }])).toBe('incomplete-judgement')
  expect(give([])).toBe('incomplete-judgement')
  expect(give(undefined)).toBe('incomplete-judgement')
  expect(give(good.judgements.map((each) => ({ ...each, level: 'superb' })))).toBe('unknown-level')
  expect(give(opinion(begun, 'award', 'not-met').judgements)).toBe('recommendation-not-open')
  expect(give(good.judgements, { outcome: 'not-award' })).toBeUndefined()
  expect(give(good.judgements, { outcome: 'refer', kind: 'tiny' })).toBe('recommendation-not-open')
  expect(give(good.judgements, undefined)).toBeUndefined()
  const once = take(begun, flow, judge(begun, 'bo', 'award'))
  expect(code(once, flow, judge(begun, 'bo', 'award'))).toBe('not-your-step')
  expect(code(once, flow, judge(begun, 'zed', 'award'))).toBe('not-your-step')
})

test.each([
  ['not-the-applicant', inside('ada'), {}],
  ['not-the-mentor', inside('mia'), { mentorIds: ['old', 'mia'] }],
  ['not-the-same-unit', inside('bo', 'history'), {}],
  ['not-the-same-unit', { id: 'bo', kind: 'internal', units: [], holds: 'principal' }, {}],
  ['not-the-same-unit', inside('bo'), { units: [] }],
  ['holds-the-category', { id: 'bo', kind: 'external', holds: 'associate' }, {}],
  ['holds-the-category', { id: 'bo', kind: 'external', holds: 'none' }, {}],
  ['not-the-line-manager', inside('lu'), { lineManagerIds: ['lu'] }],
  ['not-a-referee', inside('rui'), { refereeIds: ['rui'] }],
] as const)('the rule %s keeps out, by its name', (rule, person, facts) => {
  const referees = 'refereeIds' in facts ? 1 : 0
  const one = { ...track, referees: { count: referees, rules: [] } }
  const make = (conflicts: readonly (typeof rule)[]) => workflow({ conflicts, externals: 1, tracks: { fellow: one } })
  const attempt = (flow: Workflow) =>
    advanceReview(
      start(flow, 'psf-2023:D2', { ...applicant, ...facts }),
      flow,
      step('coordinator', { type: 'assign-reviewers', reviewers: [inside('ok', 'law'), person] }),
    ).refusal
  expect(attempt(make([rule]))).toMatchObject({
    code: 'conflict-of-interest',
    path: 'units' in facts ? 'reviewers[0]' : 'reviewers[1]',
  })
  expect(attempt(make([rule]))?.message).toContain(`'${rule}'`)
  if (rule !== 'not-the-applicant') expect(attempt(make([]))?.code).not.toBe('conflict-of-interest')
  else expect(attempt(make([]))?.message).toContain("'not-the-applicant'")
})

test('reviewers are so many, so many of them from outside, and different people', () => {
  const flow = workflow({ externals: 1, tracks: { fellow: { ...track, reviewers: { count: 2, external: 1 } } } })
  const assignAll = (...reviewers: ReturnType<typeof inside>[]) =>
    code(start(flow), flow, step('coordinator', { type: 'assign-reviewers', reviewers }))
  expect(assignAll(inside('bo'), outside('ex'))).toBeUndefined()
  expect(assignAll(inside('bo'), inside('cy'))).toBe('wrong-count')
  expect(assignAll(outside('bo'), outside('cy'))).toBe('wrong-count')
  expect(assignAll(outside('ex'))).toBe('wrong-count')
  expect(assignAll(inside('bo'), inside('bo'))).toBe('duplicate-person')
})

test('reviewers who differ are settled by moderators who are other people', () => {
  const flow = workflow()
  const begun = take(start(flow), flow, assign('bo', 'cy'))
  const split = in_(
    take(begun, flow, judge(begun, 'bo', 'award'), judge(begun, 'cy', 'minor')),
    'appointing-moderators',
  )
  const appoint = (id: string) => step('coordinator', { type: 'appoint-moderators', moderators: [inside(id)] })
  expect(code(split, flow, appoint('cy'))).toBe('duplicate-person')
  expect(code(split, flow, appoint('ada'))).toBe('conflict-of-interest')
  const moderating = take(split, flow, appoint('di'))
  const moderate = (by: string, reason = 'both were heard') =>
    step(`moderator ${by}`, { type: 'moderate', reason, ...opinion(begun, 'award') })
  expect(code(moderating, flow, moderate('bo'))).toBe('not-your-step')
  expect(code(moderating, flow, moderate('di', ' '))).toBe('empty-text')
  const done = in_(take(moderating, flow, moderate('di')), 'awarded')
  expect(done.settlement).toMatchObject({ by: 'moderators', people: ['di'], borderline: true })
  expect(done.opinions.map((each) => each.recommendation.outcome)).toEqual(['award', 'refer'])
})

test('a meeting needs all reviewers, and passes on what it leaves open', () => {
  const flow = workflow({ onSplit: [{ kind: 'meeting' }, { kind: 'most-cautious' }] })
  const begun = take(start(flow), flow, assign('bo', 'cy'))
  const meeting = take(begun, flow, judge(begun, 'bo', 'award'), judge(begun, 'cy', 'minor'))
  const meet = (present: readonly string[], more = {}) =>
    step('coordinator', { type: 'record-meeting', present, reason: 'talked', ...more })
  expect(code(meeting, flow, meet(['bo']))).toBe('wrong-count')
  expect(code(meeting, flow, meet(['bo', 'cy', 'ada']))).toBe('conflict-of-interest')
  expect(code(meeting, flow, meet(['bo', 'cy'], { agreed: opinion(begun, 'award', 'not-met') }))).toBe(
    'recommendation-not-open',
  )
  expect(take(meeting, flow, meet(['bo', 'cy'], { agreed: opinion(begun, 'award') })).state).toBe('awarded')
  const open = in_(take(meeting, flow, meet(['bo', 'cy'])), 'referred')
  expect(open.rounds[0]?.settlement).toMatchObject({ by: 'most-cautious', recommendation: { kind: 'minor' } })
})

test('a majority settles three reviewers, and leaves three opinions to the next stage', () => {
  const three = { ...track, reviewers: { count: 3, external: 0 } }
  const flow = workflow({ tracks: { fellow: three }, onSplit: [{ kind: 'majority' }, { kind: 'most-cautious' }] })
  const begun = take(start(flow), flow, assign('bo', 'cy', 'di'))
  const settle = (...outcomes: string[]) =>
    take(begun, flow, ...outcomes.map((outcome, index) => judge(begun, ['bo', 'cy', 'di'][index] ?? '', outcome)))
  expect(settle('award', 'not-award', 'award')).toMatchObject({ state: 'awarded', settlement: { by: 'majority' } })
  expect(settle('award', 'not-award', 'minor')).toMatchObject({
    state: 'not-awarded',
    settlement: { by: 'most-cautious' },
  })
  expect(settle('award', 'major', 'minor')).toMatchObject({ state: 'referred', kind: 'major' })
})

const referredOn = (flow: Workflow, on: string, kind = 'major', person = applicant) => {
  const begun = take(start(flow, 'psf-2023:D2', person), flow, assign('bo', 'cy'))
  return in_(take(begun, flow, judge(begun, 'bo', kind, on), judge(begun, 'cy', kind, on)), 'referred')
}
const resubmit = (on: string, version = 'v2', more = {}) =>
  step('applicant ada', { type: 'resubmit', version, ...more }, on)

test('a referral has a last day by the calendar, on which it is still in time', () => {
  const flow = workflow()
  const referred = referredOn(flow, '2026-01-31')
  expect(referred.due).toBe('2026-02-28')
  expect(referredOn(flow, '2028-01-31').due).toBe('2028-02-29')
  expect(referredOn(flow, '2026-01-31', 'minor').due).toBe('2026-02-07')
  expect(take(referred, flow, resubmit('2026-02-28')).state).toBe('judging')
  expect(code(referred, flow, resubmit('2026-03-01'))).toBe('window-closed')
  expect(code(referred, flow, step('coordinator', { type: 'lapse' }, '2026-02-28'))).toBe('window-open')
  expect(take(referred, flow, step('coordinator', { type: 'lapse' }, '2026-03-01')).state).toBe('lapsed')
  const extend = (due: string) => step('coordinator', { type: 'extend', due, reason: 'illness' }, '2026-03-02')
  expect(code(referred, flow, extend('2026-02-28'))).toBe('reversed-period')
  expect(code(referred, flow, extend('2026-03-01'))).toBe('reversed-period')
  expect(code(referred, flow, extend('2026-02-30'))).toBe('malformed-date')
  const longer = take(referred, flow, extend('2026-03-31'))
  expect(take(longer, flow, resubmit('2026-03-31')).state).toBe('judging')
})

test('a resubmission is a new version, and no more are open than were decided', () => {
  const flow = workflow()
  const referred = referredOn(flow, '2026-01-31')
  expect(code(referred, flow, resubmit('2026-02-02', 'v1'))).toBe('same-version')
  expect(code(referred, flow, resubmit('2026-02-02', ''))).toBe('empty-text')
  expect(code(referred, flow, resubmit('2026-01-30'))).toBe('date-before-last')
  const again = in_(take(referred, flow, resubmit('2026-02-02')), 'judging')
  expect(again.submissions.map((each) => each.version)).toEqual(['v1', 'v2'])
  expect(again.rounds[0]).toMatchObject({ version: 'v1', decidedOn: '2026-01-31' })
  expect(again.opinions).toEqual([])
  expect(again.reviewers.map((each) => each.id)).toEqual(['bo', 'cy'])
  expect(code(again, flow, judge(again, 'bo', 'minor', '2026-02-03'))).toBe('recommendation-not-open')
  const end = take(
    again,
    flow,
    judge(again, 'bo', 'not-award', '2026-02-03'),
    judge(again, 'cy', 'not-award', '2026-02-03'),
  )
  expect(end.state).toBe('not-awarded')
})

test('a reviewer who has come into conflict since does not stay', () => {
  const one = { ...track, referees: { count: 1, rules: [] } }
  const flow = workflow({ conflicts: ['not-a-referee'], tracks: { fellow: one } })
  const referred = referredOn(flow, '2026-01-31', 'major', { ...applicant, refereeIds: ['rui'] })
  const facts = { applicant: { ...applicant, refereeIds: ['cy'] } }
  const again = in_(take(referred, flow, resubmit('2026-02-02', 'v2', facts)), 'assigning')
  expect(again.kept.map((each) => each.id)).toEqual(['bo'])
  const next = (id: string) => step('coordinator', { type: 'assign-reviewers', reviewers: [inside(id)] }, '2026-02-03')
  expect(code(again, flow, next('bo'))).toBe('duplicate-person')
  expect(code(again, flow, next('cy'))).toBe('conflict-of-interest')
  expect(in_(take(again, flow, next('di')), 'judging').reviewers.map((each) => each.id)).toEqual(['bo', 'di'])
  const other = { applicant: { ...applicant, id: 'eve', refereeIds: ['rui'] } }
  expect(code(referred, flow, resubmit('2026-02-02', 'v2', other))).toBe('not-your-step')
  expect(code(referred, flow, resubmit('2026-02-02', 'v2', { applicant }))).toBe('wrong-count')
})

test('new reviewers are new', () => {
  const referral = {
    windows: [{ kind: 'major', within: { months: 1 } }],
    resubmissionsMax: 1,
    reviewers: 'new' as const,
  }
  const flow = workflow({ referral })
  const again = in_(take(referredOn(flow, '2026-01-31'), flow, resubmit('2026-02-02')), 'assigning')
  const assignOn = (...ids: string[]) =>
    step('coordinator', { type: 'assign-reviewers', reviewers: ids.map((id) => inside(id)) }, '2026-02-03')
  expect(code(again, flow, assignOn('bo', 'di'))).toBe('duplicate-person')
  expect(take(again, flow, assignOn('di', 'ed')).state).toBe('judging')
})

test('somebody checks first where it is so, and what is returned may come back unchanged', () => {
  const flow = workflow({ adminCheck: true })
  const checking = in_(start(flow), 'checking')
  const back = step('coordinator', { type: 'return-to-applicant', reason: 'no title' })
  const returned = in_(take(checking, flow, back), 'returned')
  const again = take(returned, flow, resubmit('2026-01-11', 'v1'))
  expect(again.state).toBe('checking')
  expect(take(again, flow, step('coordinator', { type: 'pass-check' }, '2026-01-12')).state).toBe('assigning')
  expect(again.rounds).toEqual([])
})

test('a reviewer can be replaced until they have judged', () => {
  const flow = workflow()
  const begun = take(start(flow), flow, assign('bo', 'cy'))
  const replace = (leaves: string, id: string) =>
    step('coordinator', { type: 'replace-reviewer', leaves, reviewer: inside(id) })
  const once = take(begun, flow, judge(begun, 'bo', 'award'))
  expect(code(once, flow, replace('bo', 'di'))).toBe('step-not-open')
  expect(code(once, flow, replace('zed', 'di'))).toBe('not-your-step')
  expect(code(once, flow, replace('cy', 'bo'))).toBe('duplicate-person')
  const next = take(once, flow, replace('cy', 'di'), judge(begun, 'di', 'award'))
  expect(next.state).toBe('awarded')
})

test('an applicant is nothing else in their own review', () => {
  const flow = workflow({ adminCheck: true })
  const checking = start(flow)
  expect(code(checking, flow, step('coordinator ada', { type: 'pass-check' }))).toBe('not-your-step')
  expect(code(checking, flow, step('applicant eve', { type: 'withdraw' }))).toBe('not-your-step')
  expect(allowedReviewSteps(checking, flow, { id: 'ada', role: 'coordinator' })).toEqual([])
  expect(allowedReviewSteps(checking, flow, { id: 'ada', role: 'applicant' }).map((each) => each.type)).toEqual([
    'withdraw',
  ])
  expect(allowedReviewSteps(checking, flow, { id: 'kim', role: 'coordinator' }).map((each) => each.type)).toEqual([
    'pass-check',
    'return-to-applicant',
  ])
})

test('withdrawing keeps what reviewers had found', () => {
  const flow = workflow()
  const begun = take(start(flow), flow, assign('bo', 'cy'))
  const gone = in_(
    take(begun, flow, judge(begun, 'bo', 'award'), step('applicant ada', { type: 'withdraw' })),
    'withdrawn',
  )
  expect(gone).toMatchObject({ from: 'judging', judged: { opinions: [{ by: 'bo' }] } })
  expect(in_(take(start(flow), flow, step('applicant ada', { type: 'withdraw' })), 'withdrawn')).not.toHaveProperty(
    'judged',
  )
})

const read = { ...track, sample: { share: 1, borderline: false } }

test('a reader from outside is nobody who reviewed or settled, and a disagreement goes where it was decided', () => {
  const people = { kind: 'moderators', count: 1, external: 1 } as const
  const flow = workflow({ externals: 3, tracks: { fellow: read }, onSplit: [people], onDisagreement: people })
  const begun = take(start(flow), flow, assign('bo', 'cy'))
  const appoint = (reader: ReturnType<typeof inside>) => step('coordinator', { type: 'appoint-reader', reader })
  const moderators = (id: string) => step('coordinator', { type: 'appoint-moderators', moderators: [outside(id)] })
  const settled = take(
    begun,
    flow,
    judge(begun, 'bo', 'award'),
    judge(begun, 'cy', 'minor'),
    moderators('mo'),
    step('moderator mo', { type: 'moderate', reason: 'heard', ...opinion(begun, 'award') }),
  )
  expect(in_(settled, 'appointing-reader').selection).toEqual({ because: 'all' })
  expect(code(settled, flow, appoint(outside('mo')))).toBe('duplicate-person')
  expect(code(settled, flow, appoint(outside('bo')))).toBe('duplicate-person')
  expect(code(settled, flow, appoint(inside('in')))).toBe('wrong-count')
  const reading = take(settled, flow, appoint(outside('ex')))
  expect(code(reading, flow, step('reader mo', { type: 'read', agrees: true }))).toBe('not-your-step')
  expect(take(reading, flow, step('reader ex', { type: 'read', agrees: true })).state).toBe('awarded')
  const again = take(reading, flow, step('reader ex', { type: 'read', agrees: false, remark: 'D2.3 is thin' }))
  expect(code(again, flow, moderators('ex'))).toBe('duplicate-person')
  const moderating = take(again, flow, moderators('mo'))
  const moderate = step('moderator mo', {
    type: 'moderate',
    reason: 'agreed with the reader',
    ...opinion(begun, 'not-award'),
  })
  const done = in_(take(moderating, flow, moderate), 'not-awarded')
  expect(done.reading).toMatchObject({ by: 'ex', agrees: false, remark: 'D2.3 is thin' })
  const noted = workflow({ externals: 3, tracks: { fellow: read }, onSplit: [people] })
  const calm = take(begun, noted, judge(begun, 'bo', 'award'), judge(begun, 'cy', 'award'), appoint(outside('ex')))
  expect(take(calm, noted, step('reader ex', { type: 'read', agrees: false })).state).toBe('awarded')
})

test('a sample is drawn by the machine itself, from a cohort that has the claim as it is', () => {
  const some = { ...track, sample: { share: 0.5, borderline: true } }
  const flow = workflow({ externals: 1, tracks: { fellow: some } })
  const begun = take(start(flow), flow, assign('bo', 'cy'))
  const waiting = take(begun, flow, judge(begun, 'bo', 'award'), judge(begun, 'cy', 'award'))
  const draw = (seed: string, cohort: unknown) => step('coordinator', { type: 'draw-sample', seed, cohort } as never)
  const claim = (claimId: string, borderline = false, category = 'fellow') => ({ claimId, category, borderline })
  expect(code(waiting, flow, draw('s', [claim('c2')]))).toBe('wrong-cohort')
  expect(code(waiting, flow, draw('s', [claim('c1', true)]))).toBe('wrong-cohort')
  expect(code(waiting, flow, draw('s', [claim('c1', false, 'associate')]))).toBe('no-track')
  expect(code(waiting, flow, draw(' ', [claim('c1')]))).toBe('empty-text')
  const states = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
    take(waiting, flow, draw(seed, [claim('c1'), claim('c2')])),
  )
  expect(new Set(states.map((each) => each.state))).toEqual(new Set(['awarded', 'appointing-reader']))
  expect(
    take(begun, flow, judge(begun, 'bo', 'award', undefined, 'just-met'), judge(begun, 'cy', 'award')),
  ).toMatchObject({
    state: 'appointing-reader',
    selection: { because: 'borderline' },
  })
})

test('a panel ratifies with its quorum, or sends back to people, and does not have it read again', () => {
  const ratification = { quorum: 2, external: 1, mayReturn: true }
  const flow = workflow({ externals: 2, tracks: { fellow: read }, ratification })
  const begun = take(start(flow), flow, assign('bo', 'cy'))
  const ready = in_(
    take(
      begun,
      flow,
      judge(begun, 'bo', 'award'),
      judge(begun, 'cy', 'award'),
      step('coordinator', { type: 'appoint-reader', reader: outside('ex') }),
      step('reader ex', { type: 'read', agrees: true }),
    ),
    'ratifying',
  )
  const [po, qi] = [
    { id: 'po', external: false },
    { id: 'qi', external: true },
  ]
  const ratify = (...present: (typeof po)[]) => step('panel po', { type: 'ratify', present })
  expect(code(ready, flow, ratify(qi))).toBe('wrong-count')
  expect(code(ready, flow, ratify(po, { id: 'ra', external: false }))).toBe('wrong-count')
  expect(code(ready, flow, ratify(qi, qi))).toBe('duplicate-person')
  expect(code(ready, flow, ratify(po, qi, { id: 'ada', external: false }))).toBe('conflict-of-interest')
  expect(in_(take(ready, flow, ratify(po, qi)), 'awarded').ratification?.present).toEqual([po, qi])
  const back = in_(
    take(ready, flow, step('panel po', { type: 'send-back', present: [po, qi], reason: 'D2.1 is unclear' })),
    'appointing-moderators',
  )
  const again = take(
    back,
    flow,
    step('coordinator', { type: 'appoint-moderators', moderators: [inside('di')] }),
    step('moderator di', { type: 'moderate', reason: 'unclear indeed', ...opinion(begun, 'minor') }),
  )
  expect(in_(again, 'ratifying').reading?.by).toBe('ex')
  expect(take(again, flow, ratify(po, qi)).state).toBe('referred')
})

test('starting refuses what cannot be reviewed', () => {
  const flow = workflow({ tracks: { fellow: track } })
  const begin = { claimId: 'c1', descriptor: 'psf-2023:D2', version: 'v1', applicant, on: '2026-01-05' }
  expect(startReview(flow, { ...begin, descriptor: 'psf-2023:D3' }).refusal?.code).toBe('no-track')
  expect(startReview(flow, { ...begin, descriptor: 'D2' }).refusal?.code).toBe('bare-code')
  expect(startReview(flow, { ...begin, version: '' }).refusal?.path).toBe('version')
  expect(startReview(flow, { ...begin, on: '2026-02-29' }).refusal?.path).toBe('on')
  expect(startReview(flow, { ...begin, applicant: { ...applicant, refereeIds: ['rui'] } }).refusal?.code).toBe(
    'wrong-count',
  )
  expect(startReview(flow, { ...begin, applicant: { ...applicant, id: '' } }).refusal?.path).toBe('applicant.id')
  expect(() => startReview(input as Workflow, begin)).toThrow(TypeError)
  expect(() => allowedReviewSteps(start(flow), { ...flow, id: 'w2' })).toThrow(RangeError)
})

test('days go forward only', () => {
  const flow = workflow()
  expect(code(start(flow), flow, { ...assign('bo', 'cy'), on: '2026-01-04' })).toBe('date-before-last')
  expect(code(start(flow), flow, { ...assign('bo', 'cy'), on: '2026-01-05' })).toBeUndefined()
  expect(code(start(flow), flow, { ...assign('bo', 'cy'), on: '5 January' })).toBe('malformed-date')
})
