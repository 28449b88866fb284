import { isBefore } from '../day.ts'
import type { AnalysisPlan } from './analysis-plan.ts'
import type { Look } from './look.ts'
import { type AnalysisKey, analysisKey } from './planned-analysis.ts'

/** Every reason why an analysis is exploratory, with what it means. */
export const exploratoryReasons = {
  'no-plan': 'there was no plan',
  'plan-not-frozen': 'its plan was never frozen',
  'plan-frozen-after-close': 'its plan was frozen after the data had closed',
  'not-in-plan': 'no version of the plan names it',
  'added-after-close': 'it was added to the plan after the data had closed',
  'added-after-a-look': 'it was added to the plan after somebody had looked at this indicator',
  'dropped-by-amendment': 'an amendment had taken it out of the plan before the data closed',
} as const

/** One of those. */
export type ExploratoryReason = keyof typeof exploratoryReasons

/** Whether an analysis was named before there was anything to see. */
export type Standing =
  | {
      readonly kind: 'pre-specified'
      readonly planId: string
      readonly analysisId: string
      /** The last version that was frozen before the data closed. */
      readonly version: number
    }
  | { readonly kind: 'exploratory'; readonly because: ExploratoryReason }

/**
 * Whether an analysis was pre-specified: a version frozen before the data closed names it (indicator, test and groups), the last of
 * those versions still does, and nobody had looked at the indicator when it was first named.
 *
 * @example
 * ```ts
 * import { definePlan, freezePlan, standingOf } from '@mentoring-commons/reporting/evaluation'
 *
 * const analysis = { id: 'a1', hypothesis: 'Confidence is higher after a year.', indicatorId: 'confidence', test: 'paired t, two-sided', groups: ['mentees'], role: 'primary' } as const
 * const plan = definePlan({ id: 'p1', title: 'First cohort', dataClosesAt: '2026-07-31T22:59:59Z', analyses: [analysis] })
 * if ('refusal' in plan) throw new Error(plan.refusal.message)
 * const frozen = freezePlan(plan.value, '2026-02-01T09:00:00Z')
 * if ('refusal' in frozen) throw new Error(frozen.refusal.message)
 * standingOf(frozen.value, analysis, []).kind //=> "pre-specified"
 * standingOf(frozen.value, { ...analysis, groups: ['mentors'] }, []) //=> { "kind": "exploratory", "because": "not-in-plan" }
 * ```
 */
export function standingOf(plan: AnalysisPlan | undefined, analysis: AnalysisKey, looks: readonly Look[]): Standing {
  if (plan === undefined) return exploratory('no-plan')
  if (plan.state === 'draft') return exploratory('plan-not-frozen')
  const key = analysisKey(analysis)
  const named = plan.versions.filter(({ analyses }) => analyses.some((one) => analysisKey(one) === key))
  const inTime = plan.versions.filter(({ frozenAt }) => isBefore(frozenAt, plan.dataClosesAt))
  const last = inTime[inTime.length - 1]
  if (named.length === 0) return exploratory('not-in-plan')
  if (last === undefined) return exploratory('plan-frozen-after-close')
  // From where on it stood in every version up to the last one in time: what was dropped and came back is new when it comes back.
  const since = inTime.findLastIndex((version) => !named.includes(version)) + 1
  const first = inTime[since]
  if (first === undefined)
    return exploratory(named.some((version) => inTime.includes(version)) ? 'dropped-by-amendment' : 'added-after-close')
  if (looks.some(({ indicatorId, at }) => indicatorId === analysis.indicatorId && isBefore(at, first.frozenAt)))
    return exploratory('added-after-a-look')
  const planned = last.analyses.find((one) => analysisKey(one) === key)
  if (planned === undefined) throw new TypeError(`the plan "${plan.id}" names ${key} and does not`)
  return { kind: 'pre-specified', planId: plan.id, analysisId: planned.id, version: last.version }
}

function exploratory(because: ExploratoryReason): Standing {
  return { kind: 'exploratory', because }
}
