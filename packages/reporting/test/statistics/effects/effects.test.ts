import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hedgesFactor } from '../../../src/statistics/effects/hedges-correction.ts'
import {
  cohensD,
  cohensDav,
  cohensDz,
  glassDelta,
  hedgesG,
  noncentralTProbability,
  rankBiserial,
  rankBiserialMatched,
  signedRankExact,
} from '../../../src/statistics/index.ts'
import { codeOf, valued } from '../../fixtures.ts'

type Run = typeof cohensDz
const effects: Readonly<Record<string, Run>> = {
  cohensD,
  hedgesG: (a, b, options) => hedgesG(a, b, { ...options, correction: 'exact' }),
  glassDelta,
  cohensDz,
  cohensDav: (a, b, options) => cohensDav(a, b, { ...options, average: 'sds' }),
  rankBiserial,
  rankBiserialMatched,
}
const first = [4, 5, 5, 3, 4, 6]
const second = [3, 3, 4, 3, 2, 5]

test.each(Object.entries(effects))('%s refuses what it cannot use, and throws at a level that is none', (_, run) => {
  expect(codeOf(run([1, Number.NaN, 2], [1, 2, 3]))).toBe('value-not-finite')
  expect(codeOf(run([], []))).toBe('too-few-values')
  expect(codeOf(run([2, 2, 2], [2, 2, 2]))).toBe('no-variation')
  expect(() => run(first, second, { level: 1 })).toThrow(RangeError)
})

test.each(Object.entries(effects))('%s gives neither NaN nor infinity, and its interval holds it', (_, run) => {
  const value = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.double({ noNaN: true, min: -1e100, max: 1e100 }))
  const pairs = fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 7 })
  fc.assert(
    fc.property(pairs, (all) => {
      const result = run(
        all.map(([x]) => x),
        all.map(([, y]) => y),
      )
      if ('refusal' in result) return
      const { estimate, interval } = result.value
      for (const number of [estimate, interval.low, interval.high]) expect(Number.isFinite(number)).toBe(true)
      expect(interval.low).toBeLessThanOrEqual(estimate + 1e-9 * Math.abs(estimate))
      expect(interval.high).toBeGreaterThanOrEqual(estimate - 1e-9 * Math.abs(estimate))
    }),
    { seed: 31, numRuns: 60 },
  )
})

test.each(Object.entries(effects))('%s turns round with its arguments, and does not care about units', (name, run) => {
  const one = valued(run(first, second))
  const scaled = valued(
    run(
      first.map((x) => 10 * x - 7),
      second.map((x) => 10 * x - 7),
    ),
  )
  expect(scaled.estimate).toBeCloseTo(one.estimate, 12)
  expect(scaled.interval.low).toBeCloseTo(one.interval.low, 9)
  if (name === 'glassDelta') return
  const turned = valued(run(second, first))
  expect(turned.estimate).toBeCloseTo(-one.estimate, 12)
  expect(turned.interval.high).toBeCloseTo(-one.interval.low, 9)
})

test("Hedges' factor: exact as gamma functions give it, approximate within a thousandth from ten degrees of freedom", () => {
  expect(hedgesFactor(2, 'exact')).toBeCloseTo(1 / Math.sqrt(Math.PI), 14)
  expect(hedgesFactor(4, 'exact')).toBeCloseTo(1 / Math.sqrt(2) / (Math.sqrt(Math.PI) / 2), 14)
  expect(hedgesFactor(18, 'approximate')).toBeCloseTo(1 - 3 / 71, 15)
  expect(hedgesFactor(7, 'none')).toBe(1)
  for (let df = 10; df < 400; df += 13)
    expect(Math.abs(hedgesFactor(df, 'exact') - hedgesFactor(df, 'approximate'))).toBeLessThan(1e-3)
  expect(hedgesFactor(1e6, 'exact')).toBeCloseTo(1, 5)
})

test('at either end of an interval t is as far out as the level says', () => {
  const { estimate, interval } = valued(cohensDz(first, second, { level: 0.9 }))
  const root = Math.sqrt(first.length)
  const at = (end: number, tail: 'lower' | 'upper') =>
    noncentralTProbability(estimate * root, { df: first.length - 1, ncp: end * root, tail })
  expect(at(interval.low, 'upper')).toBeCloseTo(0.05, 12)
  expect(at(interval.high, 'lower')).toBeCloseTo(0.05, 12)
})

test('the units differ: pooled, of the differences, of both sides, of the control', () => {
  // Differences 1, 2, 1, 0, 2, 1: mean 7/6, variance 17/30; variances of the sides 11/10 and 16/15.
  const mean = 7 / 6
  expect(valued(cohensDz(first, second)).estimate).toBeCloseTo(mean / Math.sqrt(17 / 30), 12)
  expect(valued(cohensD(first, second)).estimate).toBeCloseTo(mean / Math.sqrt((11 / 10 + 16 / 15) / 2), 12)
  expect(valued(cohensDav(first, second, { average: 'variances' })).estimate).toBeCloseTo(
    mean / Math.sqrt((11 / 10 + 16 / 15) / 2),
    12,
  )
  expect(valued(cohensDav(first, second, { average: 'sds' })).estimate).toBeCloseTo(
    (2 * mean) / (Math.sqrt(11 / 10) + Math.sqrt(16 / 15)),
    12,
  )
  expect(valued(glassDelta(first, second)).estimate).toBeCloseTo(mean / Math.sqrt(16 / 15), 12)
  expect(valued(cohensDz(first, second, { correction: 'exact' })).estimate).toBeCloseTo(
    (mean / Math.sqrt(17 / 30)) * hedgesFactor(5, 'exact'),
    12,
  )
})

test('two pairs have no correction, and a control that does not vary is no unit', () => {
  expect(codeOf(cohensDz([1, 2], [0, 5], { correction: 'exact' }))).toBe('too-few-values')
  expect(codeOf(cohensDav([1, 2], [0, 5], { average: 'sds', correction: 'approximate' }))).toBe('too-few-values')
  expect(valued(cohensDz([1, 2], [0, 5])).n).toBe(2)
  expect(codeOf(glassDelta([1, 2, 3], [4, 4, 4]))).toBe('no-variation')
})

test('rank-biserial is the balance of rank sums or of pairs, and 1 has an interval with a width', () => {
  const { statistic } = valued(signedRankExact(first, second))
  const matched = valued(rankBiserialMatched(first, second))
  expect([matched.n, matched.zeros]).toEqual([6, 1])
  expect(matched.estimate).toBe((2 * statistic) / 15 - 1)
  expect(matched.interval.high).toBe(1)
  expect(matched.interval.low).toBeLessThan(0.99)
  const apart = valued(rankBiserial([1, 2, 3], [4, 5, 6]))
  expect([apart.estimate, apart.interval.low]).toEqual([-1, -1])
  expect(apart.interval.high).toBeGreaterThan(-0.99)
})
