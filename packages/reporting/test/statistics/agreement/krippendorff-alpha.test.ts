import fc from 'fast-check'
import { expect, test } from 'vitest'
import { krippendorffAlpha, type UnitValues } from '../../../src/statistics/agreement/krippendorff-alpha.ts'
import type { Metric } from '../../../src/statistics/agreement/metric.ts'
import { codeOf, valued } from '../../fixtures.ts'

const drawing = { seed: 8, resamples: 1000 }

/** By the matrix of coincidences, as the source has it. */
function byCoincidences(all: readonly UnitValues[], metric: Metric): number | undefined {
  const paired = all.map((unit) => unit.filter((value) => value !== null) as number[]).filter((unit) => unit.length > 1)
  const values = [...new Set(paired.flat())].sort((a, b) => a - b)
  const o = values.map(() => values.map(() => 0))
  for (const unit of paired)
    for (const [i, a] of unit.entries())
      for (const [j, b] of unit.entries()) {
        const row = o[values.indexOf(a)] ?? []
        if (i !== j) row[values.indexOf(b)] = (row[values.indexOf(b)] ?? 0) + 1 / (unit.length - 1)
      }
  const n = o.map((row) => row.reduce((a, b) => a + b, 0))
  const total = n.reduce((a, b) => a + b, 0)
  const apart = (c: number, k: number) => {
    const [a, b] = [values[c] ?? 0, values[k] ?? 0]
    if (c === k) return 0
    if (metric === 'nominal') return 1
    if (metric === 'interval') return (a - b) ** 2
    if (metric === 'ratio') return ((a - b) / (a + b)) ** 2
    const between = n.slice(Math.min(c, k), Math.max(c, k) + 1).reduce((x, y) => x + y, 0)
    return (between - ((n[c] ?? 0) + (n[k] ?? 0)) / 2) ** 2
  }
  let [observed, expected] = [0, 0]
  for (const [c, row] of o.entries())
    for (const [k, value] of row.entries()) {
      observed += value * apart(c, k)
      expected += ((n[c] ?? 0) * (n[k] ?? 0) * apart(c, k)) / (total - 1)
    }
  return expected === 0 ? undefined : 1 - observed / expected
}

test('alpha is that of the matrix of coincidences, whatever is missing', () => {
  const unit = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.array(unit, { minLength: 2, maxLength: 12 }),
      fc.constantFrom('nominal', 'ordinal', 'interval', 'ratio'),
      (all, kind) => {
        const metric = kind as Metric
        const answer = krippendorffAlpha(all, { metric, seed: 1, resamples: 60, level: 0.8 })
        if ('refusal' in answer) return
        expect(answer.value.alpha).toBeCloseTo(byCoincidences(all, metric) ?? Number.NaN, 9)
      },
    ),
    { seed: 73, numRuns: 150 },
  )
})

test('words are for the nominal metric, numbers below nought not for the ratio one', () => {
  const words = [
    ['a', 'a'],
    ['b', 'b'],
    ['a', 'b'],
    ['b', 'b'],
    ['a', 'a'],
  ]
  expect(valued(krippendorffAlpha(words, { metric: 'nominal', ...drawing })).n).toBe(5)
  expect(codeOf(krippendorffAlpha(words, { metric: 'ordinal', ...drawing }))).toBe('value-not-finite')
  expect(
    codeOf(
      krippendorffAlpha(
        [
          [1, -1],
          [2, 3],
        ],
        { metric: 'ratio', ...drawing },
      ),
    ),
  ).toBe('value-not-finite')
})

test('what says nothing of agreement is refused; full agreement has no interval', () => {
  const nominal = { metric: 'nominal', ...drawing } as const
  expect(codeOf(krippendorffAlpha([], nominal))).toBe('too-few-values')
  expect(
    codeOf(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
          [3, 3],
        ],
        nominal,
      ),
    ),
  ).toBe('too-few-values')
  expect(
    codeOf(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        nominal,
      ),
    ),
  ).toBe('no-variation')
  expect(
    codeOf(
      krippendorffAlpha(
        [
          [1, Number.NaN],
          [1, 1],
        ],
        nominal,
      ),
    ),
  ).toBe('value-not-finite')
  const full = valued(
    krippendorffAlpha(
      Array.from({ length: 20 }, (_, i) => [i % 2, i % 2]),
      nominal,
    ),
  )
  expect(full.alpha).toBe(1)
  expect(full.interval).toBeUndefined()
})

test('ten thousand different values do not stop the machine', () => {
  const many = Array.from({ length: 5000 }, (_, index) => [2 * index, 2 * index + 1])
  expect(codeOf(krippendorffAlpha(many, { metric: 'ratio', ...drawing }))).toBe('too-large-for-exact')
  expect(valued(krippendorffAlpha(many, { metric: 'nominal', seed: 1, resamples: 9, level: 0.5 })).alpha).toBeLessThan(
    0.1,
  )
})
