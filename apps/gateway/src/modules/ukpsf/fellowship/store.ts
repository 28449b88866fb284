import { type Category, currentFellowship, defineFellowship, type Fellowship } from '@mentoring-commons/ukpsf'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { person } from '../../people/table.ts'
import { fellowship, goodStandingReview } from './table.ts'

/** A fellowship as it is kept. */
export type FellowshipRow = typeof fellowship.$inferSelect

/** The domain's fellowship of a row. */
export function fellowshipOf({ id, personId, descriptor, awardedOn }: FellowshipRow): Fellowship {
  const { value, refusal } = defineFellowship({ id, personId, descriptor, awardedOn })
  if (refusal) throw new TypeError(`the fellowship ${id} is kept and is none: ${refusal.message}`)
  return value
}

/** Stores a fellowship; one that is awarded here names its claim. */
export async function insertFellowship(tx: Transaction, row: typeof fellowship.$inferInsert): Promise<void> {
  await tx.insert(fellowship).values(row)
}

/** The fellowship of an id. With `lock` nobody else changes it until this transaction ends. */
export async function loadFellowship(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look',
): Promise<FellowshipRow | undefined> {
  const select = tx
    .select()
    .from(fellowship)
    .where(and(eq(fellowship.institutionId, institutionId), eq(fellowship.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  return row
}

/** What each of some people held on a day: the category of the fellowship awarded last by then, or `none`. Every person has an entry. */
export async function categoryHeld(
  tx: Transaction,
  institutionId: string,
  personIds: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, Category | 'none'>> {
  const held = await fellowshipsOf(tx, institutionId, personIds)
  return new Map(
    personIds.map((personId) => [personId, currentFellowship(held.get(personId) ?? [], on)?.category ?? 'none']),
  )
}

/** The fellowships of some people, by person, oldest first. Who has none has no entry. */
export async function fellowshipsOf(
  tx: Transaction,
  institutionId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Fellowship[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(fellowship)
    .where(and(eq(fellowship.institutionId, institutionId), inArray(fellowship.personId, [...new Set(personIds)])))
    .orderBy(asc(fellowship.awardedOn), asc(fellowship.id))
  return byKey(rows.map(fellowshipOf), ({ personId }) => personId)
}

/** Stores that a fellow's good standing was reviewed; the same day again is left as it is. */
export async function insertGoodStanding(tx: Transaction, row: typeof goodStandingReview.$inferInsert): Promise<void> {
  await tx.insert(goodStandingReview).values(row).onConflictDoNothing()
}

/** Every fellowship of the institution with the days on which its good standing was reviewed, by person and day of award. */
export async function fellowshipsWithReviews(
  tx: Transaction,
  institutionId: string,
): Promise<
  readonly {
    readonly fellowship: Fellowship
    readonly personName: string | null
    readonly reviewedOn: readonly string[]
  }[]
> {
  const rows = await tx
    .select({ row: fellowship, personName: person.name, reviewedOn: goodStandingReview.reviewedOn })
    .from(fellowship)
    .innerJoin(person, and(eq(person.institutionId, fellowship.institutionId), eq(person.id, fellowship.personId)))
    .leftJoin(
      goodStandingReview,
      and(
        eq(goodStandingReview.institutionId, fellowship.institutionId),
        eq(goodStandingReview.fellowshipId, fellowship.id),
      ),
    )
    .where(eq(fellowship.institutionId, institutionId))
    .orderBy(
      asc(fellowship.personId),
      asc(fellowship.awardedOn),
      asc(fellowship.id),
      asc(goodStandingReview.reviewedOn),
    )
  const byId = byKey(rows, ({ row }) => row.id)
  return [...byId.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    return [
      {
        fellowship: fellowshipOf(first.row),
        personName: first.personName,
        reviewedOn: group.flatMap((one) => one.reviewedOn ?? []),
      },
    ]
  })
}

function byKey<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group === undefined) groups.set(key(row), [row])
    else group.push(row)
  }
  return groups
}
