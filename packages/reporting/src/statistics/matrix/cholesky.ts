/** A matrix by rows. */
export type Matrix = readonly (readonly number[])[]

/**
 * The lower triangle L with L Lᵀ = `matrix`, or the first column that is, within rounding, a combination of those before it.
 * A diagonal element left below 1e-11 of what it was counts as none.
 *
 * Source: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), chapter 10.
 */
export function cholesky(matrix: Matrix): { readonly lower: Matrix } | { readonly dependent: number } {
  const lower: number[][] = []
  for (const [i, row] of matrix.entries()) {
    const own: number[] = []
    for (let j = 0; j <= i; j++) {
      const other = j === i ? own : (lower[j] ?? [])
      let rest = row[j] ?? 0
      for (let k = 0; k < j; k++) rest -= (own[k] ?? 0) * (other[k] ?? 0)
      if (j < i) own.push(rest / (other[j] ?? 0))
      else if (rest > 1e-11 * (row[i] ?? 0)) own.push(Math.sqrt(rest))
      else return { dependent: i }
    }
    lower.push(own)
  }
  return { lower }
}

/** The x with L Lᵀ x = `right`. */
export function solveCholesky(lower: Matrix, right: readonly number[]): readonly number[] {
  const n = lower.length
  const x = [...right]
  for (let i = 0; i < n; i++) {
    let rest = x[i] ?? 0
    for (let k = 0; k < i; k++) rest -= (lower[i]?.[k] ?? 0) * (x[k] ?? 0)
    x[i] = rest / (lower[i]?.[i] ?? 0)
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = x[i] ?? 0
    for (let k = i + 1; k < n; k++) rest -= (lower[k]?.[i] ?? 0) * (x[k] ?? 0)
    x[i] = rest / (lower[i]?.[i] ?? 0)
  }
  return x
}

/** The inverse of L Lᵀ. */
export function invertCholesky(lower: Matrix): Matrix {
  return lower.map((_, i) =>
    solveCholesky(
      lower,
      lower.map((_, j) => (i === j ? 1 : 0)),
    ),
  )
}
