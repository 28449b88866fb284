import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chiSquareGoodnessOfFit,
  chiSquareIndependence,
  fisherExact,
  mannWhitneyExact,
  mannWhitneyNormal,
  mcNemarChiSquare,
  mcNemarExact,
  pairedTTest,
  signedRankExact,
  signedRankNormal,
  type TestOptions,
  welchTTest,
} from '../../../src/statistics/index.ts'
import { codeOf, valued } from '../../fixtures.ts'

const rough = { continuity: false } as const
const paired = {
  pairedTTest,
  signedRankExact,
  signedRankNormal: (a: readonly number[], b: readonly number[], options: TestOptions = {}) =>
    signedRankNormal(a, b, { ...options, ...rough }),
}
const grouped = {
  welchTTest,
  mannWhitneyExact,
  mannWhitneyNormal: (a: readonly number[], b: readonly number[], options: TestOptions = {}) =>
    mannWhitneyNormal(a, b, { ...options, ...rough }),
}

/** Every number of an answer, however deep. */
const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : []

const anything = fc.array(
  fc.oneof(fc.integer({ min: -2, max: 2 }), fc.double(), fc.constantFrom(0, 1e100, -1e100, 1e-100, 1e99)),
  { maxLength: 6 },
)

describe.each(Object.entries({ ...paired, ...grouped }))('%s', (name, run) => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e101, 1e-101, null, undefined, '3'])(
    'refuses %s with its place',
    (odd) => {
      const result = run([1, odd as number, 3], [2, 2, 5])
      expect(codeOf(result)).toBe('value-not-finite')
      expect('refusal' in result && result.refusal.path).toEqual(['first', 1])
      expect(codeOf(run([2, 2, 5], [1, 4, odd as number]))).toBe('value-not-finite')
    },
  )

  test('refuses a list with a hole, no values, and values that do not vary', () => {
    const hole = [1, 2, 3]
    delete hole[1]
    expect(codeOf(run(hole, [1, 2, 3]))).toBe('value-not-finite')
    expect(codeOf(run([], []))).toBe('too-few-values')
    expect(codeOf(run([4, 4, 4], [4, 4, 4]))).toBe('no-variation')
  })

  test('gives neither NaN nor infinity, whatever it is given', () => {
    fc.assert(
      fc.property(anything, anything, (first, second) => {
        const pairs = name in paired ? second.slice(0, first.length) : second
        const result = run(name in paired ? first.slice(0, pairs.length) : first, pairs)
        for (const number of numbersIn(result)) expect(Number.isFinite(number)).toBe(true)
        if ('value' in result) {
          expect(result.value.p).toBeGreaterThanOrEqual(0)
          expect(result.value.p).toBeLessThanOrEqual(1)
          const { low, high } = result.value.interval
          if (low !== 'unbounded' && high !== 'unbounded') expect(low).toBeLessThanOrEqual(high)
        }
      }),
      { seed: 21 },
    )
  })

  test('turned round, the estimate and the interval turn round and p stays', () => {
    const list = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 9 })
    fc.assert(
      fc.property(list, list, (a, b) => {
        const size = Math.min(a.length, b.length)
        const [first, second] = name in paired ? [a.slice(0, size), b.slice(0, size)] : [a, b]
        const [one, other] = [run(first, second), run(second, first)]
        if ('refusal' in one) {
          expect(codeOf(other)).toBe(one.refusal.code)
          return
        }
        const turned = valued<typeof one.value>(other)
        expect(turned.p).toBeCloseTo(one.value.p, 10)
        expect(turned.estimate).toBeCloseTo(-one.value.estimate, 10)
        if (one.value.interval.low !== 'unbounded')
          expect(turned.interval.high).toBeCloseTo(-one.value.interval.low, 10)
      }),
      { seed: 22 },
    )
  })

  test('throws at a level that is none', () => {
    for (const level of [0, 1, -1, 95, Number.NaN])
      expect(() => run([1, 2, 4], [3, 3, 3], { level })).toThrow(RangeError)
  })
})

test('pairs must be pairs', () => {
  for (const run of Object.values(paired)) expect(codeOf(run([1, 2, 3], [1, 2]))).toBe('lengths-differ')
})

test('a one-sided test has a one-sided interval', () => {
  const [first, second] = [
    [4, 5, 5, 3, 4, 6],
    [3, 3, 4, 3, 2, 4],
  ] as const
  for (const run of [pairedTTest, welchTTest, signedRankExact, mannWhitneyExact]) {
    const less = valued<{ p: number; interval: { low: unknown; high: unknown } }>(
      run(first, second, { alternative: 'less' }),
    )
    const greater = valued<{ p: number; interval: { low: unknown; high: unknown } }>(
      run(first, second, { alternative: 'greater' }),
    )
    expect([less.interval.low, greater.interval.high]).toEqual(['unbounded', 'unbounded'])
    expect(less.p).toBeGreaterThan(0.9)
    expect(greater.p).toBeLessThan(0.1)
  }
})

