import type { Objective } from '@mentoring-commons/reporting/evaluation'
import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { objective } from './table.ts'

/** Stores an objective. */
export async function insertObjective(tx: Transaction, institutionId: string, state: Objective): Promise<void> {
  await tx.insert(objective).values({ institutionId, id: state.id, ...columnsOf(state), version: 1 })
}

/** The objective of an id, held still until this transaction ends. */
export async function lockObjective(tx: Transaction, institutionId: string, id: string) {
  const [row] = await tx
    .select({ version: objective.version })
    .from(objective)
    .where(and(eq(objective.institutionId, institutionId), eq(objective.id, id)))
    .for('update')
  return row
}

/** Stores what an objective is now. */
export async function updateObjective(tx: Transaction, institutionId: string, state: Objective, version: number) {
  await tx
    .update(objective)
    .set({ ...columnsOf(state), version })
    .where(and(eq(objective.institutionId, institutionId), eq(objective.id, state.id)))
}

/** Every objective of the institution, by the day from which it holds. */
export async function objectivesOf(tx: Transaction, institutionId: string): Promise<readonly Objective[]> {
  const rows = await tx
    .select({ state: objective.state })
    .from(objective)
    .where(eq(objective.institutionId, institutionId))
    .orderBy(asc(objective.fromDay), asc(objective.id))
  return rows.map(({ state }) => state)
}

function columnsOf(state: Objective) {
  return { state, fromDay: state.from, toDay: state.to ?? null }
}
