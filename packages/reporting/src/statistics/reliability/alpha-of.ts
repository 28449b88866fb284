import { sum } from '../../measures/sum.ts'

/** Alpha by a matrix of covariances of two items or more, or undefined when the total does not vary. */
export function alphaOf(matrix: readonly (readonly number[])[]): number | undefined {
  const k = matrix.length
  const own = sum(matrix.map((row, i) => row[i] ?? 0))
  const total = sum(matrix.flat())
  if (!(total > 1e-12 * own)) return undefined
  return (k / (k - 1)) * (1 - own / total)
}
