import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defineScheme } from '../src/define-scheme.ts'
import { theoryAndPractice } from '../src/schemes/theory-and-practice.ts'
import { versionOn } from '../src/version-on.ts'
import { allDays, bounds, daysOf, lies, partialDate } from './days.ts'
import { scheme, version } from './samples.ts'

test('the version of a date is the one that every reading of the record gives, day by day', () => {
  let answered = 0
  fc.assert(
    fc.property(fc.array(bounds, { minLength: 1, maxLength: 3 }), partialDate, (periods, date) => {
      const [first, ...rest] = periods.map((period, index) => version(`v${index}`, period))
      if (first === undefined) return
      const made = defineScheme(scheme([first, ...rest]))
      fc.pre(made.value !== undefined)
      if (made.value === undefined) return
      const inForce = (day: string, how: 'some' | 'every') =>
        periods.flatMap((period, index) => (lies(day, period, how) ? [`v${index}`] : []))
      const certain = daysOf(date).map((day) => inForce(day, 'every').join())
      const possible = daysOf(date).some((day) => inForce(day, 'some').length > 0)
      const same = certain.every((names) => names === certain[0] && names !== '')
      const expected = same ? certain[0] : possible ? 'date-too-imprecise' : 'nothing-in-force'
      const result = versionOn(made.value, date)
      expect(result.value?.version ?? result.refusal?.code).toBe(expected)
      answered += 1
    }),
    { numRuns: 400 },
  )
  expect(answered).toBeGreaterThan(100)
})

test('day by day through four years, versions that follow each other hand over on the day', () => {
  const made = scheme([
    version('1', { validTo: '2010-08-31' }),
    version('2', { validFrom: '2010-09-01', validTo: '2012-02-29' }),
    version('3', { validFrom: '2012-04' }),
  ])
  for (const day of allDays) {
    const { value, refusal } = versionOn(made, day)
    const expected =
      day <= '2010-08-31'
        ? '1'
        : day <= '2012-02-29'
          ? '2'
          : day < '2012-04-01'
            ? 'nothing-in-force'
            : day < '2012-04-30'
              ? 'date-too-imprecise'
              : '3'
    expect([day, value?.version ?? refusal?.code]).toEqual([day, expected])
  }
})

test('a version that is certain on a day wins over one that only might have lasted until then', () => {
  const made = scheme([version('1', { validTo: '2012-08' }), version('2', { validFrom: '2012-08-10' })])
  expect(versionOn(made, '2012-08-15').value?.version).toBe('2')
  expect(versionOn(made, '2012-08-05').refusal?.code).toBe('date-too-imprecise')
})

test('the message names the versions in doubt and what to do', () => {
  const made = scheme([version('1', { validFrom: '2009-07' })])
  expect(versionOn(made, '2009-07-15').refusal).toEqual({
    code: 'date-too-imprecise',
    message:
      'What is known does not decide whether version "1" was in force on 2009-07-15: give a more exact date, or record the exact day on which it began or ended.',
    path: 'date',
  })
})

test('a text that is no date is refused, and a scheme that was never checked is not guessed at', () => {
  expect(versionOn(theoryAndPractice, 'July 2009').refusal?.code).toBe('not-a-date')
  expect(versionOn(scheme([version('1'), version('2')]), '2010').refusal?.code).toBe('periods-overlap')
})
