import { expect, test } from 'vitest'
import type { Period } from '../src/period.ts'
import { type Recognition, recognitionFaults } from '../src/recognition.ts'
import type { RefusalCode } from '../src/refusal.ts'
import { recognition } from './samples.ts'

const ended = recognition('2009-07', { recognisedUntil: '2012-06-30' })

const cases: readonly [name: string, given: Recognition, version: Period, fault: [RefusalCode, string] | null][] = [
  ['month precision', recognition('2009-07'), {}, null],
  ['no body', recognition('2009', { body: ' ' }), {}, ['blank-text', 'r.body']],
  ['no award', recognition('2009', { under: '' }), {}, ['blank-text', 'r.under']],
  ['no source', recognition('2009', { source: '' }), {}, ['blank-text', 'r.source']],
  ['another word', recognition('2009', { term: 'blessing' as never }), {}, ['unknown-term', 'r.term']],
  [
    'an end that is no date',
    recognition('2009', { recognisedUntil: 'later' }),
    {},
    ['not-a-date', 'r.recognisedUntil'],
  ],
  [
    'an end before its start',
    recognition('2009', { recognisedUntil: '2008-12' }),
    {},
    ['period-backwards', 'r.recognisedUntil'],
  ],
  ['an end in the month of its start', recognition('2009-07', { recognisedUntil: '2009-07' }), {}, null],
  ['a review each year', recognition('2009', { reviewDueEveryYears: 1 }), {}, null],
  ['a review every hundred years', recognition('2009', { reviewDueEveryYears: 100 }), {}, null],
  [
    'a review never',
    recognition('2009', { reviewDueEveryYears: 0 }),
    {},
    ['review-interval-invalid', 'r.reviewDueEveryYears'],
  ],
  [
    'a review every half year',
    recognition('2009', { reviewDueEveryYears: 0.5 }),
    {},
    ['review-interval-invalid', 'r.reviewDueEveryYears'],
  ],
  [
    'a review every 101 years',
    recognition('2009', { reviewDueEveryYears: 101 }),
    {},
    ['review-interval-invalid', 'r.reviewDueEveryYears'],
  ],
  ['a review in the month of recognition', recognition('2009-07', { reviewedOn: ['2009-07'] }), {}, null],
  [
    'a review that is no date',
    recognition('2009-07', { reviewedOn: ['2014', '2019-13'] }),
    {},
    ['not-a-date', 'r.reviewedOn[1]'],
  ],
  [
    'a review before recognition',
    recognition('2009-07', { reviewedOn: ['2009-06'] }),
    {},
    ['review-outside-recognition', 'r.reviewedOn[0]'],
  ],
  [
    'a review after the end',
    { ...ended, reviewedOn: ['2012-07-01'] },
    {},
    ['review-outside-recognition', 'r.reviewedOn[0]'],
  ],
  ['a review on the last day', { ...ended, reviewedOn: ['2012-06-30'] }, {}, null],
  [
    'recognised after the version ended',
    recognition('2010-07'),
    { validTo: '2010-06-30' },
    ['recognition-outside-version', 'r.recognisedOn'],
  ],
  ['recognised on the last day of the version', recognition('2010-06-30'), { validTo: '2010-06-30' }, null],
  ['recognised in the month in which the version ended', recognition('2010-06'), { validTo: '2010-06' }, null],
  [
    'over before the version began',
    ended,
    { validFrom: '2012-07-01' },
    ['recognition-outside-version', 'r.recognisedOn'],
  ],
  ['over on the first day of the version', ended, { validFrom: '2012-06-30' }, null],
]

test.each(cases)('%s', (_, given, version, fault) => {
  const [first] = recognitionFaults(given, version, 'r')
  expect(first ? [first.code, first.path] : null).toEqual(fault)
})
