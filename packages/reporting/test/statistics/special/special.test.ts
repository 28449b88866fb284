import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaTails } from '../../../src/statistics/special/beta-tails.ts'
import { brentZero } from '../../../src/statistics/special/brent-zero.ts'
import { findRoot } from '../../../src/statistics/special/find-root.ts'
import { gammaTails } from '../../../src/statistics/special/gamma-tails.ts'
import { logGamma, stirlingError } from '../../../src/statistics/special/log-gamma.ts'
import { logBinomialTerm } from '../../../src/statistics/special/saddle-point.ts'
import { logComplement } from '../../../src/statistics/special/tails.ts'

test('log Gamma at whole numbers is the logarithm of a factorial, and at a half that of the root of pi', () => {
  let factorial = 1
  for (let n = 1; n <= 20; n++) {
    expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(1e-13)
    factorial *= n
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14)
  expect(stirlingError(15)).toBeCloseTo(0.005554733551962801, 15)
  expect(stirlingError(0.5)).toBeCloseTo(0.1534264097200273, 14)
})

test('binomial terms are what multiplying out gives', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
  for (let n = 1; n <= 25; n++)
    for (let k = 0; k <= n; k++) {
      const right = choose(n, k) * 0.3 ** k * 0.7 ** (n - k)
      expect(Math.abs(Math.exp(logBinomialTerm(k, n, 0.3, 0.7)) / right - 1)).toBeLessThan(1e-12)
    }
})

test('both tails make one, whatever the parameters', () => {
  const size = fc.double({ min: 0.05, max: 2000, noNaN: true })
  fc.assert(
    fc.property(size, size, fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (a, b, x) => {
      for (const { lower, upper } of [betaTails(x, 1 - x, a, b), gammaTails(a, b)]) {
        expect(lower).toBeLessThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(0)
        expect(Math.abs(Math.exp(lower) + Math.exp(upper) - 1)).toBeLessThan(1e-14)
      }
      // The same area from the other end.
      expect(Math.exp(betaTails(x, 1 - x, a, b).lower)).toBeCloseTo(Math.exp(betaTails(1 - x, x, b, a).upper), 12)
    }),
    { seed: 11 },
  )
})

test('roots are found to the last digits, of steep and of flat functions', () => {
  for (const f of [
    (x: number) => x ** 3 - 2,
    (x: number) => Math.exp(40 * x) - Math.exp(40 * Math.cbrt(2)),
    (x: number) => Math.atan(1e6 * (x - Math.cbrt(2))),
    (x: number) => (x - Math.cbrt(2)) ** 3,
  ]) {
    expect(Math.abs(findRoot(f, 0, 2) - Math.cbrt(2))).toBeLessThan(2e-15)
    expect(Math.abs(brentZero(f, 0, 2, 1e-15) - Math.cbrt(2))).toBeLessThan(1e-5)
  }
  expect(findRoot((x) => x, 0, 1)).toBe(0)
  expect(findRoot((x) => x - 1, 0, 1)).toBe(1)
  expect(brentZero((x) => x, 0, 1, 1e-9)).toBe(0)
  expect(brentZero((x) => x - 1, 0, 1, 1e-9)).toBe(1)
  expect(() => findRoot((x) => x + 1, 0, 1)).toThrow(/no change of sign/)
})

test('the complement of a logarithm keeps its digits at both ends', () => {
  expect(logComplement(-1e-12)).toBeCloseTo(Math.log(1e-12), 11)
  expect(logComplement(-60)).toBeCloseTo(-Math.exp(-60), 40)
  expect(logComplement(-60)).toBeLessThan(0)
  expect(logComplement(-Math.LN2)).toBeCloseTo(-Math.LN2, 15)
})
