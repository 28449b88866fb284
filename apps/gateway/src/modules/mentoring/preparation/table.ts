import type { EligibilityRule, ParticipantRole, SupervisionFunction } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'
import { programme } from '../table.ts'

/** That somebody completed a training; without `valid_until` it counts for ever. */
export const trainingRecord = commons.table.withRLS(
  'training_record',
  {
    institutionId: institutionId(),
    personId: uuid('person_id').notNull(),
    training: text().notNull(),
    completedOn: date('completed_on', { mode: 'string' }).notNull(),
    validUntil: date('valid_until', { mode: 'string' }),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.personId, t.training, t.completedOn] }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'training_record_person',
    }),
    check('training_record_days', sql`valid_until is null or valid_until >= completed_on`),
    tenantPolicy('training_record'),
  ],
)

/** That somebody was briefed for a role in a programme. */
export const briefingRecord = commons.table.withRLS(
  'briefing_record',
  {
    institutionId: institutionId(),
    personId: uuid('person_id').notNull(),
    programmeId: uuid('programme_id').notNull(),
    role: text().$type<ParticipantRole>().notNull(),
    completedOn: date('completed_on', { mode: 'string' }).notNull(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.personId, t.programmeId, t.role, t.completedOn] }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'briefing_record_person',
    }),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'briefing_record_programme',
    }),
    check('briefing_record_role', sql`role in ('mentor', 'mentee', 'peer', 'facilitator')`),
    tenantPolicy('briefing_record'),
  ],
)

/** That mentors brought their practice to a supervisor. It names no mentee, and nothing of what was said. */
export const supervisionSession = commons.table.withRLS(
  'supervision_session',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    supervisorId: uuid('supervisor_id').notNull(),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    mode: text({ enum: ['individual', 'group'] }).notNull(),
    functions: text().$type<SupervisionFunction>().array().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('supervision_session_supervisor').on(t.institutionId, t.supervisorId),
    foreignKey({
      columns: [t.institutionId, t.supervisorId],
      foreignColumns: [person.institutionId, person.id],
      name: 'supervision_session_supervisor_fk',
    }),
    check('supervision_session_duration', sql`duration_minutes between 1 and 1440`),
    tenantPolicy('supervision_session'),
  ],
)

/** A mentor of a supervision session. */
export const supervisionMentor = commons.table.withRLS(
  'supervision_mentor',
  {
    institutionId: institutionId(),
    sessionId: uuid('session_id').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.sessionId, t.personId] }),
    index('supervision_mentor_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.sessionId],
      foreignColumns: [supervisionSession.institutionId, supervisionSession.id],
      name: 'supervision_mentor_session',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'supervision_mentor_person_fk',
    }),
    tenantPolicy('supervision_mentor'),
  ],
)

/** What a programme asks of its mentors; the latest version holds. Only ever added to. */
export const eligibilityRules = commons.table.withRLS(
  'eligibility_rules',
  {
    institutionId: institutionId(),
    programmeId: uuid('programme_id').notNull(),
    version: integer().notNull(),
    rules: jsonb().$type<readonly EligibilityRule[]>().notNull(),
    setBy: uuid('set_by').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.programmeId, t.version] }),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'eligibility_rules_programme',
    }),
    tenantPolicy('eligibility_rules'),
  ],
)
