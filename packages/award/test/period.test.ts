import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlapForCertain, periodFaults, standing } from '../src/period.ts'
import { bounds, daysOf, lies, partialDate, readings } from './days.ts'

test('a date stands to a period as it does under every reading of the bounds', () => {
  fc.assert(
    fc.property(bounds, partialDate, (period, date) => {
      fc.pre(readings(period).count > 0)
      const days = daysOf(date)
      const always = days.every((day) => lies(day, period, 'every'))
      const never = !days.some((day) => lies(day, period, 'some'))
      expect(standing(period, date)).toBe(always ? 'throughout' : never ? 'outside' : 'unclear')
    }),
    { numRuns: 1000 },
  )
})

test('two periods overlap for certain when no reading of both keeps them apart', () => {
  fc.assert(
    fc.property(bounds, bounds, (a, b) => {
      const [left, right] = [readings(a), readings(b)]
      fc.pre(left.count > 0 && right.count > 0)
      const apart = left.earliestEnd < right.latestStart || right.earliestEnd < left.latestStart
      expect(overlapForCertain(a, b)).toBe(!apart)
      expect(overlapForCertain(b, a)).toBe(!apart)
    }),
    { numRuns: 1000 },
  )
})

test('a month inside a whole year overlaps it, though no single day of the month is certain', () => {
  const year = { validFrom: '2012-01-01', validTo: '2012-12-31' }
  expect(overlapForCertain(year, { validFrom: '2012-08', validTo: '2012-08' })).toBe(true)
})

test('a period is backwards exactly when no reading of it goes forwards', () => {
  fc.assert(
    fc.property(bounds, (period) => {
      const codes = [...periodFaults(period, 'here')].map(({ code, path }) => [code, path])
      expect(codes).toEqual(readings(period).count > 0 ? [] : [['period-backwards', 'here.validTo']])
    }),
    { numRuns: 1000 },
  )
})
