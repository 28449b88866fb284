import { recordRelationship } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { rowsOf } from '../db/database.ts'
import { identify } from '../modules/people/identity.ts'
import type { Written } from './port.ts'
import type { RelationshipRecord } from './record.ts'
import { rowsFrom } from './rows-from.ts'
import type { IntakeScope } from './scope.ts'
import { writeCohorts } from './write-cohorts.ts'

/**
 * Brings relationships in as recorded history: without dates, agreement or ending. More than one person on a side makes a group.
 * A relationship that has gone on since it was imported is left as it is.
 */
export async function writeRelationships(scope: IntakeScope, batch: readonly RelationshipRecord[]): Promise<Written> {
  const { institutionId, programmeKey } = scope
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
  const inserted = await insertRelationships(scope, records)
  const updated = await updateRelationships(
    scope,
    records.filter(({ id }) => !inserted.has(id)),
  )
  await writeParticipants(
    scope,
    records.filter(({ id }) => inserted.has(id) || updated.has(id)),
  )
  return { inserted: inserted.size, updated: updated.size, unchanged: batch.length - inserted.size - updated.size }
}

interface RelationshipRow {
  readonly id: string
  readonly state: RecordedState
}

const columns = 'id uuid, cohort_id uuid, external_id text, kind text, state jsonb, completed boolean, keywords text[]'

async function insertRelationships(
  { tx, institutionId, programmeKey }: IntakeScope,
  rows: readonly RelationshipRow[],
): Promise<ReadonlySet<string>> {
  const inserted = await rowsOf<{ id: string }>(
    tx,
    sql`insert into commons.relationship
        (institution_id, id, programme_id, cohort_id, external_id, kind, status, state, completed, keywords, version)
      select p.institution_id, r.id, p.id, r.cohort_id, r.external_id, r.kind, 'recorded', r.state, r.completed, r.keywords, 1
      from ${rowsFrom(rows, columns)} join commons.programme p on p.institution_id = ${institutionId}::uuid and p.key = ${programmeKey}
      on conflict (institution_id, id) do nothing returning id`,
  )
  return new Set(inserted.map(({ id }) => id))
}

async function updateRelationships(
  { tx, institutionId }: IntakeScope,
  rows: readonly RelationshipRow[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const updated = await rowsOf<{ id: string }>(
    tx,
    sql`update commons.relationship o
      set cohort_id = r.cohort_id, kind = r.kind, state = r.state, completed = r.completed, keywords = r.keywords, version = o.version + 1
      from ${rowsFrom(rows, columns)}
      where o.institution_id = ${institutionId}::uuid and o.id = r.id and o.status = 'recorded'
        and (o.state, o.keywords) is distinct from (r.state, r.keywords)
      returning o.id`,
  )
  return new Set(updated.map(({ id }) => id))
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

type RecordedState = ReturnType<typeof stateOf>

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

async function writeParticipants({ tx, institutionId }: IntakeScope, records: readonly RelationshipRow[]) {
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