test('differences that are equal on paper are tied, and what only rounding leaves is none', () => {
  const test = valued(signedRankExact([3.4, 1.2, 0.1 + 0.2, 5], [3.2, 1, 0.3, 4]))
  expect([3.4 - 3.2 === 1.2 - 1, 0.1 + 0.2 === 0.3]).toEqual([false, false])
  expect([test.zeros, test.tied, test.statistic, test.p]).toEqual([1, true, 6, 0.25])
})

test('too few pairs for a level have no interval at that level', () => {
  const five = valued(signedRankExact([1, 2, 3, 4, 5], [0, 0, 0, 0, 0]))
  expect(five.p).toBe(0.0625)
  expect([five.interval.low, five.interval.high]).toEqual(['unbounded', 'unbounded'])
  const six = valued(signedRankExact([1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0]))
  expect([six.interval.low, six.interval.high]).toEqual([1, 6])
  const three = valued(mannWhitneyExact([1, 2, 3], [4, 5, 6]))
  expect([three.p, three.interval.low, three.interval.high]).toEqual([0.1, 'unbounded', 'unbounded'])
})

test('exact rank tests say when they are too large, and the others are not', () => {
  const many = Array.from({ length: 1100 }, (_, place) => place % 37)
  const none = many.map((_, place) => place % 5)
  expect(codeOf(signedRankExact(many, none))).toBe('too-large-for-exact')
  expect(codeOf(mannWhitneyExact(many, none))).toBe('too-large-for-exact')
  expect(valued(signedRankNormal(many, none, { continuity: true })).n).toBe(1100)
  expect(valued(mannWhitneyNormal(many, none, { continuity: true })).n).toBe(2200)
})

test('the exact Mann-Whitney p is that of all choices, however the ties lie', () => {
  const values = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 9 })
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 8 }), (all, cut) => {
      const m = Math.min(cut, all.length - 1)
      const result = mannWhitneyExact(all.slice(0, m), all.slice(m))
      if ('refusal' in result) return
      const score = (chosen: readonly number[], rest: readonly number[]) =>
        chosen
          .flatMap((x) => rest.map((y) => (x > y ? 1 : x === y ? 0.5 : 0)))
          .reduce((sum: number, each) => sum + each, 0)
      const choices = Array.from({ length: 2 ** all.length }, (_, mask) => mask).filter(
        (mask) => all.filter((_, place) => mask & (1 << place)).length === m,
      )
      const expected = (m * (all.length - m)) / 2
      const far = (u: number) => Math.abs(u - expected) >= Math.abs(result.value.statistic - expected) - 1e-9
      const hits = choices.filter((mask) =>
        far(
          score(
            all.filter((_, place) => mask & (1 << place)),
            all.filter((_, place) => !(mask & (1 << place))),
          ),
        ),
      )
      expect(result.value.statistic).toBe(score(all.slice(0, m), all.slice(m)))
      expect(result.value.p).toBeCloseTo(hits.length / choices.length, 10)
    }),
    { seed: 23, numRuns: 60 },
  )
})

