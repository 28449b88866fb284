import { drawSample, sampleRank } from '@mentoring-commons/award'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const ids = fc.uniqueArray(fc.string(), { maxLength: 40 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

test('the same seed draws the same sample, in whatever order the cohort comes', () => {
  fc.assert(
    fc.property(ids, share, fc.string(), (cohort, part, seed) => {
      const drawn = drawSample(cohort, { share: part, seed })
      expect(drawSample(cohort, { share: part, seed })).toEqual(drawn)
      expect(new Set(drawSample([...cohort].reverse(), { share: part, seed }))).toEqual(new Set(drawn))
      expect(cohort.filter((id) => drawn.includes(id))).toEqual(drawn)
    }),
  )
})

test('the share is reached and not exceeded by one', () => {
  fc.assert(
    fc.property(ids, share, (cohort, part) => {
      const { length } = drawSample(cohort, { share: part, seed: 'x' })
      expect(length).toBeGreaterThanOrEqual(part * cohort.length - 1e-6)
      expect(length).toBeLessThan(part * cohort.length + 1)
    }),
  )
  expect(
    drawSample(
      Array.from({ length: 30 }, (_, n) => `c${n}`),
      { share: 0.1, seed: 'x' },
    ),
  ).toHaveLength(3)
})

test('whoever is in a sample is in every larger one, and those drawn have the lowest ranks', () => {
  fc.assert(
    fc.property(ids, share, share, (cohort, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)]
      const larger = drawSample(cohort, { share: more, seed: 'x' })
      expect(drawSample(cohort, { share: less, seed: 'x' }).every((id) => larger.includes(id))).toBe(true)
      const top = Math.max(-1, ...larger.map((id) => sampleRank('x', id)))
      expect(cohort.every((id) => larger.includes(id) || sampleRank('x', id) >= top)).toBe(true)
    }),
  )
})

test('over many ids each seed draws about its share, and seeds differ', () => {
  const many = Array.from({ length: 4000 }, (_, n) => `candidacy-${n}#1`)
  const hit = (seed: string) => many.filter((id) => sampleRank(seed, id) < 0.25)
  for (const seed of ['2026-spring', '2026-autumn']) expect(Math.abs(hit(seed).length - 1000)).toBeLessThan(120)
  expect(hit('2026-spring')).not.toEqual(hit('2026-autumn'))
})

test('an id that stands twice counts once, and a share that is none throws', () => {
  expect(drawSample(['a', 'a', 'b'], { share: 1, seed: 'x' })).toEqual(['a', 'b'])
  expect(() => drawSample(['a'], { share: 1.5, seed: 'x' })).toThrow('got 1.5')
  expect(() => drawSample(['a'], { share: Number.NaN, seed: 'x' })).toThrow(RangeError)
})
