import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClaimReading } from '../../src/claim/claim.ts'
import { closeGap } from '../../src/claim/close-gap.ts'
import { type Candidate, nextBest } from '../../src/claim/next-best.ts'
import { planClaim } from '../../src/claim/plan-claim.ts'
import { evidenceFor, expand } from '../bodies.ts'
import { bare, countable } from '../brute.ts'
import { combinations } from '../combinations.ts'

const on = '2026-11-24'
const plan = (descriptor: string, codes: readonly string[]) =>
  planClaim({ descriptor, evidence: evidenceFor(codes), on }).value as ClaimReading
const d1 = (words: string) => plan('psf-2023:D1', expand('psf-2023', words))
const codes = (words: string) => words.split(' ').map((code) => `psf-2023:${code}`)

test('names the dimension that the most criteria lack, the first of several', () => {
  expect(nextBest(d1('V1 K1 K2 K3 A1')).value).toEqual({
    kind: 'close-gap',
    dimension: 'psf-2023:V3',
    criteria: ['psf-2023:D1.1'],
    items: [],
    remaining: ['psf-2023:V3', 'psf-2023:A2'],
    message: 'psf-2023:V3 comes next: psf-2023:D1.1 lacks it.',
  })
  const overlay = {
    id: 'x',
    institution: 'Example University',
    rules: [{ descriptor: 'psf-2023:D1', title: 'A2', rule: { kind: 'all-of', codes: ['psf-2023:A2'] } }],
  } as const
  const reading = planClaim({ descriptor: 'psf-2023:D1', evidence: [], on, overlay }).value as ClaimReading
  expect(nextBest(reading).value).toMatchObject({ dimension: 'psf-2023:A2', criteria: ['psf-2023:D1.3', 'x#1'] })
})

test('gives the fewest items, the one to begin with, and what is still to be found', () => {
  const candidates: readonly Candidate[] = [
    { id: 'a', tags: codes('V3') },
    { id: 'b', tags: codes('K3 V5') },
    { id: 'c', tags: codes('V3 K3 A4') },
    { id: 'd', tags: [] },
  ]
  expect(nextBest(d1('V1 K1 K2'), candidates).value).toMatchObject({
    items: ['c'],
    item: 'c',
    remaining: ['psf-2023:A1'],
  })
  expect(nextBest(d1('V1 K1 K2'), [{ id: 'd', tags: codes('V5') }]).value).not.toHaveProperty('item')
})

test('says so where the item to begin with does not stand for the dimension that comes next', () => {
  const message = (...candidates: readonly Candidate[]) => nextBest(d1('V1 K1 K2'), candidates).value?.message
  expect(message({ id: 'a', tags: codes('V3') })).toBe(
    "psf-2023:V3 comes next: psf-2023:D1.1 lacks it. Put 'a' forward first.",
  )
  expect(message({ id: 'a', tags: codes('V3') }, { id: 'b', tags: codes('K3 A1') })).toBe(
    "psf-2023:V3 comes next: psf-2023:D1.1 lacks it. Put 'b' forward first: it closes the most of what is missing, though not psf-2023:V3.",
  )
})

test('asks for a second piece where nothing is missing, and for nothing where nothing hangs on one', () => {
  const single = d1('V1 V3 K1 K2 K3 A1 A2')
  const candidates = [
    { id: 'a', tags: codes('V1 V2') },
    { id: 'b', tags: codes('V1 V3') },
  ]
  expect(nextBest(single, candidates).value).toMatchObject({
    kind: 'second-evidence',
    dimension: 'psf-2023:V1',
    evidenceId: 'for psf-2023:V1',
    item: 'b',
  })
  expect(nextBest(single).value).not.toHaveProperty('item')
  const twice = ['one', 'two'].map((id) => ({ id, on: '2026-05-04', tags: codes('V1 V3 K1 K2 K3 A1 A2') }))
  const reading = planClaim({ descriptor: 'psf-2023:D1', evidence: twice, on }).value as ClaimReading
  expect(nextBest(reading, candidates).value?.kind).toBe('nothing')
})

test('refuses candidates that cannot be read, with their place', () => {
  const refused = (candidates: readonly Candidate[]) => nextBest(d1('none'), candidates).refusal
  const one = { id: 'a', tags: codes('V1') }
  expect(refused([one, one])).toMatchObject({ code: 'duplicate-evidence', path: 'candidates[1]' })
  expect(refused([{ id: ' ', tags: [] }])).toMatchObject({ code: 'empty-text', path: 'candidates[0].id' })
  expect(refused([one, { id: 'b', tags: ['ukpsf-2011:V1'] }])).toMatchObject({
    code: 'mixed-editions',
    path: 'candidates[1].tags[0]',
  })
  expect(refused([{ id: 'b', tags: ['V1'] }])?.code).toBe('bare-code')
  const many = Array.from({ length: 1001 }, (_, index) => ({ id: `c${index}`, tags: codes('V1') }))
  expect(refused(many)).toMatchObject({ code: 'too-many-candidates', path: 'candidates' })
  expect(refused(many.slice(1))).toBeUndefined()
})

test.each(Object.keys(countable))('%s: each next dimension shortens the gap by one, down to none', (descriptor) => {
  const [edition = ''] = descriptor.split(':')
  fc.assert(
    fc.property(fc.subarray([...(bare[edition] ?? [])]), (had) => {
      const evidence = had.map((code) => `${edition}:${code}`)
      for (let left = closeGap(plan(descriptor, evidence)).length; left > 0; left -= 1) {
        const { value } = nextBest(plan(descriptor, evidence))
        if (value?.kind !== 'close-gap') throw new Error(`a gap of ${left}, and ${value?.kind} comes next`)
        evidence.push(value.dimension)
        expect(closeGap(plan(descriptor, evidence))).toHaveLength(left - 1)
      }
      expect(nextBest(plan(descriptor, evidence)).value?.kind).not.toBe('close-gap')
    }),
    { numRuns: 10 },
  )
})

test('gives the fewest candidates, as trying every choice of them does', () => {
  const descriptors = fc.constantFrom('psf-2023:D1', 'psf-2023:D2', 'ukpsf-2011:D1', 'ukpsf-2006:SD2')
  const cases = descriptors.chain((descriptor) => {
    const all = (bare[descriptor.split(':')[0] ?? ''] ?? []).map((code) => `${descriptor.split(':')[0]}:${code}`)
    return fc.record({
      descriptor: fc.constant(descriptor),
      had: fc.subarray(all),
      offers: fc.array(fc.subarray(all, { maxLength: 6 }), { maxLength: 6 }),
    })
  })
  fc.assert(
    fc.property(cases, ({ descriptor, had, offers }) => {
      const candidates = offers.map((tags, index) => ({ id: `c${index}`, tags }))
      const gapWith = (chosen: readonly Candidate[]) =>
        closeGap(plan(descriptor, [...new Set([...had, ...chosen.flatMap((one) => one.tags)])])).length
      const { value } = nextBest(plan(descriptor, had), candidates)
      if (value?.kind !== 'close-gap') {
        expect(gapWith([])).toBe(0)
        return
      }
      const least = gapWith(candidates)
      const chosen = candidates.filter(({ id }) => value.items.includes(id))
      expect(value.remaining).toHaveLength(gapWith(chosen))
      expect(gapWith(chosen)).toBe(least)
      for (let size = 0; size < chosen.length; size += 1)
        for (const fewer of combinations(candidates, size)) expect(gapWith(fewer)).toBeGreaterThan(least)
      expect(value.items.includes(value.item ?? '')).toBe(value.items.length > 0)
    }),
    { numRuns: 60 },
  )
})
