import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recognisedOn } from '../src/recognised-on.ts'
import type { Scheme } from '../src/scheme.ts'
import { allDays, bounds, daysOf, lies, partialDate, readings } from './days.ts'
import { recognition, scheme, version } from './samples.ts'

function answer(of: Scheme, date: string, body?: string) {
  const { value, refusal } = recognisedOn(of, date, body)
  return value ? [value.status, value.reasons.map(({ code }) => code)] : [refusal.code]
}

test('day by day: before is not, inside the month is unknown, after is, and no day ends it', () => {
  const made = scheme([version('1', { recognition: [recognition('2009-07')] })])
  for (const day of [...allDays, '2099-12-31', '2999-12-31']) {
    const expected = day < '2009-07-01' ? 'not-recognised' : day < '2009-07-31' ? 'unknown' : 'recognised'
    expect([day, recognisedOn(made, day).value?.status]).toEqual([day, expected])
  }
})

test('with one version, recognition is known when every reading of the record agrees', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(partialDate, bounds), { maxLength: 3 }), partialDate, (given, date) => {
      const spans = given
        .map(([validFrom, { validTo }]) => (validTo === undefined ? { validFrom } : { validFrom, validTo }))
        .filter((span) => readings(span).count > 0)
      const list = spans.map(({ validFrom, validTo }: { validFrom: string; validTo?: string }) =>
        recognition(validFrom, validTo === undefined ? {} : { recognisedUntil: validTo }),
      )
      const days = daysOf(date)
      const covers = (day: string, how: 'some' | 'every', span: (typeof spans)[number]) => lies(day, span, how)
      const oneHolds = spans.some((span) => days.every((day) => covers(day, 'every', span)))
      const noneCan = days.every((day) => spans.every((span) => !covers(day, 'some', span)))
      const status = oneHolds ? 'recognised' : noneCan ? 'not-recognised' : 'unknown'
      const { value } = recognisedOn(scheme([version('1', { recognition: list })]), date)
      expect(value?.status).toBe(status)
      expect(value?.reasons.length).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
})

test('the reasons say when no end is on record, and leave it out when one is', () => {
  const open = scheme([version('1', { recognition: [recognition('2009-07-01')] })])
  expect(answer(open, '2015')).toEqual(['recognised', ['recognition-on-record', 'no-end-on-record']])
  const ended = scheme([version('1', { recognition: [recognition('2009-07-01', { recognisedUntil: '2012-06-30' })] })])
  expect(answer(ended, '2012-06-30')).toEqual(['recognised', ['recognition-on-record']])
  expect(answer(ended, '2012-07-01')).toEqual(['not-recognised', ['after-recognition']])
  expect(answer(ended, '2009-06')).toEqual(['not-recognised', ['before-recognition']])
})

test('a review that is due and not on record is told, and ends nothing', () => {
  const due = (reviewedOn?: string[]) =>
    scheme([
      version('1', {
        recognition: [recognition('2009-07', { reviewDueEveryYears: 5, ...(reviewedOn ? { reviewedOn } : {}) })],
      }),
    ])
  const overdue = ['recognised', ['recognition-on-record', 'no-end-on-record', 'review-not-on-record']]
  const fine = ['recognised', ['recognition-on-record', 'no-end-on-record']]
  expect(answer(due(), '2014-07-31')).toEqual(fine)
  expect(answer(due(), '2014-08-01')).toEqual(overdue)
  expect(answer(due(['2014-06-01']), '2014-08-01')).toEqual(fine)
  expect(answer(due(['2014-06-01']), '2019-06-01')).toEqual(fine)
  expect(answer(due(['2014-06-01']), '2019-06-02')).toEqual(overdue)
  expect(answer(due(['2019-06-01', '2014-06-01']), '2020-01-01')).toEqual(fine)
  expect(answer(due(['2016-01-01']), '2015-01-01')).toEqual(overdue)
})

test('an interval that reaches beyond the calendar asks for no review', () => {
  const made = scheme([version('1', { recognition: [recognition('2950', { reviewDueEveryYears: 100 })] })])
  expect(answer(made, '2999')).toEqual(['recognised', ['recognition-on-record', 'no-end-on-record']])
})

test('recognition of an earlier version is not carried over silently', () => {
  const made = scheme([
    version('1', { validTo: '2010-08-31', recognition: [recognition('2009-07')] }),
    version('2', { validFrom: '2010-09-01' }),
  ])
  expect(answer(made, '2010-08-31')[0]).toBe('recognised')
  expect(answer(made, '2010-09-01')).toEqual(['unknown', ['other-version-recognised']])
  expect(answer(made, '2009-01')).toEqual(['not-recognised', ['before-recognition']])
})

test('where the version in force had its own recognition and that has ended, an earlier one does not make it doubtful', () => {
  const made = (second: Parameters<typeof recognition>) =>
    scheme([
      version('1', { validTo: '2010-08-31', recognition: [recognition('2009-07')] }),
      version('2', { validFrom: '2010-09-01', recognition: [recognition(...second)] }),
    ])
  const ended = made(['2011-01-01', { recognisedUntil: '2011-12-31' }])
  expect(answer(ended, '2010-12-31')).toEqual(['unknown', ['other-version-recognised', 'before-recognition']])
  expect(answer(ended, '2011-06')[0]).toBe('recognised')
  expect(answer(ended, '2012-01-01')).toEqual(['not-recognised', ['after-recognition']])
  expect(answer(made(['2011-01']), '2011-01-15')).toEqual(['unknown', ['date-too-imprecise']])
})

test('recognised and not yet in force, or perhaps in force, is unknown and says both', () => {
  const made = scheme([version('1', { validFrom: '2009-10', recognition: [recognition('2009-07-01')] })])
  expect(answer(made, '2009-08-15')).toEqual(['unknown', ['nothing-in-force', 'recognition-on-record']])
  expect(answer(made, '2009-10-15')).toEqual(['unknown', ['date-too-imprecise', 'recognition-on-record']])
  expect(answer(made, '2009-11-01')[0]).toBe('recognised')
})

test('each body is asked by itself', () => {
  const other = recognition('2010-01-01', { body: 'Other Body', term: 'accreditation' })
  const made = scheme([version('1', { recognition: [recognition('2009-07'), other] })])
  expect(answer(made, '2009-10', 'Other Body')).toEqual(['not-recognised', ['before-recognition']])
  expect(answer(made, '2010-10', 'Other Body')[0]).toBe('recognised')
  expect(answer(made, '2010-10', 'Third Body')).toEqual(['not-recognised', ['no-recognition-on-record']])
  expect(recognisedOn(made, '2010-10', 'Other Body').value?.reasons[0]?.sentence).toBe(
    'Accreditation of version "1" by Other Body under "Example Award" is on record since 2010-01-01.',
  )
})

test('a scheme without a recognising body is not recognised, and says why', () => {
  const { recognisingBody, ...rest } = scheme([version('1')])
  expect(recognisingBody?.name).toBe('Example Body')
  expect(recognisedOn(rest, '2010').value).toEqual({
    status: 'not-recognised',
    body: null,
    reasons: [{ code: 'no-recognition-on-record', sentence: 'The scheme names no recognising body.' }],
  })
})

test('no date, and versions that overlap, are refused', () => {
  const made = scheme([version('1', { recognition: [recognition('2009')] }), version('2')])
  expect(answer(made, 'soon')).toEqual(['not-a-date'])
  expect(answer(made, '2011')).toEqual(['periods-overlap'])
})
