import {
  type ConflictRecord,
  conflictsLeftBy,
  type ManagementLine,
  type Participant,
  type Relationship,
} from '@mentoring-commons/mentoring'
import { and, asc, eq, gte, inArray, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import { rowsOf, type Transaction } from '../../../db/database.ts'
import { participant, relationship } from '../table.ts'
import { conflictRecord, managementLine } from './table.ts'

/** Everything that is known between some people: recorded conflicts, and the lines of management above each of them on a day. */
export interface KnownConflicts {
  readonly records: readonly ConflictRecord[]
  readonly lines: readonly ManagementLine[]
}

/** Stores a conflict; false where one of this kind begins between the two on that day already. */
export async function insertConflict(tx: Transaction, institutionId: string, record: ConflictRecord): Promise<boolean> {
  const { personA, personB, kind, from, to } = record
  const added = await tx
    .insert(conflictRecord)
    .values({ institutionId, personA, personB, kind, fromDay: from, toDay: to ?? null })
    .onConflictDoNothing()
    .returning({ fromDay: conflictRecord.fromDay })
  return added.length > 0
}

/** Keeps what a relationship that became active leaves between its people, for ever; what is kept already stays as it is. */
export async function keepConflictsLeft(tx: Transaction, institutionId: string, state: Relationship): Promise<void> {
  for (const record of conflictsLeftBy(state)) await insertConflict(tx, institutionId, record)
}

/** The conflicts between people of a list, as they were recorded. */
export async function conflictsWithin(
  tx: Transaction,
  institutionId: string,
  personIds: readonly string[],
): Promise<readonly ConflictRecord[]> {
  if (personIds.length < 2) return []
  const rows = await tx
    .select()
    .from(conflictRecord)
    .where(
      and(
        eq(conflictRecord.institutionId, institutionId),
        inArray(conflictRecord.personA, [...personIds]),
        inArray(conflictRecord.personB, [...personIds]),
      ),
    )
    .orderBy(
      asc(conflictRecord.personA),
      asc(conflictRecord.personB),
      asc(conflictRecord.kind),
      asc(conflictRecord.fromDay),
    )
  return rows.map(({ personA, personB, kind, fromDay, toDay }) => ({
    personA,
    personB,
    kind,
    from: fromDay,
    ...(toDay === null ? {} : { to: toDay }),
  }))
}

/** Ends the conflict of a kind between two people that lasts; how many ended. */
export async function closeConflict(
  tx: Transaction,
  institutionId: string,
  { personA, personB, kind, to }: ConflictRecord & { readonly to: string },
): Promise<readonly string[]> {
  const ended = await tx
    .update(conflictRecord)
    .set({ toDay: to })
    .where(
      and(
        eq(conflictRecord.institutionId, institutionId),
        eq(conflictRecord.personA, personA),
        eq(conflictRecord.personB, personB),
        eq(conflictRecord.kind, kind),
        lte(conflictRecord.fromDay, to),
        isNull(conflictRecord.toDay),
      ),
    )
    .returning({ fromDay: conflictRecord.fromDay })
  return ended.map(({ fromDay }) => fromDay)
}

/** Stores a line of management. */
export async function insertLine(tx: Transaction, institutionId: string, line: ManagementLine): Promise<void> {
  const { managerId, reportId, from, to } = line
  await tx.insert(managementLine).values({ institutionId, managerId, reportId, fromDay: from, toDay: to ?? null })
}

/** The lines between two people, in one direction, that share a day with a stretch of time; the first day of each, in order. */
export async function linesBetween(
  tx: Transaction,
  institutionId: string,
  { managerId, reportId, from, to }: ManagementLine,
): Promise<readonly string[]> {
  const rows = await tx
    .select({ fromDay: managementLine.fromDay })
    .from(managementLine)
    .where(
      and(
        eq(managementLine.institutionId, institutionId),
        eq(managementLine.managerId, managerId),
        eq(managementLine.reportId, reportId),
        or(isNull(managementLine.toDay), gte(managementLine.toDay, from)),
        to === undefined ? undefined : lte(managementLine.fromDay, to),
      ),
    )
    .orderBy(asc(managementLine.fromDay))
  return rows.map(({ fromDay }) => fromDay)
}

/** Ends the line between two people that lasts; its first day, or undefined where none began by then and lasts. */
export async function closeLine(
  tx: Transaction,
  institutionId: string,
  { managerId, reportId, on }: { readonly managerId: string; readonly reportId: string; readonly on: string },
): Promise<string | undefined> {
  const [ended] = await tx
    .update(managementLine)
    .set({ toDay: on })
    .where(
      and(
        eq(managementLine.institutionId, institutionId),
        eq(managementLine.managerId, managerId),
        eq(managementLine.reportId, reportId),
        lte(managementLine.fromDay, on),
        isNull(managementLine.toDay),
      ),
    )
    .returning({ fromDay: managementLine.fromDay })
  return ended?.fromDay
}

/** Every line of management above some people on a day, over any number of levels; each once, also where they run in a circle. */
export async function linesAbove(
  tx: Transaction,
  institutionId: string,
  personIds: readonly string[],
  on: string,
): Promise<readonly ManagementLine[]> {
  if (personIds.length === 0) return []
  const asked = sql.join(
    [...new Set(personIds)].map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  return rowsOf<ManagementLine>(
    tx,
    sql`with recursive upward as (
      select manager_id, report_id, from_day from commons.management_line
      where institution_id = ${institutionId}::uuid and report_id in (${asked})
        and from_day <= ${on}::date and (to_day is null or to_day >= ${on}::date)
      union
      select l.manager_id, l.report_id, l.from_day from commons.management_line l join upward u on l.report_id = u.manager_id
      where l.institution_id = ${institutionId}::uuid
        and l.from_day <= ${on}::date and (l.to_day is null or l.to_day >= ${on}::date)
    ) select manager_id as "managerId", report_id as "reportId", from_day::text as "from" from upward order by 2, 1, 3`,
  )
}

/** Everybody below a person in the lines of management on a day, and the person. */
export async function peopleBelow(
  tx: Transaction,
  institutionId: string,
  personId: string,
  on: string,
): Promise<readonly string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`with recursive downward as (
      select ${personId}::uuid as id
      union
      select l.report_id from commons.management_line l join downward d on l.manager_id = d.id
      where l.institution_id = ${institutionId}::uuid
        and l.from_day <= ${on}::date and (l.to_day is null or l.to_day >= ${on}::date)
    ) select id from downward order by id`,
  )
  return rows.map(({ id }) => id)
}

