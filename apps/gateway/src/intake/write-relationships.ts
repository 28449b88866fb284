import { recordRelationship } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { rowsOf } from '../db/database.ts'
import { identify } from './identity.ts'
import type { Written } from './port.ts'
import type { RelationshipRecord } from './record.ts'
import { rowsFrom } from './rows-from.ts'
import type { IntakeScope } from './scope.ts'
import { tallied } from './tallied.ts'
import { writeCohorts } from './write-cohorts.ts'

/**
 * Brings relationships in as recorded history: without dates, agreement or ending. More than one person on a side makes a group.
 * A relationship that has gone on since it was imported is left as it is.
 */
export async function writeRelationships(scope: IntakeScope, batch: readonly RelationshipRecord[]): Promise<Written> {
  const { tx, institutionId, programmeKey } = scope
  const cohorts = await writeCohorts(
    scope,
    batch.map(({ cohort }) => cohort),
  )
  const people = await personIds(
    scope,
    batch.flatMap(({ participants }) => participants.map(({ person }) => person)),
  )
  const records = batch.map((record) => {
    const state = stateOf(
      record,
      identify(institutionId, 'relationship', programmeKey, record.externalId),
      cohorts,
      people,
    )
    const { id, cohortId, kind, completed = null } = state
    return {
      id,
      cohort_id: cohortId,
      external_id: record.externalId,
      kind,
      state,
      completed,
      keywords: record.keywords,
    }
  })
  const rows = rowsFrom(
    records,
    'id uuid, cohort_id uuid, external_id text, kind text, state jsonb, completed boolean, keywords text[]',
  )
  const [before] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::integer as count from commons.relationship where institution_id = ${institutionId}::uuid and id in (select id from ${rows})`,
  )
  const touched = await rowsOf<{ id: string }>(
    tx,
    sql`insert into commons.relationship as old
        (institution_id, id, programme_id, cohort_id, external_id, kind, status, state, completed, keywords, version)
      select p.institution_id, r.id, p.id, r.cohort_id, r.external_id, r.kind, 'recorded', r.state, r.completed, r.keywords, 1
      from ${rows} join commons.programme p on p.institution_id = ${institutionId}::uuid and p.key = ${programmeKey}
      on conflict (institution_id, id) do update set cohort_id = excluded.cohort_id, kind = excluded.kind, state = excluded.state,
        completed = excluded.completed, keywords = excluded.keywords, version = old.version + 1
      where old.status = 'recorded' and (old.state, old.keywords) is distinct from (excluded.state, excluded.keywords)
      returning id`,
  )
  const touchedIds = new Set(touched.map(({ id }) => id))
  await writeParticipants(
    scope,
    records.filter(({ id }) => touchedIds.has(id)),
  )
  return tallied(batch.length, before?.count ?? 0, touched.length)
}

async function personIds(
  { tx, institutionId }: IntakeScope,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = rowsFrom(
    [...new Set(externalIds)].map((external_id) => ({ external_id })),
    'external_id text',
  )
  const people = await rowsOf<{ id: string; external_id: string }>(
    tx,
    sql`select id, external_id from commons.person where institution_id = ${institutionId}::uuid and external_id in (select external_id from ${rows})`,
  )
  return new Map(people.map(({ id, external_id }) => [external_id, id]))
}

function stateOf(
  { cohort, completed, participants }: RelationshipRecord,
  id: string,
  cohorts: ReadonlyMap<number, string>,
  people: ReadonlyMap<string, string>,
) {
  const onOneSide = (role: string) => participants.filter((participant) => participant.role === role).length
  const cohortId = cohorts.get(cohort)
  const recorded = recordRelationship({
    id,
    ...(cohortId === undefined ? {} : { cohortId }),
    kind: onOneSide('mentee') > 1 || onOneSide('mentor') > 1 ? 'group' : 'dyad',
    participants: participants.map(({ person, role }) => ({ personId: people.get(person) ?? person, role })),
    ...(completed === null ? {} : { completed }),
  })
  if ('refusal' in recorded) throw new TypeError(`a record that was read cannot be stored: ${recorded.refusal.message}`)
  return recorded.value.relationship
}

async function writeParticipants(
  { tx, institutionId }: IntakeScope,
  records: readonly { id: string; state: ReturnType<typeof stateOf> }[],
) {
  if (records.length === 0) return
  const ids = rowsFrom(
    records.map(({ id }) => ({ id })),
    'id uuid',
  )
  await tx.execute(
    sql`delete from commons.participant where institution_id = ${institutionId}::uuid and relationship_id in (select id from ${ids})`,
  )
  const rows = rowsFrom(
    records.flatMap(({ id, state }) =>
      state.participants.map(({ personId, role }) => ({ relationship_id: id, person_id: personId, role })),
    ),
    'relationship_id uuid, person_id uuid, role text',
  )
  await tx.execute(sql`
    insert into commons.participant (institution_id, relationship_id, person_id, role)
    select ${institutionId}::uuid, relationship_id, person_id, role from ${rows}`)
}
