import { expect, test } from 'vitest'
import {
  binomialDensity,
  binomialProbability,
  binomialQuantile,
  chiSquareProbability,
  chiSquareQuantile,
  fProbability,
  fQuantile,
  hypergeometricDensity,
  hypergeometricProbability,
  hypergeometricQuantile,
  noncentralTProbability,
  noncentralTQuantile,
  normalProbability,
  normalQuantile,
  rankSumProbability,
  rankSumQuantile,
  signedRankProbability,
  signedRankQuantile,
  tProbability,
  tQuantile,
} from '../../../src/statistics/index.ts'

const levels = [1e-300, 1e-100, 1e-12, 0.001, 0.2, 0.26, 0.499999, 0.5, 0.51, 0.8, 0.975, 1 - 1e-9]
const tails = ['lower', 'upper'] as const

test.each(levels)('a quantile at %d brings the probability back', (p) => {
  for (const tail of tails) {
    const pairs: readonly (readonly [number, string])[] = [
      [normalProbability(normalQuantile(p, { tail }), { tail }), 'normal'],
      ...[1, 2, 9.5, 3000].map((df) => [tProbability(tQuantile(p, { df, tail }), { df, tail }), `t ${df}`] as const),
      ...[3, 9.5, 3000].map(
        (df) => [chiSquareProbability(chiSquareQuantile(p, { df, tail }), { df, tail }), `chi-square ${df}`] as const,
      ),
      ...[
        { df1: 4, df2: 7.5 },
        { df1: 300, df2: 40 },
      ].map((df) => [fProbability(fQuantile(p, { ...df, tail }), { ...df, tail }), `F ${df.df1}`] as const),
      ...[
        { df: 3, ncp: -2 },
        { df: 30, ncp: 5 },
      ].map((t) => [noncentralTProbability(noncentralTQuantile(p, { ...t, tail }), { ...t, tail }), 'nct'] as const),
    ]
    for (const [back, name] of pairs)
      expect({ name, tail, back: Math.abs(back / p - 1) < 1e-10 }).toEqual({ name, tail, back: true })
  }
})

test('a quantile of something discrete is the least that reaches its probability', () => {
  const urn = { marked: 7, unmarked: 9, drawn: 6 }
  for (const p of [0, 1e-9, 0.01, 0.3, 0.5, 0.77, 0.999, 1]) {
    const all: readonly (readonly [number, (k: number) => number, number])[] = [
      [binomialQuantile(p, { n: 12, share: 0.3 }), (k) => binomialProbability(k, { n: 12, share: 0.3 }), 12],
      [hypergeometricQuantile(p, urn), (k) => hypergeometricProbability(k, urn), 6],
      [signedRankQuantile(p, { n: 7 }), (k) => signedRankProbability(k, { n: 7 }), 28],
      [rankSumQuantile(p, { first: 4, second: 5 }), (k) => rankSumProbability(k, { first: 4, second: 5 }), 20],
    ]
    for (const [quantile, probability, most] of all) {
      expect(quantile).toBeGreaterThanOrEqual(0)
      expect(quantile).toBeLessThanOrEqual(most)
      expect(probability(quantile)).toBeGreaterThanOrEqual(p * (1 - 1e-12))
      if (quantile > 0) expect(probability(quantile - 1)).toBeLessThan(p)
    }
  }
})

test('the upper tail is beyond the point, and a quantile of it the least that is exceeded so rarely', () => {
  const coins = { n: 4, share: 0.5 }
  expect(binomialProbability(3, { ...coins, tail: 'upper' })).toBeCloseTo(1 / 16, 15)
  expect(binomialQuantile(1 / 16, { ...coins, tail: 'upper' })).toBe(3)
  expect(binomialQuantile(0, { ...coins, tail: 'upper' })).toBe(4)
  expect(signedRankQuantile(0, { n: 60, tail: 'upper' })).toBe(1830)
  expect(signedRankQuantile(1, { n: 60 })).toBe(1830)
  expect(rankSumQuantile(1, { first: 3, second: 9 })).toBe(27)
  expect(rankSumQuantile(1, { first: 9, second: 3, tail: 'upper' })).toBe(0)
  const urn = { marked: 3, unmarked: 2, drawn: 4 }
  expect(hypergeometricProbability(2, { ...urn, tail: 'upper' })).toBeCloseTo(2 / 5, 14)
  expect(hypergeometricQuantile(1, { ...urn, tail: 'upper' })).toBe(2)
})

