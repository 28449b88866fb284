import {
  actionResearch,
  allowedFacets,
  fold,
  intervalFacets,
  policies,
  strict,
} from '@mentoring-commons/action-research'
import { specification } from '@mentoring-commons/action-research/testing'
import { expect, test } from 'vitest'
import { approval, begin, beginCycle, beginInquiry, end, planAction, play, reflect } from '../history.ts'

/** The table as it is written down: a dot is no move, and the last column how a cycle may end. */
const table = `
          diagnose plan   act    observe  reflect
start     begin    begin  .      .        .       abandon
diagnose  .        begin  .      .        .       abandon
plan      .        .      begin  .        .       abandon
act       .        .      .      begin    .       abandon
observe   .        .      .      .        begin   neither
reflect   .        .      .      .        .       close`

test('the moves of the strict policy are those of the table', () => {
  const rows = table.trim().split('\n').slice(1)
  expect(rows).toHaveLength(Object.keys(strict).length)
  for (const row of rows) {
    const [from, ...cells] = row.trim().split(/\s+/) as [keyof typeof strict, ...string[]]
    expect(strict[from].end).toBe(cells.at(-1))
    for (const [index, facet] of intervalFacets.entries()) {
      const move = strict[from][facet]
      expect([from, facet, move.may ? move.as : '.']).toEqual([from, facet, cells[index]])
      if (!move.may) expect(move.instead).not.toBe('')
    }
  }
})

test('policies are known by their ids', () => {
  expect(Object.entries(policies).map(([name, { id, overlap, following }]) => [name, id, overlap, following])).toEqual([
    ['responsive', 'responsive', true, ['diagnose', 'plan']],
    ['strict', 'strict', false, ['plan']],
  ])
})

const decider = actionResearch()
const { given } = specification(decider)
const begun = play([], { ...beginInquiry, policy: 'strict' }, beginCycle)
const planning = play(begun, begin('plan', '2026-01-15'))
const acting = play(planning, planAction, approval, end('plan', '2026-01-31'), begin('act', '2026-02-01'))
const observing = play(acting, end('act', '2026-03-31'), begin('observe', '2026-03-31'))
const reflecting = play(observing, end('observe', '2026-04-10'), begin('reflect', '2026-04-12'))
const close = { type: 'CloseCycle', cycle: 'c1', on: '2026-04-30' } as const

test('phases are kept distinct: none begins while another is open, nor before the last one ended', () => {
  given(planning).when(begin('diagnose', '2026-01-16')).thenRefused('facet-open', 'keeps phases distinct')
  given(acting).when(begin('observe', '2026-02-10')).thenRefused('facet-open', '"act" is open')
  given(play(acting, end('act', '2026-03-31')))
    .when(begin('observe', '2026-03-30'))
    .thenRefused('dates-reversed', '2026-03-31')
})

test('there is no way back, and no phase is left out', () => {
  given(play(acting, end('act', '2026-03-31')))
    .when(begin('act', '2026-04-01'))
    .thenRefused('move-not-allowed', 'no way back')
  given(play(acting, end('act', '2026-03-31')))
    .when(begin('reflect', '2026-04-01'))
    .thenRefused('move-not-allowed', 'observe first')
  given(play(reflecting, reflect, end('reflect', '2026-04-20')))
    .when({ ...begin('act', '2026-04-21'), reason: 'One was away' })
    .thenRefused('move-not-allowed', 'begin one that follows')
})

test('a plan is not amended in action', () => {
  const revise = { type: 'RevisePlan', cycle: 'c1', on: '2026-03-03', steps: planAction.steps, reason: 'Rain' } as const
  given(acting).when(revise).thenRefused('facet-not-open', '"plan" is not open')
  const replan = { ...revise, on: '2026-01-21' }
  given(play(planning, planAction))
    .when(replan)
    .then({ ...replan, type: 'PlanRevised' })
})

test('a phase that does not come again ends only when its work is done', () => {
  given(planning).when(end('plan', '2026-01-31')).thenRefused('phase-incomplete', 'set the plan')
  given(reflecting).when(end('reflect', '2026-04-20')).thenRefused('phase-incomplete', 'record a reflection')
  given(play(reflecting, reflect))
    .when(end('reflect', '2026-04-20'))
    .then({ ...end('reflect', '2026-04-20'), type: 'FacetEnded' })
})

test('a turn closes after reflecting, and the next begins with planning', () => {
  given(play(reflecting, reflect))
    .when(close)
    .then({ ...end('reflect', '2026-04-30'), type: 'FacetEnded' }, { ...close, type: 'CycleClosed' })
  const next = {
    ...beginCycle,
    cycle: 'c2',
    on: '2026-05-01',
    follows: 'c1',
    learning: [{ level: 'self', kind: 'content', text: 'Silence is no refusal' }],
  } as const
  const followed = play(reflecting, reflect, close, next)
  given(followed)
    .when({ ...begin('diagnose', '2026-05-02'), cycle: 'c2' })
    .thenRefused('move-not-allowed', 'begins with plan')
  expect(allowedFacets(fold(decider, followed), 'c2')).toEqual(['plan'])
})
