import type { TieRule, Wave } from '@mentoring-commons/mentoring/community'
import { and, asc, eq, ilike, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { participant, relationship } from '../../mentoring/table.ts'
import { person } from '../../people/table.ts'
import { networkTie, networkWave, networkWavePerson } from './table.ts'

/** Somebody with the department that they are of. */
export interface Placed {
  readonly personId: string
  readonly departmentId: string
}

/** Everybody of whom a department is known, in some departments or all. */
export function placedPeople(
  tx: Transaction,
  institutionId: string,
  departments: readonly string[] | undefined,
): Promise<readonly Placed[]> {
  return tx
    .select({ personId: person.id, departmentId: sql<string>`${person.unit}` })
    .from(person)
    .where(
      and(
        eq(person.institutionId, institutionId),
        isNotNull(person.unit),
        ne(person.unit, ''),
        ...(departments === undefined ? [] : [inArray(person.unit, [...departments])]),
      ),
    )
    .orderBy(asc(person.id))
}

/** The departments that the institution has today, by their codes. */
export async function departmentsOf(tx: Transaction, institutionId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ unit: sql<string>`${person.unit}` })
    .from(person)
    .where(and(eq(person.institutionId, institutionId), isNotNull(person.unit), ne(person.unit, '')))
  return rows.map(({ unit }) => unit).sort()
}

/** Pairs of people who are in a mentoring relationship that runs, the smaller id first, each once. */
export async function mentoringPairs(
  tx: Transaction,
  institutionId: string,
): Promise<readonly (readonly [string, string])[]> {
  const rows = await tx
    .select({ relationshipId: participant.relationshipId, personId: participant.personId })
    .from(participant)
    .innerJoin(
      relationship,
      and(eq(relationship.institutionId, participant.institutionId), eq(relationship.id, participant.relationshipId)),
    )
    .where(
      and(
        eq(participant.institutionId, institutionId),
        eq(relationship.institutionId, institutionId),
        inArray(relationship.status, ['active', 'paused', 'winding-down']),
      ),
    )
    .orderBy(asc(participant.relationshipId), asc(participant.personId))
  const people = new Map<string, string[]>()
  for (const { relationshipId, personId } of rows)
    people.set(relationshipId, [...(people.get(relationshipId) ?? []), personId])
  const pairs = [...people.values()].flatMap((own) =>
    own.flatMap((a, place) => own.slice(place + 1).flatMap((b) => (a === b ? [] : [[a, b] as const]))),
  )
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()]
}

/** Stores a wave with those within its boundary. */
export async function insertWave(
  tx: Transaction,
  row: typeof networkWave.$inferInsert,
  people: readonly Placed[],
): Promise<void> {
  const { institutionId, id: waveId } = row
  await tx.insert(networkWave).values(row)
  for (let at = 0; at < people.length; at += 1000)
    await tx
      .insert(networkWavePerson)
      .values(people.slice(at, at + 1000).map((one) => ({ institutionId, waveId, ...one })))
}

/** A wave as it is kept. */
export type StoredWave = typeof networkWave.$inferSelect

/** The wave of an id. With a lock nobody closes it until this transaction ends. */
export async function findWave(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'look' | 'hold' | 'change',
): Promise<StoredWave | undefined> {
  const select = tx
    .select()
    .from(networkWave)
    .where(and(eq(networkWave.institutionId, institutionId), eq(networkWave.id, id)))
  const [row] = lock === 'look' ? await select : await select.for(lock === 'hold' ? 'share' : 'update')
  return row
}

/** Closes a wave. */
export async function closeRow(tx: Transaction, institutionId: string, id: string, closedAt: string): Promise<void> {
  await tx
    .update(networkWave)
    .set({ closedAt })
    .where(and(eq(networkWave.institutionId, institutionId), eq(networkWave.id, id)))
}

/** Which of some people are within the boundary of a wave, and when each answered. */
export async function withinWave(
  tx: Transaction,
  institutionId: string,
  waveId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ personId: networkWavePerson.personId, answeredAt: networkWavePerson.answeredAt })
    .from(networkWavePerson)
    .where(
      and(
        eq(networkWavePerson.institutionId, institutionId),
        eq(networkWavePerson.waveId, waveId),
        inArray(networkWavePerson.personId, [...personIds]),
      ),
    )
  return new Map(rows.map(({ personId, answeredAt }) => [personId, answeredAt]))
}

