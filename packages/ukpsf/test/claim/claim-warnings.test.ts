import { expect, test } from 'vitest'
import { checkClaim } from '../../src/claim/check-claim.ts'
import type { WordLimit } from '../../src/claim/overlay.ts'
import type { Evidence, Period } from '../../src/evidence/evidence.ts'

const warningsFor = (descriptor: string, days: readonly (string | Period)[], on = '2026-11-24') => {
  const tag = descriptor.startsWith('psf') ? 'psf-2023:A1' : 'ukpsf-2011:A1'
  const evidence: readonly Evidence[] = days.map((day, index) => ({ id: `e${index}`, on: day, tags: [tag] }))
  return checkClaim({ descriptor, evidence, on }).value?.warnings ?? []
}
const kinds = (...args: Parameters<typeof warningsFor>) => warningsFor(...args).map((warning) => warning.kind)

test.each([
  ['psf-2023:D1', '2023-11-24', '2023-11-23', 'M'],
  ['psf-2023:D2', '2023-11-24', '2023-11-23', '1'],
  ['psf-2023:D3', '2021-11-24', '2021-11-23', '1'],
  ['psf-2023:D4', '2019-11-24', '2019-11-23', '1'],
])('%s warns of evidence that ended before %s, and not on it', (descriptor, inside, outside, certainty) => {
  expect(kinds(descriptor, [inside, inside])).toEqual([])
  const [warning] = warningsFor(descriptor, [outside, inside])
  expect(warning).toMatchObject({
    kind: 'stale-evidence',
    evidenceId: 'e0',
    lastDay: outside,
    windowStart: inside,
    guidance: { certainty },
  })
  expect(warning?.message).toContain('not a condition')
})

test.each(['D1', 'D2', 'D3', 'D4'])('2011 %s has no window, so nothing is stale', (code) => {
  expect(kinds(`ukpsf-2011:${code}`, ['1999-01-01', '2012-01-01'])).toEqual([])
})

test('reckons a period by its last day', () => {
  expect(kinds('psf-2023:D2', [{ from: '2001-01-01', to: '2025-01-01' }, '2026-01-01'])).toEqual([])
})

test('reckons from 29 February to the 28th where there is no 29th', () => {
  expect(kinds('psf-2023:D2', ['2021-02-28', '2021-02-28'], '2024-02-29')).toEqual([])
  expect(kinds('psf-2023:D2', ['2021-02-27', '2021-02-28'], '2024-02-29')).toEqual(['stale-evidence'])
})

test('warns of evidence after the day of the claim', () => {
  expect(kinds('ukpsf-2011:D2', ['2026-11-25', '2026-11-24'])).toEqual(['after-claim'])
})

test('warns of a dimension that one piece stands for', () => {
  expect(warningsFor('psf-2023:D2', ['2026-01-01'])).toEqual([
    {
      kind: 'single-point',
      dimension: 'psf-2023:A1',
      evidenceId: 'e0',
      message: "Only 'e0' stands for psf-2023:A1; if it is not accepted, nothing is left.",
    },
  ])
})

test('never changes an answer', () => {
  const evidence: readonly Evidence[] = [
    { id: 'old', on: '1999-01-01', tags: ['psf-2023:V1', 'psf-2023:V3'] },
    { id: 'next', on: '2030-01-01', tags: ['psf-2023:K1', 'psf-2023:K2', 'psf-2023:K3', 'psf-2023:A1', 'psf-2023:A2'] },
  ]
  const reading = checkClaim({ descriptor: 'psf-2023:D1', evidence, on: '2026-11-24' }).value
  expect(reading?.criteria.map((criterion) => criterion.answer)).toEqual(['covered', 'covered', 'covered'])
  expect(new Set(reading?.warnings.map((warning) => warning.kind))).toEqual(
    new Set(['stale-evidence', 'after-claim', 'single-point']),
  )
})

const limited = (wordLimits: readonly WordLimit[], words: readonly (number | undefined)[], tag = 'psf-2023:V1') => {
  const evidence = words.map((count, index) => ({
    id: `e${index}`,
    on: '2026-05-04',
    tags: [tag],
    ...(count === undefined ? {} : { words: count }),
  }))
  const overlay = { id: 'x', institution: 'Example University', rules: [], wordLimits }
  return checkClaim({ descriptor: 'psf-2023:D2', evidence, on: '2026-11-24', overlay })
}
const total = { descriptor: 'psf-2023:D2', wordsMax: 3000, source: 'Example handbook' } as const
const overIn = (result: ReturnType<typeof checkClaim>) =>
  result.value?.warnings.filter((warning) => warning.kind === 'over-word-limit')

