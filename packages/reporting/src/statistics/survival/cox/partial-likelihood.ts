import type { Design, Stratum } from './design.ts'
import { walkEvents } from './risk-sums.ts'

/** How events at one time are taken: Efron lets those who had it leave one after the other, Breslow counts all of them at risk throughout. */
export type CoxTies = 'efron' | 'breslow'

/** The log partial likelihood at some coefficients, with its slope and the information, on the scale of the design. */
export interface Likelihood {
  readonly log: number
  readonly slope: readonly number[]
  readonly information: readonly (readonly number[])[]
}

/** The risk of each row relative to one at the mean, exp(z β). */
export function risksOf({ z, event }: Stratum, beta: readonly number[]): Float64Array {
  const p = beta.length
  return Float64Array.from(event, (_, row) => Math.exp(predictor(z, row, beta, p)))
}

const predictor = (z: Float64Array, row: number, beta: readonly number[], p: number): number => {
  let total = 0
  for (let j = 0; j < p; j++) total += (z[row * p + j] ?? 0) * (beta[j] ?? 0)
  return total
}

/**
 * The log partial likelihood of Cox with its slope and information.
 *
 * Source: D. R. Cox, Journal of the Royal Statistical Society B 34 (1972), 187-220; B. Efron, Journal of the American Statistical Association 72 (1977), 557-565;
 * N. Breslow, Biometrics 30 (1974), 89-99; T. M. Therneau and P. M. Grambsch, Modeling Survival Data (2000), chapter 3.
 */
export function partialLikelihood(design: Design, beta: readonly number[], ties: CoxTies): Likelihood {
  const p = design.covariates
  let log = 0
  const slope = Array<number>(p).fill(0)
  const information = Array.from({ length: p }, () => Array<number>(p).fill(0))
  for (const stratum of design.strata) {
    walkEvents(stratum, risksOf(stratum, beta), p, ({ deaths, all, dying }) => {
      for (const row of deaths) {
        log += predictor(stratum.z, row, beta, p)
        for (let j = 0; j < p; j++) slope[j] = (slope[j] ?? 0) + (stratum.z[row * p + j] ?? 0)
      }
      for (let step = 0; step < deaths.length; step++) {
        const gone = ties === 'efron' ? step / deaths.length : 0
        const under = all.zeroth - gone * dying.zeroth
        log -= Math.log(under)
        const means = Array.from(all.first, (value, j) => (value - gone * (dying.first[j] ?? 0)) / under)
        for (let j = 0; j < p; j++) {
          slope[j] = (slope[j] ?? 0) - (means[j] ?? 0)
          for (let k = 0; k <= j; k++) {
            const product = ((all.second[j * p + k] ?? 0) - gone * (dying.second[j * p + k] ?? 0)) / under
            const row = information[j] ?? []
            row[k] = (row[k] ?? 0) + product - (means[j] ?? 0) * (means[k] ?? 0)
          }
        }
      }
    })
  }
  for (let j = 0; j < p; j++) for (let k = 0; k < j; k++) (information[k] ?? [])[j] = information[j]?.[k] ?? 0
  return { log, slope, information }
}
