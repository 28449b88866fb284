import { expect, test } from 'vitest'
import { missingOutcomes } from '../src/missing-outcomes.ts'
import { requireSet } from '../src/outcome-requirement.ts'
import { completeSet, handbook, version } from './samples.ts'

test('an open list is missing something, and the sentence says which list and what to load', () => {
  expect(missingOutcomes(version('1'))).toEqual([
    {
      group: 'specialist',
      setId: 'special',
      known: 1,
      sentence: '"Set special" (group specialist) is not whole, 1 known: load the rest.',
    },
  ])
})

test('of whole lists nothing is missing', () => {
  const outcomes = (['value', 'core', 'specialist'] as const).map((group) =>
    requireSet(completeSet(group, group), handbook),
  )
  expect(missingOutcomes(version('1', { outcomes }))).toEqual([])
})
