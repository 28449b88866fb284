import type { Design, Stratum } from './design.ts'
import { type CoxTies, risksOf } from './partial-likelihood.ts'
import { walkEvents } from './risk-sums.ts'

/** Cumulated up to and including one time of an event, from the latest backwards: hazard, and hazard times mean covariates. */
interface Mark {
  readonly time: number
  readonly hazard: number
  readonly means: readonly number[]
}

/**
 * What each row adds to the slope of the partial likelihood at its maximum, in the order of the rows: the larger, the more the row pulls the coefficients.
 *
 * Source: T. M. Therneau and P. M. Grambsch, Modeling Survival Data (2000), chapters 3, 4 and 7.
 */
export function scoreResiduals(
  design: Design,
  beta: readonly number[],
  ties: CoxTies,
  rows: number,
): readonly (readonly number[])[] {
  const residuals = Array.from({ length: rows }, () => beta.map(() => 0))
  for (const stratum of design.strata) {
    const own = residualsOf(stratum, beta, ties)
    for (const [index, row] of stratum.rows.entries()) residuals[row] = own[index] ?? []
  }
  return residuals
}

function residualsOf(stratum: Stratum, beta: readonly number[], ties: CoxTies): number[][] {
  const p = beta.length
  const risks = risksOf(stratum, beta)
  const residuals = stratum.event.map(() => beta.map(() => 0))
  const marks: Mark[] = [{ time: Number.POSITIVE_INFINITY, hazard: 0, means: beta.map(() => 0) }]
  walkEvents(stratum, risks, p, ({ time, deaths, all, dying }) => {
    const last = marks.at(-1)
    let hazard = last?.hazard ?? 0
    const means = [...(last?.means ?? [])]
    for (let step = 0; step < deaths.length; step++) {
      const gone = ties === 'efron' ? step / deaths.length : 0
      const under = all.zeroth - gone * dying.zeroth
      hazard += 1 / under
      for (let j = 0; j < p; j++) {
        const mean = ((all.first[j] ?? 0) - gone * (dying.first[j] ?? 0)) / under
        means[j] = (means[j] ?? 0) + mean / under
        for (const row of deaths) {
          const off = (stratum.z[row * p + j] ?? 0) - mean
          // Of those with the event the share still at risk counts; the sweep below takes the whole, so the rest is given back here.
          const own = residuals[row] ?? []
          own[j] = (own[j] ?? 0) + off / deaths.length + (gone * (risks[row] ?? 0) * off) / under
        }
      }
    }
    marks.push({ time, hazard, means })
  })
  marks.reverse()
  for (const [row, own] of residuals.entries()) {
    const [after, upTo] = [markAfter(marks, stratum.start[row] ?? 0), markAfter(marks, stratum.stop[row] ?? 0)]
    const hazard = after.hazard - upTo.hazard
    for (let j = 0; j < p; j++) {
      const means = (after.means[j] ?? 0) - (upTo.means[j] ?? 0)
      own[j] = (own[j] ?? 0) - (risks[row] ?? 0) * ((stratum.z[row * p + j] ?? 0) * hazard - means)
    }
  }
  return residuals
}

/** What has cumulated over the events later than `time`; marks ascend in time and the last is beyond all. */
function markAfter(marks: readonly Mark[], time: number): Mark {
  let [low, high] = [0, marks.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.time ?? 0) > time) high = middle
    else low = middle + 1
  }
  return marks[low] as Mark
}
