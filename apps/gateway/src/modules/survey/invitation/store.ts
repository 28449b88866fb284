import { and, asc, count, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { cohort, participation } from '../../mentoring/table.ts'
import { surveyInvitation } from './table.ts'

/** A row of an invitation. */
export type InvitationRow = typeof surveyInvitation.$inferSelect

/** Somebody who takes part and is not invited yet, with the latest of their cohorts. */
export interface Invitee {
  readonly personId: string
  readonly cohortId: string
}

/** Whom to invite to a wave. */
export interface Audience {
  readonly institutionId: string
  readonly surveyId: string
  readonly programmeId: string
  /** Of one cohort alone; of all where it is left out. */
  readonly cohortId?: string | undefined
  /** In some roles; in any where it is empty. */
  readonly roles: readonly string[]
}

/** The next people of an audience who are not invited, at most so many, and how many there are in all. */
export async function inviteesOf(
  tx: Transaction,
  { institutionId, surveyId, programmeId, cohortId, roles }: Audience,
  most: number,
): Promise<{ readonly invitees: readonly Invitee[]; readonly all: number }> {
  const people = tx
    .select({ personId: participation.personId, ordinal: max(cohort.ordinal).as('ordinal') })
    .from(participation)
    .innerJoin(
      cohort,
      and(eq(cohort.institutionId, participation.institutionId), eq(cohort.id, participation.cohortId)),
    )
    .leftJoin(
      surveyInvitation,
      and(
        eq(surveyInvitation.institutionId, participation.institutionId),
        eq(surveyInvitation.surveyId, surveyId),
        eq(surveyInvitation.personId, participation.personId),
      ),
    )
    .where(
      and(
        eq(participation.institutionId, institutionId),
        eq(cohort.institutionId, institutionId),
        eq(cohort.programmeId, programmeId),
        isNull(surveyInvitation.id),
        ...(cohortId === undefined ? [] : [eq(cohort.id, cohortId)]),
        ...(roles.length === 0 ? [] : [inArray(sql`${participation.role}`, [...roles])]),
      ),
    )
    .groupBy(participation.personId)
    .as('people')
  const [counted] = await tx.select({ all: count() }).from(people)
  const invitees = await tx
    .select({ personId: people.personId, cohortId: cohort.id })
    .from(people)
    .innerJoin(
      cohort,
      and(
        eq(cohort.institutionId, institutionId),
        eq(cohort.programmeId, programmeId),
        eq(cohort.ordinal, people.ordinal),
      ),
    )
    .orderBy(asc(people.personId))
    .limit(most)
  return { invitees, all: counted?.all ?? 0 }
}

/** Whether a cohort is one of a programme. */
export async function isCohortOf(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  cohortId: string,
): Promise<boolean> {
  const rows = await tx
    .select({ id: cohort.id })
    .from(cohort)
    .where(and(eq(cohort.institutionId, institutionId), eq(cohort.programmeId, programmeId), eq(cohort.id, cohortId)))
  return rows.length > 0
}

/** Stores invitations. */
export async function insertInvitations(tx: Transaction, rows: readonly (typeof surveyInvitation.$inferInsert)[]) {
  if (rows.length > 0) await tx.insert(surveyInvitation).values([...rows])
}

/** The invitation of an id. With `lock` nobody else changes it until this transaction ends. */
export async function loadInvitation(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look',
): Promise<InvitationRow | undefined> {
  const select = tx
    .select()
    .from(surveyInvitation)
    .where(and(eq(surveyInvitation.institutionId, institutionId), eq(surveyInvitation.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row
}

/** The invitation of a person to a wave. */
export async function invitationOf(
  tx: Transaction,
  institutionId: string,
  surveyId: string,
  personId: string,
  lock: 'lock' | 'look',
): Promise<InvitationRow | undefined> {
  const select = tx
    .select()
    .from(surveyInvitation)
    .where(
      and(
        eq(surveyInvitation.institutionId, institutionId),
        eq(surveyInvitation.surveyId, surveyId),
        eq(surveyInvitation.personId, personId),
      ),
    )
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row
}

/** Changes an invitation that this transaction holds still. */
export async function updateInvitation(
  tx: Transaction,
  institutionId: string,
  id: string,
  change: Partial<Pick<InvitationRow, 'secretHash' | 'expiresOn' | 'withdrawnOn'>>,
) {
  await tx
    .update(surveyInvitation)
    .set(change)
    .where(and(eq(surveyInvitation.institutionId, institutionId), eq(surveyInvitation.id, id)))
}
