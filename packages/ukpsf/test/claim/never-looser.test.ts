import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkClaim } from '../../src/claim/check-claim.ts'
import { checkClaimIn } from '../../src/claim/check-claim-in.ts'
import type { Claim, Counting } from '../../src/claim/claim.ts'
import { defineOverlay } from '../../src/claim/define-overlay.ts'
import { defineOverlayIn } from '../../src/claim/define-overlay-in.ts'
import type { Overlay, OverlayRule } from '../../src/claim/overlay.ts'
import { planClaim } from '../../src/claim/plan-claim.ts'
import { planClaimIn } from '../../src/claim/plan-claim-in.ts'
import { editionById, editions } from '../../src/editions/catalogue.ts'
import { psf2023 } from '../../src/editions/psf-2023.ts'
import { confirmedOnly } from '../../src/evidence/confirmed-only.ts'
import { coverage } from '../../src/evidence/cover.ts'
import { coverageIn } from '../../src/evidence/coverage-in.ts'
import type { Evidence } from '../../src/evidence/evidence.ts'
import type { DimensionCode, EditionId } from '../../src/framework/code.ts'
import { formatDescriptor } from '../../src/framework/descriptor.ts'
import { bare, countable } from '../brute.ts'

const on = '2026-11-24'
const descriptors = editions.flatMap((edition) => edition.descriptors).map(formatDescriptor)
const codesOf = (descriptor: string) => {
  const [edition = ''] = descriptor.split(':')
  return (bare[edition] ?? []).map((code) => `${edition}:${code}` as DimensionCode)
}

const ruleFor = (descriptor: OverlayRule['descriptor']): fc.Arbitrary<OverlayRule> =>
  fc.subarray(codesOf(descriptor), { minLength: 1 }).chain((codes) =>
    fc.oneof(
      fc.constant({ descriptor, title: 'All', rule: { kind: 'all-of', codes } } as const),
      fc.integer({ min: 1, max: codes.length }).map((count) => {
        return { descriptor, title: 'Some', rule: { kind: 'at-least', count, from: codes } } as const
      }),
    ),
  )

const bodies = (descriptor: string): fc.Arbitrary<readonly Evidence[]> =>
  fc
    .array(
      fc.record({
        tags: fc.subarray(codesOf(descriptor)),
        confirmed: fc.nat(20),
        day: fc.constantFrom('2026-05-04', '1999-01-01', '2027-01-01'),
      }),
      { maxLength: 6 },
    )
    .map((items) =>
      items.map(({ tags, confirmed, day }, index) => ({
        id: `e${index}`,
        on: day,
        tags,
        words: 100,
        corroborations: [{ by: 'p2', on: '2027-02-02', tags: tags.slice(0, confirmed) }],
      })),
    )

const cases = fc.constantFrom(...descriptors).chain((descriptor) =>
  fc.record({
    descriptor: fc.constant(descriptor),
    evidence: bodies(descriptor),
    rules: fc.array(
      fc.constantFrom(descriptor, descriptor, ...descriptors).chain((of) => ruleFor(of)),
      { maxLength: 3 },
    ),
    counting: fc.constantFrom<Counting>('claimed', 'confirmed'),
  }),
)
const overlayOf = (rules: readonly OverlayRule[], descriptor: OverlayRule['descriptor']): Overlay => ({
  id: 'x',
  institution: 'Example University',
  rules,
  wordLimits: [{ descriptor, wordsMax: 150, source: 'Handbook' }],
  recency: [{ descriptor, yearsMax: 'none', source: 'Handbook' }],
})

test('an overlay never lets through what the edition does not, and changes no answer of the edition', () => {
  let applied = 0
  fc.assert(
    fc.property(cases, ({ descriptor, evidence, rules, counting }) => {
      const claim: Claim = { descriptor, evidence, on, counting }
      const without = checkClaim(claim)
      const within = checkClaim({ ...claim, overlay: overlayOf(rules, descriptor) })
      if (within.refusal) return
      applied += 1
      expect(without.refusal).toBeUndefined()
      if (without.value?.overall === 'not-covered') expect(within.value.overall).toBe('not-covered')
      const own = within.value.criteria.filter((criterion) => criterion.setBy === 'edition')
      expect(own).toEqual(without.value?.criteria)
      expect(within.value.coverage).toEqual(without.value?.coverage)
    }),
    { numRuns: 600 },
  )
  expect(applied).toBeGreaterThan(100)
})

test('agrees with counting by hand under any sound overlay, for claimed tags and for confirmed ones', () => {
  fc.assert(
    fc.property(cases, ({ descriptor, evidence, rules, counting }) => {
      const sound = rules.filter((rule) => defineOverlay(overlayOf([rule], descriptor)).refusal === undefined)
      const { value } = planClaim({ descriptor, evidence, on, counting, overlay: overlayOf(sound, descriptor) })
      const counted = evidence.flatMap((item) =>
        counting === 'claimed' ? item.tags : (item.corroborations?.[0]?.tags ?? []),
      )
      const national = countable[descriptor]?.(new Set(counted.map((code) => code.split(':')[1] ?? ''))) ?? []
      const local = sound
        .filter((rule) => rule.descriptor === descriptor)
        .map(({ rule }) =>
          rule.kind === 'all-of'
            ? rule.codes.every((code) => counted.includes(code))
            : rule.from.filter((code) => counted.includes(code)).length >= rule.count,
        )
      expect(value?.overall).toBe([...national, ...local].every(Boolean) ? 'for-a-reviewer' : 'not-covered')
      const added = value?.criteria.filter((criterion) => criterion.setBy === 'overlay') ?? []
      expect(added.map((criterion) => criterion.answer !== 'not-covered')).toEqual(local)
    }),
    { numRuns: 400 },
  )
})

