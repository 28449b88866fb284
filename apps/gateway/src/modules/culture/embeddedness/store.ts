import { and, asc, eq, isNotNull, ne, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { cohort } from '../../mentoring/table.ts'
import { person } from '../../people/table.ts'

/** The departments of the institution, by their codes. */
export async function departmentCodes(tx: Transaction, institutionId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ unit: sql<string>`${person.unit}` })
    .from(person)
    .where(and(eq(person.institutionId, institutionId), isNotNull(person.unit), ne(person.unit, '')))
  return rows.map(({ unit }) => unit).sort()
}

/** The last day of each programme of whose every cohort the last day is known, by the programme's id. */
export async function programmeEnds(tx: Transaction, institutionId: string): Promise<Readonly<Record<string, string>>> {
  const rows = await tx
    .select({ programmeId: cohort.programmeId, endsOn: cohort.endsOn })
    .from(cohort)
    .where(eq(cohort.institutionId, institutionId))
    .orderBy(asc(cohort.programmeId), asc(cohort.ordinal))
  const ends = new Map<string, string | null>()
  for (const { programmeId, endsOn } of rows) {
    const known = ends.get(programmeId)
    ends.set(
      programmeId,
      known === null || endsOn === null ? null : known !== undefined && known > endsOn ? known : endsOn,
    )
  }
  return Object.fromEntries([...ends].flatMap(([id, endsOn]) => (endsOn === null ? [] : [[id, endsOn]])))
}
