import type { Evidence } from '@mentoring-commons/ukpsf'
import { and, asc, count, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { corroboration, evidence } from './table.ts'

/** A row of evidence. */
export type EvidenceRow = typeof evidence.$inferSelect
/** Somebody who was asked for their word, and the word where it was given. */
export type CorroborationRow = typeof corroboration.$inferSelect

/** A row of evidence with everybody who was asked for their word on it. */
export interface StoredEvidence {
  readonly row: EvidenceRow
  readonly words: readonly CorroborationRow[]
}

/** The domain's evidence of a row; the words that were asked for and not given are left out. */
export function evidenceOf({ row, words }: StoredEvidence): Evidence {
  return {
    id: row.id,
    kind: row.kind,
    ...(row.title === null ? {} : { title: row.title }),
    on: row.toDay === null ? row.fromDay : { from: row.fromDay, to: row.toDay },
    tags: row.tags,
    owner: row.personId,
    corroborations: words.flatMap(({ byPersonId, givenOn, tags }) =>
      givenOn === null ? [] : [{ by: byPersonId, on: givenOn, tags }],
    ),
    ...(row.words === null ? {} : { words: row.words }),
    ...(row.originKind === null || row.originId === null ? {} : { link: { kind: row.originKind, id: row.originId } }),
  }
}

/** The evidence of an id. With `lock` nobody else changes it until this transaction ends. */
export async function loadEvidence(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look',
): Promise<StoredEvidence | undefined> {
  const select = tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.institutionId, institutionId), eq(evidence.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  if (row === undefined) return undefined
  const words = await tx
    .select()
    .from(corroboration)
    .where(and(eq(corroboration.institutionId, institutionId), eq(corroboration.evidenceId, id)))
    .orderBy(asc(corroboration.byPersonId))
  return { row, words }
}

/** All the evidence of a person, oldest first, ties by id. */
export async function evidenceOfPerson(
  tx: Transaction,
  institutionId: string,
  personId: string,
): Promise<readonly StoredEvidence[]> {
  const rows = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.institutionId, institutionId), eq(evidence.personId, personId)))
    .orderBy(asc(evidence.fromDay), asc(evidence.id))
  const words = await tx
    .select({ word: corroboration })
    .from(corroboration)
    .innerJoin(
      evidence,
      and(eq(evidence.institutionId, corroboration.institutionId), eq(evidence.id, corroboration.evidenceId)),
    )
    .where(and(eq(corroboration.institutionId, institutionId), eq(evidence.personId, personId)))
    .orderBy(asc(corroboration.byPersonId))
  const byEvidence = new Map<string, CorroborationRow[]>(rows.map(({ id }) => [id, []]))
  for (const { word } of words) byEvidence.get(word.evidenceId)?.push(word)
  return rows.map((row) => ({ row, words: byEvidence.get(row.id) ?? [] }))
}

/** How many pieces of evidence a person has. */
export async function countEvidence(tx: Transaction, institutionId: string, personId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(evidence)
    .where(and(eq(evidence.institutionId, institutionId), eq(evidence.personId, personId)))
  return row?.n ?? 0
}

/** Stores a piece of evidence. */
export async function insertEvidence(tx: Transaction, row: typeof evidence.$inferInsert) {
  await tx.insert(evidence).values(row)
}

/** Changes a piece of evidence that this transaction holds still. */
export async function updateEvidence(
  tx: Transaction,
  institutionId: string,
  id: string,
  change: Partial<Omit<EvidenceRow, 'institutionId' | 'id' | 'personId'>>,
) {
  await tx
    .update(evidence)
    .set(change)
    .where(and(eq(evidence.institutionId, institutionId), eq(evidence.id, id)))
}

/** Removes a piece of evidence, and with it its place in claims that are worked at and the words on it. */
export async function deleteEvidence(tx: Transaction, institutionId: string, id: string) {
  await tx.delete(evidence).where(and(eq(evidence.institutionId, institutionId), eq(evidence.id, id)))
}

/** Keeps that somebody was asked for their word; false when they had been asked already. */
export async function insertRequest(tx: Transaction, row: typeof corroboration.$inferInsert): Promise<boolean> {
  const added = await tx.insert(corroboration).values(row).onConflictDoNothing().returning()
  return added.length > 0
}

/** Keeps a word: what it confirms and when it was given; with `givenOn: null` it is asked for anew. */
export async function updateWord(
  tx: Transaction,
  key: { readonly institutionId: string; readonly evidenceId: string; readonly byPersonId: string },
  word: { readonly givenOn: string | null; readonly tags: readonly string[] },
) {
  await tx
    .update(corroboration)
    .set({ givenOn: word.givenOn, tags: [...word.tags] })
    .where(
      and(
        eq(corroboration.institutionId, key.institutionId),
        eq(corroboration.evidenceId, key.evidenceId),
        eq(corroboration.byPersonId, key.byPersonId),
      ),
    )
}
