import { sql } from 'drizzle-orm'
import { rowsOf } from '../db/database.ts'
import { identify } from '../modules/people/identity.ts'
import type { Written } from './port.ts'
import type { ParticipationRecord, PersonRecord } from './record.ts'
import { rowsFrom } from './rows-from.ts'
import type { IntakeScope } from './scope.ts'
import { writeCohorts } from './write-cohorts.ts'

const columns = 'id uuid, external_id text, country text, continent text'

/** Brings people in. Blank is not known any more; of what the file has no column for, nothing changes. */
export async function writePeople(scope: IntakeScope, batch: readonly PersonRecord[]): Promise<Written> {
  const { tx, institutionId } = scope
  const rows = batch.map(({ externalId, country, continent }) => ({
    id: identify(institutionId, 'person', externalId),
    external_id: externalId,
    country,
    continent,
  }))
  const inserted = await rowsOf<{ external_id: string }>(
    tx,
    sql`insert into commons.person (institution_id, id, external_id, country, continent)
      select ${institutionId}::uuid, id, external_id, country, continent from ${rowsFrom(rows, columns)}
      on conflict (institution_id, external_id) do nothing returning external_id`,
  )
  const insertedIds = new Set(inserted.map(({ external_id }) => external_id))
  const updated = await updatePeople(
    scope,
    rows.filter(({ external_id }) => !insertedIds.has(external_id)),
  )
  return { inserted: inserted.length, updated, unchanged: batch.length - inserted.length - updated }
}

type PersonRow = Omit<PersonRecord, 'externalId'>

async function updatePeople({ tx, institutionId }: IntakeScope, rows: readonly PersonRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const says = (field: keyof PersonRow) => rows.some((row) => row[field] !== undefined)
  const country = says('country') ? sql`r.country` : sql`p.country`
  const continent = says('continent') ? sql`r.continent` : sql`p.continent`
  const updated = await rowsOf<{ id: string }>(
    tx,
    sql`update commons.person p set country = ${country}, continent = ${continent}
      from ${rowsFrom(rows, columns)}
      where p.institution_id = ${institutionId}::uuid and p.external_id = r.external_id
        and (p.country, p.continent) is distinct from (${country}, ${continent})
      returning p.id`,
  )
  return updated.length
}

/** Brings in who did what in which cohort. */
export async function writeParticipations(scope: IntakeScope, batch: readonly ParticipationRecord[]): Promise<Written> {
  const { tx, institutionId } = scope
  const cohorts = await writeCohorts(
    scope,
    batch.map(({ cohort }) => cohort),
  )
  const rows = rowsFrom(
    batch.map(({ person, cohort, role }) => ({ external_id: person, cohort_id: cohorts.get(cohort), role })),
    'external_id text, cohort_id uuid, role text',
  )
  const inserted = await rowsOf<{ role: string }>(
    tx,
    sql`insert into commons.participation (institution_id, cohort_id, person_id, role)
      select p.institution_id, r.cohort_id, p.id, r.role
      from ${rows} join commons.person p on p.institution_id = ${institutionId}::uuid and p.external_id = r.external_id
      on conflict do nothing returning role`,
  )
  return { inserted: inserted.length, updated: 0, unchanged: batch.length - inserted.length }
}
