import type { DimensionReading } from '@mentoring-commons/mentoring'
import { and, asc, eq, lte } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { dimensionReading } from './table.ts'

/** Stores a reading by one person. */
export async function insertReading(
  tx: Transaction,
  institutionId: string,
  { id, personId, recordedAt }: { readonly id: string; readonly personId: string; readonly recordedAt: string },
  { relationshipId, party, dimension, reading, on }: DimensionReading,
): Promise<void> {
  await tx
    .insert(dimensionReading)
    .values({ institutionId, id, personId, recordedAt, relationshipId, party, dimension, reading, readOn: on })
}

/** The readings up to a day, in the order in which they were recorded: to be counted, and for nobody to see. */
export async function readingsUpTo(
  tx: Transaction,
  institutionId: string,
  on: string,
): Promise<readonly DimensionReading[]> {
  const rows = await tx
    .select({
      relationshipId: dimensionReading.relationshipId,
      party: dimensionReading.party,
      dimension: dimensionReading.dimension,
      reading: dimensionReading.reading,
      on: dimensionReading.readOn,
    })
    .from(dimensionReading)
    .where(and(eq(dimensionReading.institutionId, institutionId), lte(dimensionReading.readOn, on)))
    .orderBy(asc(dimensionReading.readOn), asc(dimensionReading.recordedAt), asc(dimensionReading.id))
  return rows
}
