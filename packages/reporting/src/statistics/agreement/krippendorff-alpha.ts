import { sum } from '../../measures/sum.ts'
import type { Refusal, Result } from '../../refusal.ts'
import type { Interval } from '../estimate/interval.ts'
import { isReckonable } from '../estimate/is-reckonable.ts'
import { bootstrap } from '../resampling/bootstrap.ts'
import { coordinates, distanceSum, type Metric } from './metric.ts'

/** The values that observers gave one unit, in any order, null where one gave none. */
export type UnitValues = readonly (string | number | null)[]

/** How alpha is asked for; its interval draws units again, and so takes a seed. */
export interface KrippendorffAlphaOptions {
  readonly metric: Metric
  readonly seed: number
  readonly resamples: number
  readonly level?: number
}

/** Krippendorff's alpha with what it rests on. */
export interface KrippendorffAlpha {
  readonly alpha: number
  readonly metric: Metric
  /** Units with at least two values; the others say nothing of agreement. */
  readonly n: number
  /** Values in those units. */
  readonly values: number
  /** Absent when all resamples give the same, as with full agreement. */
  readonly interval?: Interval
}

/**
 * Krippendorff's alpha of any number of observers, values missing or not, with a percentile interval by drawing whole units again with replacement and
 * reckoning alpha anew, its chance part included. (The bootstrap of Hayes and Krippendorff draws deviations and keeps the chance part; its intervals are
 * narrower in small samples.)
 *
 * Ordinal values are numbers whose order counts; ratio values are not negative. Refuses when only one value occurs, as there is then nothing to agree on.
 *
 * Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011).
 *
 * @example
 * ```ts
 * import { krippendorffAlpha } from '@mentoring-commons/reporting/statistics'
 *
 * const units = [[1, 1], [2, 2], [3, 3], [1, 2], [3, 3], [2, 2], [1, 1], [3, null]]
 * const answer = krippendorffAlpha(units, { metric: 'nominal', seed: 11, resamples: 1000 })
 * 'value' in answer && [answer.value.alpha.toFixed(3), answer.value.n] //=> ["0.800", 7]
 * ```
 */
export function krippendorffAlpha(
  units: readonly UnitValues[],
  options: KrippendorffAlphaOptions,
): Result<KrippendorffAlpha> {
  const { metric } = options
  const wrong = checkUnits(units, metric)
  if (wrong) return { refusal: wrong }
  const paired = units.map((unit) => unit.filter((value) => value !== null)).filter((values) => values.length >= 2)
  if (paired.length < 2) return { refusal: tooFew(paired.length) }
  const different = new Set(paired.flat()).size
  if (metric === 'ratio' && different > ratioValuesMax) return { refusal: tooMany(different) }
  const alpha = alphaOfUnits(paired, metric)
  if (alpha === undefined) return { refusal: allAlike }
  const drawn = bootstrap(paired, (resample) => alphaOfUnits(resample, metric), { ...options, method: 'percentile' })
  if ('refusal' in drawn && drawn.refusal.code !== 'no-variation') return drawn
  return {
    value: {
      alpha,
      metric,
      n: paired.length,
      values: paired.flat().length,
      ...('value' in drawn
        ? { interval: { ...drawn.value.interval, method: 'bootstrap percentile, units drawn again' } }
        : {}),
    },
  }
}

/** Alpha by observed and expected distances, or undefined when the values do not differ. */
function alphaOfUnits(units: readonly (readonly (string | number)[])[], metric: Metric): number | undefined {
  const all = units.flat()
  const place = coordinates(metric, all)
  const at = (value: string | number) => place.get(value) ?? value
  const observed = sum(units.map((unit) => distanceSum(metric, unit.map(at)) / (unit.length - 1)))
  const expected = distanceSum(metric, all.map(at))
  return expected > 0 ? 1 - ((all.length - 1) * observed) / expected : undefined
}

function checkUnits(units: readonly UnitValues[], metric: Metric): Refusal | undefined {
  for (const [unit, values] of units.entries())
    for (const [observer, value] of values.entries()) {
      const fits =
        value === null ||
        (typeof value === 'string' ? metric === 'nominal' : isReckonable(value) && !(metric === 'ratio' && value < 0))
      if (!fits)
        return {
          code: 'value-not-finite',
          message: `Observer ${observer + 1} gave unit ${unit + 1} the value ${JSON.stringify(value) ?? String(value)}, which the ${metric} metric cannot take. Give numbers${metric === 'ratio' ? ' from 0 upwards' : ''}, or ask for the nominal metric.`,
          path: ['units', unit, observer],
        }
    }
  return undefined
}

const tooFew = (n: number): Refusal => ({
  code: 'too-few-values',
  message: `${n} of the units ${n === 1 ? 'has' : 'have'} two values or more, and at least 2 are needed. Have more units seen by two observers.`,
  path: ['units'],
})

const ratioValuesMax = 1000

const tooMany = (different: number): Refusal => ({
  code: 'too-large-for-exact',
  message: `There are ${different} different values, and the ratio metric, which compares each with each, takes ${ratioValuesMax} at most. Round the values, or ask for the interval metric.`,
  path: ['units'],
})

const allAlike: Refusal = {
  code: 'no-variation',
  message: 'Only one value occurs, so that agreement cannot be told from chance. Show the values instead.',
  path: ['units'],
}
