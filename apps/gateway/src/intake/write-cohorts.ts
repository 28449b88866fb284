import { sql } from 'drizzle-orm'
import { rowsOf } from '../db/database.ts'
import { identify } from '../modules/people/identity.ts'
import { rowsFrom } from './rows-from.ts'
import type { IntakeScope } from './scope.ts'

/** The ids of a programme's cohorts by their ordinal. One that is not there yet is made, without dates; the label of one that is stays. */
export async function writeCohorts(
  scope: IntakeScope,
  ordinals: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { tx, institutionId, programmeKey, cohortLabel } = scope
  const rows = rowsFrom(
    [...new Set(ordinals)].map((ordinal) => ({
      id: identify(institutionId, 'cohort', programmeKey, ordinal),
      ordinal,
      label: cohortLabel.replaceAll('{cohort}', String(ordinal)),
    })),
    'id uuid, ordinal integer, label text',
  )
  await tx.execute(sql`
    insert into commons.cohort (institution_id, id, programme_id, ordinal, label)
    select p.institution_id, r.id, p.id, r.ordinal, r.label
    from ${rows} join commons.programme p on p.institution_id = ${institutionId}::uuid and p.key = ${programmeKey}
    on conflict do nothing`)
  const cohorts = await rowsOf<{ id: string; ordinal: number }>(
    tx,
    sql`select c.id, c.ordinal from commons.cohort c
      join commons.programme p on p.institution_id = c.institution_id and p.id = c.programme_id
      where p.institution_id = ${institutionId}::uuid and p.key = ${programmeKey} and c.ordinal in (select ordinal from ${rows})`,
  )
  return new Map(cohorts.map(({ id, ordinal }) => [ordinal, id]))
}
