import {
  type Community,
  defaultThresholds,
  type Membership,
  type ParticipationEvent,
  type ParticipationThresholds,
  type Window,
} from '@mentoring-commons/mentoring'
import { and, asc, desc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { Transaction } from '../../db/database.ts'
import {
  community,
  communityMembership,
  communityProgramme,
  participationEvent,
  participationThresholds,
} from './table.ts'

/** Stores a community and the programmes that it carries. */
export async function insertCommunity(tx: Transaction, institutionId: string, made: Community): Promise<void> {
  const { id, label, domain, formedOn, programmeIds } = made
  await tx.insert(community).values({ institutionId, id, label, domain, formedOn: formedOn ?? null })
  if (programmeIds.length > 0)
    await tx
      .insert(communityProgramme)
      .values(programmeIds.map((programmeId) => ({ institutionId, communityId: id, programmeId })))
}

/** Whether the institution has a community. With `lock` nobody else changes who belongs to it until this transaction ends. */
export async function hasCommunity(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look',
): Promise<boolean> {
  const select = tx
    .select({ id: community.id })
    .from(community)
    .where(and(eq(community.institutionId, institutionId), eq(community.id, id)))
  const rows = lock === 'lock' ? await select.for('update') : await select
  return rows.length === 1
}

/** A spell with its id. */
export interface StoredMembership extends Membership {
  readonly id: string
}

/** The spell of an id, held still until this transaction ends. */
export async function lockMembership(
  tx: Transaction,
  institutionId: string,
  id: string,
): Promise<StoredMembership | undefined> {
  const [row] = await tx
    .select()
    .from(communityMembership)
    .where(and(eq(communityMembership.institutionId, institutionId), eq(communityMembership.id, id)))
    .for('update')
  return row && { id: row.id, ...membershipOf(row) }
}

/** Stores a spell. */
export async function insertMembership(
  tx: Transaction,
  institutionId: string,
  id: string,
  { communityId, personId, from, to }: Membership,
): Promise<void> {
  await tx
    .insert(communityMembership)
    .values({ institutionId, id, communityId, personId, startsOn: from, endsOn: to ?? null })
}

/** Ends a spell. */
export async function endSpell(tx: Transaction, institutionId: string, id: string, endsOn: string): Promise<void> {
  await tx
    .update(communityMembership)
    .set({ endsOn })
    .where(and(eq(communityMembership.institutionId, institutionId), eq(communityMembership.id, id)))
}

/** The spells of a community, of one person where they are named; by their first day. */
export async function membershipsOf(
  tx: Transaction,
  institutionId: string,
  communityId: string,
  personId?: string,
): Promise<readonly StoredMembership[]> {
  const rows = await tx
    .select()
    .from(communityMembership)
    .where(
      and(
        eq(communityMembership.institutionId, institutionId),
        eq(communityMembership.communityId, communityId),
        ...(personId === undefined ? [] : [eq(communityMembership.personId, personId)]),
      ),
    )
    .orderBy(asc(communityMembership.startsOn), asc(communityMembership.id))
  return rows.map((row) => ({ id: row.id, ...membershipOf(row) }))
}

/** The ids of those who belong to a community on a day. */
export async function membersOn(
  tx: Transaction,
  institutionId: string,
  communityId: string,
  on: string,
): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ personId: communityMembership.personId })
    .from(communityMembership)
    .where(
      and(
        eq(communityMembership.institutionId, institutionId),
        eq(communityMembership.communityId, communityId),
        lte(communityMembership.startsOn, on),
        or(isNull(communityMembership.endsOn), gte(communityMembership.endsOn, on)),
      ),
    )
    .orderBy(asc(communityMembership.personId))
  return rows.map(({ personId }) => personId)
}

/** What took place in a community in a window, of one person where they are named. */
export async function eventsWithin(
  tx: Transaction,
  institutionId: string,
  communityId: string,
  window: Window,
  personId?: string,
): Promise<readonly ParticipationEvent[]> {
  const rows = await tx
    .select()
    .from(participationEvent)
    .where(
      and(
        eq(participationEvent.institutionId, institutionId),
        eq(participationEvent.communityId, communityId),
        gte(participationEvent.heldOn, window.from),
        lte(participationEvent.heldOn, window.to),
        ...(personId === undefined ? [] : [eq(participationEvent.personId, personId)]),
      ),
    )
    .orderBy(asc(participationEvent.heldOn), asc(participationEvent.id))
  return rows.map(({ id, communityId: of, personId: by, kind, heldOn }) => ({
    id,
    communityId: of,
    personId: by,
    kind,
    on: heldOn,
  }))
}

/** Who took part in an event, and in which community, if the institution has it. */
export async function whoTookPart(tx: Transaction, institutionId: string, id: string) {
  const [row] = await tx
    .select({ personId: participationEvent.personId, communityId: participationEvent.communityId })
    .from(participationEvent)
    .where(and(eq(participationEvent.institutionId, institutionId), eq(participationEvent.id, id)))
  return row
}

/** Stores that somebody took part. */
export async function insertEvent(
  tx: Transaction,
  institutionId: string,
  { on, ...event }: ParticipationEvent,
  recorded: { readonly recordedBy: string; readonly recordedAt: string },
): Promise<void> {
  await tx.insert(participationEvent).values({ institutionId, ...event, heldOn: on, ...recorded })
}

/** Takes an event away that was recorded by mistake. */
export async function deleteEvent(tx: Transaction, institutionId: string, id: string): Promise<void> {
  await tx
    .delete(participationEvent)
    .where(and(eq(participationEvent.institutionId, institutionId), eq(participationEvent.id, id)))
}

/** The thresholds that count in an institution: the latest that it published, or those to begin with. */
export async function thresholdsOf(tx: Transaction, institutionId: string): Promise<ParticipationThresholds> {
  const [row] = await tx
    .select({ thresholds: participationThresholds.thresholds })
    .from(participationThresholds)
    .where(eq(participationThresholds.institutionId, institutionId))
    .orderBy(desc(participationThresholds.version))
    .limit(1)
  return row?.thresholds ?? defaultThresholds
}

/** The number of the latest thresholds that the institution published; 0 where it published none. */
export async function latestThresholds(tx: Transaction, institutionId: string): Promise<number> {
  const [row] = await tx
    .select({ latest: sql<number>`coalesce(max(${participationThresholds.version}), 0)`.mapWith(Number) })
    .from(participationThresholds)
    .where(eq(participationThresholds.institutionId, institutionId))
  return row?.latest ?? 0
}

/** Stores published thresholds. */
export async function insertThresholds(tx: Transaction, row: typeof participationThresholds.$inferInsert) {
  await tx.insert(participationThresholds).values(row)
}

function membershipOf(row: typeof communityMembership.$inferSelect): Membership {
  const { communityId, personId, startsOn, endsOn } = row
  return { communityId, personId, from: startsOn, ...(endsOn === null ? {} : { to: endsOn }) }
}
