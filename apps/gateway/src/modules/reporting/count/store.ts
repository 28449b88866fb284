import type { AlikeRows, Row, Value } from '@mentoring-commons/reporting'
import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { rowsOf, type Transaction } from '../../../db/database.ts'

/** Rows to be counted where they lie: the statement that gives them, the column that says whom a row is about, and the others. */
export interface CountedSource {
  readonly statement: SQL
  readonly entity: string
  readonly dimensions: readonly string[]
  /** Whether nobody has more than one row, so that rows alike can be counted as they are. */
  readonly single: boolean
}

/** What a programme's reports count: who took part in which cohort, and the country that is known of them. */
export function participationSource(institutionId: string, programmeId: string): CountedSource {
  const statement = sql`select pa.person_id as person, c.ordinal::text as cohort, pa.role, pe.country
    from commons.participation pa
    join commons.cohort c on c.institution_id = pa.institution_id and c.id = pa.cohort_id
    join commons.person pe on pe.institution_id = pa.institution_id and pe.id = pa.person_id
    where pa.institution_id = ${institutionId} and c.institution_id = ${institutionId} and pe.institution_id = ${institutionId}
      and c.programme_id = ${programmeId}`
  return { statement, entity: 'person', dimensions: ['cohort', 'role', 'country'], single: false }
}

/** The relationships of a programme, and whether each was completed. */
export function projectSource(institutionId: string, programmeId: string): CountedSource {
  const statement = sql`select r.id as project, c.ordinal::text as cohort, r.completed
    from commons.relationship r
    left join commons.cohort c on c.institution_id = r.institution_id and c.id = r.cohort_id
    where r.institution_id = ${institutionId} and r.programme_id = ${programmeId}`
  return { statement, entity: 'project', dimensions: ['cohort', 'completed'], single: true }
}

/** The places that people hold in the relationships of a programme. */
export function placeSource(institutionId: string, programmeId: string): CountedSource {
  const statement = sql`select p.person_id as person, c.ordinal::text as cohort, p.role
    from commons.participant p
    join commons.relationship r on r.institution_id = p.institution_id and r.id = p.relationship_id
    left join commons.cohort c on c.institution_id = r.institution_id and c.id = r.cohort_id
    where p.institution_id = ${institutionId} and r.institution_id = ${institutionId} and r.programme_id = ${programmeId}`
  return { statement, entity: 'person', dimensions: ['cohort', 'role'], single: false }
}

/** The rows of a source as the database counts them: those that are alike once, with how many they are. No row of anybody leaves it. */
export async function countAlike(tx: Transaction, source: CountedSource): Promise<readonly AlikeRows[]> {
  const { statement, entity, dimensions, single } = source
  const columns = sql.join(
    dimensions.map((name) => sql`s.${sql.identifier(name)}`),
    sql`, `,
  )
  if (single) {
    const rows = await rowsOf<Row & { size: number }>(
      tx,
      sql`select ${columns}, count(*)::integer as size from (${statement}) s group by ${columns}`,
    )
    return rows.map(({ size, ...row }) => ({ rows: [row], size, named: true }))
  }
  const rows = await rowsOf<{ profile: string; size: number }>(
    tx,
    sql`select p.profile, count(*)::integer as size from (
        select string_agg(r.cells, ',' order by r.cells collate "C") as profile from (
          select s.${sql.identifier(entity)} as entity, json_build_array(${columns})::text as cells from (${statement}) s
        ) r group by r.entity
      ) p group by p.profile`,
  )
  return rows.map(({ profile, size }) => {
    const cells: readonly (readonly Value[])[] = JSON.parse(`[${profile}]`)
    return { rows: cells.map((values) => rowOf(dimensions, values)), size, named: true }
  })
}

function rowOf(names: readonly string[], values: readonly Value[]): Row {
  return Object.fromEntries(names.map((name, place) => [name, values[place] ?? null]))
}

/** A statement as a snapshot names it: its SQL, with parameters as $1, $2 and so on. */
export function saidOf(statement: SQL): string {
  return new PgDialect().sqlToQuery(statement).sql.replace(/\s+/g, ' ')
}
