import { sum } from '../../../measures/sum.ts'
import type { CoxRow } from './cox-row.ts'

/** One stratum's rows as columns; covariates are centred and divided by their spread, row after row in one list. */
export interface Stratum {
  readonly start: Float64Array
  readonly stop: Float64Array
  readonly event: readonly boolean[]
  readonly z: Float64Array
  /** Places of rows by stop, and by start, each from the latest to the earliest. */
  readonly byStop: readonly number[]
  readonly byStart: readonly number[]
  /** Where each row was among all. */
  readonly rows: readonly number[]
}

/** Rows ready to be fitted, with the spread of each covariate, by which coefficients are divided in the end; 0 where it does not vary. */
export interface Design {
  readonly covariates: number
  readonly spreads: readonly number[]
  readonly strata: readonly Stratum[]
}

/** Rows by stratum, with covariates brought to one scale, so that large or shifted ones do not spoil the fit. */
export function designOf(rows: readonly CoxRow[], covariates: number): Design {
  const columns = Array.from({ length: covariates }, (_, j) => rows.map((row) => row.covariates[j] ?? 0))
  const means = columns.map((column) => sum(column) / column.length)
  const spreads = columns.map((column, j) => {
    const spread = Math.sqrt(sum(column.map((value) => (value - (means[j] ?? 0)) ** 2)) / column.length)
    return spread > 1e-12 * Math.abs(means[j] ?? 0) ? spread : 0
  })
  const members = new Map<string, number[]>()
  for (const [index, { stratum = '' }] of rows.entries()) {
    const own = members.get(stratum)
    if (own) own.push(index)
    else members.set(stratum, [index])
  }
  const strata = [...members.values()].map((indices): Stratum => {
    const own = indices.map((index) => rows[index] as CoxRow)
    const start = Float64Array.from(own, (row) => row.start ?? 0)
    const stop = Float64Array.from(own, (row) => row.stop)
    const places = [...own.keys()]
    return {
      start,
      stop,
      event: own.map((row) => row.event),
      z: Float64Array.from(
        own.flatMap((row) => row.covariates.map((value, j) => (value - (means[j] ?? 0)) / (spreads[j] || 1))),
      ),
      byStop: places.toSorted((a, b) => (stop[b] ?? 0) - (stop[a] ?? 0)),
      byStart: places.toSorted((a, b) => (start[b] ?? 0) - (start[a] ?? 0)),
      rows: indices,
    }
  })
  return { covariates, spreads, strata }
}
