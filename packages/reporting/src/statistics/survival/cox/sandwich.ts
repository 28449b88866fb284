import type { Matrix } from '../../matrix/cholesky.ts'
import type { CoxRow } from './cox-row.ts'
import type { Design } from './design.ts'
import type { CoxTies } from './partial-likelihood.ts'
import { scoreResiduals } from './score-residuals.ts'

/** The robust variance of coefficients: what leaving each cluster out would move them, squared and summed, to first order. */
export function sandwich(
  design: Design,
  beta: readonly number[],
  ties: CoxTies,
  model: Matrix,
  rows: readonly CoxRow[],
): Matrix {
  const byCluster = new Map<string, number[]>()
  for (const [index, residual] of scoreResiduals(design, beta, ties, rows.length).entries()) {
    const cluster = rows[index]?.cluster ?? ''
    const total = byCluster.get(cluster) ?? beta.map(() => 0)
    byCluster.set(
      cluster,
      total.map((value, j) => value + (residual[j] ?? 0)),
    )
  }
  const moves = [...byCluster.values()].map((residual) =>
    model.map((row) => row.reduce((total, value, j) => total + value * (residual[j] ?? 0), 0)),
  )
  return model.map((_, i) =>
    model.map((_, j) => moves.reduce((total, move) => total + (move[i] ?? 0) * (move[j] ?? 0), 0)),
  )
}
