import type { AnalysisPlan, Look, PlannedAnalysis, PlanVersion } from '@mentoring-commons/reporting/evaluation'
import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { analysisLook, analysisPlan, analysisPlanDraft, analysisPlanVersion } from './table.ts'

/** A plan as it stands, with the version of its draft, or of its last freezing. */
export interface KeptPlan {
  readonly plan: AnalysisPlan
  readonly version: number
}

/** Stores a plan in draft. */
export async function insertPlan(
  tx: Transaction,
  row: typeof analysisPlan.$inferInsert,
  analyses: readonly PlannedAnalysis[],
): Promise<void> {
  await tx.insert(analysisPlan).values(row)
  await tx.insert(analysisPlanDraft).values({ institutionId: row.institutionId, planId: row.id, analyses, version: 1 })
}

/** The plan of an id. With `lock` nobody else drafts, freezes or looks until this transaction ends. */
export async function loadPlan(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look',
): Promise<KeptPlan | undefined> {
  const own = and(eq(analysisPlanDraft.institutionId, institutionId), eq(analysisPlanDraft.planId, id))
  // The draft's row stays when its plan is frozen: it is what everybody waits for.
  const select = tx.select().from(analysisPlanDraft).where(own)
  const [draft] = lock === 'lock' ? await select.for('update') : await select
  const [head] = await tx
    .select()
    .from(analysisPlan)
    .where(and(eq(analysisPlan.institutionId, institutionId), eq(analysisPlan.id, id)))
  if (head === undefined || draft === undefined) return undefined
  const frozen = await tx
    .select()
    .from(analysisPlanVersion)
    .where(and(eq(analysisPlanVersion.institutionId, institutionId), eq(analysisPlanVersion.planId, id)))
    .orderBy(asc(analysisPlanVersion.version))
  const { title, dataClosesAt } = head
  const base = { id, title, dataClosesAt: utc(dataClosesAt) }
  const [first, ...rest] = frozen.map(versionOf)
  return first === undefined
    ? { plan: { ...base, state: 'draft', analyses: draft.analyses }, version: draft.version }
    : { plan: { ...base, state: 'frozen', versions: [first, ...rest] }, version: frozen.length }
}

/** Stores another draft in place of the one before. */
export async function updateDraft(
  tx: Transaction,
  institutionId: string,
  planId: string,
  draft: { readonly analyses: readonly PlannedAnalysis[]; readonly version: number },
): Promise<void> {
  await tx
    .update(analysisPlanDraft)
    .set(draft)
    .where(and(eq(analysisPlanDraft.institutionId, institutionId), eq(analysisPlanDraft.planId, planId)))
}

/** Stores what was frozen. */
export async function insertPlanVersion(
  tx: Transaction,
  institutionId: string,
  planId: string,
  { version, analyses, frozenAt, reason }: PlanVersion,
  frozenBy: string,
): Promise<void> {
  await tx
    .insert(analysisPlanVersion)
    .values({ institutionId, planId, version, analyses, reason: reason ?? null, frozenBy, frozenAt })
}

/** Stores that an analysis was run. */
export async function insertLook(tx: Transaction, row: typeof analysisLook.$inferInsert): Promise<void> {
  await tx.insert(analysisLook).values(row)
}

/** Every look at the data of a plan, in order. */
export async function looksOf(tx: Transaction, institutionId: string, planId: string): Promise<readonly Look[]> {
  const { indicatorId, test, groups, recordedAt, id } = analysisLook
  const rows = await tx
    .select({ indicatorId, test, groups, at: recordedAt })
    .from(analysisLook)
    .where(and(eq(analysisLook.institutionId, institutionId), eq(analysisLook.planId, planId)))
    .orderBy(asc(recordedAt), asc(id))
  return rows.map((row) => ({ ...row, at: utc(row.at) }))
}

/** The domain's version of a row. */
export function versionOf(
  row: Omit<typeof analysisPlanVersion.$inferSelect, 'institutionId' | 'planId' | 'frozenBy'>,
): PlanVersion {
  const { version, analyses, frozenAt, reason } = row
  return { version, analyses, frozenAt: utc(frozenAt), ...(reason === null ? {} : { reason }) }
}

/** An instant as the domain writes it, whatever the database's way. */
function utc(instant: string): string {
  return new Date(instant).toISOString()
}
