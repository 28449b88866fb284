import type { Result } from '../../refusal.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { checkLevel } from '../estimate/check-level.ts'
import type { Interval } from '../estimate/interval.ts'
import { checkObservations, type Observation } from './observation.ts'
import { riskSets } from './risk-sets.ts'

/** The mean time before the event, none counted for longer than `until`. */
export interface RestrictedMean {
  readonly mean: number
  readonly until: number
  readonly n: number
  readonly events: number
  readonly standardError: number
  /** Absent when nobody had the event by then, as the standard error is then 0. */
  readonly interval?: Interval
}

/**
 * The restricted mean survival time: the area under the Kaplan-Meier curve up to `until`, with the normal interval of its large-sample standard error. It says how much
 * longer people stay within a window, and needs no proportional hazards.
 *
 * Refuses an `until` beyond the last time watched while somebody is left, as the curve is not known there.
 *
 * Source: J. P. Klein and M. L. Moeschberger, Survival Analysis, 2nd ed. (2003), section 4.5.
 *
 * @example
 * ```ts
 * import { restrictedMean } from '@mentoring-commons/reporting/statistics'
 *
 * const stays = [{ time: 2, event: true }, { time: 3, event: false }, { time: 4, event: true }, { time: 6, event: false }]
 * const answer = restrictedMean(stays, { until: 6 })
 * 'value' in answer && answer.value.mean //=> 4.25
 * ```
 */
export function restrictedMean(
  observations: readonly Observation[],
  options: { readonly until: number; readonly level?: number },
): Result<RestrictedMean> {
  const level = checkLevel(options.level ?? 0.95)
  const { until } = options
  if (!(until > 0 && Number.isFinite(until)))
    throw new RangeError(`A mean is restricted to a time above 0, and not ${until}.`)
  const wrong = checkObservations(observations)
  if (wrong) return { refusal: wrong }
  const sets = riskSets(observations)
  const last = sets.at(-1)
  const left = sets.every((set) => set.events < set.atRisk)
  if (last !== undefined && last.time < until && left)
    return {
      refusal: {
        code: 'statistic-undefined',
        message: `The last person was seen at ${last.time}, before ${until}. Ask for a mean until ${last.time} at most.`,
        path: ['until'],
      },
    }
  const within = sets.filter((set) => set.time <= until)
  const areas: number[] = []
  let [survival, mean, before] = [1, 0, 0]
  for (const { time, events, atRisk } of [...within, { time: until, events: 0, atRisk: 1 }]) {
    areas.push(survival * (time - before))
    mean += survival * (time - before)
    before = time
    survival *= 1 - events / atRisk
  }
  let [after, variance] = [0, 0]
  for (let index = within.length - 1; index >= 0; index--) {
    after += areas[index + 1] ?? 0
    const { events, atRisk } = within[index] ?? { events: 0, atRisk: 1 }
    if (events < atRisk) variance += (after * after * events) / (atRisk * (atRisk - events))
  }
  const standardError = Math.sqrt(variance)
  const reach = normalQuantile((1 + level) / 2) * standardError
  const interval = { level, low: Math.max(0, mean - reach), high: Math.min(until, mean + reach), method: 'normal' }
  const events = within.reduce((total, set) => total + set.events, 0)
  const own = { mean, until, n: observations.length, events, standardError }
  return { value: variance > 0 ? { ...own, interval } : own }
}
