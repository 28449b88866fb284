import { and, arrayContains, arrayOverlaps, eq, sql } from 'drizzle-orm'
import { rowsOf, type Transaction } from '../../db/database.ts'
import { account, person, roleGrant } from '../people/table.ts'
import { subjectRequest } from './table.ts'

/** The person of an id with the name that they are known by, if the institution has them. */
export async function findPerson(tx: Transaction, institutionId: string, id: string, lock: 'lock' | 'look' = 'look') {
  const select = tx
    .select({ id: person.id, name: person.name, externalId: person.externalId })
    .from(person)
    .where(and(eq(person.institutionId, institutionId), eq(person.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row
}

/** Stores that something was asked for. */
export async function insertRequest(tx: Transaction, row: typeof subjectRequest.$inferInsert): Promise<void> {
  await tx.insert(subjectRequest).values(row)
}

/** The export of an id, if the institution has one. */
export async function findExport(tx: Transaction, institutionId: string, id: string) {
  const [row] = await tx
    .select({ personId: subjectRequest.personId, marks: subjectRequest.marks })
    .from(subjectRequest)
    .where(
      and(
        eq(subjectRequest.institutionId, institutionId),
        eq(subjectRequest.id, id),
        eq(subjectRequest.kind, 'export'),
      ),
    )
  return row
}

/** The erasure of whoever bore a mark, if there was one. */
export async function findErasure(tx: Transaction, institutionId: string, mark: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: subjectRequest.id })
    .from(subjectRequest)
    .where(
      and(
        eq(subjectRequest.institutionId, institutionId),
        eq(subjectRequest.kind, 'erasure'),
        arrayContains(subjectRequest.marks, [mark]),
      ),
    )
  return row?.id
}

/** Those of some marks that erased people bore. */
export async function erasedMarks(
  tx: Transaction,
  institutionId: string,
  marks: readonly string[],
): Promise<ReadonlySet<string>> {
  if (marks.length === 0) return new Set()
  const rows = await tx
    .select({ marks: subjectRequest.marks })
    .from(subjectRequest)
    .where(
      and(
        eq(subjectRequest.institutionId, institutionId),
        eq(subjectRequest.kind, 'erasure'),
        arrayOverlaps(subjectRequest.marks, [...marks]),
      ),
    )
  return new Set(rows.flatMap((row) => row.marks))
}

/** Takes the marks off the exports of a person: the addresses that were given for them open nothing any more. */
export async function closeExports(tx: Transaction, institutionId: string, personId: string): Promise<void> {
  await tx
    .update(subjectRequest)
    .set({ marks: [] })
    .where(and(eq(subjectRequest.institutionId, institutionId), eq(subjectRequest.personId, personId)))
}

/** What a person still takes part in, as words for people with how many there are; empty where all of it is over. */
export async function underWay(tx: Transaction, institutionId: string, personId: string): Promise<readonly string[]> {
  const [at, me] = [sql`${institutionId}::uuid`, sql`${personId}::uuid`]
  const [row] = await rowsOf<Record<string, number>>(
    tx,
    sql`select
      (select count(*)::int from commons.participant p join commons.relationship r on r.institution_id = p.institution_id and r.id = p.relationship_id
        where p.institution_id = ${at} and p.person_id = ${me} and r.status not in ('recorded', 'declined', 'ended')) as relationships,
      (select count(*)::int from commons.offer_participant p join commons.offer o on o.institution_id = p.institution_id and o.id = p.offer_id
        where p.institution_id = ${at} and p.person_id = ${me} and o.status in ('with-mentees', 'with-mentors')) as offers,
      (select count(*)::int from commons.claim where institution_id = ${at} and person_id = ${me} and status in ('submitted', 'referred')) as "submitted claims",
      (select count(*)::int from commons.review_task where institution_id = ${at} and person_id = ${me}) as "parts in reviews",
      (select count(*)::int from commons.candidacy where institution_id = ${at} and candidate_id = ${me}
        and status not in ('not-awarded', 'awarded', 'revoked', 'withdrawn')) as "ways to an award",
      (select count(*)::int from commons.candidacy_panel p join commons.candidacy c on c.institution_id = p.institution_id and c.id = p.candidacy_id
        where p.institution_id = ${at} and p.person_id = ${me} and c.status in ('assessing', 'moderating')) as "portfolios to assess",
      (select count(*)::int from commons.baseline_recommendation where institution_id = ${at} and owner_id = ${me}
        and status in ('proposed', 'accepted', 'in-progress')) as "recommendations to answer for"`,
  )
  return Object.entries(row ?? {}).flatMap(([what, count]) => (count > 0 ? [`${what}: ${count}`] : []))
}

/** Whether nobody would be an administrator without the accounts of a person. */
export async function isLastAdministrator(tx: Transaction, institutionId: string, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ personId: account.personId })
    .from(roleGrant)
    .innerJoin(account, and(eq(account.institutionId, roleGrant.institutionId), eq(account.id, roleGrant.accountId)))
    .where(
      and(
        eq(roleGrant.institutionId, institutionId),
        eq(account.institutionId, institutionId),
        eq(roleGrant.role, 'administrator'),
      ),
    )
  return rows.length > 0 && rows.every((row) => row.personId === personId)
}