describe('counts', () => {
  const four = (a: number, b: number, c: number, d: number) =>
    [
      [a, b],
      [c, d],
    ] as const
  const onFour = {
    mcNemarExact,
    fisherExact,
    mcNemarChiSquare: (table: ReturnType<typeof four>) => mcNemarChiSquare(table, { continuity: true }),
    chiSquareIndependence: (table: ReturnType<typeof four>) => chiSquareIndependence(table, { correction: 'none' }),
  }

  test.each(Object.entries(onFour))('%s refuses what is no table of counts', (_, run) => {
    for (const odd of [1.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e13, null, '2'])
      expect(codeOf(run(four(1, 2, odd as number, 4)))).toBe('counts-wrong')
    expect(codeOf(run([[1, 2], [3]] as never))).toBe('counts-wrong')
    expect(codeOf(run([] as never))).toBe('counts-wrong')
    expect(codeOf(run([[], []] as never))).toBe('counts-wrong')
    expect(codeOf(run(four(0, 0, 0, 0)))).toBe('no-variation')
  })

  test.each(Object.entries(onFour))('%s gives neither NaN nor infinity', (_, run) => {
    const cell = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3000 }))
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        for (const number of numbersIn(run(four(a, b, c, d)))) expect(Number.isFinite(number)).toBe(true)
      }),
      { seed: 24, numRuns: 60 },
    )
  })

  test('at the end of what is possible an odds ratio has no number', () => {
    const all = valued(fisherExact(four(4, 0, 0, 4)))
    expect([all.estimate, all.interval.high, all.interval.low]).toEqual(['unbounded', 'unbounded', expect.any(Number)])
    const none = valued(fisherExact(four(0, 4, 4, 0)))
    expect([none.estimate, none.interval.low]).toEqual([0, 0])
    const one = valued(mcNemarExact(four(3, 7, 0, 3)))
    expect([one.estimate, one.interval.high]).toEqual(['unbounded', 'unbounded'])
    expect(one.p).toBeCloseTo(2 / 128, 14)
    expect(valued(mcNemarExact(four(3, 0, 7, 3))).interval.low).toBe(0)
  })

  test('asked for it, Fisher stops where fisher.test of R 4.2 stops', () => {
    for (const [[[a, b], [c, d]], right] of [
      [
        [
          [12, 5],
          [7, 14],
        ],
        [4.58673054585715, 1.23034711178652, 19.0067439740184],
      ],
      [
        [
          [30, 2],
          [11, 25],
        ],
        [31.9252271166365, 7.67460584147831, 218.487681294366],
      ],
      [
        [
          [2, 9],
          [8, 3],
        ],
        [0.096119503971416, 0.00959119185260981, 0.647321450637585],
      ],
      [
        [
          [40, 60],
          [52, 44],
        ],
        [0.565767131128699, 0.33729946629905, 0.944507275441394],
      ],
    ] as const) {
      const { estimate, interval } = valued(fisherExact(four(a, b, c, d), { level: 0.9, precision: 'as-r' }))
      for (const [place, ours] of [estimate, interval.low, interval.high].entries())
        expect(Math.abs(Number(ours) / (right[place] ?? 0) - 1)).toBeLessThan(1e-11)
    }
  })

  test('rows of one size make tables as likely as their mirror images, which two-sided p has both', () => {
    const part = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1, max: 30 }), (a, c, rest) => {
        const size = Math.max(a, c) + rest
        const table = four(a, size - a, c, size - c)
        const p = (alternative: 'two-sided' | 'less' | 'greater') => {
          const result = fisherExact(table, { alternative })
          return 'value' in result ? result.value.p : 1
        }
        expect(p('two-sided')).toBeCloseTo(Math.min(1, 2 * Math.min(p('less'), p('greater'))), 11)
      }),
      { seed: 25, numRuns: 60 },
    )
  })

  test('Fisher solves to the point at which a tail has what the level leaves', () => {
    const table = four(9, 3, 2, 11)
    const { interval, estimate } = valued(fisherExact(table, { level: 0.9 }))
    const terms = Array.from({ length: 12 }, (_, k) => {
      const choose = (n: number, r: number): number => (r === 0 ? 1 : (choose(n - 1, r - 1) * n) / r)
      return k > 11 || 12 - k > 14 ? 0 : choose(11, k) * choose(14, 12 - k)
    })
    const mass = (odds: number, keep: (k: number) => number) => {
      const weights = terms.map((term, k) => term * odds ** k)
      return weights.reduce((sum, w, k) => sum + w * keep(k), 0) / weights.reduce((sum, w) => sum + w, 0)
    }
    expect(mass(Number(interval.low), (k) => (k >= 9 ? 1 : 0))).toBeCloseTo(0.05, 12)
    expect(mass(Number(interval.high), (k) => (k <= 9 ? 1 : 0))).toBeCloseTo(0.05, 12)
    expect(mass(Number(estimate), (k) => k)).toBeCloseTo(9, 12)
  })

  test('chi-square warns of small expected counts and keeps Yates to fourfold tables', () => {
    expect(valued(chiSquareIndependence(four(1, 5, 6, 2), { correction: 'yates' })).warnings).toEqual([
      'expected-below-5',
    ])
    expect(valued(chiSquareIndependence(four(20, 25, 26, 22), { correction: 'yates' })).warnings).toEqual([])
    // No expected count is half a unit away: then nothing is left.
    expect(valued(chiSquareIndependence(four(10, 10, 10, 11), { correction: 'yates' }))).toMatchObject({
      statistic: 0,
      p: 1,
    })
    const wide = [
      [1, 2, 3],
      [4, 5, 6],
    ]
    expect(codeOf(chiSquareIndependence(wide, { correction: 'yates' }))).toBe('counts-wrong')
    expect(
      codeOf(
        chiSquareIndependence(
          [
            [1, 0],
            [4, 0],
          ],
          { correction: 'none' },
        ),
      ),
    ).toBe('no-variation')
    expect(codeOf(fisherExact(four(1, 0, 4, 0)))).toBe('no-variation')
  })

  test('goodness of fit takes shares that sum to one, and refuses what cannot be tested', () => {
    expect(valued(chiSquareGoodnessOfFit([10, 10, 10])).statistic).toBe(0)
    expect(codeOf(chiSquareGoodnessOfFit([10]))).toBe('too-few-values')
    expect(codeOf(chiSquareGoodnessOfFit([0, 0]))).toBe('no-variation')
    expect(codeOf(chiSquareGoodnessOfFit([1, 2.5]))).toBe('counts-wrong')
    expect(codeOf(chiSquareGoodnessOfFit([1, 2], { shares: [0.2, 0.3, 0.5] }))).toBe('lengths-differ')
    expect(() => chiSquareGoodnessOfFit([1, 2], { shares: [0.2, 0.3] })).toThrow(RangeError)
    expect(() => chiSquareGoodnessOfFit([1, 2], { shares: [1, 0] })).toThrow(RangeError)
  })
})
