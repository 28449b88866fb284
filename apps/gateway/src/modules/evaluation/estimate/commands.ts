import {
  type AnalysisKey,
  analysisKey,
  countLooks,
  defineEstimate,
  type EstimateInput,
  sayEstimate,
  standingOf,
} from '@mentoring-commons/reporting/evaluation'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { once } from '../../people/idempotency.ts'
import { policyOf } from '../../people/policy.ts'
import { type Repeatable, sound } from '../answers.ts'
import { findClaim } from '../claim/store.ts'
import { insertLook, loadPlan, looksOf } from '../plan/store.ts'
import { findEstimate, insertEstimate, looksWithoutPlan } from './store.ts'

/** What was found, by which plan, if by any. Standing and looks are reckoned, not told. */
export interface FoundEstimate extends Omit<EstimateInput, 'id' | 'standing' | 'looks'> {
  readonly planId: string | null
  /** The groups of the analysis, as the plan names them. */
  readonly groups: readonly string[]
}

/**
 * Records an estimate, which is a look at the data of its plan: its id. Whether it was pre-specified, and how many looks there were, is
 * reckoned from the plan and fixed with it.
 */
export function recordEstimate(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & FoundEstimate,
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'recordEstimate', idempotencyKey, input }, async (tx) => {
    const { planId, groups, ...found } = input
    const test = `${found.method.name}, ${found.method.convention}`
    const analysis = { indicatorId: found.indicatorId, test, groups }
    const recorded = { recordedBy: accountId, recordedAt: context.now() }
    const id = context.newId()
    const run = await runOf(context, tx, planId, analysis)
    const state = sound(defineEstimate({ ...found, id, ...run }))
    if (planId !== null) await insertLook(tx, { institutionId, id: context.newId(), planId, ...analysis, ...recorded })
    await insertEstimate(tx, {
      ...{ institutionId, id, planId, indicatorId: found.indicatorId, analysis: analysisKey(analysis), state },
      ...recorded,
    })
    return id
  })
}

/** An estimate in sentences, under the viewer's policy, with the claim behind it where one is named. */
export function estimateInWords(
  context: Context,
  { estimateId, claimId }: { readonly estimateId: string; readonly claimId: string | null },
): Promise<string> {
  const { institutionId, roles } = viewerOf(context)
  return context.transact('read', async (tx) => {
    const estimate = await findEstimate(tx, institutionId, estimateId)
    if (estimate === undefined) throw unknownId('Estimate', 'estimate')
    const claim = claimId === null ? undefined : await findClaim(tx, institutionId, claimId)
    if (claimId !== null && claim === undefined) throw unknownId('ContributionClaim', 'claim')
    return sayEstimate(estimate, { policy: policyOf(roles), ...(claim === undefined ? {} : { claim }) })
  })
}

/** How a run stands by its plan, and the how many-th look it is. */
async function runOf(context: Context, tx: Tx, planId: string | null, analysis: AnalysisKey) {
  const { institutionId } = viewerOf(context)
  if (planId === null)
    return {
      standing: standingOf(undefined, analysis, []),
      looks: (await looksWithoutPlan(tx, institutionId, analysis)) + 1,
    }
  const kept = await loadPlan(tx, institutionId, planId, 'lock')
  if (kept === undefined) throw unknownId('AnalysisPlan', 'plan')
  const before = await looksOf(tx, institutionId, planId)
  const now = context.now()
  const looks = countLooks([...before, { ...analysis, at: now }], analysis, kept.plan.dataClosesAt, now)
  return { standing: standingOf(kept.plan, analysis, before), looks }
}
