import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter, daysBetween } from '../src/days.ts'
import { isIsoDate } from '../src/index.ts'

/** Counts by stepping through the calendar, a day at a time. */
function next(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const write = (y: number, m: number, d: number) =>
    `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  const tries = [write(year, month, date + 1), write(year, month + 1, 1), write(year + 1, 1, 1)]
  return tries.find(isIsoDate) as string
}

test('days are counted as a calendar is turned', () => {
  for (const first of ['1999-12-25', '2000-02-20', '2023-02-20', '1900-02-20', '0001-01-01', '2026-03-20']) {
    let day = first
    for (let count = 0; count <= 400; count += 1) {
      expect(daysBetween(first, day)).toBe(count)
      expect(daysAfter(first, count)).toBe(day)
      day = next(day)
    }
  }
})

test('there and back is the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 300_000 }), (days) => {
      expect(daysAfter(daysAfter('1500-06-15', days), -days)).toBe('1500-06-15')
    }),
  )
})

test('what is no day is a mistake of the caller', () => {
  expect(() => daysBetween('2023-02-29', '2023-03-01')).toThrow(/2023-02-29/)
  expect(() => daysAfter('2023-01-01', 0.5)).toThrow(RangeError)
  expect(() => daysAfter('9999-12-31', 1)).toThrow(RangeError)
  expect(() => daysAfter('0001-01-01', -1)).toThrow(RangeError)
})
