import type { Stratum } from './design.ts'

/** Sums over those at risk: of their risks, of risk times covariates, and of risk times products of covariates (row after row). */
export interface RiskSums {
  zeroth: number
  readonly first: Float64Array
  readonly second: Float64Array
}

/** Sums over nobody. */
export const noSums = (p: number): RiskSums => ({
  zeroth: 0,
  first: new Float64Array(p),
  second: new Float64Array(p * p),
})

/** Adds a row to sums, `sign` times its risk. */
export function addRow(sums: RiskSums, { z }: Stratum, row: number, risk: number): void {
  const p = sums.first.length
  sums.zeroth += risk
  for (let j = 0; j < p; j++) {
    const weighted = risk * (z[row * p + j] ?? 0)
    sums.first[j] = (sums.first[j] ?? 0) + weighted
    for (let k = 0; k <= j; k++)
      sums.second[j * p + k] = (sums.second[j * p + k] ?? 0) + weighted * (z[row * p + k] ?? 0)
  }
}

/** One time of an event in a stratum. */
export interface EventTime {
  readonly time: number
  readonly deaths: readonly number[]
  /** Over all at risk just before, those with the event among them; changed in place as the walk goes on. */
  readonly all: RiskSums
  readonly dying: RiskSums
}

/**
 * Walks the times of events in a stratum from the latest to the earliest, with the sums over those at risk at each.
 *
 * Rows come in as their stop is passed and go out as their start is; when what is left is small beside what went out, it is summed anew, so that no digits are lost.
 */
export function walkEvents(stratum: Stratum, risks: Float64Array, p: number, visit: (at: EventTime) => void): void {
  const { start, stop, event, byStop, byStart } = stratum
  let all = noSums(p)
  let [entered, left, gone] = [0, 0, 0]
  while (entered < byStop.length) {
    const time = stop[byStop[entered] ?? 0] ?? 0
    const deaths: number[] = []
    for (let row = byStop[entered]; row !== undefined && stop[row] === time; row = byStop[++entered]) {
      addRow(all, stratum, row, risks[row] ?? 0)
      if (event[row]) deaths.push(row)
    }
    if (deaths.length === 0) continue
    for (let row = byStart[left]; row !== undefined && (start[row] ?? 0) >= time; row = byStart[++left]) {
      addRow(all, stratum, row, -(risks[row] ?? 0))
      gone += risks[row] ?? 0
    }
    if (gone > 1e4 * all.zeroth) {
      all = noSums(p)
      gone = 0
      for (const row of byStop.slice(0, entered))
        if ((start[row] ?? 0) < time) addRow(all, stratum, row, risks[row] ?? 0)
    }
    const dying = noSums(p)
    for (const row of deaths) addRow(dying, stratum, row, risks[row] ?? 0)
    visit({ time, deaths, all, dying })
  }
}
