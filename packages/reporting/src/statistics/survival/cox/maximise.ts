import { cholesky, solveCholesky } from '../../matrix/cholesky.ts'
import type { Design } from './design.ts'
import { type CoxTies, type Likelihood, partialLikelihood } from './partial-likelihood.ts'

/** The coefficients at which the partial likelihood is greatest, or the covariate by which there is no such place. */
export type Maximum =
  | {
      readonly beta: readonly number[]
      readonly at: Likelihood
      readonly atZero: Likelihood
      readonly lower: readonly (readonly number[])[]
    }
  | { readonly failed: 'collinear' | 'unbounded' | 'not-converged'; readonly covariate: number }

const roundsMax = 40
const informationLeastShare = 1e-7

/**
 * Newton's method from 0, each step halved until the likelihood does not fall.
 *
 * Where the likelihood rises for ever (the covariates part those with the event from the others), steps stay about as large while the information dwindles: that is told apart from
 * slow convergence, and no coefficient is given. See G. Heinze and M. Schemper, Biometrics 57 (2001), 114-119.
 */
export function maximise(design: Design, ties: CoxTies): Maximum {
  let beta: readonly number[] = design.spreads.map(() => 0)
  const atZero = partialLikelihood(design, beta, ties)
  const constant = design.spreads.findIndex((spread, j) => spread === 0 || !((atZero.information[j]?.[j] ?? 0) > 1e-10))
  if (constant >= 0) return { failed: 'collinear', covariate: constant }
  const first = cholesky(atZero.information)
  if ('dependent' in first) return { failed: 'collinear', covariate: first.dependent }
  const pivots = first.lower.map((row, j) => (row[j] ?? 0) ** 2)
  let at = atZero
  let lower = first.lower
  for (let round = 0; round < roundsMax; round++) {
    const step = solveCholesky(lower, at.slope)
    const next = halve(design, ties, beta, step, at)
    if (next === undefined) return { failed: 'not-converged', covariate: largest(step) }
    const factor = cholesky(next.at.information)
    const dwindled =
      'dependent' in factor ||
      factor.lower.some((row, j) => (row[j] ?? 0) ** 2 < informationLeastShare * (pivots[j] ?? 0))
    if ('dependent' in factor || dwindled) return { failed: 'unbounded', covariate: largest(next.beta) }
    beta = next.beta
    at = next.at
    lower = factor.lower
    if (step.every((value) => Math.abs(value) < 1e-8)) return { beta, at, atZero, lower }
  }
  return { failed: 'not-converged', covariate: largest(beta) }
}

function halve(
  design: Design,
  ties: CoxTies,
  from: readonly number[],
  step: readonly number[],
  before: Likelihood,
): { readonly beta: readonly number[]; readonly at: Likelihood } | undefined {
  for (let share = 1; share > 1e-6; share /= 2) {
    const beta = from.map((value, j) => value + share * (step[j] ?? 0))
    const at = partialLikelihood(design, beta, ties)
    if (at.log >= before.log - 1e-12 * Math.abs(before.log) && at.slope.every(Number.isFinite)) return { beta, at }
  }
  return undefined
}

const largest = (values: readonly number[]): number =>
  values.reduce((best, value, index) => (Math.abs(value) > Math.abs(values[best] ?? 0) ? index : best), 0)
