import { expect, test } from 'vitest'
import { defineIndicator, type Indicator, meets } from '../src/index.ts'
import { answers, codeOf, people, valued } from './fixtures.ts'

const choices = (list: readonly string[]): Indicator => ({
  ...people,
  measure: { kind: 'distribution', of: 'a', choices: list, respondent: 'id', many: false },
})

test.each<[Indicator, string]>([
  [{ ...people, id: '' }, 'indicator-incomplete'],
  [{ ...people, definition: ' ' }, 'indicator-incomplete'],
  [{ ...people, by: ['a', 'a'] }, 'indicator-by-wrong'],
  [{ ...people, by: ['a', 'b', 'c', 'd'] }, 'indicator-by-wrong'],
  [{ ...choices(['x']), by: ['a'] }, 'indicator-by-wrong'],
  [{ ...people, where: [{ column: 'a', op: 'in', value: [] }] }, 'indicator-condition-wrong'],
  [{ ...people, measure: { kind: 'rate', of: { column: 'a', op: 'in', value: [] } } }, 'indicator-condition-wrong'],
  [choices([]), 'choices-wrong'],
  [choices(['x', 'x']), 'choices-wrong'],
  [choices(['x', ' ']), 'choices-wrong'],
])('%j is refused', (input, code) => {
  expect(codeOf(defineIndicator(input))).toBe(code)
})

test('a whole one is given back', () => {
  expect(valued(defineIndicator(answers(3)))).toEqual(answers(3))
})

test('a blank meets no condition', () => {
  for (const value of [null, '', '  ']) {
    expect(meets({ column: 'a', op: 'not-null' }, { a: value })).toBe(false)
    expect(meets({ column: 'a', op: 'eq', value: '' }, { a: value })).toBe(false)
  }
  expect(meets({ column: 'a', op: 'eq', value: 1 }, { a: true })).toBe(false)
  expect(meets({ column: 'a', op: 'eq', value: 0 }, { a: 0 })).toBe(true)
  expect(meets({ column: 'a', op: 'is-true' }, { a: false })).toBe(false)
})
