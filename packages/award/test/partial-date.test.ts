import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addYears, firstDay, isPartialDate, lastDay } from '../src/partial-date.ts'
import { allDays, daysOf } from './days.ts'

test.each(['2009', '2009-07', '2009-07-31', '2012-02-29', '2000-02-29', '1000', '2999-12-31'])(
  '%s is a date',
  (text) => {
    expect(isPartialDate(text)).toBe(true)
  },
)

test.each([
  '',
  '09',
  '0999',
  '3000',
  '20090',
  '2009-',
  '2009-7',
  '2009-00',
  '2009-13',
  '2009-07-00',
  '2009-07-32',
  '2009-06-31',
  '2011-02-29',
  '1900-02-29',
  '2009-07-01T00:00:00Z',
  ' 2009',
  '2009 ',
  '2009/07',
  '2009-07-01-01',
  '２００９',
  '2009\n',
])('%j is no date', (text) => {
  expect(isPartialDate(text)).toBe(false)
})

test('it agrees with the platform about every text of the form of a day', () => {
  const form = fc.tuple(
    fc.integer({ min: 1000, max: 2999 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 33 }),
  )
  fc.assert(
    fc.property(form, ([year, month, day]) => {
      const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      const time = new Date(`${text}T00:00:00Z`)
      const exists = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text)
      expect(isPartialDate(text)).toBe(exists)
    }),
    { numRuns: 2000 },
  )
})

test('first and last day are those of the days that a date may stand for', () => {
  const texts = new Set(allDays.flatMap((day) => [day, day.slice(0, 7), day.slice(0, 4)]))
  for (const text of texts) {
    expect([firstDay(text), lastDay(text)]).toEqual([daysOf(text)[0], daysOf(text).at(-1)])
  }
})

test('what is no date is the caller’s mistake, with the value', () => {
  expect(() => firstDay('July')).toThrow(new RangeError('not a partial date: July'))
  expect(() => lastDay('2009-02-30')).toThrow(RangeError)
})

test.each([
  ['2009', 5, '2014'],
  ['2009-07', 5, '2014-07'],
  ['2009-07-31', 5, '2014-07-31'],
  ['2008-02-29', 5, '2013-02-28'],
  ['2008-02-29', 4, '2012-02-29'],
  ['2009-02-28', 3, '2012-02-28'],
  ['2008-01-29', 1, '2009-01-29'],
])('%s and %i years is %s', (date, years, later) => {
  expect(addYears(date, years)).toBe(later)
})