test('warns of accounts over a limit with the figures, not of those at it', () => {
  expect(overIn(limited([total], [1500, 1500]))).toEqual([])
  expect(overIn(limited([total], [1500, 1501, undefined]))).toEqual([
    {
      kind: 'over-word-limit',
      words: 3001,
      wordsMax: 3000,
      uncounted: 1,
      source: 'Example handbook',
      message:
        'The accounts for psf-2023:D2 have 3001 words, 1 more than the 3000 allowed (Example handbook). Accounts without a count: 1.',
    },
  ])
  expect(overIn(limited([total], [undefined]))).toEqual([])
  expect(overIn(limited([{ ...total, descriptor: 'psf-2023:D1' }], [9000]))).toEqual([])
})

test('limits a criterion by the accounts of what counts for its dimensions', () => {
  const values = { ...total, criterion: 'psf-2023:D2.1', wordsMax: 100 }
  expect(overIn(limited([values], [101]))).toMatchObject([{ criterion: 'psf-2023:D2.1', words: 101 }])
  expect(overIn(limited([values], [101], 'psf-2023:K1'))).toEqual([])
})

test('a limit changes no answer', () => {
  const plain = limited([], [5000]).value
  const within = limited([total], [5000]).value
  expect(within?.criteria).toEqual(plain?.criteria)
  expect(within?.overall).toBe(plain?.overall)
})

test.each([
  [{ ...total, wordsMax: 0 }, 'impossible-number', 'wordsMax'],
  [{ ...total, wordsMax: 1.5 }, 'impossible-number', 'wordsMax'],
  [{ ...total, source: ' ' }, 'empty-text', 'source'],
  [{ ...total, criterion: 'D2.1' }, 'unknown-code', 'criterion'],
  [{ ...total, criterion: 'psf-2023:D1.1' }, 'unknown-code', 'criterion'],
  [{ ...total, descriptor: 'psf-2023:D3', criterion: 'psf-2023:D3.1' }, 'impossible-rule', 'criterion'],
  [{ ...total, descriptor: 'psf-2023:D9' }, 'unknown-code', 'descriptor'],
] as const)('refuses the limit %j', (limit, code, field) => {
  expect(limited([limit as WordLimit], [1]).refusal).toMatchObject({ code, path: `overlay.wordLimits[0].${field}` })
})

test.each([0, 100, 1.5, Number.NaN, 'some'])('refuses a window of %s years', (yearsMax) => {
  const recency = [{ descriptor: 'psf-2023:D2', yearsMax: yearsMax as number, source: 'Handbook' }] as const
  const overlay = { id: 'x', institution: 'Example University', rules: [], recency }
  expect(checkClaim({ descriptor: 'psf-2023:D2', evidence: [], on: '2026-11-24', overlay }).refusal).toMatchObject({
    code: 'impossible-number',
    path: 'overlay.recency[0].yearsMax',
  })
})

test('refuses two windows for one descriptor, and names whose window it is', () => {
  const window = { descriptor: 'psf-2023:D2', yearsMax: 2, source: 'Handbook, page 3' } as const
  const overlay = { id: 'x', institution: 'Example University', rules: [], recency: [window] }
  const evidence = ['e1', 'e2'].map((id) => ({ id, on: '2024-11-23', tags: ['psf-2023:A1'] }))
  const claim = { descriptor: 'psf-2023:D2', evidence, on: '2026-11-24' }
  expect(checkClaim({ ...claim, overlay: { ...overlay, recency: [window, window] } }).refusal).toMatchObject({
    code: 'duplicate-recency',
    path: 'overlay.recency[1]',
  })
  const [warning] = checkClaim({ ...claim, overlay }).value?.warnings ?? []
  expect(warning).toMatchObject({
    kind: 'stale-evidence',
    windowStart: '2024-11-24',
    guidance: { setBy: 'overlay', source: 'Handbook, page 3' },
  })
  expect(warning?.message).toContain(
    'Guidance of Example University for psf-2023:D2, not a condition (Handbook, page 3).',
  )
})
