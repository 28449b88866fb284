import { type Goal, goalSeenBy } from '@mentoring-commons/mentoring'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { goal } from './table.ts'

/** A goal and the version that it is at. */
export interface StoredGoal {
  readonly state: Goal
  readonly version: number
}

/** The goal of an id. With `lock` nobody else changes it until this transaction ends. */
export async function loadGoal(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look',
): Promise<StoredGoal | undefined> {
  const select = tx
    .select({ state: goal.state, version: goal.version })
    .from(goal)
    .where(and(eq(goal.institutionId, institutionId), eq(goal.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row
}

/** Stores a new goal. */
export async function insertGoal(tx: Transaction, institutionId: string, state: Goal): Promise<void> {
  const { id, relationshipId, ownerId, setOn } = state
  await tx.insert(goal).values({ institutionId, id, relationshipId, ownerId, setOn, ...columnsOf(state), version: 1 })
}

/** Stores the next state of a goal that this transaction holds still. */
export async function updateGoal(tx: Transaction, institutionId: string, state: Goal, version: number): Promise<void> {
  await tx
    .update(goal)
    .set({ ...columnsOf(state), version })
    .where(and(eq(goal.institutionId, institutionId), eq(goal.id, state.id)))
}

/** A goal as the origin of evidence of its owner; undefined for everybody else. It has lasted until it came to stand as it does. */
export async function goalAsOrigin(
  tx: Transaction,
  institutionId: string,
  goalId: string,
  personId: string,
): Promise<
  { readonly id: string; readonly fromDay: string; readonly toDay: string | null; readonly title: string } | undefined
> {
  const stored = await loadGoal(tx, institutionId, goalId, 'look')
  if (stored === undefined || stored.state.ownerId !== personId) return undefined
  const { id, setOn, progress, title } = stored.state
  const last = progress.at(-1)?.on ?? setOn
  return { id, fromDay: setOn, toDay: last > setOn ? last : null, title }
}

function columnsOf(state: Goal) {
  return { state, visibility: state.visibility, stand: goalSeenBy(state, 'coordinator').state }
}
