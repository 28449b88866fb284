import type { Practice } from '@mentoring-commons/mentoring'
import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { practice } from './table.ts'

/** Stores a practice. */
export async function insertPractice(tx: Transaction, institutionId: string, state: Practice): Promise<void> {
  await tx.insert(practice).values({ institutionId, id: state.id, ...columnsOf(state), version: 1 })
}

/** The practice of an id, held still until this transaction ends. */
export async function lockPractice(tx: Transaction, institutionId: string, id: string) {
  const [row] = await tx
    .select({ state: practice.state, version: practice.version })
    .from(practice)
    .where(and(eq(practice.institutionId, institutionId), eq(practice.id, id)))
    .for('update')
  return row
}

/** Stores what is known of a practice now. */
export async function updatePractice(tx: Transaction, institutionId: string, state: Practice, version: number) {
  await tx
    .update(practice)
    .set({ ...columnsOf(state), version })
    .where(and(eq(practice.institutionId, institutionId), eq(practice.id, state.id)))
}

/** The whole inventory, in a stable order. */
export async function practicesOf(tx: Transaction, institutionId: string): Promise<readonly Practice[]> {
  const rows = await tx
    .select({ state: practice.state })
    .from(practice)
    .where(eq(practice.institutionId, institutionId))
    .orderBy(asc(practice.id))
  return rows.map(({ state }) => state)
}

function columnsOf(state: Practice) {
  return {
    state,
    form: state.form,
    departmentId: state.departmentId ?? null,
    programmeId: state.programmeId ?? null,
  }
}
