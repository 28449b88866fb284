import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstUncoveredDay } from '../src/ethics.ts'
import { dayAfter, isIsoDate } from '../src/iso-date.ts'

test('a date is a real calendar day', () => {
  for (const date of ['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])
    expect(isIsoDate(date)).toBe(true)
  for (const date of [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
    20260101,
    null,
  ]) {
    expect(isIsoDate(date)).toBe(false)
  }
})

const days = fc.integer({ min: Date.UTC(1890, 0, 1) / 86_400_000, max: Date.UTC(2110, 0, 1) / 86_400_000 })
const write = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

test('dates and the day after agree with the calendar of the platform', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(isIsoDate(write(day))).toBe(true)
      expect(dayAfter(write(day))).toBe(write(day + 1))
    }),
    { numRuns: 1000 },
  )
})

test('the first day without an approval is the one found by looking at each day', () => {
  const base = Date.UTC(2026, 1, 20) / 86_400_000
  const span = fc.tuple(fc.nat(20), fc.nat(8)).map(([start, length]) => [base + start, base + start + length] as const)
  fc.assert(
    fc.property(fc.array(span, { maxLength: 5 }), span, (spans, [from, to]) => {
      const approvals = spans.map(([start, end], index) => ({ id: `a${index}`, from: write(start), to: write(end) }))
      const each = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      const bare = each.find((day) => !spans.some(([start, end]) => start <= day && day <= end))
      expect(firstUncoveredDay(approvals, write(from), write(to))).toBe(bare === undefined ? undefined : write(bare))
    }),
    { numRuns: 500 },
  )
})

test('an approval up to the last day there is covers it', () => {
  expect(
    firstUncoveredDay([{ id: 'a', from: '2026-01-01', to: '9999-12-31' }], '2026-01-01', '9999-12-31'),
  ).toBeUndefined()
})
