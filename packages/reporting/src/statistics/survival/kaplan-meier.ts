import type { Refusal, Result } from '../../refusal.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { checkLevel } from '../estimate/check-level.ts'
import type { Bound, Interval } from '../estimate/interval.ts'
import { type CurveScale, curveInterval } from './curve-interval.ts'
import { medianTime } from './median-time.ts'
import { checkObservations, type Observation } from './observation.ts'
import { type RiskSet, riskSets } from './risk-sets.ts'

/** The curve from one time on, until the next. */
export interface SurvivalStep extends RiskSet {
  /** Share that has not had the event. */
  readonly survival: number
  /** By Greenwood; absent once survival is 0, where it has none. */
  readonly standardError?: number
  /** Absent while survival is 1 or once it is 0, where a large-sample interval says nothing. */
  readonly interval?: Interval
}

/** A Kaplan-Meier curve with what it rests on. */
export interface SurvivalCurve {
  readonly n: number
  readonly events: number
  /** One step for each time at which somebody had the event or was last seen, ascending. */
  readonly steps: readonly SurvivalStep[]
  /** The first time at which half have had the event, with the interval that the curve's intervals leave open. */
  readonly median: { readonly time: number | 'not-reached'; readonly interval: Interval<Bound> }
}

/**
 * The Kaplan-Meier curve of time to an event: at each time the share that has not had it, reckoned from those still watched, with Greenwood's standard
 * error and an interval on the scale that is asked for.
 *
 * Those censored at the time of an event are counted as watched at it. Refuses when everybody watched has the event while others are yet to enter, after which
 * the curve could only stay at 0. Other ways out, as retirement, are to be censored here and named in the report.
 *
 * Source: E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53 (1958), 457-481; median interval: R. Brookmeyer and J. Crowley, Biometrics 38 (1982), 29-41.
 *
 * @example
 * ```ts
 * import { kaplanMeier } from '@mentoring-commons/reporting/statistics'
 *
 * const stays = [{ time: 2, event: true }, { time: 3, event: false }, { time: 4, event: true }, { time: 6, event: false }]
 * const curve = kaplanMeier(stays, { interval: 'log-log' })
 * 'value' in curve && curve.value.steps.map((step) => step.survival) //=> [0.75, 0.75, 0.375, 0.375]
 * 'value' in curve && curve.value.median.time //=> 4
 * ```
 */
export function kaplanMeier(
  observations: readonly Observation[],
  options: { readonly interval: CurveScale; readonly level?: number },
): Result<SurvivalCurve> {
  const level = checkLevel(options.level ?? 0.95)
  const wrong = checkObservations(observations)
  if (wrong) return { refusal: wrong }
  const scale = { scale: options.interval, level, z: normalQuantile((1 + level) / 2) }
  const sets = riskSets(observations)
  const emptied = sets.findIndex((set) => set.events > 0 && set.events === set.atRisk)
  if (emptied >= 0 && emptied < sets.length - 1) return { refusal: emptiedEarly(sets[emptied]?.time ?? 0) }
  let survival = 1
  let greenwood = 0
  const steps = sets.map((set): SurvivalStep => {
    survival *= 1 - set.events / set.atRisk
    if (set.events > 0 && survival > 0) greenwood += set.events / (set.atRisk * (set.atRisk - set.events))
    if (survival === 0) return { ...set, survival }
    const ratio = Math.sqrt(greenwood)
    const own = { ...set, survival, standardError: survival * ratio }
    return survival === 1 ? own : { ...own, interval: curveInterval(survival, ratio, scale) }
  })
  const events = observations.filter((observation) => observation.event).length
  return { value: { n: observations.length, events, steps, median: medianOf(steps, level, options.interval) } }
}

function medianOf(steps: readonly SurvivalStep[], level: number, scale: CurveScale): SurvivalCurve['median'] {
  const within = steps.filter((step) => step.interval !== undefined)
  const low = medianTime(within.map(({ time, interval }) => ({ time, survival: interval?.low ?? 0 })))
  const high = medianTime(within.map(({ time, interval }) => ({ time, survival: interval?.high ?? 0 })))
  return {
    time: medianTime(steps) ?? 'not-reached',
    interval: { level, low: low ?? 'unbounded', high: high ?? 'unbounded', method: `Brookmeyer and Crowley, ${scale}` },
  }
}

const emptiedEarly = (time: number): Refusal => ({
  code: 'statistic-undefined',
  message: `Everybody watched at ${time} has the event then, while others enter later. Begin the curve after ${time}, where more are watched.`,
  path: ['observations'],
})
