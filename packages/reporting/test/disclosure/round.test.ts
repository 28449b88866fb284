import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reaches, roundCount, wholePercent } from '../../src/index.ts'

test.each([
  [0, 0],
  [2, 0],
  [2.4999, 0],
  [2.5, 5],
  [3, 5],
  [7, 5],
  [7.4999, 5],
  [7.5, 10],
  [22.4, 20],
  [22.5, 25],
  [0.8 + 1.7, 5],
  [0.1 + 0.2, 0],
  [2.5 - 1e-5, 0],
  [1.1 + 1.1 + 0.3, 5],
  [4.35 * 100 - 432.5, 5],
  [102.5, 105],
  [1e9 + 2.5, 1e9 + 5],
])('%d is shown as %i', (value, shown) => {
  expect(roundCount(value)).toBe(shown)
})

test('rounding agrees with exact arithmetic on every decimal of up to six places', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }), (units, places) => {
      const scale = 10n ** BigInt(places)
      const value = Number(`${units / scale}.${(units % scale).toString().padStart(places, '0')}`)
      const below = (units / (5n * scale)) * 5n
      const rest = units - below * scale
      expect(roundCount(value)).toBe(Number(2n * rest >= 5n * scale ? below + 5n : below))
    }),
    { numRuns: 1000 },
  )
})

test('whole percent agrees with exact arithmetic', () => {
  for (let n = 1; n <= 200; n += 1)
    for (let k = 0; k <= n; k += 1) {
      const shown = BigInt(wholePercent(k, n))
      const [low, high, twice] = [(2n * shown - 1n) * BigInt(n), (2n * shown + 1n) * BigInt(n), 200n * BigInt(k)]
      expect(low <= twice && twice < high).toBe(true)
    }
})

test('thresholds are read as decimals', () => {
  expect(reaches(22.4, 22.5)).toBe(false)
  expect(reaches(22.5, 22.5)).toBe(true)
  expect(reaches(0.1 + 0.2, 0.3)).toBe(true)
  expect(reaches(22.2 + 0.3, 22.5)).toBe(true)
})

test('what is no count throws', () => {
  for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => roundCount(value)).toThrow(RangeError)
  expect(() => wholePercent(3, 2)).toThrow(RangeError)
  expect(() => wholePercent(0.5, 2)).toThrow(RangeError)
})
