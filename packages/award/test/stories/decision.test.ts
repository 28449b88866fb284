import { awarding, type CommandOf, whatNext } from '@mentoring-commons/award'
import { expect, test } from 'vitest'
import {
  after,
  appoint,
  at,
  award,
  command,
  confer,
  hash,
  judge,
  judgeAll,
  lastOf,
  mapping,
  notYet,
  outcomes,
  play,
  refusalOf,
  scheme,
  snapshot,
  stateIn,
  submit,
  toAppointed,
  toAssessed,
  toAwarded,
  toReferred,
} from '../way.ts'

const lacking = [...toAppointed, ...judgeAll(notYet)]
const decide = (decision: CommandOf<'Decide'>['decision'], by = 'chair', on = '2026-05-01') =>
  command('Decide', on, { by, decision, reason: 'As assessed' })
const snapshot2 = { ...snapshot, snapshot: 's2', contentHash: hash(2), on: '2026-06-01' }
const submit2 = { ...submit, snapshot: 's2', on: '2026-06-02' }
const toSecond = [...toReferred, snapshot2, submit2, appoint('cal', '2026-06-03'), appoint('dee', '2026-06-03')]
const toNotAwarded = [...lacking, decide('not-award')]
const appeal = command('Appeal', '2026-05-10', { by: 'candidate', grounds: ['evidence-overlooked'] })
const decideAppeal = (decision: CommandOf<'DecideAppeal'>['decision'], by = 'eve', on = '2026-05-20') =>
  command('DecideAppeal', on, { by, decision })

test('a decision follows from what the assessment came to', () => {
  expect(refusalOf(lacking, decide('award')).message).toContain('core:1')
  expect(after(toAssessed, decide('refer'))).toBe('decision-contradicts-assessment')
  expect(after(toAssessed, decide('not-award'))).toBe('decision-contradicts-assessment')
  expect(after(toAssessed, decide('maybe' as never))).toBe('unknown-value')
  const silent = command('Decide', '2026-05-01', { by: 'chair', decision: 'not-award' })
  expect(after(lacking, silent)).toBe('reason-missing')
})

test('who decides is not the candidate, not kept out, and where the workflow says so none who assessed', () => {
  expect(after(toAssessed, decide('award', 'candidate'))).toBe('kept-out')
  expect(after(toAssessed, decide('award', 'ada'))).toBe('kept-out')
  expect(after(toAssessed, decide('award', 'ada'), [scheme({ decidedBy: 'anyone' })])).toHaveLength(1)
  const mentor = command('DeclareRelation', '2026-05-01', { person: 'chair', relation: 'mentor' })
  expect(after([...toAssessed, mentor], decide('award'))).toBe('kept-out')
  expect(after([...toAssessed, award], { ...confer, by: 'candidate' })).toBe('kept-out')
})

test('an award says whether its version was recognised on the day, as far as is on record', () => {
  const [first] = scheme().versions
  const silent = [{ ...scheme(), versions: [{ ...first, recognition: [] }] }] as const
  expect(stateIn(at(toAwarded, silent), 'awarded').award.recognition.status).toBe('not-recognised')
  expect(awarding([]).decide(confer, at([...toAssessed, award])).refusal?.code).toBe('unknown-scheme')
})

test('after a referral only what was not shown is assessed again, and what was shown is carried over', () => {
  const state = stateIn(at([...toReferred, snapshot2, submit2]), 'assessing')
  expect(state.submission).toMatchObject({ attempt: 2, outcomes: ['core:1'], snapshot: { id: 's2' } })
  expect(state.submission.carried).toEqual([
    { outcome: 'values:1', finding: 'shown', by: 'carried' },
    { outcome: 'special:1', finding: 'shown', by: 'carried' },
  ])
  const way = [
    ...toSecond,
    judge('cal', 'core:1', 'shown', '2026-06-10'),
    judge('dee', 'core:1', 'shown', '2026-06-10'),
  ]
  expect(stateIn(at(way), 'assessed').assessment.results).toEqual([
    { outcome: 'core:1', finding: 'shown', by: 'assessors' },
    ...state.submission.carried,
  ])
  expect(at([...way, decide('award', 'chair', '2026-06-11'), { ...confer, on: '2026-06-12' }]).status).toBe('awarded')
  expect(after(toSecond, judge('cal', 'values:1', 'shown', '2026-06-10'))).toBe('unknown-outcome')
})

test('a submission after the deadline is refused, and the referral can lapse only then', () => {
  const last = { ...submit2, on: '2026-06-30' }
  expect(after([...toReferred, snapshot2], last)).toHaveLength(1)
  expect(after([...toReferred, snapshot2], { ...last, on: '2026-07-01' })).toBe('deadline-passed')
  expect(after(toReferred, command('LapseReferral', '2026-06-30', {}))).toBe('deadline-not-passed')
  expect(after(toReferred, command('LapseReferral', '2026-07-01', { by: 'candidate' }))).toBe('kept-out')
  const lapsed = stateIn(at([...toReferred, command('LapseReferral', '2026-07-01', {})]), 'not-awarded')
  expect(lapsed.decision).toEqual({ by: 'coordinator', on: '2026-07-01', lapsed: true })
})

