import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDuration, daysBetween, isDuration } from '../src/duration.ts'

test.each([
  ['2026-01-31', { months: 1 }, '2026-02-28'],
  ['2024-01-31', { months: 1 }, '2024-02-29'],
  ['2023-01-31', { months: 13 }, '2024-02-29'],
  ['2100-01-31', { months: 1 }, '2100-02-28'],
  ['2000-01-30', { months: 1 }, '2000-02-29'],
  ['2026-03-31', { months: 1 }, '2026-04-30'],
  ['2026-12-31', { months: 2 }, '2027-02-28'],
  ['2026-11-30', { months: 1 }, '2026-12-30'],
  ['2026-12-01', { months: 1 }, '2027-01-01'],
  ['2024-02-29', { years: 1 }, '2025-02-28'],
  ['2024-02-29', { years: 4 }, '2028-02-29'],
  ['2026-12-31', { days: 1 }, '2027-01-01'],
  ['2024-02-28', { days: 1 }, '2024-02-29'],
  ['2023-02-28', { days: 1 }, '2023-03-01'],
  ['2026-11-24', { weeks: 12 }, '2027-02-16'],
])('%s and %j is %s', (date, duration, expected) => {
  expect(addDuration(date, duration)).toBe(expected)
})

test('agrees with the calendar of the language on days', () => {
  const day = fc.date({ min: new Date('0100-01-01'), max: new Date('9900-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 3660 }), (from, days) => {
      const text = from.toISOString().slice(0, 10)
      const later = new Date(Date.parse(text) + days * 86_400_000).toISOString().slice(0, 10)
      expect(addDuration(text, { days })).toBe(later)
      expect(daysBetween(text, later)).toBe(days)
      expect(daysBetween(later, text)).toBe(-days)
    }),
    { numRuns: 2000 },
  )
})

test('stays in the month that was meant, and on the day where the month has it', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 120 }), (from, months) => {
      const text = from.toISOString().slice(0, 10)
      const given = addDuration(text, { months })
      const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
      const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
      expect(given.slice(0, 7)).toBe(first.toISOString().slice(0, 7))
      expect(Number(given.slice(8))).toBe(Math.min(from.getUTCDate(), last))
    }),
  )
})

test('throws for what is no day, no length of time, or past the year 9999', () => {
  expect(() => addDuration('2026-02-29', { days: 1 })).toThrow(RangeError)
  expect(() => addDuration('2026-02-28', { days: 0 })).toThrow(RangeError)
  expect(() => addDuration('9999-12-31', { days: 1 })).toThrow(RangeError)
  expect(() => addDuration('9999-12-31', { months: 1 })).toThrow(RangeError)
})

test('knows a length of time', () => {
  expect([{ days: 1 }, { weeks: 2 }, { months: 1 }, { years: 3 }].every(isDuration)).toBe(true)
  const odd: readonly unknown[] = [
    null,
    3,
    'month',
    {},
    { days: 0 },
    { days: -1 },
    { days: 1.5 },
    { days: Number.NaN },
    { days: '7' },
    { days: 3661 },
    { hours: 1 },
    { days: 1, months: 1 },
    { toString: 1 },
  ]
  expect(odd.filter((each) => isDuration(each))).toEqual([])
})
