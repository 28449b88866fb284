import { actionResearch, type IntervalFacet } from '@mentoring-commons/action-research'
import { specification } from '@mentoring-commons/action-research/testing'
import { expect, test } from 'vitest'
import {
  acting,
  approval,
  begin,
  beginCycle,
  begun,
  closed,
  end,
  heard,
  planned,
  play,
  reflect,
  reflected,
} from '../history.ts'

const { given } = specification(actionResearch())
const close = { type: 'CloseCycle', cycle: 'c1', on: '2026-04-30' } as const
const next = {
  type: 'BeginCycle',
  cycle: 'c2',
  on: '2026-05-01',
  follows: 'c1',
  learning: [{ level: 'self', kind: 'premise', text: 'Openness is not mine to give' }],
} as const

test('facets overlap: observing begins while acting goes on, and either may end first', () => {
  expect(acting.filter(({ type }) => type === 'FacetEnded')).toHaveLength(1)
  given(acting)
    .when(end('act', '2026-03-31'))
    .then({ ...end('act', '2026-03-31'), type: 'FacetEnded' })
  given(acting)
    .when(end('observe', '2026-03-31'))
    .then({ ...end('observe', '2026-03-31'), type: 'FacetEnded' })
})

test('a facet that is open does not begin again, and one that is not open does not end', () => {
  given(acting).when(begin('observe', '2026-03-01')).thenRefused('facet-open')
  given(acting).when(end('reflect', '2026-03-01')).thenRefused('facet-not-open', 'open: act, observe')
  given(begun).when(end('plan', '2026-03-01')).thenRefused('facet-not-open', 'nothing is open')
})

test('a facet does not end before it began, nor begin before its cycle or its own last end', () => {
  given(acting).when(end('observe', '2026-02-09')).thenRefused('dates-reversed')
  given(begun).when(begin('plan', '2026-01-11')).thenRefused('dates-reversed', '2026-01-12')
  given(play(acting, end('observe', '2026-03-31')))
    .when(begin('observe', '2026-03-30'))
    .thenRefused('dates-reversed')
})

test('acting again after reflecting, in the same cycle, needs a reason', () => {
  const again = begin('act', '2026-04-20')
  given(reflected).when(again).thenRefused('reason-missing')
  given(reflected)
    .when({ ...again, reason: ' ' })
    .thenRefused('blank-text')
  given(reflected)
    .when({ ...again, reason: 'One mentee was away' })
    .then({ ...again, type: 'FacetBegun', reason: 'One mentee was away' })
})

test('planning or diagnosing after reflecting belongs in a new cycle', () => {
  for (const facet of ['plan', 'diagnose'] as const) {
    given(reflected).when(begin(facet, '2026-04-20')).thenRefused('move-not-allowed', 'new cycle')
  }
})

test('there is nothing to reflect on before acting or observing', () => {
  given(begun).when(begin('reflect', '2026-01-20')).thenRefused('move-not-allowed', 'act or observe first')
  given(planned).when(begin('reflect', '2026-01-20')).thenRefused('move-not-allowed')
})

test('learning is no interval, and an unknown facet is none either', () => {
  given(begun)
    .when({ ...begin('plan', '2026-01-20'), facet: 'learn' as IntervalFacet })
    .thenRefused('unknown-value', 'learn')
})

test('a reflection is recorded while reflecting, on a day of it', () => {
  given(acting).when(reflect).thenRefused('facet-not-open')
  const more = { ...reflect, reflection: 'r2' }
  given(reflected)
    .when(more)
    .then({ ...more, type: 'Reflected' })
  given(reflected).when(reflect).thenRefused('duplicate-id')
  given(reflected)
    .when({ ...more, on: '2026-04-11' })
    .thenRefused('dates-reversed')
})

test('closing ends the reflection and the cycle', () => {
  given(reflected)
    .when(close)
    .then({ ...end('reflect', '2026-04-30'), type: 'FacetEnded' }, { ...close, type: 'CycleClosed' })
})

test('closing says everything that is missing', () => {
  given(begun).when(close).thenRefused('cycle-incomplete', 'lacks act, observe, reflect')
  given(acting).when(close).thenRefused('cycle-incomplete', 'lacks reflect')
  given(play(acting, begin('reflect', '2026-03-01')))
    .when(close)
    .thenRefused('cycle-incomplete', 'lacks reflect')
})

test('a baseline is not observing the action', () => {
  const baseline = play(
    planned,
    begin('observe', '2026-01-20'),
    end('observe', '2026-01-31'),
    approval,
    begin('act', '2026-02-01'),
    begin('reflect', '2026-03-01'),
    { ...reflect, on: '2026-03-02' },
  )
  given(baseline).when(close).thenRefused('cycle-incomplete', 'lacks observe')
})

test('a reflection from before the action does not close the cycle', () => {
  const before = play(
    planned,
    begin('observe', '2026-01-20'),
    begin('reflect', '2026-01-21'),
    { ...reflect, on: '2026-01-21' },
    end('reflect', '2026-01-22'),
    approval,
    begin('act', '2026-02-01'),
  )
  given(before).when(close).thenRefused('cycle-incomplete', 'lacks reflect')
})

