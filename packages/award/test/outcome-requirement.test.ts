import { expect, test } from 'vitest'
import type { CoveredOutcome } from '../src/map-evidence.ts'
import { type OutcomeRequirement, outcomesOf, requireSet } from '../src/outcome-requirement.ts'
import type { CompleteOutcomeSet, OpenOutcomeSet } from '../src/outcome-set.ts'
import type { Sourced } from '../src/sourced.ts'
import { completeSet, handbook, openSet, outcome } from './samples.ts'

test('requiring a set keeps the set itself and takes only the source from the reason', () => {
  const set = completeSet('values', 'value')
  const extra = { ...handbook, note: 'left out' }
  expect(requireSet(set, extra)).toEqual({ state: 'published', set, loaded: [], ...handbook })
  expect(requireSet(set, extra).set).toBe(set)
  expect(requireSet(openSet('special', 'specialist'), handbook).state).toBe('to-be-loaded')
})

test('the known outcomes are the published ones and then the loaded ones', () => {
  const loaded = [outcome('our:2', 'specialist'), outcome('our:1', 'specialist')]
  const required: OutcomeRequirement = { state: 'loaded', set: openSet('s', 'specialist', 1), loaded, ...handbook }
  expect(outcomesOf(required).map(({ code }) => code)).toEqual(['s:1', 'our:2', 'our:1'])
})

test('the types forbid what cannot be', () => {
  const complete = completeSet('values', 'value')
  const open = openSet('special', 'specialist')
  // @ts-expect-error a complete set has nothing to be loaded
  const first: CompleteOutcomeSet = { ...complete, toBeLoaded: 'more' }
  // @ts-expect-error an open set must say what is to be loaded
  const second: OpenOutcomeSet = { ...complete, listing: 'open' }
  // @ts-expect-error into a complete set nothing is loaded
  const third: OutcomeRequirement = { state: 'loaded', set: complete, loaded: [], ...handbook }
  // @ts-expect-error an open set is never published whole
  const fourth: OutcomeRequirement = { state: 'published', set: open, loaded: [], ...handbook }
  // @ts-expect-error nothing covers without evidence
  const fifth: CoveredOutcome = { outcome: outcome('our:1', 'core'), state: 'covered', evidenceIds: [] }
  // @ts-expect-error a certainty is one of four
  const sixth: Sourced = { source: 'page', certainty: 'high' }
  expect([first, second, third, fourth, fifth, sixth]).toHaveLength(6)
})
