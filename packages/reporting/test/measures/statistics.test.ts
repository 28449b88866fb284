import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanOf, sum, wilsonInterval } from '../../src/index.ts'

test('the mean and sd of the sleep data of R, group 1 (Student 1908)', () => {
  const { mean, n, sd } = meanOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2])
  expect([mean, n]).toEqual([0.75, 10])
  expect(sd).toBeCloseTo(1.78901, 5)
})

test('the sd of numbers far from zero, where the one-pass formula breaks', () => {
  expect(meanOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toEqual({ mean: 1e9 + 10, n: 4, sd: Math.sqrt(30) })
})

test('one value has no spread, and none has no mean', () => {
  expect(meanOf([3])).toEqual({ mean: 3, n: 1 })
  expect(() => meanOf([])).toThrow(RangeError)
})

test('the order of values leaves no trace', () => {
  const shuffled = fc
    .array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 })
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      expect(meanOf(other)).toEqual(meanOf(list))
    }),
  )
})

test('sums of decimals come out as on paper', () => {
  expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1)
  expect(sum([])).toBe(0)
})

test.each([
  [81, 263, 25.53, 36.62],
  [15, 148, 6.24, 16.05],
  [0, 20, 0, 16.11],
  [1, 29, 0.61, 17.18],
])('the interval of %i in %i, as in Newcombe (1998), table I, method 3', (count, n, low, high) => {
  const interval = wilsonInterval(count, n)
  expect(interval.low).toBeCloseTo(low, 1)
  expect(interval.high).toBeCloseTo(high, 1)
})

test('the interval holds the share, and turns round with it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
      ([count, n]) => {
        const { low, high } = wilsonInterval(count, n)
        const other = wilsonInterval(n - count, n)
        expect(low).toBeLessThanOrEqual((100 * count) / n + 1e-9)
        expect(high).toBeGreaterThanOrEqual((100 * count) / n - 1e-9)
        expect(low).toBeCloseTo(100 - other.high, 8)
      },
    ),
  )
  expect(() => wilsonInterval(2, 1)).toThrow(RangeError)
  expect(() => wilsonInterval(0, 0)).toThrow(RangeError)
})
