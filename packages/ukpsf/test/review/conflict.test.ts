import { expect, test } from 'vitest'
import { conflictRules, conflictsOf } from '../../src/review/conflict.ts'
import { applicant, inside, outside } from './example-workflow.ts'

test('nobody assesses their own claim, whatever rules are given', () => {
  for (const person of [inside('ada'), outside('ada')]) {
    expect(conflictsOf([], 'fellow', applicant, person).map((each) => each.rule)).toEqual(['not-the-applicant'])
  }
})

test('every rule that keeps out is named, in one order', () => {
  const facts = { ...applicant, mentorIds: ['ada'], lineManagerIds: ['ada'], refereeIds: ['ada'] }
  const person = { id: 'ada', kind: 'internal', units: ['law', 'history'], holds: 'none' } as const
  const found = conflictsOf([...conflictRules].reverse(), 'associate', facts, person).map((each) => each.rule)
  expect(found).toEqual(conflictRules)
  expect(conflictsOf(conflictRules, 'principal', applicant, inside('bo'))).toEqual([])
})
