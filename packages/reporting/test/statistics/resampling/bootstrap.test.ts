import { expect, test } from 'vitest'
import { normalProbability, normalQuantile } from '../../../src/statistics/distributions/normal.ts'
import { bootstrap } from '../../../src/statistics/resampling/bootstrap.ts'
import { drawResample } from '../../../src/statistics/resampling/draw-resample.ts'
import { seededRandom } from '../../../src/statistics/resampling/random.ts'
import { resampledQuantile } from '../../../src/statistics/resampling/resampled-quantile.ts'
import { codeOf, valued } from '../../fixtures.ts'

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
const skewed = [1, 1, 2, 2, 2, 3, 3, 4, 6, 9, 14, 22]

test('a quantile is at p (B + 1), interpolated, and none where the replicates end', () => {
  const replicates = Float64Array.from([10, 20, 30, 40])
  expect([0.2, 0.3, 0.5, 0.8].map((p) => resampledQuantile(replicates, p))).toEqual([10, 15, 25, 40])
  expect([0.1, 0.19, 0.81].map((p) => resampledQuantile(replicates, p))).toEqual([undefined, undefined, undefined])
})

test('the same draws, drawn apart, give the percentile and the BCa interval by their formulas', () => {
  const random = seededRandom(9)
  const replicates = Array.from({ length: 999 }, () =>
    mean(drawResample(skewed.length, random).map((index) => skewed[index] ?? 0)),
  ).sort((a, b) => a - b)
  const options = { seed: 9, resamples: 999, level: 0.9 }
  const percentile = valued(bootstrap(skewed, mean, { ...options, method: 'percentile' }))
  expect(percentile.interval.low).toBe(replicates[49])
  expect(percentile.interval.high).toBe(replicates[949])
  const estimate = mean(skewed)
  const left = skewed.map((_, out) => mean(skewed.filter((_, index) => index !== out)))
  const off = left.map((value) => mean(left) - value)
  const power = (by: number) => off.reduce((total, value) => total + value ** by, 0)
  const acceleration = power(3) / (6 * power(2) ** 1.5)
  const bias = normalQuantile(replicates.filter((value) => value < estimate).length / 999)
  const at = (p: number) => {
    const z = bias + normalQuantile(p)
    return normalProbability(bias + z / (1 - acceleration * z)) * 1000
  }
  const between = (place: number) => {
    const [a = 0, b = 0] = [replicates[Math.floor(place) - 1], replicates[Math.floor(place)]]
    return a + (place % 1) * (b - a)
  }
  const bca = valued(bootstrap(skewed, mean, { ...options, method: 'bca' }))
  expect(bca.interval.low).toBeCloseTo(between(at(0.05)), 10)
  expect(bca.interval.high).toBeCloseTo(between(at(0.95)), 10)
  expect(bca.interval.high).toBeGreaterThan(percentile.interval.high)
})

test('the standard error of a mean is near its formula, and a seed is repeatable', () => {
  const answer = valued(bootstrap(skewed, mean, { seed: 4, resamples: 4000, method: 'bca' }))
  const sd = Math.sqrt(mean(skewed.map((value) => (value - mean(skewed)) ** 2)))
  expect(answer.standardError / (sd / Math.sqrt(12))).toBeCloseTo(1, 1)
  expect(bootstrap(skewed, mean, { seed: 4, resamples: 4000, method: 'bca' })).toEqual({ value: answer })
  expect(valued(bootstrap(skewed, mean, { seed: 5, resamples: 4000, method: 'bca' })).interval).not.toEqual(
    answer.interval,
  )
})

test('where an interval can say nothing, it is refused', () => {
  const options = { seed: 1, resamples: 200, method: 'percentile' } as const
  expect(codeOf(bootstrap([], mean, options))).toBe('too-few-values')
  expect(codeOf(bootstrap([1], mean, options))).toBe('too-few-values')
  expect(codeOf(bootstrap([2, 2, 2], mean, options))).toBe('no-variation')
  expect(codeOf(bootstrap(skewed, () => undefined, options))).toBe('statistic-undefined')
  expect(codeOf(bootstrap(skewed, () => Number.NaN, options))).toBe('statistic-undefined')
  expect(codeOf(bootstrap(skewed, () => Number.POSITIVE_INFINITY, options))).toBe('statistic-undefined')
  expect(codeOf(bootstrap(skewed, mean, { ...options, level: 0.999 }))).toBe('too-few-resamples')
  const oftenUndefined = (values: readonly number[]) => (values.includes(22) ? mean(values) : undefined)
  expect(codeOf(bootstrap(skewed, oftenUndefined, options))).toBe('statistic-undefined')
  // The greatest value is above none of its resamples' greatest: all lie on one side.
  expect(codeOf(bootstrap([1, 2], (values) => Math.min(...values), { ...options, method: 'bca' }))).toBe(
    'statistic-undefined',
  )
  for (const resamples of [0, -1, 1.5])
    expect(() => bootstrap(skewed, mean, { ...options, resamples })).toThrow(RangeError)
})

test('resamples without an answer are counted when they are few', () => {
  const answer = valued(
    bootstrap([...skewed, ...skewed, ...skewed], (values) => (values.includes(22) ? mean(values) : undefined), {
      seed: 3,
      resamples: 400,
      method: 'percentile',
    }),
  )
  expect(answer.resamplesUndefined).toBeGreaterThan(0)
  expect(answer.resamplesUndefined).toBeLessThanOrEqual(20)
})
