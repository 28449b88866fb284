import { sum } from '../../measures/sum.ts'
import type { Result } from '../../refusal.ts'
import { normalProbability, normalQuantile } from '../distributions/normal.ts'
import { isReckonable } from '../estimate/is-reckonable.ts'

/** Where in the sorted replicates an interval ends, as shares of them. */
interface Places {
  readonly low: number
  readonly high: number
}

/**
 * The shares of the replicates at which a BCa interval ends, or the refusal of data that leave them undefined.
 *
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), section 14.3.
 */
export function acceleratedPlaces<Case>(
  cases: readonly Case[],
  statistic: (cases: readonly Case[]) => number | undefined,
  estimate: number,
  replicates: Float64Array,
  level: number,
): Places | Extract<Result<never>, { refusal: unknown }> {
  // A resample that has every case once may differ from the estimate in its last digit alone: that is not below.
  const reach = (replicates.at(-1) ?? 0) - (replicates[0] ?? 0)
  const below = replicates.findIndex((value) => value >= estimate - 1e-12 * reach)
  const acceleration = accelerationOf(cases, statistic)
  if (acceleration === undefined || below <= 0) return noCorrection
  const bias = normalQuantile(below / replicates.length)
  const place = (p: number): number | undefined => {
    const z = bias + normalQuantile(p)
    const scale = 1 - acceleration * z
    return scale > 0 ? normalProbability(bias + z / scale) : undefined
  }
  const [low, high] = [place((1 - level) / 2), place((1 + level) / 2)]
  return low === undefined || high === undefined ? noCorrection : { low, high }
}

const noCorrection = {
  refusal: {
    code: 'statistic-undefined',
    message:
      'The correction of BCa is undefined for these cases: leaving one out changes nothing or has no answer, or nearly all resamples lie on one side of the estimate. Ask for the percentile interval.',
  },
} as const

/** A sixth of the skewness of what the statistic becomes when each case in turn is left out. */
function accelerationOf<Case>(
  cases: readonly Case[],
  statistic: (cases: readonly Case[]) => number | undefined,
): number | undefined {
  const left = cases.map((_, out) => statistic(cases.filter((_, index) => index !== out)))
  const values = left.filter((value) => value !== undefined && isReckonable(value)) as number[]
  if (values.length < cases.length) return undefined
  const mean = sum(values) / values.length
  const squares = sum(values.map((value) => (mean - value) ** 2))
  if (!(squares > 1e-24 * mean * mean)) return undefined
  return sum(values.map((value) => (mean - value) ** 3)) / (6 * squares ** 1.5)
}
