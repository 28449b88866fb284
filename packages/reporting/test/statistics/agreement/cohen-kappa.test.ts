import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cohenKappa, type KappaWeights } from '../../../src/statistics/agreement/cohen-kappa.ts'
import { ratingTable } from '../../../src/statistics/agreement/rating-table.ts'
import { codeOf, valued } from '../../fixtures.ts'

const table = fc
  .integer({ min: 2, max: 4 })
  .chain((k) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: k, maxLength: k }), { minLength: k, maxLength: k }),
  )

test('kappa is one minus observed over expected disagreement, pair by pair, and its error is the delta method by differences', () => {
  const kappaOf = (p: readonly (readonly number[])[], weights: KappaWeights) => {
    const k = p.length
    const off = (i: number, j: number) => {
      if (weights === 'none') return i === j ? 0 : 1
      return weights === 'linear' ? Math.abs(i - j) : (i - j) ** 2
    }
    let [observed, expected, total] = [0, 0, 0]
    for (const row of p) for (const share of row) total += share
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++) {
        observed += (off(i, j) * (p[i]?.[j] ?? 0)) / total
        for (let a = 0; a < k; a++)
          for (let b = 0; b < k; b++) expected += (off(i, j) * (p[i]?.[a] ?? 0) * (p[b]?.[j] ?? 0)) / total ** 2
      }
    return 1 - observed / expected
  }
  fc.assert(
    fc.property(table, fc.constantFrom('none', 'linear', 'quadratic'), (counts, kind) => {
      const weights = kind as KappaWeights
      const answer = cohenKappa(counts, { weights })
      if ('refusal' in answer) return
      const { kappa, standardError, n, interval } = answer.value
      expect(kappa).toBeCloseTo(kappaOf(counts, weights), 9)
      const p = counts.map((row) => row.map((count) => count / n))
      const h = 1e-6
      const slopes = p.map((row, i) =>
        row.map((_, j) => {
          const moved = (by: number) => p.map((r, a) => r.map((share, b) => share + (a === i && b === j ? by : 0)))
          return (kappaOf(moved(h), weights) - kappaOf(moved(-h), weights)) / (2 * h)
        }),
      )
      const mean = p
        .flatMap((row, i) => row.map((share, j) => share * (slopes[i]?.[j] ?? 0)))
        .reduce((a, b) => a + b, 0)
      const variance = p
        .flatMap((row, i) => row.map((share, j) => share * ((slopes[i]?.[j] ?? 0) - mean) ** 2))
        .reduce((a, b) => a + b, 0)
      expect(standardError).toBeCloseTo(Math.sqrt(variance / n), 5)
      expect(interval !== undefined).toBe(standardError > 0)
    }),
    { seed: 72, numRuns: 150 },
  )
})

test('full agreement has no interval, and one category throughout no kappa', () => {
  const full = valued(
    cohenKappa(
      [
        [5, 0],
        [0, 5],
      ],
      { weights: 'none' },
    ),
  )
  expect(full.kappa).toBe(1)
  expect(full.interval).toBeUndefined()
  expect(
    codeOf(
      cohenKappa(
        [
          [9, 0],
          [0, 0],
        ],
        { weights: 'none' },
      ),
    ),
  ).toBe('no-variation')
  expect(
    valued(
      cohenKappa(
        [
          [0, 5],
          [4, 0],
        ],
        { weights: 'none' },
      ),
    ).kappa,
  ).toBeLessThan(0)
})

test('bad tables are refused', () => {
  const code = (counts: readonly (readonly number[])[]) => codeOf(cohenKappa(counts, { weights: 'none' }))
  expect(code([])).toBe('counts-wrong')
  expect(code([[3]])).toBe('counts-wrong')
  expect(code([[1, 2], [3]])).toBe('counts-wrong')
  expect(
    code([
      [1, 2],
      [3, -1],
    ]),
  ).toBe('counts-wrong')
  expect(
    code([
      [1, 2],
      [3, 0.5],
    ]),
  ).toBe('counts-wrong')
  expect(
    code([
      [0, 0],
      [0, 1],
    ]),
  ).toBe('too-few-values')
})

test('ratings make a table, and what only one rater saw is counted apart', () => {
  const answer = valued(ratingTable([1, 2, null, 1, null], [1, 1, 2, 2, null], [1, 2]))
  expect(answer).toEqual({
    categories: [1, 2],
    counts: [
      [1, 1],
      [1, 0],
    ],
    incomplete: 2,
  })
  expect(codeOf(ratingTable([1], [1, 2], [1, 2]))).toBe('lengths-differ')
  expect(codeOf(ratingTable([3], [1], [1, 2]))).toBe('category-unknown')
  expect(codeOf(ratingTable([null], [9], [1, 2]))).toBe('category-unknown')
  const many = Array.from({ length: 10_000 }, (_, index) => index)
  expect(codeOf(ratingTable(many, many, many))).toBe('too-large-for-exact')
})
