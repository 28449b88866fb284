import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClaimReading } from '../../src/claim/claim.ts'
import { closeGap } from '../../src/claim/close-gap.ts'
import type { OverlayRule } from '../../src/claim/overlay.ts'
import { planClaim } from '../../src/claim/plan-claim.ts'
import type { DimensionCode } from '../../src/framework/code.ts'
import { evidenceFor } from '../bodies.ts'
import { bare, countable, subsets } from '../brute.ts'

type Check = (set: ReadonlySet<string>) => boolean

const extra: readonly { readonly rule: OverlayRule; readonly check: Check }[] = [
  {
    rule: {
      descriptor: 'psf-2023:D1',
      title: 'Three of a mixed list',
      rule: { kind: 'at-least', count: 3, from: ['psf-2023:V2', 'psf-2023:K4', 'psf-2023:A1', 'psf-2023:A5'] },
    },
    check: (set) => ['V2', 'K4', 'A1', 'A5'].filter((code) => set.has(code)).length >= 3,
  },
  {
    rule: { descriptor: 'psf-2023:D1', title: 'Teaching', rule: { kind: 'all-of', codes: ['psf-2023:A2'] } },
    check: (set) => set.has('A2'),
  },
  {
    rule: {
      descriptor: 'psf-2023:D1',
      title: 'Technology or quality',
      rule: { kind: 'at-least', count: 1, from: ['psf-2023:K5', 'psf-2023:K4', 'psf-2023:V5'] },
    },
    check: (set) => ['V5', 'K4', 'K5'].some((code) => set.has(code)),
  },
]

/** The smallest set to add, first in the edition's order, found by trying all 32,768 sets. */
function bruteForce(codes: readonly string[], had: ReadonlySet<string>, enough: Check): readonly string[] {
  let best: readonly string[] | undefined
  const rank = (set: readonly string[]) => set.map((code) => codes.indexOf(code).toString(36)).join('')
  for (const added of subsets(codes)) {
    const list = [...added]
    if (best !== undefined && (list.length > best.length || (list.length === best.length && rank(list) > rank(best))))
      continue
    if (enough(new Set([...had, ...added]))) best = list
  }
  return best ?? []
}

test.each(Object.keys(countable))(
  '%s: gives a smallest set, the first in order, as trying every set does',
  (descriptor) => {
    const [edition = ''] = descriptor.split(':')
    const codes = bare[edition] ?? []
    const national: Check = (set) => (countable[descriptor]?.(set) ?? []).every(Boolean)
    const overlays = descriptor === 'psf-2023:D1' ? fc.subarray([...extra]) : fc.constant([])
    fc.assert(
      fc.property(fc.subarray([...codes]), overlays, (had, chosen) => {
        const enough: Check = (set) => national(set) && chosen.every(({ check }) => check(set))
        const overlay = { id: 'x', institution: 'Example University', rules: chosen.map(({ rule }) => rule) }
        const check = (bodies: readonly string[]) =>
          planClaim({ descriptor, evidence: evidenceFor(bodies), on: '2026-11-24', overlay }).value as ClaimReading
        const evidence = had.map((code) => `${edition}:${code}`)
        const gap = closeGap(check(evidence))
        expect(gap).toEqual(bruteForce(codes, new Set(had), enough).map((code) => `${edition}:${code}`))
        expect(check([...evidence, ...gap]).overall).toBe('for-a-reviewer')
        expect(closeGap(check([...evidence, ...gap]))).toEqual([])
      }),
      { numRuns: descriptor === 'psf-2023:D1' ? 40 : 8 },
    )
  },
)

test('throws where a reading has been tampered with so that nothing can close it', () => {
  const reading = planClaim({ descriptor: 'psf-2023:D1', evidence: [], on: '2026-11-24' }).value as ClaimReading
  const [first, ...rest] = reading.criteria
  const broken = { ...reading, criteria: [{ ...first, shortfalls: [{ count: 1, from: [] }] }, ...rest] } as ClaimReading
  expect(() => closeGap(broken)).toThrow(RangeError)
})

test('takes the larger of two numbers that are asked of the same dimensions', () => {
  const from = ['A1', 'A2', 'A3', 'A4', 'A5'].map((code) => `psf-2023:${code}` as DimensionCode)
  const rules = [4, 3].map((count) => {
    return { descriptor: 'psf-2023:D1', title: `${count} areas`, rule: { kind: 'at-least', count, from } } as const
  })
  const overlay = { id: 'x', institution: 'Example University', rules }
  const reading = planClaim({ descriptor: 'psf-2023:D1', evidence: [], on: '2026-11-24', overlay }).value
  expect(reading && closeGap(reading).filter((code) => code.includes(':A'))).toHaveLength(4)
})
