import {
  type AnalysisKey,
  amendPlan,
  definePlan,
  freezePlan,
  type PlannedAnalysis,
} from '@mentoring-commons/reporting/evaluation'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { type Repeatable, sound, staleVersion } from '../answers.ts'
import { insertLook, insertPlan, insertPlanVersion, loadPlan, updateDraft } from './store.ts'

/** Which plan, as it was when it was decided on. */
export interface WhichPlan extends Repeatable {
  readonly planId: string
  readonly expectedVersion: number
}

/** Drafts a plan: its id. The instant at which its data close cannot be changed afterwards. */
export function draftPlan(
  context: Context,
  {
    idempotencyKey,
    ...input
  }: Repeatable & {
    readonly title: string
    readonly dataClosesAt: string
    readonly analyses: readonly PlannedAnalysis[]
  },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'draftPlan', idempotencyKey, input }, async (tx) => {
    const { id, title, dataClosesAt } = sound(definePlan({ ...input, id: context.newId() }))
    const recorded = { recordedBy: accountId, recordedAt: context.now() }
    await insertPlan(tx, { institutionId, id, title, dataClosesAt, ...recorded }, input.analyses)
    return id
  })
}

/** Changes a plan that is still a draft: its id. */
export function redraftPlan(
  context: Context,
  { idempotencyKey, ...which }: WhichPlan,
  analyses: readonly PlannedAnalysis[],
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'redraftPlan', idempotencyKey, input: [which, analyses] }, async (tx) => {
    const { plan, version } = await lockedPlan(context, tx, which)
    if (plan.state === 'frozen')
      throw new Refused({
        code: 'plan-frozen',
        message: 'this plan is frozen; amend it, and both versions are kept',
        path: 'plan',
      })
    sound(definePlan({ ...plan, analyses }))
    await updateDraft(tx, institutionId, which.planId, { analyses, version: version + 1 })
    return which.planId
  })
}

/** Freezes a plan at this instant: its id. */
export function freezeAnalysisPlan(context: Context, { idempotencyKey, ...which }: WhichPlan): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'freezeAnalysisPlan', idempotencyKey, input: which }, async (tx) => {
    const { plan } = await lockedPlan(context, tx, which)
    const [version] = sound(freezePlan(plan, context.now())).versions
    await insertPlanVersion(tx, institutionId, which.planId, version, accountId)
    return which.planId
  })
}

/** Amends a frozen plan at this instant; the version before stays: its id. */
export function amendAnalysisPlan(
  context: Context,
  { idempotencyKey, ...which }: WhichPlan,
  input: { readonly analyses: readonly PlannedAnalysis[]; readonly reason: string },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'amendAnalysisPlan', idempotencyKey, input: [which, input] }, async (tx) => {
    const { plan } = await lockedPlan(context, tx, which)
    const last = sound(amendPlan(plan, { ...input, at: context.now() })).versions.at(-1)
    if (last === undefined) throw new TypeError('an amended plan has no version')
    await insertPlanVersion(tx, institutionId, which.planId, last, accountId)
    return which.planId
  })
}

/** Records that an analysis was run on the data of a plan, whatever came of it: the plan's id. */
export function recordLook(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & AnalysisKey & { readonly planId: string },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'recordLook', idempotencyKey, input }, async (tx) => {
    if ((await loadPlan(tx, institutionId, input.planId, 'lock')) === undefined) throw unknownId('AnalysisPlan', 'plan')
    const recorded = { recordedBy: accountId, recordedAt: context.now() }
    await insertLook(tx, { institutionId, id: context.newId(), ...input, ...recorded })
    return input.planId
  })
}

async function lockedPlan(context: Context, tx: Tx, { planId, expectedVersion }: Omit<WhichPlan, 'idempotencyKey'>) {
  const kept = await loadPlan(tx, viewerOf(context).institutionId, planId, 'lock')
  if (kept === undefined) throw unknownId('AnalysisPlan', 'plan')
  if (kept.version !== expectedVersion) throw staleVersion('plan', kept.version)
  return kept
}
