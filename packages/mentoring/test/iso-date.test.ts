import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIsoDate } from '../src/index.ts'

test('a written day is one exactly when the calendar of the platform reads it back unchanged', () => {
  const number = fc.tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 33 }),
  )
  fc.assert(
    fc.property(number, ([year, month, day]) => {
      const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      const read = new Date(`${text}T00:00:00Z`)
      const isDay = year >= 1 && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text)
      expect(isIsoDate(text)).toBe(isDay)
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-12-31', true],
  ['2024-13-01', false],
  ['2024-00-10', false],
  ['2024-04-31', false],
  ['0000-01-01', false],
  ['2024-1-01', false],
  ['2024-01-01T00:00:00Z', false],
  [' 2024-01-01', false],
  ['2024-01-01\n', false],
  ['', false],
])('%j is a day: %s', (text, expected) => {
  expect(isIsoDate(text)).toBe(expected)
})

test('what is no text is no day', () => {
  for (const value of [20240101, null, undefined, new Date(0), ['2024-01-01']]) expect(isIsoDate(value)).toBe(false)
})
