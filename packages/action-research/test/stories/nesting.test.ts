import { actionResearch, allowedCommands, allowedFacets, completeness, fold } from '@mentoring-commons/action-research'
import { specification } from '@mentoring-commons/action-research/testing'
import { expect, test } from 'vitest'
import {
  acting,
  approval,
  begin,
  beginCycle,
  beginInquiry,
  begun,
  closed,
  end,
  notes,
  planAction,
  planned,
  play,
  reflected,
} from '../history.ts'

const decider = actionResearch()
const { given } = specification(decider)
const child = { ...beginCycle, cycle: 'c2', on: '2026-04-13', parent: 'c1' } as const
const close = { type: 'CloseCycle', cycle: 'c1', on: '2026-04-30' } as const
const abandonChild = { type: 'AbandonCycle', cycle: 'c2', on: '2026-04-20', reason: 'No time' } as const
const nested = play(reflected, child)

test('a cycle begins within one that runs, from the day that one began', () => {
  given(reflected)
    .when(child)
    .then({ ...child, type: 'CycleBegun' })
  given(reflected)
    .when({ ...child, on: '2026-01-11' })
    .thenRefused('dates-reversed', '2026-01-12')
  given(reflected)
    .when({ ...child, parent: 'c9' })
    .thenRefused('not-found', 'parent "c9"')
  given(closed)
    .when({ ...child, on: '2026-05-01' })
    .thenRefused('parent-not-open', 'is closed')
  given(reflected)
    .when({ ...beginCycle, cycle: 'c2', detached: 'It goes on' })
    .thenRefused('parent-missing', 'without a parent')
})

test('a parent neither closes, nor is abandoned, nor rests while a child runs', () => {
  given(nested).when(close).thenRefused('child-open', '"c2" inside cycle "c1" is open')
  given(nested)
    .when({ ...abandonChild, cycle: 'c1' })
    .thenRefused('child-open', 'detach it')
  given(nested)
    .when({ type: 'SuspendCycle', cycle: 'c1', on: '2026-04-30', reason: 'Examinations' })
    .thenRefused('child-open', 'end or suspend')
})

test('a parent ends no earlier than its children', () => {
  const ended = play(nested, abandonChild)
  given(ended)
    .when({ ...close, on: '2026-04-19' })
    .thenRefused('dates-reversed', '2026-04-20')
  given(ended)
    .when(close)
    .then({ ...end('reflect', '2026-04-30'), type: 'FacetEnded' }, { ...close, type: 'CycleClosed' })
})

test('children have children, and each level waits for the one below', () => {
  const deep = play(nested, { ...child, cycle: 'c3', on: '2026-04-14', parent: 'c2' })
  given(deep).when(abandonChild).thenRefused('child-open', '"c3" inside cycle "c2"')
})

test('a detached child is free of its parent’s days, from its beginning or later, with a reason', () => {
  const detach = { type: 'DetachCycle', cycle: 'c2', on: '2026-04-20', reason: 'It takes another term' } as const
  given(nested)
    .when(detach)
    .then({ ...detach, type: 'CycleDetached' })
  const free = play(nested, detach)
  given(free)
    .when(close)
    .then({ ...end('reflect', '2026-04-30'), type: 'FacetEnded' }, { ...close, type: 'CycleClosed' })
  given(free).when(detach).thenRefused('already-detached', '2026-04-20')
  given(nested)
    .when({ ...detach, reason: ' ' })
    .thenRefused('blank-text', 'reason')
  given(nested)
    .when({ ...detach, cycle: 'c1' })
    .thenRefused('parent-missing')
  const late = { ...child, on: '2026-05-02', detached: 'It takes up what was left' } as const
  given(closed)
    .when(late)
    .then({ ...late, type: 'CycleBegun' })
})

const suspend = { type: 'SuspendCycle', cycle: 'c1', on: '2026-03-10', reason: 'Examinations' } as const
const resume = { type: 'ResumeCycle', cycle: 'c1', on: '2026-04-01' } as const
const resting = play(acting, suspend)

test('a cycle at rest ends its open facets, and they open again when it is resumed', () => {
  given(acting)
    .when(suspend)
    .then(
      { ...end('act', '2026-03-10'), type: 'FacetEnded' },
      { ...end('observe', '2026-03-10'), type: 'FacetEnded' },
      { ...suspend, type: 'CycleSuspended', reopens: ['act', 'observe'] },
    )
  given(resting)
    .when(resume)
    .then(
      { ...resume, type: 'CycleResumed' },
      { ...begin('act', '2026-04-01'), type: 'FacetBegun' },
      { ...begin('observe', '2026-04-01'), type: 'FacetBegun' },
    )
})

