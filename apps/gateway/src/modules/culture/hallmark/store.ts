import type { HallmarkReading } from '@mentoring-commons/mentoring'
import { and, asc, eq, lte } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { hallmarkReading } from './table.ts'

/** Stores a reading. */
export async function insertHallmark(
  tx: Transaction,
  institutionId: string,
  state: HallmarkReading,
  recorded: { readonly recordedBy: string; readonly recordedAt: string },
): Promise<void> {
  const { id, hallmark, departmentId, on } = state
  await tx
    .insert(hallmarkReading)
    .values({ institutionId, id, hallmark, departmentId: departmentId ?? null, readOn: on, state, ...recorded })
}

/** The readings up to a day, in the order in which they were recorded. */
export async function hallmarksUpTo(
  tx: Transaction,
  institutionId: string,
  on: string,
): Promise<readonly HallmarkReading[]> {
  const rows = await tx
    .select({ state: hallmarkReading.state })
    .from(hallmarkReading)
    .where(and(eq(hallmarkReading.institutionId, institutionId), lte(hallmarkReading.readOn, on)))
    .orderBy(asc(hallmarkReading.readOn), asc(hallmarkReading.recordedAt), asc(hallmarkReading.id))
  return rows.map(({ state }) => state)
}
