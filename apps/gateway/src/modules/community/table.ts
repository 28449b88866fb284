import type { ParticipationKind, ParticipationThresholds } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, instant, institutionId, loginPolicy, tenantPolicy } from '../../db/columns.ts'
import { programme } from '../mentoring/table.ts'
import { institution, person } from '../people/table.ts'

/** A community of learning. Who belongs to it is kept in spells. */
export const community = commons.table.withRLS(
  'community',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    label: text().notNull(),
    domain: text().notNull(),
    formedOn: date('formed_on', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    tenantPolicy('community'),
    loginPolicy('community', dataSteward),
  ],
)

/** That a community and a programme carry each other. */
export const communityProgramme = commons.table.withRLS(
  'community_programme',
  {
    institutionId: institutionId(),
    communityId: uuid('community_id').notNull(),
    programmeId: uuid('programme_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.communityId, t.programmeId] }),
    index('community_programme_programme').on(t.institutionId, t.programmeId),
    foreignKey({
      columns: [t.institutionId, t.communityId],
      foreignColumns: [community.institutionId, community.id],
      name: 'community_programme_community',
    }),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'community_programme_programme_fk',
    }),
    tenantPolicy('community_programme'),
    loginPolicy('community_programme', dataSteward),
  ],
)

/** One spell of a person in a community. There is no column for a level of participation, on purpose. */
export const communityMembership = commons.table.withRLS(
  'community_membership',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    communityId: uuid('community_id').notNull(),
    personId: uuid('person_id').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('community_membership_community').on(t.institutionId, t.communityId, t.personId),
    index('community_membership_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.communityId],
      foreignColumns: [community.institutionId, community.id],
      name: 'community_membership_community_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'community_membership_person_fk',
    }),
    check('community_membership_days', sql`ends_on is null or ends_on >= starts_on`),
    tenantPolicy('community_membership'),
    loginPolicy('community_membership', dataSteward),
  ],
)

/** That somebody took part once: when and how, and nothing of what was said or read. */
export const participationEvent = commons.table.withRLS(
  'participation_event',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    communityId: uuid('community_id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text().$type<ParticipationKind>().notNull(),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('participation_event_community').on(t.institutionId, t.communityId, t.heldOn),
    index('participation_event_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.communityId],
      foreignColumns: [community.institutionId, community.id],
      name: 'participation_event_community_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'participation_event_person_fk',
    }),
    check('participation_event_kind', sql`kind in ('lead', 'contribute', 'attend', 'read', 'use-artefact')`),
    tenantPolicy('participation_event'),
    loginPolicy('participation_event', dataSteward),
  ],
)

/** What each level of participation means in numbers, as the institution published it. Only ever added to; the latest version counts. */
export const participationThresholds = commons.table.withRLS(
  'participation_thresholds',
  {
    institutionId: institutionId().references(() => institution.id),
    version: integer().notNull(),
    thresholds: jsonb().$type<ParticipationThresholds>().notNull(),
    publishedBy: uuid('published_by').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.version] }),
    tenantPolicy('participation_thresholds'),
    loginPolicy('participation_thresholds', dataSteward),
  ],
)
