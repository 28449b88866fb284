import { type SQL, sql } from 'drizzle-orm'
import { rowsOf } from '../db/database.ts'
import type { IntakeScope } from './scope.ts'
import type { WarningCode, WarningTally } from './warning.ts'

/** The oddities that only show across files: what people are in relationships, against what roles they have. */
export async function findOddities(scope: IntakeScope): Promise<readonly WarningTally[]> {
  const found = [
    await count(scope, 'person-without-role', peopleWithoutRole(scope)),
    await count(scope, 'mentee-without-role', participantsWithoutRole(scope, 'mentee')),
    await count(scope, 'mentor-without-role', participantsWithoutRole(scope, 'mentor')),
    await count(scope, 'mentor-without-relationship', mentorsWithoutRelationship(scope)),
  ]
  return found.filter((tally) => tally.count > 0)
}

async function count({ tx }: IntakeScope, code: WarningCode, subjects: SQL): Promise<WarningTally> {
  const [all] = await rowsOf<{ count: number }>(tx, sql`select count(*)::integer as count from (${subjects}) s`)
  const first = await rowsOf<{ subject: string }>(tx, sql`select subject from (${subjects}) s order by subject limit 5`)
  return { code, count: all?.count ?? 0, examples: first.map(({ subject }) => subject) }
}

function peopleWithoutRole({ institutionId }: IntakeScope): SQL {
  return sql`select p.external_id as subject from commons.person p
    where p.institution_id = ${institutionId}::uuid and p.external_id is not null and not exists (
      select from commons.participation x where x.institution_id = ${institutionId}::uuid and x.person_id = p.id)`
}

function participantsWithoutRole({ institutionId, programmeKey }: IntakeScope, role: 'mentee' | 'mentor'): SQL {
  return sql`select p.external_id || ' in ' || r.external_id as subject
    from commons.programme g
    join commons.relationship r on r.institution_id = g.institution_id and r.programme_id = g.id
    join commons.participant m on m.institution_id = r.institution_id and m.relationship_id = r.id and m.role = ${role}
    join commons.person p on p.institution_id = m.institution_id and p.id = m.person_id
    where g.institution_id = ${institutionId}::uuid and g.key = ${programmeKey} and r.external_id is not null and not exists (
      select from commons.participation x
      where x.institution_id = ${institutionId}::uuid and x.cohort_id = r.cohort_id and x.person_id = m.person_id and x.role = ${role})`
}

function mentorsWithoutRelationship({ institutionId, programmeKey }: IntakeScope): SQL {
  return sql`select p.external_id || ' in cohort ' || c.ordinal as subject
    from commons.programme g
    join commons.cohort c on c.institution_id = g.institution_id and c.programme_id = g.id
    join commons.participation x on x.institution_id = c.institution_id and x.cohort_id = c.id and x.role = 'mentor'
    join commons.person p on p.institution_id = x.institution_id and p.id = x.person_id
    where g.institution_id = ${institutionId}::uuid and g.key = ${programmeKey} and p.external_id is not null and not exists (
      select from commons.relationship r
      join commons.participant m on m.institution_id = r.institution_id and m.relationship_id = r.id and m.role = 'mentor'
      where r.institution_id = ${institutionId}::uuid and r.cohort_id = c.id and m.person_id = p.id)`
}
