import { sql } from 'drizzle-orm'
import { rowsOf } from '../db/database.ts'
import { identify } from './identity.ts'
import type { Written } from './port.ts'
import type { ParticipationRecord, PersonRecord } from './record.ts'
import { rowsFrom } from './rows-from.ts'
import type { IntakeScope } from './scope.ts'
import { tallied } from './tallied.ts'
import { writeCohorts } from './write-cohorts.ts'

/** Brings people in. Blank is not known any more; of what the file has no column for, nothing changes. */
export async function writePeople(
  { tx, institutionId }: IntakeScope,
  batch: readonly PersonRecord[],
): Promise<Written> {
  const says = (field: 'country' | 'continent') => batch.some((person) => person[field] !== undefined)
  const country = says('country') ? sql`excluded.country` : sql`old.country`
  const continent = says('continent') ? sql`excluded.continent` : sql`old.continent`
  const rows = rowsFrom(
    batch.map(({ externalId, country, continent }) => ({
      id: identify(institutionId, 'person', externalId),
      external_id: externalId,
      country,
      continent,
    })),
    'id uuid, external_id text, country text, continent text',
  )
  const [before] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::integer as count from commons.person
      where institution_id = ${institutionId}::uuid and external_id in (select external_id from ${rows})`,
  )
  const touched = await rowsOf<{ id: string }>(
    tx,
    sql`insert into commons.person as old (institution_id, id, external_id, country, continent)
      select ${institutionId}::uuid, id, external_id, country, continent from ${rows}
      on conflict (institution_id, external_id) do update set country = ${country}, continent = ${continent}
      where (old.country, old.continent) is distinct from (${country}, ${continent})
      returning id`,
  )
  return tallied(batch.length, before?.count ?? 0, touched.length)
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