test('nobody is referred who has submitted as often as the workflow allows', () => {
  const way = [...toSecond, ...['cal', 'dee'].map((by) => judge(by, 'core:1', 'not-yet-shown', '2026-06-10'))]
  expect(refusalOf(way, decide('refer', 'chair', '2026-06-11')).code).toBe('attempts-used-up')
  expect(at([...way, decide('not-award', 'chair', '2026-06-11')]).status).toBe('not-awarded')
  expect(after(lacking, decide('refer'), [scheme({ resubmission: 'none' })])).toBe('attempts-used-up')
})

test('an appeal has its window, its grounds and one try for each submission', () => {
  expect(after(toNotAwarded, { ...appeal, on: '2026-05-21' })).toHaveLength(1)
  expect(refusalOf(toNotAwarded, { ...appeal, on: '2026-05-22' })).toMatchObject({
    code: 'deadline-passed',
    path: 'on',
  })
  expect(after(toNotAwarded, { ...appeal, grounds: [] })).toBe('reason-missing')
  expect(after(toNotAwarded, { ...appeal, grounds: ['unfair' as never] })).toBe('unknown-value')
  expect(after(toNotAwarded, { ...appeal, by: 'ada' })).toBe('candidate-only')
  expect(after(toNotAwarded, appeal, [scheme({ appeal: 'none' })])).toBe('no-appeal')
  const dismissed = [...toNotAwarded, appeal, decideAppeal('dismissed')]
  expect(after(dismissed, { ...appeal, on: '2026-05-20' })).toBe('no-appeal')
})

test('an appeal is decided by somebody who neither assessed, moderated nor decided, and is not kept out', () => {
  const raised = [...toNotAwarded, appeal]
  for (const by of ['ada', 'ben', 'chair', 'candidate'])
    expect(after(raised, decideAppeal('dismissed', by))).toBe('kept-out')
  expect(after(raised, decideAppeal('granted' as never))).toBe('unknown-value')
  const mentor = command('DeclareRelation', '2026-05-11', { person: 'eve', relation: 'mentor' })
  expect(after([...raised, mentor], decideAppeal('dismissed'))).toBe('kept-out')
})

test('an appeal that is dismissed leaves things as they were, and gives back the days it took', () => {
  const { decision } = stateIn(at([...toReferred, appeal, decideAppeal('dismissed')]), 'referred')
  expect(decision.deadline).toBe('2026-07-10')
  expect(at([...toNotAwarded, appeal, decideAppeal('dismissed')]).status).toBe('not-awarded')
})

test('an appeal that is upheld goes back to assessment by others, on the same snapshot', () => {
  const way = [...toNotAwarded, appeal, decideAppeal('back-to-assessment')]
  const state = stateIn(at(way), 'assessing')
  expect(state).toMatchObject({ assessors: [], judgements: [], since: '2026-05-20' })
  expect(state.submission).toMatchObject({
    snapshot: { id: 's1' },
    attempt: 1,
    appealed: true,
    excluded: ['ada', 'ben', 'chair', 'eve'],
  })
  for (const person of ['ada', 'ben', 'chair', 'eve'])
    expect(after(way, appoint(person, '2026-05-21'))).toBe('kept-out')
  const again = [
    ...way,
    appoint('cal', '2026-05-21'),
    appoint('dee', '2026-05-21'),
    ...judgeAll(notYet, ['cal', 'dee'], '2026-05-25'),
  ]
  expect(after(again, decide('refer', 'chair', '2026-05-26'))).toBe('kept-out')
  const referred = [...again, decide('refer', 'vice', '2026-05-26')]
  expect(at(referred).status).toBe('referred')
  expect(after(referred, { ...appeal, on: '2026-05-27' })).toBe('no-appeal')
})

test('an appeal that is upheld can go back to decision alone, by somebody else, unless somebody kept out assessed', () => {
  const way = [...toNotAwarded, appeal, decideAppeal('back-to-decision')]
  expect(stateIn(at(way), 'assessed').assessment.settledOn).toBe('2026-05-20')
  expect(after(way, decide('refer', 'chair', '2026-05-26'))).toBe('kept-out')
  expect(after(way, decide('refer', 'vice', '2026-05-26'))).toHaveLength(1)
  const conflict = command('DeclareRelation', '2026-05-11', { person: 'ada', relation: 'mentor' })
  const refusal = refusalOf([...toNotAwarded, appeal, conflict], decideAppeal('back-to-decision'))
  expect(refusal).toMatchObject({ code: 'kept-out', path: 'decision' })
})

