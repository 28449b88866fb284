import {
  academicYear,
  categories,
  type Fellowship,
  type HesaCode,
  hesaCodes,
  type Refusal,
  type TeachingQualification,
} from '@mentoring-commons/ukpsf'
import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { person } from '../../people/table.ts'
import { fellowshipOf } from '../fellowship/store.ts'
import { fellowship, teachingQualification, teachingRecord } from '../fellowship/table.ts'

/** Somebody in scope of the return: their codes in a year, or why there are none. */
export interface CodedPerson {
  readonly personId: string
  readonly name: string | null
  readonly externalId: string | null
  readonly codes: readonly HesaCode[]
  readonly problem: Refusal | undefined
}

/** Says whether somebody is in scope and what they hold is known; what was said before is replaced. */
export async function replaceRecord(tx: Transaction, row: typeof teachingRecord.$inferInsert): Promise<void> {
  await tx
    .insert(teachingRecord)
    .values(row)
    .onConflictDoUpdate({
      target: [teachingRecord.institutionId, teachingRecord.personId],
      set: {
        inScope: sql`excluded.in_scope`,
        known: sql`excluded.known`,
        statedAt: sql`excluded.stated_at`,
      },
    })
}

/** Stores a qualification. */
export async function insertQualification(tx: Transaction, row: typeof teachingQualification.$inferInsert) {
  await tx.insert(teachingQualification).values(row)
}

/** Takes a qualification away: whether it was there. */
export async function deleteQualification(tx: Transaction, institutionId: string, id: string): Promise<boolean> {
  const gone = await tx
    .delete(teachingQualification)
    .where(and(eq(teachingQualification.institutionId, institutionId), eq(teachingQualification.id, id)))
    .returning({ id: teachingQualification.id })
  return gone.length === 1
}

/** How many qualifications somebody has. */
export async function countQualifications(tx: Transaction, institutionId: string, personId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(teachingQualification)
    .where(and(eq(teachingQualification.institutionId, institutionId), eq(teachingQualification.personId, personId)))
  return row?.n ?? 0
}

/** How many people of the institution nothing was stated about. */
export async function countUnstated(tx: Transaction, institutionId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(person)
    .leftJoin(
      teachingRecord,
      and(eq(teachingRecord.institutionId, person.institutionId), eq(teachingRecord.personId, person.id)),
    )
    .where(and(eq(person.institutionId, institutionId), isNull(teachingRecord.personId)))
  return row?.n ?? 0
}

/** Everybody in scope with their codes in a year whose collection is known, by person. */
export async function codedPeople(
  tx: Transaction,
  institutionId: string,
  year: string,
): Promise<readonly CodedPerson[]> {
  const inScope = and(eq(teachingRecord.institutionId, institutionId), eq(teachingRecord.inScope, true))
  const recordOf = (table: typeof fellowship | typeof teachingQualification) =>
    and(eq(teachingRecord.institutionId, table.institutionId), eq(teachingRecord.personId, table.personId))
  const people = await tx
    .select({ personId: person.id, name: person.name, externalId: person.externalId, known: teachingRecord.known })
    .from(teachingRecord)
    .innerJoin(
      person,
      and(eq(person.institutionId, teachingRecord.institutionId), eq(person.id, teachingRecord.personId)),
    )
    .where(inScope)
    .orderBy(asc(person.id))
  const qualified = await tx
    .select({ row: teachingQualification })
    .from(teachingQualification)
    .innerJoin(teachingRecord, recordOf(teachingQualification))
    .where(inScope)
    .orderBy(asc(teachingQualification.id))
  const fellows = await tx
    .select({ row: fellowship })
    .from(fellowship)
    .innerJoin(teachingRecord, recordOf(fellowship))
    .where(inScope)
    .orderBy(asc(fellowship.id))
  const held = new Map<string, TeachingQualification[]>(people.map(({ personId }) => [personId, []]))
  for (const { row } of qualified) held.get(row.personId)?.push(row.qualification)
  for (const { row } of fellows) held.get(row.personId)?.push(asQualification(fellowshipOf(row)))
  return people.map(({ known, ...one }) => {
    const answer = codesOf(held.get(one.personId) ?? [], known, year)
    return { ...one, codes: answer.value ?? [], problem: answer.refusal }
  })
}

/** What was held by the year's end counts whether or not the rest is known. */
function codesOf(held: readonly TeachingQualification[], known: boolean, year: string) {
  const end = academicYear(year).value?.to ?? ''
  const some = held.some(({ awarded }) => awarded === undefined || awarded <= end)
  return hesaCodes(known || some ? { known: true, qualifications: held } : { known: false }, year)
}

function asQualification({ category, awardedOn }: Fellowship): TeachingQualification {
  return { kind: 'fellowship', descriptor: (categories.indexOf(category) + 1) as 1 | 2 | 3 | 4, awarded: awardedOn }
}
