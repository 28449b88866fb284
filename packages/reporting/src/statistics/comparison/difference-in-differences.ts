import type { Refusal, Result } from '../../refusal.ts'
import { checkLevel } from '../estimate/check-level.ts'
import { isReckonable } from '../estimate/is-reckonable.ts'
import type { RegressionErrors } from '../matrix/least-squares.ts'
import { type ComparisonEstimate, lastCoefficient } from './comparison-estimate.ts'
import { type PeriodMeans, periodMeans } from './period-means.ts'
import type { PeriodOutcome } from './period-outcome.ts'

/** How a difference in differences is asked for. */
export interface DifferenceInDifferencesOptions {
  /** The first period in which the treated are treated. */
  readonly treatedFrom: number
  /** Independent errors only where each outcome is of another unit, as in repeated samples. */
  readonly errors: RegressionErrors
  readonly level?: number
  /** Accepts a single period before; whether trends were common can then not be seen, and the answer says so. */
  readonly accept?: readonly 'one-pre-period'[]
}

/** A difference in differences with what it rests on, and the trends before by which to believe it. */
export interface DifferenceInDifferences extends ComparisonEstimate {
  /** Means of both groups in each period, ascending: the picture to look at. */
  readonly periods: readonly PeriodMeans[]
  /** Periods before in which both groups were seen. */
  readonly periodsBefore: number
  /** How much faster the treated rose for each unit of period before they were treated; an interval away from 0 speaks against the estimate. Absent with one period before, or when outcomes before do not vary within groups. */
  readonly trendBefore?: ComparisonEstimate
  readonly flags: readonly ('one-pre-period' | 'few-clusters')[]
}

/**
 * The difference in differences: how much more the treated changed than the controls, from the periods before to those after, by regression on group, time and both.
 *
 * It is an effect only if both groups would have changed alike, which two periods before at least must let one look at: fewer are refused unless accepted. The test of the trend before has little
 * power in small groups; no sign of a difference is no proof. Each outcome counts once, so groups whose members come and go shift the means.
 *
 * Source: J. D. Angrist and J.-S. Pischke, Mostly Harmless Econometrics (2009), section 5.2; M. Bertrand, E. Duflo and S. Mullainathan, Quarterly Journal of Economics 119 (2004), 249-275.
 *
 * @example
 * ```ts
 * import { differenceInDifferences } from '@mentoring-commons/reporting/statistics'
 *
 * const years = (cluster: string, treated: boolean, ...outcomes: number[]) =>
 *   outcomes.map((outcome, place) => ({ cluster, treated, period: 2023 + place, outcome }))
 * const outcomes = [...years('a', true, 5, 6, 9), ...years('b', false, 4, 5, 6), ...years('c', false, 6, 6, 7)]
 * const answer = differenceInDifferences(outcomes, { treatedFrom: 2025, errors: 'cluster' })
 * 'value' in answer && [answer.value.estimate.toFixed(2), answer.value.periodsBefore] //=> ["2.25", 2]
 * ```
 */
export function differenceInDifferences(
  outcomes: readonly PeriodOutcome[],
  options: DifferenceInDifferencesOptions,
): Result<DifferenceInDifferences> {
  const level = checkLevel(options.level ?? 0.95)
  const { treatedFrom, errors, accept = [] } = options
  const wrong = checkOutcomes(outcomes, options)
  if (wrong) return { refusal: wrong }
  const periods = periodMeans(outcomes)
  const shared = periods.filter(({ period, treated, control }) => period < treatedFrom && treated && control)
  const flags: ('one-pre-period' | 'few-clusters')[] = []
  if (shared.length < 2) {
    if (shared.length === 0 || !accept.includes('one-pre-period'))
      return { refusal: tooFewBefore(shared.length, treatedFrom) }
    flags.push('one-pre-period')
  }
  const asCase = ({ treated, outcome, cluster }: PeriodOutcome, time: number) => ({
    x: [1, treated ? 1 : 0, time, treated ? time : 0],
    y: outcome,
    ...(cluster === undefined ? {} : { cluster }),
  })
  const estimate = lastCoefficient(
    outcomes.map((each) => asCase(each, each.period >= treatedFrom ? 1 : 0)),
    { errors, level },
  )
  if ('refusal' in estimate) return estimate
  const width = Math.max(...shared.map(({ period }) => treatedFrom - period))
  const trend =
    shared.length < 2
      ? undefined
      : lastCoefficient(
          outcomes
            .filter(({ period }) => period < treatedFrom)
            .map((each) => asCase(each, (each.period - treatedFrom) / width)),
          { errors, level },
        )
  if (errors === 'cluster' && (estimate.value.clusters ?? 0) < 20) flags.push('few-clusters')
  return {
    value: {
      ...estimate.value,
      periods,
      periodsBefore: shared.length,
      ...(trend && 'value' in trend ? { trendBefore: perPeriod(trend.value, width) } : {}),
      flags,
    },
  }
}

/** A slope over the whole stretch before as one for each unit of period. */
function perPeriod(trend: ComparisonEstimate, width: number): ComparisonEstimate {
  const { estimate, standardError, interval } = trend
  return {
    ...trend,
    estimate: estimate / width,
    standardError: standardError / width,
    interval: { ...interval, low: interval.low / width, high: interval.high / width },
  }
}

function checkOutcomes(
  outcomes: readonly PeriodOutcome[],
  { errors }: DifferenceInDifferencesOptions,
): Refusal | undefined {
  for (const [index, { period, outcome, cluster }] of outcomes.entries()) {
    if (!isReckonable(period) || !isReckonable(outcome))
      return {
        code: 'value-not-finite',
        message: `Outcome ${index + 1} is ${outcome} in the period ${period}. Leave out those with something missing, and say how many they were.`,
        path: ['outcomes', index],
      }
    if (errors === 'cluster' && cluster === undefined)
      return {
        code: 'too-few-clusters',
        message: `Outcome ${index + 1} has no cluster. Name the person or the department of each outcome.`,
        path: ['outcomes', index, 'cluster'],
      }
  }
  return undefined
}

const tooFewBefore = (n: number, from: number): Refusal => ({
  code: 'too-few-periods',
  message: `Both groups were seen in ${n} ${n === 1 ? 'period' : 'periods'} before ${from}, and it takes two to see whether they changed alike. Gather earlier periods, or accept 'one-pre-period' and show the flag beside the figure.`,
  path: ['outcomes'],
})
