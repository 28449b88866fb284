import type {
  ParticipantRole,
  ParticipationRole,
  ProgrammePolicy,
  Relationship,
  RelationshipStep,
  VisitedStages,
} from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { commons, dataSteward, instant, institutionId, loginPolicy, tenantPolicy } from '../../db/columns.ts'
import { institution, person } from '../people/table.ts'

/** A mentoring programme. `source` says where imported history came from and under which licence. */
export const programme = commons.table.withRLS(
  'programme',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    key: text().notNull(),
    title: text().notNull(),
    purpose: text(),
    policy: jsonb().$type<ProgrammePolicy>().notNull(),
    source: jsonb().$type<{ title: string; licence: string; attribution: string }>(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('programme_key').on(t.institutionId, t.key),
    tenantPolicy('programme'),
    loginPolicy('programme', dataSteward),
  ],
)

/** A topic that a meeting may name: a listed code, never free text. */
export const topic = commons.table.withRLS(
  'topic',
  {
    institutionId: institutionId(),
    programmeId: uuid('programme_id').notNull(),
    code: text().notNull(),
    label: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.programmeId, t.code] }),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'topic_programme',
    }),
    tenantPolicy('topic'),
    loginPolicy('topic', dataSteward),
  ],
)

/** A cohort of a programme; `ordinal` orders cohorts, dates are null where they are not known. */
export const cohort = commons.table.withRLS(
  'cohort',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    programmeId: uuid('programme_id').notNull(),
    ordinal: integer().notNull(),
    label: text().notNull(),
    startsOn: date('starts_on', { mode: 'string' }),
    endsOn: date('ends_on', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('cohort_ordinal').on(t.institutionId, t.programmeId, t.ordinal),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'cohort_programme',
    }),
    tenantPolicy('cohort'),
    loginPolicy('cohort', dataSteward),
  ],
)

/** What somebody did in a cohort; one person may hold several roles in one cohort. */
export const participation = commons.table.withRLS(
  'participation',
  {
    institutionId: institutionId(),
    cohortId: uuid('cohort_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text().$type<ParticipationRole>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.cohortId, t.personId, t.role] }),
    index('participation_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohort.institutionId, cohort.id],
      name: 'participation_cohort',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'participation_person_fk',
    }),
    check('participation_role', sql`role in ('mentee', 'mentor', 'expert', 'speaker', 'facilitator', 'organizer')`),
    tenantPolicy('participation'),
    loginPolicy('participation', dataSteward),
  ],
)

/** A relationship: `state` is the domain's own value, the other columns are what queries ask for. */
export const relationship = commons.table.withRLS(
  'relationship',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    programmeId: uuid('programme_id').notNull(),
    cohortId: uuid('cohort_id'),
    externalId: text('external_id'),
    kind: text().$type<Relationship['kind']>().notNull(),
    status: text().$type<Relationship['status']>().notNull(),
    state: jsonb().$type<Relationship>().notNull(),
    completed: boolean(),
    keywords: text().array().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('relationship_external_id').on(t.institutionId, t.programmeId, t.externalId),
    index('relationship_cohort').on(t.institutionId, t.cohortId),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'relationship_programme',
    }),
    foreignKey({
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohort.institutionId, cohort.id],
      name: 'relationship_cohort_fk',
    }),
    tenantPolicy('relationship'),
    loginPolicy('relationship', dataSteward),
  ],
)

/** Who takes part in a relationship, and as what. */
export const participant = commons.table.withRLS(
  'participant',
  {
    institutionId: institutionId(),
    relationshipId: uuid('relationship_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text().$type<ParticipantRole>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.relationshipId, t.personId, t.role] }),
    index('participant_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.relationshipId],
      foreignColumns: [relationship.institutionId, relationship.id],
      name: 'participant_relationship',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'participant_person_fk',
    }),
    check('participant_role', sql`role in ('mentor', 'mentee', 'peer', 'facilitator')`),
    tenantPolicy('participant'),
    loginPolicy('participant', dataSteward),
  ],
)

/** The steps that a relationship took, in order. Only ever added to. */
export const relationshipStep = commons.table.withRLS(
  'relationship_step',
  {
    institutionId: institutionId(),
    relationshipId: uuid('relationship_id').notNull(),
    version: integer().notNull(),
    step: jsonb().$type<RelationshipStep | { type: 'propose' }>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.relationshipId, t.version] }),
    foreignKey({
      columns: [t.institutionId, t.relationshipId],
      foreignColumns: [relationship.institutionId, relationship.id],
      name: 'relationship_step_relationship',
    }),
    tenantPolicy('relationship_step'),
  ],
)

/**
 * That a meeting took place. There is no column for what was said, on purpose. `session` names the stages of a framework that the
 * people went through, by their codes: theirs alone to see, like the topics.
 */
export const meeting = commons.table.withRLS(
  'meeting',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    relationshipId: uuid('relationship_id').notNull(),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    mode: text({ enum: ['in-person', 'online', 'telephone', 'other'] }).notNull(),
    topics: text().array().notNull(),
    session: jsonb().$type<VisitedStages>(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('meeting_relationship').on(t.institutionId, t.relationshipId, t.heldOn),
    foreignKey({
      columns: [t.institutionId, t.relationshipId],
      foreignColumns: [relationship.institutionId, relationship.id],
      name: 'meeting_relationship_fk',
    }),
    check('meeting_duration', sql`duration_minutes between 1 and 1440`),
    tenantPolicy('meeting'),
    loginPolicy('meeting', dataSteward),
  ],
)
