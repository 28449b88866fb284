import type { Result } from '../../refusal.ts'
import { instantRefusal, isBefore } from '../day.ts'
import { refuse, textRefusal } from '../refuse.ts'
import type { AnalysisPlan, FrozenPlan } from './analysis-plan.ts'
import { analysesRefusal, type PlannedAnalysis } from './planned-analysis.ts'

/** What an amendment says: all the analyses from now on, and why. */
export interface Amendment {
  readonly analyses: readonly PlannedAnalysis[]
  readonly reason: string
  /** When it was frozen: an instant in UTC, after the version before. */
  readonly at: string
}

/**
 * The plan with one version more; those before it stay as they were.
 *
 * Refused: a plan that is still a draft, an amendment without a reason, and one from before the version that it amends.
 *
 * @example
 * ```ts
 * import { amendPlan, definePlan, freezePlan } from '@mentoring-commons/reporting/evaluation'
 *
 * const analysis = { id: 'a1', hypothesis: 'Confidence is higher after a year.', indicatorId: 'confidence', test: 'paired t, two-sided', groups: ['mentees'], role: 'primary' } as const
 * const plan = definePlan({ id: 'p1', title: 'First cohort', dataClosesAt: '2026-07-31T22:59:59Z', analyses: [analysis] })
 * if ('refusal' in plan) throw new Error(plan.refusal.message)
 * const frozen = freezePlan(plan.value, '2026-02-01T09:00:00Z')
 * if ('refusal' in frozen) throw new Error(frozen.refusal.message)
 * const ranks = { ...analysis, test: 'Wilcoxon signed rank, exact' }
 * const amended = amendPlan(frozen.value, { analyses: [ranks], reason: 'The scale is ordinal.', at: '2026-03-01T09:00:00Z' })
 * 'value' in amended && amended.value.versions.map((one) => one.analyses[0]?.test) //=> ["paired t, two-sided", "Wilcoxon signed rank, exact"]
 * ```
 */
export function amendPlan(plan: AnalysisPlan, { analyses, reason, at }: Amendment): Result<FrozenPlan> {
  if (plan.state === 'draft')
    return refuse('plan-not-frozen', `The plan "${plan.id}" is a draft. Change the draft, or freeze it first.`)
  const refusal =
    instantRefusal(at, ['at']) ?? textRefusal(reason, ['reason']) ?? analysesRefusal(analyses, ['analyses'])
  if (refusal !== undefined) return { refusal }
  const last = plan.versions[plan.versions.length - 1] ?? plan.versions[0]
  if (!isBefore(last.frozenAt, at))
    return refuse(
      'plan-out-of-order',
      `The amendment of ${at} is not after version ${last.version}, which was frozen at ${last.frozenAt}. Give the instant at which it was decided.`,
      ['at'],
    )
  const version = { version: last.version + 1, analyses, frozenAt: at, reason }
  return { value: { ...plan, versions: [...plan.versions, version] } }
}
