import { expect, test } from 'vitest'
import {
  defaultQueueThresholds,
  defineQueueThresholds,
  type Offer,
  type QueueFacts,
  type Relationship,
  reviewDueOn,
  transferRelationship,
  workQueue,
} from '../../src/index.ts'
import { casts, codeOf, dyad, lenient, made, strict } from '../demo.ts'
import { active, begun, draft, forming, offered, offerSteps, steps } from '../life.ts'

const none: QueueFacts = { policy: lenient, offers: [], relationships: [], meetings: [], agreements: [], reviews: [] }
const queue = (facts: Partial<QueueFacts>, on: string) =>
  workQueue({ ...none, ...facts }, defaultQueueThresholds, on).map(({ kind, since, days }) => [kind, since, days])
const met = (heldOn: string) => ({ relationshipId: 'r1', heldOn })
const signed = {
  ...draft,
  signatures: [
    { personId: 'ada', on: '2026-01-13' },
    { personId: 'mia', on: '2026-01-13' },
  ],
}

test('an offer waits from its seventh day, and is to expire the day after its last', () => {
  const offers = [offered()]
  expect(queue({ offers }, '2026-01-11')).toEqual([])
  expect(queue({ offers }, '2026-01-12')).toEqual([['offer-unanswered', '2026-01-05', 7]])
  expect(queue({ offers }, '2026-01-19')).toEqual([['offer-unanswered', '2026-01-05', 14]])
  expect(queue({ offers }, '2026-01-20')).toEqual([['offer-lapsed', '2026-01-19', 1]])
  expect(queue({ offers: [offerSteps(offered(), { type: 'withdraw', on: '2026-01-06' })] }, '2027-01-01')).toEqual([])
})

test('a question waits from its day, and keeps the offer from lapsing', () => {
  const offers = [offerSteps(offered(), { type: 'ask-more', by: 'ada', on: '2026-01-06', about: 'subject' })]
  expect(queue({ offers }, '2026-01-06')).toEqual([['question-open', '2026-01-06', 0]])
  expect(queue({ offers }, '2026-03-06')).toEqual([['question-open', '2026-01-06', 59]])
})

test('a pair is silent since it last met, or began, or took it up again, and never while it rests', () => {
  const relationships = [active]
  expect(queue({ relationships }, '2026-02-17')).toEqual([])
  expect(queue({ relationships }, '2026-02-18')).toEqual([['pair-silent', '2026-01-07', 42]])
  expect(queue({ relationships, meetings: [met('2026-02-01'), met('2026-01-20')] }, '2026-03-15')).toEqual([
    ['pair-silent', '2026-02-01', 42],
  ])
  expect(queue({ relationships, meetings: [met('2026-05-01')] }, '2026-02-18')).toHaveLength(1)
  expect(
    queue({ relationships, meetings: [{ ...met('2026-02-01'), relationshipId: 'r2' }] }, '2026-02-18'),
  ).toHaveLength(1)
  const paused = steps(active, lenient, { type: 'pause', on: '2026-02-01', reason: 'absence' })
  expect(queue({ relationships: [paused] }, '2027-02-01')).toEqual([])
  const back = steps(paused, lenient, { type: 'resume', on: '2026-09-01' })
  expect(queue({ relationships: [back], meetings: [met('2026-01-20')] }, '2026-10-13')).toEqual([
    ['pair-silent', '2026-09-01', 42],
  ])
})

test('a flash relationship that has met is to be wound down', () => {
  const flash = begun('r1', lenient, dyad, 'flash')
  const [item] = workQueue(
    { ...none, relationships: [flash], meetings: [met('2026-01-10')] },
    defaultQueueThresholds,
    '2026-03-01',
  )
  expect(item).toMatchObject({
    kind: 'pair-silent',
    since: '2026-01-10',
    next: expect.stringContaining('wind it down'),
  })
})

test('an agreement is missing until one is in force or everybody has signed, only where the policy asks', () => {
  const facts = { policy: strict, relationships: [forming] }
  expect(queue(facts, '2026-01-27')).toEqual([])
  expect(queue(facts, '2026-01-28')).toEqual([['agreement-missing', '2026-01-07', 21]])
  expect(queue({ ...facts, policy: lenient }, '2026-01-28')).toEqual([])
  expect(queue({ ...facts, agreements: [draft] }, '2026-01-28')).toHaveLength(1)
  expect(queue({ ...facts, agreements: [signed] }, '2026-01-28')).toEqual([])
  expect(queue({ ...facts, agreements: [{ ...signed, relationshipId: 'r2' }] }, '2026-01-28')).toHaveLength(1)
  const both = steps(
    forming,
    strict,
    { type: 'sign-agreement', by: 'ada', on: '2026-01-08' },
    { type: 'sign-agreement', by: 'mia', on: '2026-01-08' },
  )
  expect(queue({ ...facts, relationships: [both] }, '2026-01-28')).toEqual([])
  const apart = steps(
    forming,
    strict,
    { type: 'sign-agreement', by: 'ada', on: '2026-01-08', version: 1 },
    { type: 'sign-agreement', by: 'mia', on: '2026-01-08', version: 2 },
  )
  expect(queue({ ...facts, relationships: [apart] }, '2026-01-28')).toHaveLength(1)
  expect(queue({ ...facts, relationships: [active], meetings: [met('2026-01-20')] }, '2026-01-28')).toEqual([
    ['agreement-missing', '2026-01-07', 21],
  ])
})

