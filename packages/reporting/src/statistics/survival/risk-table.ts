import type { SurvivalCurve, SurvivalStep } from './kaplan-meier.ts'

/** What a reader needs below a survival curve at one time. */
export interface RiskTableRow {
  readonly time: number
  /** Watched just before. */
  readonly atRisk: number
  /** Events and last sightings so far, this time included. */
  readonly events: number
  readonly censored: number
  /** The step of the curve that holds at this time; absent before its first step, and after its last, beyond which nobody was watched. */
  readonly step?: SurvivalStep
}

/**
 * The table below a survival curve: at each time asked for, in the order asked, how many are still watched, and what the curve says.
 *
 * For curves without delayed entry; with it, how many are watched between two steps is not in the curve.
 *
 * @example
 * ```ts
 * import { kaplanMeier, riskTable } from '@mentoring-commons/reporting/statistics'
 *
 * const stays = [{ time: 2, event: true }, { time: 3, event: false }, { time: 4, event: true }, { time: 6, event: false }]
 * const curve = kaplanMeier(stays, { interval: 'log' })
 * const table = 'value' in curve ? riskTable(curve.value, [0, 3, 5]) : []
 * table.map((row) => row.atRisk) //=> [4, 3, 1]
 * table[1]?.step?.survival //=> 0.75
 * ```
 */
export function riskTable(curve: SurvivalCurve, times: readonly number[]): readonly RiskTableRow[] {
  const last = curve.steps.at(-1)?.time ?? 0
  return times.map((time) => {
    const past = curve.steps.filter((step) => step.time <= time)
    const step = time > last ? undefined : past.at(-1)
    const total = (key: 'events' | 'censored') => past.reduce((sum, each) => sum + each[key], 0)
    return {
      time,
      atRisk: curve.steps.find((each) => each.time >= time)?.atRisk ?? 0,
      events: total('events'),
      censored: total('censored'),
      ...(step === undefined ? {} : { step }),
    }
  })
}
