import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkClaim } from '../../src/claim/check-claim.ts'
import type { Overlay } from '../../src/claim/overlay.ts'
import { planClaim } from '../../src/claim/plan-claim.ts'
import type { Evidence } from '../../src/evidence/evidence.ts'
import { evidenceFor, expand } from '../bodies.ts'
import { bare, countable, countableCriteria, subsets } from '../brute.ts'

const on = '2026-11-24'
const descriptors = Object.keys(countable)
const editionOf = (descriptor: string) => descriptor.slice(0, descriptor.indexOf(':'))
const codesOf = (descriptor: string) => bare[editionOf(descriptor)] ?? []

function read(descriptor: string, evidence: readonly Evidence[], overlay?: Overlay) {
  const claim = { descriptor, evidence, on, ...(overlay && { overlay }) }
  const { value, refusal } = planClaim(claim)
  if (value === undefined) throw new Error(refusal?.message)
  expect(checkClaim(claim)).toEqual(
    evidence.length > 0 ? { value } : { refusal: expect.objectContaining({ code: 'no-evidence', path: 'evidence' }) },
  )
  return value
}

const readSet = (descriptor: string, set: ReadonlySet<string>) =>
  read(descriptor, evidenceFor([...set].map((code) => `${editionOf(descriptor)}:${code}`)))

function expectAgreement(descriptor: string, set: ReadonlySet<string>) {
  const reading = readSet(descriptor, set)
  const counted = countableCriteria[descriptor]?.map((code) => `${editionOf(descriptor)}:${code}`) ?? []
  const expected = countable[descriptor]?.(set) ?? []
  const covered = counted.map(
    (code) => reading.criteria.find((criterion) => criterion.criterion === code)?.answer !== 'not-covered',
  )
  expect(covered).toEqual(expected)
  expect(reading.overall).toBe(expected.every(Boolean) ? 'for-a-reviewer' : 'not-covered')
  for (const criterion of reading.criteria) {
    if (!counted.includes(criterion.criterion)) expect(criterion.answer).toBe('for-a-reviewer')
    expect(criterion.answer === 'not-covered').toBe(criterion.missing.length + criterion.shortfalls.length > 0)
    expect(criterion.reasons.length).toBeGreaterThan(0)
  }
}

test.each([
  ['psf-2023:D1', 'V1 V3 K1 K2 K3 A1 A2 A3 A4 A5'],
  ['ukpsf-2011:D1', 'K1 K2 A1 A2 A3 A4 A5'],
])('%s agrees with a second implementation on every set of %s', (descriptor, codes) => {
  for (const set of subsets(codes.split(' '))) expectAgreement(descriptor, set)
})

test.each(descriptors)(
  '%s agrees with a second implementation on sets that lack at most two dimensions',
  (descriptor) => {
    for (const one of codesOf(descriptor)) {
      for (const other of codesOf(descriptor)) {
        expectAgreement(descriptor, new Set(codesOf(descriptor).filter((code) => code !== one && code !== other)))
      }
    }
    expectAgreement(descriptor, new Set(codesOf(descriptor)))
  },
)

test('agrees with a second implementation on random sets', () => {
  const claims = fc
    .constantFrom(...descriptors)
    .chain((descriptor) => fc.tuple(fc.constant(descriptor), fc.subarray([...codesOf(descriptor)])))
  fc.assert(
    fc.property(claims, ([descriptor, codes]) => expectAgreement(descriptor, new Set(codes))),
    { numRuns: 400 },
  )
})

test('never turns an answer to not covered when evidence is added', () => {
  const claims = fc.constantFrom(...descriptors).chain((descriptor) => {
    const tags = fc.subarray(expand(editionOf(descriptor), 'all') as string[])
    return fc.tuple(fc.constant(descriptor), fc.array(tags, { maxLength: 6 }), fc.nat(6))
  })
  fc.assert(
    fc.property(claims, ([descriptor, bodies, kept]) => {
      const evidence = bodies.map((tags, index) => ({ id: `e${index}`, on: '2026-05-04', tags }))
      const less = read(descriptor, evidence.slice(0, kept))
      const more = read(descriptor, evidence)
      for (const [index, criterion] of less.criteria.entries()) {
        if (criterion.answer !== 'not-covered') expect(more.criteria[index]?.answer).toBe(criterion.answer)
      }
    }),
    { numRuns: 300 },
  )
})

test.each(descriptors)('%s is never answered better than for a reviewer, and says so', (descriptor) => {
  const reading = readSet(descriptor, new Set(codesOf(descriptor)))
  expect(reading.overall).toBe('for-a-reviewer')
  expect(reading.summary).toMatch(/^Coverage is complete for what .* For a reviewer: /)
  expect(JSON.stringify(reading)).not.toMatch(/"met"/)
})

test.each(['ukpsf-2011:D3', 'psf-2023:D3', 'ukpsf-2011:D4', 'psf-2023:D4'])(
  '%s is not satisfied by counting',
  (descriptor) => {
    const reading = readSet(descriptor, new Set(codesOf(descriptor)))
    const last = reading.criteria.at(-1)
    expect(last?.answer).toBe('for-a-reviewer')
    expect(last?.judgements.length).toBeGreaterThan(0)
  },
)