test('closing waits until acting and observing have ended, and the cycle stands at reflecting', () => {
  const open = play(acting, begin('reflect', '2026-03-01'), reflect)
  given(open).when(close).thenRefused('facet-open', '"act"')
  const observing = play(open, end('act', '2026-03-31'), end('reflect', '2026-04-20'))
  given(observing).when(close).thenRefused('facet-open', '"observe"')
  given(play(observing, end('observe', '2026-04-25')))
    .when(close)
    .thenRefused('move-not-allowed', 'reflect on it')
})

test('a cycle closes no earlier than the last thing in it', () => {
  given(reflected)
    .when({ ...close, on: '2026-04-14' })
    .thenRefused('dates-reversed', '2026-04-15')
})

test('nothing is changed in a closed cycle', () => {
  for (const command of [
    begin('observe', '2026-05-01'),
    end('reflect', '2026-05-01'),
    { type: 'PlanAction', cycle: 'c1', on: '2026-05-01', steps: [] },
    { type: 'RevisePlan', cycle: 'c1', on: '2026-05-01', steps: [], reason: 'x' },
    { ...reflect, reflection: 'r9' },
    close,
    { ...close, type: 'AbandonCycle', reason: 'x' },
    {
      type: 'AddEvidence',
      evidence: 'e9',
      cycle: 'c1',
      kind: 'document',
      source: 'x',
      on: '2026-03-01',
      timing: 'within',
      consents: [],
    },
    {
      type: 'AddEvidence',
      evidence: 'e9',
      cycle: 'c1',
      kind: 'document',
      source: 'x',
      on: '2026-01-01',
      timing: 'baseline',
      consents: [],
    },
  ] as const) {
    given(closed).when(command).thenRefused('cycle-ended', 'closed on 2026-04-30')
  }
})

test('the next cycle carries learning from one that reflected', () => {
  given(closed)
    .when(next)
    .then({ ...next, type: 'CycleBegun' })
  given(reflected)
    .when(next)
    .then({ ...next, type: 'CycleBegun' })
  given(closed)
    .when({ ...next, learning: [] })
    .thenRefused('learning-missing', 'learning is empty')
  given(heard).when(next).thenRefused('learning-missing', 'nobody has reflected')
  given(closed)
    .when({ ...next, follows: 'c9' })
    .thenRefused('not-found', 'there are c1')
  given(closed)
    .when({ ...next, on: '2026-04-14' })
    .thenRefused('dates-reversed')
  given(closed)
    .when({ ...next, learning: [{ ...next.learning[0], text: '' }] })
    .thenRefused('blank-text', 'learning[0].text')
})

test('cycles run side by side, each where it stands', () => {
  const beside = { ...beginCycle, cycle: 'c2' }
  const both = play(acting, beside)
  given(both)
    .when({ ...begin('diagnose', '2026-02-01'), cycle: 'c2' })
    .then({ ...begin('diagnose', '2026-02-01'), cycle: 'c2', type: 'FacetBegun' })
  given(both)
    .when({ ...begin('act', '2026-02-01'), cycle: 'c2' })
    .thenRefused('move-not-allowed', 'plan first')
  given(both).when(beside).thenRefused('duplicate-id')
})

test('a cycle is abandoned with a reason, and its open facets end with it; not while it only observes', () => {
  const abandon = { type: 'AbandonCycle', cycle: 'c1', on: '2026-04-30', reason: 'The group dissolved' } as const
  given(acting)
    .when(abandon)
    .then(
      { ...end('act', '2026-04-30'), type: 'FacetEnded' },
      { ...end('observe', '2026-04-30'), type: 'FacetEnded' },
      { ...abandon, type: 'CycleAbandoned' },
    )
  given(begun)
    .when(abandon)
    .then({ ...abandon, type: 'CycleAbandoned' })
  given(begun)
    .when({ ...abandon, reason: '' })
    .thenRefused('blank-text')
  given(play(acting, end('act', '2026-03-31')))
    .when(abandon)
    .thenRefused('move-not-allowed', 'reflect on what was observed')
  given(play(begun, abandon)).when(begin('plan', '2026-05-01')).thenRefused('cycle-ended', 'abandoned on 2026-04-30')
})

test('an action that a cycle is abandoned in ends within its ethics approval too', () => {
  const abandon = { type: 'AbandonCycle', cycle: 'c1', on: '2026-07-01', reason: 'The group dissolved' } as const
  given(acting).when(abandon).thenRefused('ethics-not-in-force', '2026-07-01')
  const ended = play(acting, end('act', '2026-06-30'), begin('reflect', '2026-06-30'))
  given(ended)
    .when(abandon)
    .then(
      { ...end('observe', '2026-07-01'), type: 'FacetEnded' },
      { ...end('reflect', '2026-07-01'), type: 'FacetEnded' },
      { ...abandon, type: 'CycleAbandoned' },
    )
})