test('nothing happens in a cycle at rest, nor later on a day of its rest', () => {
  expect(allowedFacets(fold(decider, resting), 'c1')).toEqual([])
  for (const command of [begin('reflect', '2026-03-20'), { ...notes, evidence: 'e9' }, suspend, close] as const) {
    given(resting).when(command).thenRefused('cycle-suspended', 'resume it first')
  }
  const running = play(resting, resume)
  given(running)
    .when({ ...notes, evidence: 'e9', on: '2026-03-20' })
    .thenRefused('cycle-suspended', 'rested from 2026-03-10 to 2026-04-01')
  given(running).when(begin('reflect', '2026-03-20')).thenRefused('dates-reversed', '2026-04-01')
})

test('acting is resumed only under ethics in force, and no earlier than it came to rest', () => {
  given(resting)
    .when({ ...resume, on: '2026-07-01' })
    .thenRefused('ethics-not-in-force', '2026-07-01')
  given(resting)
    .when({ ...resume, on: '2026-03-09' })
    .thenRefused('dates-reversed', '2026-03-10')
  given(acting).when(resume).thenRefused('cycle-not-suspended', 'is open')
  given(acting)
    .when({ ...suspend, on: '2026-07-01' })
    .thenRefused('ethics-not-in-force')
  given(planned)
    .when({ ...suspend, on: '2026-01-19' })
    .thenRefused('dates-reversed', '2026-01-20')
})

test('a cycle at rest may be abandoned, but not where only observing would go on', () => {
  const abandon = { type: 'AbandonCycle', cycle: 'c1', on: '2026-09-01', reason: 'The group dissolved' } as const
  given(resting)
    .when(abandon)
    .then({ ...abandon, type: 'CycleAbandoned' })
  given(play(acting, end('act', '2026-03-09'), suspend))
    .when(abandon)
    .thenRefused('move-not-allowed', 'reflect on what was observed')
})

test('a child is resumed only when its parent runs, and from the day that it does', () => {
  const both = play(
    planned,
    { ...child, on: '2026-01-21' },
    { ...suspend, cycle: 'c2', on: '2026-01-22' },
    { ...suspend, on: '2026-01-23' },
  )
  const resumeChild = { ...resume, cycle: 'c2', on: '2026-02-01' }
  given(both).when(resumeChild).thenRefused('parent-not-open', 'is suspended')
  const parent = play(both, { ...resume, on: '2026-02-03' })
  given(parent).when(resumeChild).thenRefused('dates-reversed', '2026-02-03')
  given(parent)
    .when({ ...resumeChild, on: '2026-02-03' })
    .then({ ...resumeChild, type: 'CycleResumed', on: '2026-02-03' })
})

test('a child that was acting is not resumed when its parent ran again only after the last ethics approval', () => {
  const inChild = (facet: 'plan' | 'act', on: string) => ({ ...begin(facet, on), cycle: 'c2' })
  const rested = play(
    begun,
    approval,
    { ...child, on: '2026-01-13' },
    inChild('plan', '2026-01-15'),
    { ...planAction, cycle: 'c2' },
    inChild('act', '2026-02-01'),
    { ...suspend, cycle: 'c2', on: '2026-03-01' },
    { ...suspend, on: '2026-03-02' },
    { ...resume, on: '2026-07-15' },
  )
  given(rested)
    .when({ ...resume, cycle: 'c2', on: '2026-07-15' })
    .thenRefused('ethics-not-in-force', 'reaches 2026-07-15')
  expect(allowedCommands(fold(decider, rested))).not.toContain('ResumeCycle')
  const renewed = play(rested, { ...approval, approval: 'a2', from: '2026-08-01', to: '2026-12-31' })
  expect(allowedCommands(fold(decider, renewed))).toContain('ResumeCycle')
})

test('what may be called action research counts children too', () => {
  const alone = play(begun, { ...child, on: '2026-01-13' }, { ...notes, cycle: 'c2' })
  expect(completeness(fold(decider, alone))).toEqual({ label: 'work in progress', missing: ['action', 'reflection'] })
  expect(completeness(fold(decider, nested)).label).toBe('action research')
  expect(completeness(fold(decider, play(begun, { ...child, on: '2026-01-13' }))).label).toBe(
    'cannot be called action research',
  )
})

test('an inquiry may come out of another, with the reason', () => {
  const spun = { ...beginInquiry, derivedFrom: { inquiry: 'i0', cycle: 'c7', reason: 'It outgrew it' } } as const
  given()
    .when(spun)
    .then({ ...spun, type: 'InquiryBegun', facets: ['diagnose', 'plan', 'act', 'observe', 'reflect'] })
  given()
    .when({ ...spun, derivedFrom: { inquiry: 'i1', reason: 'It outgrew it' } })
    .thenRefused('derived-from-itself')
  given()
    .when({ ...spun, derivedFrom: { inquiry: 'i0', reason: '' } })
    .thenRefused('blank-text', 'derivedFrom.reason')
})
