import type { Application, ApplicationQuestion, ParticipantRole } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'
import { cohort, programme } from '../table.ts'

/** The questions that a programme asks of those who apply, version by version; never changed, because answers name theirs. */
export const questionSet = commons.table.withRLS(
  'question_set',
  {
    institutionId: institutionId(),
    programmeId: uuid('programme_id').notNull(),
    version: integer().notNull(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    questions: jsonb().$type<readonly ApplicationQuestion[]>().notNull(),
    definedBy: uuid('defined_by').notNull(),
    definedAt: instant('defined_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.programmeId, t.version] }),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'question_set_programme',
    }),
    check('question_set_version', sql`version between 1 and 10000`),
    tenantPolicy('question_set'),
  ],
)

/** That somebody asked to take part. There is no column for where they stand: that is derived from offers and relationships. */
export const application = commons.table.withRLS(
  'application',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    programmeId: uuid('programme_id').notNull(),
    cohortId: uuid('cohort_id'),
    personId: uuid('person_id').notNull(),
    role: text().$type<ParticipantRole>().notNull(),
    externalId: text('external_id'),
    appliedOn: date('applied_on', { mode: 'string' }).notNull(),
    waitsUntil: date('waits_until', { mode: 'string' }),
    withdrawnOn: date('withdrawn_on', { mode: 'string' }),
    state: jsonb().$type<Application>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('application_external_id').on(t.institutionId, t.programmeId, t.externalId),
    index('application_programme').on(t.institutionId, t.programmeId, t.appliedOn, t.id),
    index('application_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'application_programme_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohort.institutionId, cohort.id],
      name: 'application_cohort_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'application_person_fk',
    }),
    check('application_role', sql`role in ('mentor', 'mentee', 'peer', 'facilitator')`),
    tenantPolicy('application'),
  ],
)
