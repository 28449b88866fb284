import { expect, test } from 'vitest'
import { checkClaim } from '../../src/claim/check-claim.ts'
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