/** What is known between the people of a relationship, or of a proposal, on a day. */
export async function knownConflicts(
  tx: Transaction,
  institutionId: string,
  participants: readonly Pick<Participant, 'personId'>[],
  on: string,
): Promise<KnownConflicts> {
  const people = [...new Set(participants.map(({ personId }) => personId))]
  return {
    records: await conflictsWithin(tx, institutionId, people),
    lines: await linesAbove(tx, institutionId, people, on),
  }
}

const over: readonly Relationship['status'][] = ['ended', 'declined', 'recorded']

/** The relationships under way in which somebody takes part out of each of two lists of people, by id. */
export async function runningBetween(
  tx: Transaction,
  institutionId: string,
  some: readonly string[],
  others: readonly string[],
): Promise<readonly Relationship[]> {
  if (some.length === 0 || others.length === 0) return []
  const having = (people: readonly string[]) =>
    inArray(
      relationship.id,
      tx
        .select({ id: participant.relationshipId })
        .from(participant)
        .where(and(eq(participant.institutionId, institutionId), inArray(participant.personId, [...people]))),
    )
  const rows = await tx
    .select({ state: relationship.state })
    .from(relationship)
    .where(
      and(
        eq(relationship.institutionId, institutionId),
        notInArray(relationship.status, [...over]),
        having(some),
        having(others),
      ),
    )
    .orderBy(asc(relationship.id))
  return rows.map(({ state }) => state)
}

/** Every relationship that two people share, past ones too, by id. */
export async function relationshipsShared(
  tx: Transaction,
  institutionId: string,
  [one, other]: readonly [string, string],
): Promise<readonly Relationship[]> {
  const has = (personId: string) =>
    inArray(
      relationship.id,
      tx
        .select({ id: participant.relationshipId })
        .from(participant)
        .where(and(eq(participant.institutionId, institutionId), eq(participant.personId, personId))),
    )
  const rows = await tx
    .select({ state: relationship.state })
    .from(relationship)
    .where(and(eq(relationship.institutionId, institutionId), has(one), has(other)))
    .orderBy(asc(relationship.id))
  return rows.map(({ state }) => state)
}
