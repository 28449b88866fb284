import { type AnalysisKey, analysisKey, type Estimate, parseEstimate } from '@mentoring-commons/reporting/evaluation'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { estimate } from './table.ts'

/** Stores an estimate as it was found. */
export async function insertEstimate(tx: Transaction, row: typeof estimate.$inferInsert): Promise<void> {
  await tx.insert(estimate).values(row)
}

/** The estimate of an id. */
export async function findEstimate(tx: Transaction, institutionId: string, id: string): Promise<Estimate | undefined> {
  const [row] = await tx
    .select({ state: estimate.state })
    .from(estimate)
    .where(and(eq(estimate.institutionId, institutionId), eq(estimate.id, id)))
  return row === undefined ? undefined : estimateOf(row.state)
}

/** Every estimate of the institution, in the order in which they were recorded. */
export async function estimatesOf(tx: Transaction, institutionId: string): Promise<readonly Estimate[]> {
  const rows = await tx
    .select({ state: estimate.state })
    .from(estimate)
    .where(eq(estimate.institutionId, institutionId))
    .orderBy(asc(estimate.recordedAt), asc(estimate.id))
  return rows.map(({ state }) => estimateOf(state))
}

/** How many estimates of an analysis were recorded without a plan: each was a look. */
export async function looksWithoutPlan(tx: Transaction, institutionId: string, analysis: AnalysisKey): Promise<number> {
  const rows = await tx
    .select({ analysis: estimate.analysis })
    .from(estimate)
    .where(
      and(
        eq(estimate.institutionId, institutionId),
        eq(estimate.indicatorId, analysis.indicatorId),
        isNull(estimate.planId),
      ),
    )
  return rows.filter((row) => row.analysis === analysisKey(analysis)).length
}

/** The domain's estimate of what is kept. */
export function estimateOf(state: unknown): Estimate {
  const answer = parseEstimate(state)
  if ('value' in answer) return answer.value
  throw new TypeError(`an estimate is kept and is none: ${answer.refusal.message}`)
}
