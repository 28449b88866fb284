import { sum } from '../../measures/sum.ts'
import { cholesky, invertCholesky, type Matrix, solveCholesky } from './cholesky.ts'

/** One case of a regression. */
export interface RegressionCase {
  readonly x: readonly number[]
  readonly y: number
  /** Above 0; 1 when absent. */
  readonly weight?: number
  /** Whose cases may depend on each other; each case by itself when absent. */
  readonly cluster?: string
}

/** Whether errors are taken to be alike and independent, or dependent within clusters in whatever way. */
export type RegressionErrors = 'model' | 'cluster'

/** Coefficients with their variance, and the degrees of freedom of their t. */
export type Regression =
  | {
      readonly coefficients: readonly number[]
      readonly variance: Matrix
      readonly df: number
      readonly clusters?: number
    }
  | { readonly failed: 'dependent' | 'too-few' | 'too-few-clusters' }

/**
 * Weighted least squares. Clustered errors are the sandwich with the correction G / (G - 1) · (n - 1) / (n - k) and G - 1 degrees of freedom.
 *
 * Source: A. C. Cameron and D. L. Miller, "A practitioner's guide to cluster-robust inference", Journal of Human Resources 50 (2015), 317-372.
 */
export function leastSquares(cases: readonly RegressionCase[], errors: RegressionErrors): Regression {
  const n = cases.length
  const k = cases[0]?.x.length ?? 0
  if (n <= k) return { failed: 'too-few' }
  const places = Array.from({ length: k }, (_, j) => j)
  const weighted = (value: (each: RegressionCase) => number) =>
    sum(cases.map((each) => (each.weight ?? 1) * value(each)))
  const factor = cholesky(places.map((i) => places.map((j) => weighted(({ x }) => (x[i] ?? 0) * (x[j] ?? 0)))))
  if ('dependent' in factor) return { failed: 'dependent' }
  const coefficients = solveCholesky(
    factor.lower,
    places.map((i) => weighted(({ x, y }) => (x[i] ?? 0) * y)),
  )
  const residual = ({ x, y }: RegressionCase) => y - sum(x.map((value, j) => value * (coefficients[j] ?? 0)))
  const bread = invertCholesky(factor.lower)
  if (errors === 'model') {
    const spread = weighted((each) => residual(each) ** 2) / (n - k)
    return { coefficients, variance: bread.map((row) => row.map((value) => value * spread)), df: n - k }
  }
  const scores = new Map<string | number, number[]>()
  for (const [index, each] of cases.entries()) {
    const key = each.cluster ?? index
    const total = scores.get(key) ?? places.map(() => 0)
    const pull = (each.weight ?? 1) * residual(each)
    for (const j of places) total[j] = (total[j] ?? 0) + pull * (each.x[j] ?? 0)
    scores.set(key, total)
  }
  const clusters = scores.size
  if (clusters < 2) return { failed: 'too-few-clusters' }
  const moves = [...scores.values()].map((score) =>
    bread.map((row) => sum(row.map((value, j) => value * (score[j] ?? 0)))),
  )
  const correction = (clusters / (clusters - 1)) * ((n - 1) / (n - k))
  const variance = places.map((i) =>
    places.map((j) => correction * sum(moves.map((move) => (move[i] ?? 0) * (move[j] ?? 0)))),
  )
  return { coefficients, variance, df: clusters - 1, clusters }
}
