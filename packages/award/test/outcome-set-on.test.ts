import { expect, test } from 'vitest'
import { outcomeSetOn } from '../src/outcome-set-on.ts'
import { sedaCoreOutcomes } from '../src/seda/core-outcomes.ts'
import { sedaValues } from '../src/seda/values.ts'

test.each([
  ['2009-07', 'seda-values-before-2014'],
  ['2013-12-31', 'seda-values-before-2014'],
  ['2014-01-01', 'seda-values-before-2014'],
  ['2014-01-02', 'date-too-imprecise'],
  ['2014-09-30', 'date-too-imprecise'],
  ['2014-10', 'date-too-imprecise'],
  ['2014-10-30', 'date-too-imprecise'],
  ['2014-10-31', 'seda-values-2014'],
  ['2014', 'date-too-imprecise'],
  ['2015', 'seda-values-2014'],
  ['2015-02-29', 'not-a-date'],
])('the SEDA values of %s: %s', (date, expected) => {
  const { value, refusal } = outcomeSetOn(sedaValues, date)
  expect(value?.id ?? refusal?.code).toBe(expected)
})

test('a set without a date on record answers for any date, and no set for none', () => {
  expect(outcomeSetOn([sedaCoreOutcomes], '1999').value).toBe(sedaCoreOutcomes)
  expect(outcomeSetOn([], '1999').refusal?.message).toContain('on record: nothing')
})
