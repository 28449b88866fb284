import type { Result } from '../../refusal.ts'
import { instantRefusal } from '../day.ts'
import { refuse, textRefusal } from '../refuse.ts'
import { analysesRefusal, type PlannedAnalysis } from './planned-analysis.ts'

/** What one freezing fixed. It is never changed: an amendment adds another version. */
export interface PlanVersion {
  /** 1 for the first, and so on without a gap. */
  readonly version: number
  readonly analyses: readonly PlannedAnalysis[]
  /** An instant in UTC. */
  readonly frozenAt: string
  /** Why it replaces the version before; absent from the first. */
  readonly reason?: string
}

/** What is going to be analysed. A draft can still be changed; a frozen plan keeps every version there ever was. */
export type AnalysisPlan = PlanHead &
  (
    | { readonly state: 'draft'; readonly analyses: readonly PlannedAnalysis[] }
    | { readonly state: 'frozen'; readonly versions: readonly [PlanVersion, ...PlanVersion[]] }
  )

interface PlanHead {
  readonly id: string
  readonly title: string
  /** From this instant on the outcome data are complete and could be looked at. */
  readonly dataClosesAt: string
}

/** A plan that is frozen. */
export type FrozenPlan = Extract<AnalysisPlan, { readonly state: 'frozen' }>

/** What a plan is made of. */
export interface PlanInput extends PlanHead {
  readonly analyses: readonly PlannedAnalysis[]
}

/**
 * A plan in draft.
 *
 * Refused: a blank text, an instant that is none, a plan without an analysis, and one analysis (the same indicator, test and groups) named twice.
 *
 * @example
 * ```ts
 * import { definePlan } from '@mentoring-commons/reporting/evaluation'
 *
 * const analysis = { id: 'a1', hypothesis: 'Confidence is higher after a year.', indicatorId: 'confidence', test: 'paired t, two-sided', groups: ['mentees'], role: 'primary' } as const
 * const plan = definePlan({ id: 'p1', title: 'First cohort', dataClosesAt: '2026-07-31T22:59:59Z', analyses: [analysis] })
 * 'value' in plan && plan.value.state //=> "draft"
 * ```
 */
export function definePlan({ id, title, dataClosesAt, analyses }: PlanInput): Result<AnalysisPlan> {
  const refusal =
    textRefusal(id, ['id']) ??
    textRefusal(title, ['title']) ??
    instantRefusal(dataClosesAt, ['dataClosesAt']) ??
    analysesRefusal(analyses, ['analyses'])
  if (refusal !== undefined) return { refusal }
  return { value: { id, title, dataClosesAt, state: 'draft', analyses } }
}

/**
 * The plan, frozen at an instant. Frozen after its data closed it is kept all the same, and everything in it is exploratory.
 *
 * @example
 * ```ts
 * import { definePlan, freezePlan } from '@mentoring-commons/reporting/evaluation'
 *
 * const analysis = { id: 'a1', hypothesis: 'Confidence is higher after a year.', indicatorId: 'confidence', test: 'paired t, two-sided', groups: ['mentees'], role: 'primary' } as const
 * const plan = definePlan({ id: 'p1', title: 'First cohort', dataClosesAt: '2026-07-31T22:59:59Z', analyses: [analysis] })
 * if ('refusal' in plan) throw new Error(plan.refusal.message)
 * const frozen = freezePlan(plan.value, '2026-02-01T09:00:00Z')
 * 'value' in frozen && frozen.value.versions.length //=> 1
 * const again = 'value' in frozen ? freezePlan(frozen.value, '2026-02-02T09:00:00Z') : frozen
 * 'refusal' in again && again.refusal.code //=> "plan-frozen"
 * ```
 */
export function freezePlan(plan: AnalysisPlan, at: string): Result<FrozenPlan> {
  const refusal = instantRefusal(at, ['at'])
  if (refusal !== undefined) return { refusal }
  if (plan.state === 'frozen')
    return refuse('plan-frozen', `The plan "${plan.id}" is frozen already. Amend it: both versions are kept.`)
  const { analyses, ...head } = plan
  return { value: { ...head, state: 'frozen', versions: [{ version: 1, analyses, frozenAt: at }] } }
}
