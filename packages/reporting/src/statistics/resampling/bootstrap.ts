import { sum } from '../../measures/sum.ts'
import type { Refusal, Result } from '../../refusal.ts'
import { checkLevel } from '../estimate/check-level.ts'
import type { Interval } from '../estimate/interval.ts'
import { isReckonable } from '../estimate/is-reckonable.ts'
import { acceleratedPlaces } from './accelerated-places.ts'
import { drawResample } from './draw-resample.ts'
import { seededRandom } from './random.ts'
import { resampledQuantile } from './resampled-quantile.ts'

/** How often and how to resample. The seed makes the answer the same on every machine, and belongs in the report. */
export interface BootstrapOptions {
  readonly seed: number
  /** At least 1000 for an interval at .95; more for a higher level. */
  readonly resamples: number
  readonly method: 'percentile' | 'bca'
  readonly level?: number
}

/** A statistic with the interval that resampling gives it. */
export interface BootstrapEstimate {
  readonly estimate: number
  /** How many cases were resampled. */
  readonly n: number
  readonly standardError: number
  readonly interval: Interval
  readonly resamples: number
  /** Resamples in which the statistic was undefined: left out, and at most one in twenty. */
  readonly resamplesUndefined: number
  readonly seed: number
}

/**
 * An interval for any statistic of independent cases by drawing the cases again with replacement: percentile, or BCa, which corrects for bias and
 * skewness (acceleration by the jackknife).
 *
 * Where people are not independent, as mentees of one mentor, let a case be the whole cluster. The statistic gives undefined where it has no answer; in more
 * than one resample in twenty, that is a refusal. Replicates are interpolated at p (B + 1). A statistic that has few distinct values, such as a median of ratings,
 * is served badly by any bootstrap.
 *
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapters 13 and 14; B. Efron, Journal of the American Statistical Association
 * 82 (1987), 171-185.
 *
 * @example
 * ```ts
 * import { bootstrap } from '@mentoring-commons/reporting/statistics'
 *
 * const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
 * const answer = bootstrap([3, 5, 4, 4, 2, 5, 3, 4], mean, { seed: 7, resamples: 2000, method: 'bca' })
 * 'value' in answer && answer.value.estimate //=> 3.75
 * 'value' in answer && answer.value.interval.low < 3.75 && answer.value.interval.high > 3.75 //=> true
 * ```
 */
export function bootstrap<Case>(
  cases: readonly Case[],
  statistic: (cases: readonly Case[]) => number | undefined,
  options: BootstrapOptions,
): Result<BootstrapEstimate> {
  const level = checkLevel(options.level ?? 0.95)
  const { seed, resamples, method } = options
  if (!(Number.isInteger(resamples) && resamples >= 1))
    throw new RangeError(`Resamples are a whole number from 1 upwards, and not ${resamples}.`)
  const random = seededRandom(seed)
  const n = cases.length
  if (n < 2) return { refusal: tooFew(n) }
  const estimate = defined(statistic(cases))
  if (estimate === undefined)
    return no('statistic-undefined', 'The statistic has no answer for the cases themselves. Show the cases without it.')
  const replicates = replicate(cases, statistic, resamples, random)
  if (replicates.length < 0.95 * resamples)
    return no(
      'statistic-undefined',
      `The statistic has no answer in ${resamples - replicates.length} of ${resamples} resamples. Gather more cases, or show the figure without an interval.`,
    )
  if (replicates[0] === replicates.at(-1))
    return no(
      'no-variation',
      `All resamples give ${estimate}, which says nothing of how sure it is. Show the figure with its n and without an interval.`,
    )
  const places = method === 'bca' ? acceleratedPlaces(cases, statistic, estimate, replicates, level) : tails(level)
  if ('refusal' in places) return places
  const [low, high] = [resampledQuantile(replicates, places.low), resampledQuantile(replicates, places.high)]
  if (low === undefined || high === undefined)
    return no(
      'too-few-resamples',
      `The interval reaches beyond what ${replicates.length} resamples show. Ask for more resamples, or a lower level than ${level}.`,
    )
  return {
    value: {
      estimate,
      n,
      standardError: spread(replicates),
      interval: { level, low, high, method: method === 'bca' ? 'bootstrap BCa' : 'bootstrap percentile' },
      resamples,
      resamplesUndefined: resamples - replicates.length,
      seed,
    },
  }
}

const tails = (level: number) => ({ low: (1 - level) / 2, high: (1 + level) / 2 })

const defined = (value: number | undefined): number | undefined =>
  value !== undefined && isReckonable(value) ? value : undefined

function replicate<Case>(
  cases: readonly Case[],
  statistic: (cases: readonly Case[]) => number | undefined,
  resamples: number,
  random: () => number,
): Float64Array {
  const replicates: number[] = []
  for (let each = 0; each < resamples; each++) {
    const value = defined(statistic(drawResample(cases.length, random).map((index) => cases[index] as Case)))
    if (value !== undefined) replicates.push(value)
  }
  return Float64Array.from(replicates).sort()
}

function spread(replicates: Float64Array): number {
  const mean = sum([...replicates]) / replicates.length
  return Math.sqrt(sum(Array.from(replicates, (value) => (value - mean) ** 2)) / (replicates.length - 1))
}

const no = (code: Refusal['code'], message: string) => ({ refusal: { code, message } })

const tooFew = (n: number): Refusal => ({
  code: 'too-few-values',
  message: `There are ${n} cases to draw from, and at least 2 are needed. Wait for more answers.`,
  path: ['cases'],
})
