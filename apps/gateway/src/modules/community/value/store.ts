import {
  type ValueFramework,
  type ValueIndicator,
  type ValueStory,
  valueFrameworks,
} from '@mentoring-commons/mentoring'
import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { valueIndicator, valueStory } from './table.ts'

/** The key of a list of types of value. */
export type ValueFrameworkKey = (typeof valueFrameworks)[number]['key']

/** The list of types of value of a key. */
export function frameworkOf(key: ValueFrameworkKey): ValueFramework {
  const found = valueFrameworks.find((one) => one.key === key)
  if (found === undefined) throw new TypeError(`there is no list of types of value "${key}"`)
  return found
}

/** A story with what is kept beside it. */
export interface StoredStory extends ValueStory {
  readonly institutionId: string
  readonly framework: string
  readonly version: number
}

/** Stores an indicator. */
export async function insertIndicator(
  tx: Transaction,
  institutionId: string,
  state: ValueIndicator,
  kept: { readonly framework: string; readonly recordedBy: string; readonly recordedAt: string },
): Promise<void> {
  const { id, communityId } = state
  await tx.insert(valueIndicator).values({ institutionId, id, communityId, state, ...kept })
}

/** The indicators of a community in one framework, in a stable order. */
export async function indicatorsOf(
  tx: Transaction,
  institutionId: string,
  communityId: string,
  framework: string,
): Promise<readonly ValueIndicator[]> {
  const rows = await tx
    .select({ state: valueIndicator.state })
    .from(valueIndicator)
    .where(
      and(
        eq(valueIndicator.institutionId, institutionId),
        eq(valueIndicator.communityId, communityId),
        eq(valueIndicator.framework, framework),
      ),
    )
    .orderBy(asc(valueIndicator.id))
  return rows.map(({ state }) => state)
}

/** Stores a new story. */
export async function insertStory(
  tx: Transaction,
  institutionId: string,
  framework: string,
  state: ValueStory,
): Promise<void> {
  const { id, communityId, authorId } = state
  await tx
    .insert(valueStory)
    .values({ institutionId, id, communityId, authorId, framework, ...consentOf(state), version: 1 })
}

/** Stores the next state of a story that this transaction holds still. */
export async function updateStory(tx: Transaction, institutionId: string, state: ValueStory, version: number) {
  await tx
    .update(valueStory)
    .set({ ...consentOf(state), version })
    .where(and(eq(valueStory.institutionId, institutionId), eq(valueStory.id, state.id)))
}

/** Takes a story away for good. */
export async function deleteStory(tx: Transaction, institutionId: string, id: string): Promise<void> {
  await tx.delete(valueStory).where(and(eq(valueStory.institutionId, institutionId), eq(valueStory.id, id)))
}

/** The story of an id. With `lock` nobody else changes it until this transaction ends. */
export async function loadStory(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look',
): Promise<StoredStory | undefined> {
  const select = tx
    .select()
    .from(valueStory)
    .where(and(eq(valueStory.institutionId, institutionId), eq(valueStory.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row && storyOf(row)
}

/** All stories of a community, by id: for a policy to choose from, and for nobody to see. */
export async function storiesOf(
  tx: Transaction,
  institutionId: string,
  communityId: string,
): Promise<readonly StoredStory[]> {
  const rows = await tx
    .select()
    .from(valueStory)
    .where(and(eq(valueStory.institutionId, institutionId), eq(valueStory.communityId, communityId)))
    .orderBy(asc(valueStory.id))
  return rows.map(storyOf)
}

function storyOf({ institutionId, framework, version, state }: typeof valueStory.$inferSelect): StoredStory {
  return { ...state, institutionId, framework, version }
}

function consentOf(state: ValueStory) {
  const { circle, givenOn, withdrawnOn } = state.consent
  return { state, circle, givenOn, withdrawnOn: withdrawnOn ?? null }
}
