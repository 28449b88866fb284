import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cholesky, invertCholesky, solveCholesky } from '../../../src/statistics/matrix/cholesky.ts'

const multiply = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
  a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((total, value, k) => total + value * (b[k]?.[j] ?? 0), 0)))

test('solving and inverting undo the matrix', () => {
  const square = fc.integer({ min: 1, max: 5 }).chain((n) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
  )
  fc.assert(
    fc.property(square, (half) => {
      const matrix = half.map((row, i) =>
        half.map((other, j) => row.reduce((t, v, k) => t + v * (other[k] ?? 0), i === j ? 1 : 0)),
      )
      const factor = cholesky(matrix)
      if ('dependent' in factor) throw new Error('A matrix with 1 added to its diagonal has a factor.')
      for (const [i, row] of multiply(matrix, invertCholesky(factor.lower)).entries())
        for (const [j, value] of row.entries()) expect(value).toBeCloseTo(i === j ? 1 : 0, 8)
      const x = solveCholesky(
        factor.lower,
        matrix.map((row) => row.reduce((a, b) => a + b, 0)),
      )
      for (const value of x) expect(value).toBeCloseTo(1, 8)
    }),
    { seed: 74, numRuns: 100 },
  )
})

test('the column that follows from the others is named', () => {
  expect(
    cholesky([
      [1, 2],
      [2, 4],
    ]),
  ).toEqual({ dependent: 1 })
  expect(cholesky([[0]])).toEqual({ dependent: 0 })
  expect(
    cholesky([
      [1, 0, 1],
      [0, 1, 1],
      [1, 1, 2],
    ]),
  ).toEqual({ dependent: 2 })
  // Within rounding of following from the others counts as following.
  expect(
    cholesky([
      [1, 1],
      [1, 1 + 1e-13],
    ]),
  ).toEqual({ dependent: 1 })
})