const rank = { 'not-covered': 0, covered: 1, 'for-a-reviewer': 1 } as const

test('more evidence never lowers coverage or an answer', () => {
  fc.assert(
    fc.property(cases, fc.nat(6), ({ descriptor, evidence, counting }, kept) => {
      const claim: Claim = { descriptor, evidence, on, counting }
      const more = planClaim(claim).value
      const less = planClaim({ ...claim, evidence: evidence.slice(0, kept) }).value
      expect(rank[more?.overall ?? 'not-covered']).toBeGreaterThanOrEqual(rank[less?.overall ?? 'for-a-reviewer'])
      for (const [at, criterion] of (less?.criteria ?? []).entries()) {
        expect(rank[more?.criteria[at]?.answer ?? 'not-covered']).toBeGreaterThanOrEqual(rank[criterion.answer])
        expect(more?.criteria[at]?.evidenceIds).toEqual(expect.arrayContaining([...criterion.evidenceIds]))
      }
      for (const [at, entry] of (less?.coverage.dimensions ?? []).entries()) {
        expect(more?.coverage.dimensions[at]?.claimed.slice(0, entry.claimed.length)).toEqual(entry.claimed)
        expect(more?.coverage.dimensions[at]?.confirmed.slice(0, entry.confirmed.length)).toEqual(entry.confirmed)
      }
    }),
    { numRuns: 300 },
  )
})

test('confirmed tags never answer better than claimed ones, and are what the confirmed view shows', () => {
  fc.assert(
    fc.property(cases, ({ descriptor, evidence }) => {
      const claimed = planClaim({ descriptor, evidence, on }).value
      const confirmed = planClaim({ descriptor, evidence, on, counting: 'confirmed' }).value
      for (const [at, criterion] of (confirmed?.criteria ?? []).entries())
        expect(rank[criterion.answer]).toBeLessThanOrEqual(rank[claimed?.criteria[at]?.answer ?? 'not-covered'])
      expect(confirmed?.coverage).toEqual(claimed?.coverage)
      const view = coverage(evidence, descriptor.split(':')[0] as EditionId).value
      const single = confirmed?.warnings.flatMap((one) => (one.kind === 'single-point' ? [one.dimension] : []))
      expect(single).toEqual(view && confirmedOnly(view).singlePoint)
    }),
    { numRuns: 200 },
  )
})

test('an edition that is handed in is read as the same edition of the catalogue', () => {
  fc.assert(
    fc.property(cases, ({ descriptor, evidence, rules, counting }) => {
      const edition = editionById(descriptor.split(':')[0] ?? '').value
      if (edition === undefined) throw new Error(descriptor)
      const overlay = defineOverlay(overlayOf(rules, descriptor)).value
      const claim = { descriptor, evidence, on, counting, ...(overlay && { overlay }) }
      expect(checkClaimIn(edition, claim)).toEqual(checkClaim(claim))
      expect(planClaimIn(edition, claim)).toEqual(planClaim(claim))
      expect(coverageIn(edition, evidence)).toEqual(coverage(evidence, edition.id))
    }),
    { numRuns: 200 },
  )
})

const looser: Overlay = {
  id: 'x',
  institution: 'Example University',
  rules: [{ descriptor: 'psf-2023:D2', title: 'One', rule: { kind: 'all-of', codes: ['psf-2023:A2'] } }],
}

test('an overlay that was not gone through, or was changed since, is not taken with an edition handed in', () => {
  const evidence = [{ id: 'e', on, tags: [] }]
  const claim = { descriptor: 'psf-2023:D2', evidence, on }
  expect(() => checkClaimIn(psf2023, { ...claim, overlay: looser as never })).toThrow(TypeError)
  const sound = defineOverlayIn(psf2023, { ...looser, rules: [] }).value
  if (sound === undefined) throw new Error('refused')
  expect(checkClaimIn(psf2023, { ...claim, overlay: sound }).value?.criteria).toHaveLength(3)
  expect(() => checkClaimIn(psf2023, { ...claim, overlay: { ...sound, rules: looser.rules } as never })).toThrow(
    TypeError,
  )
  expect(checkClaim({ ...claim, overlay: { ...sound, rules: looser.rules } }).refusal?.code).toBe('overlay-loosens')
  expect(JSON.parse(JSON.stringify(sound))).toEqual({ ...looser, rules: [] })
})

test('an overlay about another edition is refused where one edition is handed in', () => {
  const other: Overlay = { ...looser, rules: [{ ...looser.rules[0], descriptor: 'ukpsf-2011:D1' } as OverlayRule] }
  expect(defineOverlayIn(psf2023, other).refusal).toMatchObject({ code: 'mixed-editions', path: 'rules[0].descriptor' })
})

test('throws on a way of counting that there is not, and refuses a descriptor of another edition', () => {
  const claim = { descriptor: 'psf-2023:D2', evidence: [], on, counting: 'all' as Counting }
  expect(() => checkClaim(claim)).toThrow(RangeError)
  const other = { descriptor: 'ukpsf-2011:D2', evidence: [], on }
  expect(checkClaimIn(psf2023, other).refusal).toMatchObject({ code: 'mixed-editions', path: 'descriptor' })
})
