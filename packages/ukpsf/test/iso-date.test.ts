import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIsoDate, yearsBefore } from '../src/iso-date.ts'

test('agrees with the calendar of the platform on every text of the form', () => {
  const parts = fc.tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  )
  fc.assert(
    fc.property(parts, ([year, month, day]) => {
      const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
        '-',
      )
      const date = new Date(`${text}T00:00:00Z`)
      const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
      expect(isIsoDate(text)).toBe(real)
    }),
    { numRuns: 2000 },
  )
})

test.each(['', '2026-1-1', '0000-01-01', '2026-01-01 ', '+2026-01-01', '2026-01-01T00:00', '1900-02-29', '2100-02-29'])(
  'refuses %j',
  (text) => {
    expect(isIsoDate(text)).toBe(false)
  },
)

test.each([undefined, null, 20260101, ['2026-01-01']])('refuses %j, which is no text', (value) => {
  expect(isIsoDate(value as unknown as string)).toBe(false)
})

test('goes back by whole years, and to the 28th where there is no 29th', () => {
  expect(yearsBefore('2026-11-24', 3)).toBe('2023-11-24')
  expect(yearsBefore('2024-02-29', 4)).toBe('2020-02-29')
  expect(yearsBefore('2024-02-29', 3)).toBe('2021-02-28')
  expect(yearsBefore('1003-03-01', 5)).toBe('0998-03-01')
  expect(yearsBefore('0003-11-24', 2)).toBe('0001-11-24')
  expect(yearsBefore('0003-11-24', 3)).toBe('0001-01-01')
})