/** Puts one person's answer in place of what they answered before; without `answeredAt` they have not answered. */
export async function replaceAnswer(
  tx: Transaction,
  institutionId: string,
  waveId: string,
  personId: string,
  answer: { readonly named: readonly string[]; readonly answeredAt: string | null },
): Promise<void> {
  await tx
    .delete(networkTie)
    .where(
      and(eq(networkTie.institutionId, institutionId), eq(networkTie.waveId, waveId), eq(networkTie.fromId, personId)),
    )
  await insertTies(
    tx,
    institutionId,
    waveId,
    answer.named.map((other) => [personId, other] as const),
  )
  await tx
    .update(networkWavePerson)
    .set({ answeredAt: answer.answeredAt })
    .where(
      and(
        eq(networkWavePerson.institutionId, institutionId),
        eq(networkWavePerson.waveId, waveId),
        eq(networkWavePerson.personId, personId),
      ),
    )
}

/** Stores ties of a wave. */
export async function insertTies(
  tx: Transaction,
  institutionId: string,
  waveId: string,
  ties: readonly (readonly [string, string])[],
): Promise<void> {
  for (let at = 0; at < ties.length; at += 1000)
    await tx
      .insert(networkTie)
      .values(ties.slice(at, at + 1000).map(([fromId, toId]) => ({ institutionId, waveId, fromId, toId })))
}

/** Whom one person named, by their ids. */
export async function namedBy(
  tx: Transaction,
  institutionId: string,
  waveId: string,
  personId: string,
): Promise<readonly string[]> {
  const rows = await tx
    .select({ toId: networkTie.toId })
    .from(networkTie)
    .where(
      and(eq(networkTie.institutionId, institutionId), eq(networkTie.waveId, waveId), eq(networkTie.fromId, personId)),
    )
    .orderBy(asc(networkTie.toId))
  return rows.map(({ toId }) => toId)
}

/** A whole wave as the package reads it. */
export async function readRows(tx: Transaction, row: StoredWave): Promise<Wave & { readonly rule: TieRule }> {
  const { institutionId, id, heldOn, boundary, tieKind, source, question, rule } = row
  const people = await tx
    .select({
      personId: networkWavePerson.personId,
      departmentId: networkWavePerson.departmentId,
      answeredAt: networkWavePerson.answeredAt,
    })
    .from(networkWavePerson)
    .where(and(eq(networkWavePerson.institutionId, institutionId), eq(networkWavePerson.waveId, id)))
    .orderBy(asc(networkWavePerson.personId))
  const ties = await tx
    .select({ from: networkTie.fromId, to: networkTie.toId })
    .from(networkTie)
    .where(and(eq(networkTie.institutionId, institutionId), eq(networkTie.waveId, id)))
    .orderBy(asc(networkTie.fromId), asc(networkTie.toId))
  return {
    id,
    on: heldOn,
    boundary,
    tieKind,
    source,
    rule,
    ...(question === null ? {} : { question }),
    people: people.map(({ personId, departmentId }) => ({ personId, departmentId })),
    ...(source === 'survey'
      ? { respondentIds: people.filter(({ answeredAt }) => answeredAt !== null).map(({ personId }) => personId) }
      : {}),
    ties: ties.map((tie) => ({ ...tie, kind: tieKind })),
  }
}

/** Somebody who may be named. */
export interface RosterRow {
  readonly personId: string
  readonly name: string | null
  readonly departmentId: string
}

/** Those within the boundary, by id; those whose names hold a text where one is given. */
export function rosterRows(
  tx: Transaction,
  institutionId: string,
  waveId: string,
  search?: string,
): Promise<readonly RosterRow[]> {
  return tx
    .select({ personId: person.id, name: person.name, departmentId: networkWavePerson.departmentId })
    .from(networkWavePerson)
    .innerJoin(
      person,
      and(eq(person.institutionId, networkWavePerson.institutionId), eq(person.id, networkWavePerson.personId)),
    )
    .where(
      and(
        eq(networkWavePerson.institutionId, institutionId),
        eq(person.institutionId, institutionId),
        eq(networkWavePerson.waveId, waveId),
        ...(search ? [ilike(person.name, `%${search.replace(/[\\%_]/g, '\\$&')}%`)] : []),
      ),
    )
    .orderBy(asc(person.id))
}
