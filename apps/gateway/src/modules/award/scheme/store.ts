import type { Scheme } from '@mentoring-commons/award'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { awardScheme, awardSchemeRevision, candidacy } from '../table.ts'

/** A scheme as its row holds it. */
export type SchemeRow = typeof awardScheme.$inferSelect

/** Who recorded something, and when. */
export interface Recorded {
  readonly by: string
  readonly at: string
}

/** The scheme of an id. With `change` nobody else changes it until this transaction ends, with `keep` nobody changes it at all. */
export async function loadScheme(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'change' | 'keep' | 'look' = 'look',
): Promise<SchemeRow | undefined> {
  const select = tx
    .select()
    .from(awardScheme)
    .where(and(eq(awardScheme.institutionId, institutionId), eq(awardScheme.id, id)))
  const [row] = lock === 'look' ? await select : await select.for(lock === 'change' ? 'update' : 'share')
  return row
}

/** The scheme of a key. */
export async function schemeOfKey(tx: Transaction, institutionId: string, key: string): Promise<SchemeRow | undefined> {
  const [row] = await tx
    .select()
    .from(awardScheme)
    .where(and(eq(awardScheme.institutionId, institutionId), eq(awardScheme.key, key)))
  return row
}

/** Stores a scheme and its first revision: false where the institution has one of this key. */
export async function insertScheme(
  tx: Transaction,
  row: Omit<SchemeRow, 'version'>,
  { by, at }: Recorded,
): Promise<boolean> {
  const inserted = await tx
    .insert(awardScheme)
    .values({ ...row, version: 1 })
    .onConflictDoNothing()
    .returning({ id: awardScheme.id })
  if (inserted.length === 0) return false
  const { institutionId, id: schemeId, scheme } = row
  await tx
    .insert(awardSchemeRevision)
    .values({ institutionId, schemeId, number: 1, scheme, recordedBy: by, recordedAt: at })
  return true
}

/** Stores a scheme after a change, and the change as a revision. */
export async function reviseScheme(
  tx: Transaction,
  { institutionId, id, version }: SchemeRow,
  scheme: Scheme,
  { by, at }: Recorded,
): Promise<void> {
  const number = version + 1
  await tx
    .update(awardScheme)
    .set({ scheme, title: scheme.title, version: number })
    .where(and(eq(awardScheme.institutionId, institutionId), eq(awardScheme.id, id)))
  await tx
    .insert(awardSchemeRevision)
    .values({ institutionId, schemeId: id, number, scheme, recordedBy: by, recordedAt: at })
}

/** Whether anybody is or was enrolled on a version of a scheme. */
export async function isInUse(
  tx: Transaction,
  institutionId: string,
  schemeId: string,
  version: string,
): Promise<boolean> {
  const rows = await tx
    .select({ id: candidacy.id })
    .from(candidacy)
    .where(
      and(
        eq(candidacy.institutionId, institutionId),
        eq(candidacy.schemeId, schemeId),
        eq(candidacy.schemeVersion, version),
      ),
    )
    .limit(1)
  return rows.length > 0
}
