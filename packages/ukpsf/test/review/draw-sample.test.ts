import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Category } from '../../src/fellowship/category.ts'
import { type CohortClaim, drawSample } from '../../src/review/draw-sample.ts'
import { track } from './example-workflow.ts'

const flow = (share: number, borderline = false) => ({
  tracks: {
    fellow: { ...track, sample: { share, borderline } },
    senior: { ...track, sample: { share: 1, borderline } },
  },
})
const claims = fc
  .uniqueArray(
    fc.record({
      claimId: fc.string(),
      category: fc.constantFrom<Category>('fellow', 'senior'),
      borderline: fc.boolean(),
    }),
    {
      selector: (claim) => claim.claimId,
      maxLength: 60,
    },
  )
  .map((list): readonly CohortClaim[] => list)

test('the share is exact in each category, in hundredths, and borderline claims come on top', () => {
  fc.assert(
    fc.property(
      claims,
      fc.integer({ min: 0, max: 100 }),
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
      (cohort, hundredths, seed) => {
        const of = (category: Category) => cohort.filter((claim) => claim.category === category)
        const drawn = drawSample(flow(hundredths / 100), cohort, seed).value ?? []
        const fellows = of('fellow').filter((claim) => drawn.includes(claim.claimId)).length
        const asked = of('fellow').length * hundredths
        expect(fellows).toBe((asked - (asked % 100)) / 100 + (asked % 100 > 0 ? 1 : 0))
        expect(drawn.length - fellows).toBe(of('senior').length)
        const more = drawSample(flow(hundredths / 100, true), cohort, seed).value ?? []
        const wanted = cohort.filter((claim) => claim.borderline || drawn.includes(claim.claimId))
        expect(more).toEqual(wanted.map((claim) => claim.claimId))
        const turned = drawSample(flow(hundredths / 100), [...cohort].reverse(), seed).value ?? []
        expect([...turned].reverse()).toEqual(drawn)
      },
    ),
  )
})

test('no claim is favoured: over many seeds each is drawn about as often', () => {
  const cohort = Array.from({ length: 20 }, (_, index) => ({
    claimId: `c${index}`,
    category: 'fellow' as const,
    borderline: false,
  }))
  const times = new Map<string, number>()
  for (let seed = 0; seed < 4000; seed += 1) {
    for (const id of drawSample(flow(0.2), cohort, `seed ${seed}`).value ?? []) times.set(id, (times.get(id) ?? 0) + 1)
  }
  const squares = cohort.map(({ claimId }) => ((times.get(claimId) ?? 0) - 800) ** 2 / (800 * 0.8))
  // Chi-squared with 19 degrees of freedom: 43.8 is passed by chance once in a thousand.
  expect(squares.reduce((total, each) => total + each, 0) * (19 / 20)).toBeLessThan(43.8)
})

test('refuses a claim twice, a category without a track, and no seed', () => {
  const claim = { claimId: 'c1', category: 'fellow', borderline: false } as const
  expect(drawSample(flow(1), [claim, claim], 's').refusal).toMatchObject({ code: 'wrong-cohort', path: 'cohort[1]' })
  expect(drawSample(flow(1), [{ ...claim, category: 'principal' }], 's').refusal?.code).toBe('no-track')
  expect(drawSample(flow(1), [claim], '').refusal?.code).toBe('empty-text')
  expect(drawSample(flow(1), [], 's').value).toEqual([])
})

test('a share that binary cannot hold is not rounded up for that', () => {
  const cohort = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      claimId: `c${index}`,
      category: 'fellow' as const,
      borderline: false,
    }))
  expect(drawSample(flow(0.55), cohort(20), 's').value).toHaveLength(11)
  expect(drawSample(flow(0.14), cohort(50), 's').value).toHaveLength(7)
})
