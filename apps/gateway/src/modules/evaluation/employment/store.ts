import type { Relationship } from '@mentoring-commons/mentoring'
import type { Table } from '@mentoring-commons/reporting'
import {
  type EmploymentEpisode,
  type EmploymentSpell,
  type ExposureSpell,
  mergeSpells,
  type RetentionWindow,
  retentionTable,
} from '@mentoring-commons/reporting/evaluation'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { participant, relationship } from '../../mentoring/table.ts'
import { person } from '../../people/table.ts'
import { employmentImport, employmentSpell } from './table.ts'

/** The longest break between two contracts, in days, over which the later one still continues the earlier. */
export const gapDaysMax = 31

/** A contract as it is kept. */
export type SpellRow = typeof employmentSpell.$inferSelect

/** The domain's spell of a row. */
export function spellOf({
  externalId,
  personId,
  startsOn,
  endsOn,
  reason,
  terms,
  grade,
  unit,
}: SpellRow): EmploymentSpell {
  return {
    ...{ externalId, personId, start: startsOn, terms },
    ...(endsOn === null ? {} : { end: endsOn }),
    ...(reason === null ? {} : { reason }),
    ...(grade === null ? {} : { grade }),
    ...(unit === null ? {} : { unit }),
  }
}

/** The day up to which employment is known, by the latest import; undefined where there was none. */
export async function employmentKnownUntil(tx: Transaction, institutionId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ asOf: employmentImport.asOf })
    .from(employmentImport)
    .where(eq(employmentImport.institutionId, institutionId))
    .orderBy(desc(employmentImport.asOf))
    .limit(1)
  return row?.asOf
}

/** Every contract of the institution, by person and start. */
export async function spellRows(tx: Transaction, institutionId: string): Promise<readonly SpellRow[]> {
  return tx
    .select()
    .from(employmentSpell)
    .where(eq(employmentSpell.institutionId, institutionId))
    .orderBy(asc(employmentSpell.personId), asc(employmentSpell.startsOn), asc(employmentSpell.id))
}

/** Lets one import at a time into an institution. */
export async function awaitImports(tx: Transaction, institutionId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('employment'), hashtext(${institutionId}))`)
}

/** The people of some external ids; who is not known has no entry. */
export async function peopleOf(
  tx: Transaction,
  institutionId: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (externalIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: person.id, externalId: person.externalId })
    .from(person)
    .where(and(eq(person.institutionId, institutionId), inArray(person.externalId, [...new Set(externalIds)])))
  return new Map(rows.flatMap(({ id, externalId }) => (externalId === null ? [] : [[externalId, id]])))
}

/** Stores that a file was taken in. */
export async function insertImport(tx: Transaction, row: typeof employmentImport.$inferInsert): Promise<void> {
  await tx.insert(employmentImport).values(row)
}

/** As many rows as one statement takes. */
const batchMax = 500

/** Stores contracts; one whose external id is there already is brought up to date. */
export async function keepSpells(
  tx: Transaction,
  rows: readonly (typeof employmentSpell.$inferInsert)[],
): Promise<void> {
  const { institutionId, externalId } = employmentSpell
  for (let from = 0; from < rows.length; from += batchMax)
    await tx
      .insert(employmentSpell)
      .values(rows.slice(from, from + batchMax))
      .onConflictDoUpdate({
        target: [institutionId, externalId],
        set: {
          personId: sql`excluded.person_id`,
          startsOn: sql`excluded.starts_on`,
          endsOn: sql`excluded.ends_on`,
          reason: sql`excluded.reason`,
          terms: sql`excluded.terms`,
          grade: sql`excluded.grade`,
          unit: sql`excluded.unit`,
          importId: sql`excluded.import_id`,
        },
      })
}

/** Takes a contract away: whether it was there. */
export async function deleteSpell(tx: Transaction, institutionId: string, id: string): Promise<boolean> {
  const gone = await tx
    .delete(employmentSpell)
    .where(and(eq(employmentSpell.institutionId, institutionId), eq(employmentSpell.id, id)))
    .returning({ id: employmentSpell.id })
  return gone.length === 1
}

/** Since when people were mentored, one spell a relationship that became active; imported history without days has none. */
export async function mentoredSpells(tx: Transaction, institutionId: string): Promise<readonly ExposureSpell[]> {
  const rows = await tx
    .select({ personId: participant.personId, state: relationship.state })
    .from(participant)
    .innerJoin(
      relationship,
      and(eq(relationship.institutionId, participant.institutionId), eq(relationship.id, participant.relationshipId)),
    )
    .where(
      and(
        eq(participant.institutionId, institutionId),
        eq(relationship.institutionId, institutionId),
        inArray(participant.role, ['mentee', 'peer']),
      ),
    )
    .orderBy(asc(participant.personId), asc(relationship.id))
  return rows.flatMap(({ personId, state }) => exposureOf(personId, state))
}

function exposureOf(personId: string, state: Relationship): readonly ExposureSpell[] {
  if (!('startedOn' in state) || state.startedOn === undefined) return []
  const spell = { relationshipId: state.id, personId, start: state.startedOn }
  return [state.status === 'ended' ? { ...spell, end: state.on } : spell]
}

/** Unbroken employment of everybody, as far as it is known; nothing where nothing was imported. */
export async function episodesOf(tx: Transaction, institutionId: string): Promise<readonly EmploymentEpisode[]> {
  const asOf = await employmentKnownUntil(tx, institutionId)
  if (asOf === undefined) return []
  return mergeSpells((await spellRows(tx, institutionId)).map(spellOf), { gapDaysMax, asOf })
}

/**
 * Who was employed on the first day of a window and whether they still were on its last: one row a person, with the columns that
 * `retentionColumns` of the package explains. Rows are of people: they leave the gateway only through disclosure.
 *
 * Ask `employmentKnownUntil` first: a window that ends after that day is a RangeError.
 */
export async function retentionRows(tx: Transaction, institutionId: string, window: RetentionWindow): Promise<Table> {
  const table = retentionTable(await episodesOf(tx, institutionId), await mentoredSpells(tx, institutionId), window)
  return { ...table, name: `retention:${window.from}:${window.to}`, entity: 'person_id' }
}
