import { expect, test } from 'vitest'
import { confirmedOnly } from '../../src/evidence/confirmed-only.ts'
import { coverage } from '../../src/evidence/cover.ts'
import type { Evidence } from '../../src/evidence/evidence.ts'
import type { EditionId } from '../../src/framework/code.ts'

const on = '2026-05-04'
const evidence: readonly Evidence[] = [
  {
    id: 'b',
    on,
    tags: ['psf-2023:K1', 'psf-2023:A2'],
    corroborations: [
      { by: 'observer-7', on, tags: ['PSF-2023:A2'] },
      { by: 'observer-8', on: '2026-06-01', tags: ['psf-2023:A2'] },
    ],
  },
  { id: 'a', on, tags: ['psf-2023:a2', 'psf-2023:A2', 'psf-2023:V1'], corroborations: [{ by: 'observer-7', on }] },
]

test('gives claimed and confirmed evidence for each dimension, in the order given', () => {
  const read = coverage(evidence, 'psf-2023').value
  const at = (code: string) => read?.dimensions.find((entry) => entry.dimension === code)
  expect(at('psf-2023:A2')).toEqual({ dimension: 'psf-2023:A2', claimed: ['b', 'a'], confirmed: ['b'] })
  expect(at('psf-2023:K1')).toEqual({ dimension: 'psf-2023:K1', claimed: ['b'], confirmed: [] })
  expect(at('psf-2023:V5')).toEqual({ dimension: 'psf-2023:V5', claimed: [], confirmed: [] })
  expect(read?.singlePoint).toEqual(['psf-2023:V1', 'psf-2023:K1'])
  expect(read?.untouched).toHaveLength(12)
  expect(read?.unconfirmed).toEqual(['psf-2023:V1', 'psf-2023:K1'])
})

test('gives the same view with confirmed evidence alone', () => {
  const read = coverage(evidence, 'psf-2023').value
  const only = read && confirmedOnly(read)
  expect(only?.singlePoint).toEqual(['psf-2023:A2'])
  expect(only?.untouched).toHaveLength(14)
  expect(only?.unconfirmed).toEqual([])
  expect(only?.dimensions.find((entry) => entry.dimension === 'psf-2023:A2')?.claimed).toEqual(['b'])
  expect(only && confirmedOnly(only)).toEqual(only)
})

test.each([
  ['ukpsf-2011', 'A1 A2 A3 A4 A5 K1 K2 K3 K4 K5 K6 V1 V2 V3 V4'],
  ['psf-2023', 'V1 V2 V3 V4 V5 K1 K2 K3 K4 K5 A1 A2 A3 A4 A5'],
])('gives every dimension of %s in its own order', (edition, codes) => {
  const read = coverage([], edition as EditionId).value
  expect(read?.untouched).toEqual(codes.split(' ').map((code) => `${edition}:${code}`))
  expect(read?.singlePoint).toEqual([])
})

test('refuses evidence of another edition, or of both', () => {
  const both: Evidence = { id: 'x', on, tags: ['psf-2023:K1', 'ukpsf-2011:K3'] }
  for (const edition of ['psf-2023', 'ukpsf-2011'] as const) {
    expect(coverage([both], edition).refusal?.code).toBe('mixed-editions')
  }
  expect(coverage(evidence, 'ukpsf-2011').refusal).toMatchObject({
    code: 'mixed-editions',
    path: 'evidence[0].tags[0]',
  })
})

test('refuses two pieces of evidence with one id', () => {
  expect(coverage([...evidence, { id: 'a', on, tags: [] }], 'psf-2023').refusal).toMatchObject({
    code: 'duplicate-evidence',
    path: 'evidence[2]',
  })
})

test('refuses evidence that is not sound, with its place', () => {
  const bad: Evidence = { id: 'x', on: { from: on, to: '2026-04-31' }, tags: [] }
  expect(coverage([...evidence, bad], 'psf-2023').refusal).toMatchObject({
    code: 'malformed-date',
    path: 'evidence[2].on.to',
  })
})

test('refuses an edition it does not hold', () => {
  expect(coverage([], 'ukpsf-1999' as EditionId).refusal?.code).toBe('unknown-edition')
})
