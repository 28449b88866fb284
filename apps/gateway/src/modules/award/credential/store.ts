import { and, asc, count, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { institution } from '../../people/table.ts'
import { awardCredential, awardScheme, candidacy } from '../table.ts'

/** A badge as its row holds it. */
export type CredentialRow = typeof awardCredential.$inferSelect

/** The key and the name of an institution that is entered; undefined where there is none of this id. */
export async function institutionNames(
  tx: Transaction,
  id: string,
): Promise<{ readonly key: string; readonly name: string } | undefined> {
  const [row] = await tx
    .select({ key: institution.key, name: institution.name })
    .from(institution)
    .where(eq(institution.id, id))
  return row
}

/** Every place of a list that was ever given out. */
export async function placesTaken(tx: Transaction, institutionId: string, list: number): Promise<ReadonlySet<number>> {
  const rows = await tx
    .select({ place: awardCredential.place })
    .from(awardCredential)
    .where(and(eq(awardCredential.institutionId, institutionId), eq(awardCredential.list, list)))
  return new Set(rows.map(({ place }) => place))
}

/** The places of a list whose award was taken back, in order. */
export async function placesRevoked(tx: Transaction, institutionId: string, list: number): Promise<readonly number[]> {
  const rows = await tx
    .select({ place: awardCredential.place })
    .from(awardCredential)
    .innerJoin(
      candidacy,
      and(eq(candidacy.institutionId, awardCredential.institutionId), eq(candidacy.id, awardCredential.candidacyId)),
    )
    .where(
      and(
        eq(awardCredential.institutionId, institutionId),
        eq(candidacy.institutionId, institutionId),
        eq(awardCredential.list, list),
        eq(candidacy.status, 'revoked'),
      ),
    )
    .orderBy(asc(awardCredential.place))
  return rows.map(({ place }) => place)
}

/** How many badges of a candidacy there are. */
export async function badgesOf(tx: Transaction, institutionId: string, candidacyId: string): Promise<number> {
  const [row] = await tx
    .select({ badges: count() })
    .from(awardCredential)
    .where(and(eq(awardCredential.institutionId, institutionId), eq(awardCredential.candidacyId, candidacyId)))
  return row?.badges ?? 0
}

/** Stores a badge as it was issued: false where its place was given out meanwhile. */
export async function insertCredential(tx: Transaction, row: CredentialRow): Promise<boolean> {
  const inserted = await tx
    .insert(awardCredential)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: awardCredential.id })
  return inserted.length > 0
}

/** The badge of an id. */
export async function findCredential(
  tx: Transaction,
  institutionId: string,
  id: string,
): Promise<CredentialRow | undefined> {
  const [row] = await tx
    .select()
    .from(awardCredential)
    .where(and(eq(awardCredential.institutionId, institutionId), eq(awardCredential.id, id)))
  return row
}

/** The scheme of a key, for what is public of it. */
export async function findSchemeOfKey(tx: Transaction, institutionId: string, key: string) {
  const [row] = await tx
    .select({ scheme: awardScheme.scheme })
    .from(awardScheme)
    .where(and(eq(awardScheme.institutionId, institutionId), eq(awardScheme.key, key)))
  return row?.scheme
}
