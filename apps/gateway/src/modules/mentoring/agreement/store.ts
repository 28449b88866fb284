import type { AgreementVersion } from '@mentoring-commons/mentoring'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { agreementSignature, agreementVersion } from './table.ts'

/** A version as it is kept. */
export type VersionRow = typeof agreementVersion.$inferSelect
/** A signature as it is kept. */
export type SignatureRow = Pick<typeof agreementSignature.$inferSelect, 'personId' | 'signedOn' | 'recordedAt'>

/** The domain's version of a row and its signatures, which come in the order in which they were given. */
export function versionOf(
  { relationshipId, version, draftedOn, terms }: Pick<VersionRow, 'relationshipId' | 'version' | 'draftedOn' | 'terms'>,
  signatures: readonly SignatureRow[],
): AgreementVersion {
  const inOrder = signatures.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return {
    relationshipId,
    version,
    draftedOn,
    terms,
    signatures: inOrder.map(({ personId, signedOn }) => ({ personId, on: signedOn })),
  }
}

/** Every version of the agreements of some relationships, with who signed it, by relationship and version. */
export async function agreementsOf(
  tx: Transaction,
  institutionId: string,
  relationshipIds: readonly string[],
): Promise<readonly AgreementVersion[]> {
  if (relationshipIds.length === 0) return []
  const ids = [...relationshipIds]
  const versions = await tx
    .select()
    .from(agreementVersion)
    .where(and(eq(agreementVersion.institutionId, institutionId), inArray(agreementVersion.relationshipId, ids)))
    .orderBy(asc(agreementVersion.relationshipId), asc(agreementVersion.version))
  if (versions.length === 0) return []
  const signatures = await tx
    .select()
    .from(agreementSignature)
    .where(and(eq(agreementSignature.institutionId, institutionId), inArray(agreementSignature.relationshipId, ids)))
  const byVersion = new Map<string, SignatureRow[]>(versions.map((row) => [nameOf(row), []]))
  for (const row of signatures) byVersion.get(nameOf(row))?.push(row)
  return versions.map((row) => versionOf(row, byVersion.get(nameOf(row)) ?? []))
}

/** Stores a version that nobody has signed yet. */
export async function insertVersion(tx: Transaction, row: typeof agreementVersion.$inferInsert): Promise<void> {
  await tx.insert(agreementVersion).values(row)
}

/** Stores that somebody signed a version. */
export async function insertSignature(tx: Transaction, row: typeof agreementSignature.$inferInsert): Promise<void> {
  await tx.insert(agreementSignature).values(row)
}

function nameOf({ relationshipId, version }: { readonly relationshipId: string; readonly version: number }): string {
  return `${relationshipId} ${version}`
}

function keyOf({ signedOn, recordedAt, personId }: SignatureRow): string {
  return `${signedOn} ${new Date(recordedAt).toISOString()} ${personId}`
}