test('names what is missing, what would do, and the evidence there is', () => {
  const { criteria, summary } = readSet('psf-2023:D1', new Set(['V3', 'K1', 'A4']))
  expect(
    criteria.map(({ criterion, missing, shortfalls, evidenceIds }) => ({
      criterion,
      missing,
      shortfalls,
      evidenceIds,
    })),
  ).toEqual([
    { criterion: 'psf-2023:D1.1', missing: ['psf-2023:V1'], shortfalls: [], evidenceIds: ['for psf-2023:V3'] },
    {
      criterion: 'psf-2023:D1.2',
      missing: ['psf-2023:K2', 'psf-2023:K3'],
      shortfalls: [],
      evidenceIds: ['for psf-2023:K1'],
    },
    {
      criterion: 'psf-2023:D1.3',
      missing: [],
      shortfalls: [{ count: 1, from: ['psf-2023:A1', 'psf-2023:A2', 'psf-2023:A3', 'psf-2023:A5'] }],
      evidenceIds: ['for psf-2023:A4'],
    },
  ])
  expect(criteria[0]?.reasons).toEqual([
    'There is no evidence for V1; each of V1, V3 is asked for.',
    'For a reviewer: whether it is appropriate. Counting does not show it.',
  ])
  expect(summary).toBe('Evidence is missing for psf-2023:D1.1, psf-2023:D1.2, psf-2023:D1.3.')
})

test('says which values are claimed where 2011 asks for appropriate ones', () => {
  const { criteria } = readSet('ukpsf-2011:D1', new Set(['V2']))
  expect(criteria[3]?.reasons[0]).toContain('It bears on V1, V2, V3, V4; claimed are V2.')
  expect(readSet('ukpsf-2011:D1', new Set()).criteria[3]?.reasons[0]).toContain('none of them is claimed')
})

test('refuses evidence of another edition, with its place', () => {
  const evidence: readonly Evidence[] = [
    { id: 'e1', on, tags: ['psf-2023:V1'] },
    { id: 'e2', on, tags: ['psf-2023:K1', 'ukpsf-2011:K6'] },
  ]
  const { refusal } = checkClaim({ descriptor: 'psf-2023:D2', evidence, on })
  expect(refusal?.code).toBe('mixed-editions')
  expect(refusal?.path).toBe('evidence[1].tags[1]')
  expect(refusal?.message).toContain('ukpsf-2011:K6')
})

test.each(['2026-02-29', '24.11.2026', ''])('refuses the day %s', (day) => {
  expect(checkClaim({ descriptor: 'psf-2023:D2', evidence: [], on: day }).refusal).toMatchObject({
    code: 'malformed-date',
    path: 'on',
  })
})

test('refuses a bare descriptor, with its place', () => {
  expect(checkClaim({ descriptor: 'D2', evidence: [], on }).refusal).toMatchObject({
    code: 'bare-code',
    path: 'descriptor',
  })
})

const teaching: Overlay = {
  id: 'example',
  institution: 'Example University',
  rules: [
    { descriptor: 'ukpsf-2011:D1', title: 'All values', rule: { kind: 'all-of', codes: ['ukpsf-2011:V1'] } },
    { descriptor: 'psf-2023:D1', title: 'Teaching', rule: { kind: 'all-of', codes: ['psf-2023:A2'] } },
  ],
}

test('adds the rules of an overlay to those of the edition, for the descriptor they name', () => {
  const evidence = evidenceFor(expand('psf-2023', 'V1 V3 K1 K2 K3 A1 A3'))
  expect(read('psf-2023:D1', evidence).overall).toBe('for-a-reviewer')
  const reading = read('psf-2023:D1', evidence, teaching)
  expect(reading.overall).toBe('not-covered')
  expect(reading.criteria.slice(0, 3)).toEqual(read('psf-2023:D1', evidence).criteria)
  expect(reading.criteria[3]).toMatchObject({
    criterion: 'example#2',
    setBy: 'overlay',
    title: 'Teaching',
    answer: 'not-covered',
    missing: ['psf-2023:A2'],
  })
  expect(reading.criteria).toHaveLength(4)
  expect(read('psf-2023:D2', evidence, teaching).criteria).toHaveLength(3)
})

test('refuses an overlay that would loosen, with its place', () => {
  const overlay: Overlay = {
    ...teaching,
    rules: [{ descriptor: 'psf-2023:D2', title: 'Some', rule: { kind: 'all-of', codes: ['psf-2023:A2'] } }],
  }
  expect(checkClaim({ descriptor: 'psf-2023:D2', evidence: [], on, overlay }).refusal).toMatchObject({
    code: 'overlay-loosens',
    path: 'overlay.rules[0].rule',
  })
})

test('reads the same claim the same way, and does not change it', () => {
  const claim = { descriptor: 'psf-2023:D1', evidence: evidenceFor(expand('psf-2023', 'all')), on, overlay: teaching }
  const before = structuredClone(claim)
  expect(checkClaim(claim)).toEqual(checkClaim(claim))
  expect(claim).toEqual(before)
})