test('what cannot happen is 0 and has no logarithm', () => {
  expect(chiSquareProbability(-1, { df: 2 })).toBe(0)
  expect(chiSquareProbability(-1, { df: 2, tail: 'upper' })).toBe(1)
  expect(fProbability(0, { df1: 2, df2: 2 })).toBe(0)
  expect(binomialProbability(-1, { n: 3, share: 0.2 })).toBe(0)
  expect(binomialProbability(2.7, { n: 3, share: 1 })).toBe(0)
  expect(binomialProbability(3, { n: 3, share: 1, log: true })).toBe(0)
  expect(binomialDensity(3, { n: 3, share: 1 })).toBe(1)
  expect(binomialDensity(2, { n: 3, share: 1 })).toBe(0)
  expect(binomialDensity(0, { n: 3, share: 0 })).toBe(1)
  expect(binomialDensity(4, { n: 3, share: 0.5 })).toBe(0)
  expect(binomialDensity(0, { n: 0, share: 0.5 })).toBe(1)
  expect(hypergeometricDensity(5, { marked: 3, unmarked: 3, drawn: 4 })).toBe(0)
  expect(hypergeometricDensity(0, { marked: 3, unmarked: 3, drawn: 4 })).toBe(0)
  expect(() => chiSquareProbability(-1, { df: 2, log: true })).toThrow(/tail is 0 here/)
  expect(() => hypergeometricDensity(5, { marked: 3, unmarked: 3, drawn: 4, log: true })).toThrow(RangeError)
})

test('a caller who asks nonsense is told so', () => {
  for (const nonsense of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(() => normalProbability(nonsense)).toThrow(RangeError)
    expect(() => tProbability(nonsense, { df: 1 })).toThrow(RangeError)
    expect(() => tProbability(1, { df: nonsense })).toThrow(RangeError)
    expect(() => chiSquareProbability(1, { df: nonsense })).toThrow(RangeError)
    expect(() => fProbability(1, { df1: 1, df2: nonsense })).toThrow(RangeError)
    expect(() => noncentralTProbability(1, { df: 1, ncp: nonsense })).toThrow(RangeError)
    expect(() => binomialProbability(nonsense, { n: 1, share: 0.5 })).toThrow(RangeError)
    expect(() => binomialProbability(1, { n: 1, share: nonsense })).toThrow(RangeError)
    expect(() => signedRankProbability(nonsense, { n: 4 })).toThrow(RangeError)
    expect(() => normalQuantile(nonsense)).toThrow(RangeError)
    expect(() => signedRankQuantile(nonsense, { n: 4 })).toThrow(RangeError)
  }
  for (const p of [0, 1, -0.1, 1.1]) {
    expect(() => normalQuantile(p)).toThrow(RangeError)
    expect(() => tQuantile(p, { df: 3 })).toThrow(RangeError)
    expect(() => chiSquareQuantile(p, { df: 3 })).toThrow(RangeError)
    expect(() => fQuantile(p, { df1: 3, df2: 3 })).toThrow(RangeError)
    expect(() => noncentralTQuantile(p, { df: 3, ncp: 1 })).toThrow(RangeError)
  }
  expect(() => tProbability(1, { df: 0 })).toThrow(/df/)
  expect(() => binomialProbability(1, { n: 1.5, share: 0.5 })).toThrow(/whole/)
  expect(() => binomialDensity(0.5, { n: 2, share: 0.5 })).toThrow(/whole/)
  expect(() => binomialQuantile(2, { n: 2, share: 0.5 })).toThrow(RangeError)
  expect(() => hypergeometricProbability(1, { marked: 2, unmarked: 2, drawn: 5 })).toThrow(/5 cannot be drawn/)
  expect(() => hypergeometricProbability(1, { marked: 2, unmarked: 2, drawn: 2, oddsRatio: 0 })).toThrow(RangeError)
  expect(() => signedRankProbability(1, { n: 1001 })).toThrow(/too many/)
  expect(() => rankSumProbability(1, { first: 400, second: 400 })).toThrow(/too many/)
  expect(() => tQuantile(1e-300, { df: 0.5 })).toThrow(/too large/)
  expect(() => fQuantile(1e-300, { df1: 2, df2: 0.5, tail: 'upper' })).toThrow(/too large/)
  expect(chiSquareQuantile(1e-300, { df: 0.5 })).toBe(0)
})