test('a pause moves the deadline by as long as it took, and only the future can be paused to', () => {
  const pause = command('Defer', '2026-05-10', { by: 'candidate', until: '2026-09-01' })
  expect(after(toReferred, { ...pause, until: '2026-05-10' })).toBe('dates-reversed')
  expect(after(toReferred, { ...pause, until: 'soon' })).toBe('not-a-date')
  expect(after(toReferred, { ...pause, on: '2026-07-01' })).toBe('deadline-passed')
  const paused = [...toReferred, pause]
  expect(after(paused, snapshot2)).toBe('not-now')
  expect(whatNext(at(paused), [scheme()], ['coordinator']).find((step) => step.command === 'Resume')?.until).toBe(
    '2026-09-01',
  )
  const { decision } = stateIn(at([...paused, command('Resume', '2026-06-09', {})]), 'referred')
  expect(decision.deadline).toBe('2026-07-30')
  const early = toAppointed.slice(0, 1)
  expect(at([...early, { ...pause, on: '2026-02-01' }, command('Resume', '2026-09-01', {})]).status).toBe('preparing')
})

test('only the candidate withdraws, from anywhere before an end', () => {
  const leave = command('Withdraw', '2026-05-02', { by: 'candidate' })
  expect(stateIn(at([...toReferred, leave]), 'withdrawn')).toMatchObject({ from: 'referred', on: '2026-05-02' })
  expect(after(toReferred, { ...leave, by: 'coordinator' })).toBe('candidate-only')
  expect(after(toAwarded, { ...leave, on: '2026-05-06' })).toBe('not-now')
  expect(refusalOf([...toReferred, leave], leave).message).toContain('nothing more can happen')
})

test('an award is revoked with a reason, by somebody else, and stays on record', () => {
  const revoke = command('Revoke', '2027-01-11', { by: 'chair', reason: 'not-own-work', remark: 'Found in review' })
  expect(after(toAwarded, { ...revoke, by: 'candidate' })).toBe('kept-out')
  expect(after(toAwarded, { ...revoke, reason: 'regret' as never })).toBe('unknown-value')
  const state = stateIn(at([...toAwarded, revoke]), 'revoked')
  expect(state.revocation).toEqual({ by: 'chair', on: '2027-01-11', reason: 'not-own-work', remark: 'Found in review' })
  expect(state.award.on).toBe('2026-05-05')
})

test('days that go back, days that are none and blank actors are refused everywhere', () => {
  expect(refusalOf(toReferred, { ...snapshot2, on: '2026-04-30' })).toMatchObject({
    code: 'dates-reversed',
    path: 'on',
  })
  expect(after(toReferred, { ...snapshot2, on: '3000-01-01' })).toBe('not-a-date')
  expect(after(toReferred, { ...snapshot2, by: '' })).toBe('blank-text')
  expect(after([], snapshot2)).toBe('not-enrolled')
  expect(refusalOf([], snapshot2).message).toContain('enrol the candidate first')
})

test('a command that there is not is a bug of the caller', () => {
  const { decide: ask, initialState } = awarding([scheme()])
  expect(() => ask({ type: 'Bribe', by: 'x', on: '2026-01-01' } as never, initialState)).toThrow(TypeError)
  expect(() => awarding([scheme(), scheme()])).toThrow('one id each')
  expect(() => awarding([{ ...scheme(), key: 'No Key' }])).toThrow(RangeError)
})

test('what is next says by whom and by when', () => {
  const next = (commands: Parameters<typeof at>[0], name: string) =>
    whatNext(at(commands), [scheme()]).find((step) => step.command === name)
  expect(next([...toAppointed, ...outcomes.map((outcome) => judge('ada', outcome))], 'Judge')).toEqual({
    command: 'Judge',
    by: ['assessor'],
    people: ['ben'],
    until: '2026-05-02',
    strict: false,
  })
  expect(next(toReferred, 'LapseReferral')).toMatchObject({ from: '2026-07-01' })
  expect(next([...toReferred, snapshot2], 'Submit')).toEqual({
    command: 'Submit',
    by: ['candidate'],
    people: ['candidate'],
    until: '2026-06-30',
    strict: true,
  })
  expect(next(toAssessed, 'Decide')).toMatchObject({ by: ['award-board'], until: '2026-05-11' })
  expect(next([...toAssessed, award], 'Confer')).toMatchObject({ until: '2026-05-11' })
  expect(next([...toNotAwarded, appeal], 'DecideAppeal')).toMatchObject({ by: ['appeal-panel'], until: '2026-06-09' })
  expect(lastOf(play(toReferred).events, 'ReferralDecided').outcomes).toEqual(['core:1'])
  expect(mapping).toHaveLength(3)
})