test('a review is overdue as the agreement in force says, counted from the last one', () => {
  const meetings = [met('2026-04-01'), met('2026-06-20')]
  const facts = { relationships: [active], agreements: [signed], meetings }
  expect(reviewDueOn(active, [signed], [], '2026-03-01')).toBe('2026-04-07')
  expect(reviewDueOn(active, [draft], [], '2026-03-01')).toBeUndefined()
  expect(queue(facts, '2026-04-13')).toEqual([])
  expect(queue(facts, '2026-04-14')).toEqual([['review-overdue', '2026-04-07', 7]])
  const reviews = [{ relationshipId: 'r1', heldOn: '2026-04-10' }]
  expect(queue({ ...facts, reviews }, '2026-04-14')).toEqual([])
  expect(queue({ ...facts, reviews }, '2026-07-16')).toEqual([['review-overdue', '2026-07-09', 7]])
})

test('an orphan waits until somebody else is found, however the relationship ended but by completion', () => {
  const ended = steps(active, lenient, { type: 'end', by: 'mia', on: '2026-03-01' })
  const orphan = (relationships: readonly Relationship[], offers = [offered('o9')].slice(1), on = '2026-03-02') =>
    workQueue({ ...none, relationships, offers }, defaultQueueThresholds, on)
      .filter((one) => one.kind === 'orphan')
      .map((one) => [one.subjectId, one.personId, one.since])
  expect(orphan([ended])).toEqual([['r1', 'ada', '2026-03-01']])
  expect(orphan([ended], [], '2026-03-01')).toEqual([])
  const byMentee = steps(active, lenient, { type: 'end', by: 'ada', on: '2026-03-01' })
  expect(orphan([byMentee])).toEqual(orphan([ended]))
  expect(orphan([ended], [offered()])).toEqual([])
  expect(orphan([ended, begun('r2')])).toEqual([])
  const again = { ...ended, id: 'r2', on: '2026-03-02' } as Relationship
  expect(orphan([ended, again], [], '2026-03-09')).toEqual([['r2', 'ada', '2026-03-02']])
  expect(orphan([ended, { ...again, on: '2026-03-01' } as Relationship])).toEqual([['r2', 'ada', '2026-03-01']])
  const completed = steps(
    active,
    lenient,
    { type: 'wind-down', on: '2026-03-01' },
    { type: 'end', on: '2026-03-01', reason: 'completed' },
  )
  expect(orphan([completed])).toEqual([])
  const moved = made(
    transferRelationship(active, { id: 'r2', on: '2026-03-01', leaving: 'mia', joining: 'zoe' }, lenient),
  )
  expect(orphan([moved.ended, moved.proposed])).toEqual([])
})

test('the accepted offer of a relationship that has ended hides no orphan, and one that is still to become a relationship does', () => {
  const accepted = (id: string) =>
    offerSteps(
      offered(id),
      { type: 'accept', by: 'ada', on: '2026-01-06' },
      { type: 'accept', by: 'mia', on: '2026-01-07' },
    )
  const ended = steps(active, lenient, { type: 'end', by: 'mia', on: '2026-03-01' })
  const orphans = (offers: readonly Offer[], relationships: readonly Relationship[] = [ended]) =>
    workQueue({ ...none, relationships, offers }, defaultQueueThresholds, '2026-03-02').filter(
      (one) => one.kind === 'orphan',
    )
  expect(orphans([accepted('r1')])).toMatchObject([{ subjectId: 'r1', personId: 'ada' }])
  expect(orphans([accepted('r1'), accepted('r2')])).toEqual([])
  expect(orphans([accepted('r1'), accepted('r2')], [ended, begun('r2')])).toEqual([])
})

test('in a group each mentee is an orphan, and a mentor never is', () => {
  for (const { kind, participants } of casts) {
    const ended = steps(begun('r1', lenient, participants, kind), lenient, {
      type: 'end',
      on: '2026-03-01',
      reason: 'no-fault',
    })
    const items = workQueue({ ...none, relationships: [ended] }, defaultQueueThresholds, '2026-03-02')
    const led = participants.filter((one) => one.role === 'mentee' || one.role === 'peer').map((one) => one.personId)
    expect(items.map((one) => one.personId)).toEqual([...led].sort())
  }
})

test('the longest wait comes first, then kind, subject and person', () => {
  const two = [begun('r2'), begun('r1')]
  const items = workQueue(
    { ...none, policy: strict, relationships: two, offers: [offered('o2'), offered('o1')] },
    defaultQueueThresholds,
    '2026-03-01',
  )
  expect(items.map((one) => [one.kind, one.subjectId, one.days])).toEqual([
    ['agreement-missing', 'r1', 53],
    ['agreement-missing', 'r2', 53],
    ['pair-silent', 'r1', 53],
    ['pair-silent', 'r2', 53],
    ['offer-lapsed', 'o1', 41],
    ['offer-lapsed', 'o2', 41],
  ])
  for (const item of items) expect(item.next).toMatch(/^[A-Z].*\.$/)
})

test('thresholds are whole days, and what a programme does not say is the default', () => {
  expect(made(defineQueueThresholds({}))).toEqual(defaultQueueThresholds)
  for (const silentDays of [0, 1.5, 3651, Number.NaN]) {
    expect(codeOf(defineQueueThresholds({ silentDays }))).toBe('terms-not-usable')
  }
  expect(codeOf(defineQueueThresholds({ late: 3 } as never))).toBe('terms-not-usable')
  const own = made(defineQueueThresholds({ silentDays: 21 }))
  expect(workQueue({ ...none, relationships: [active] }, own, '2026-01-28')).toHaveLength(1)
})
