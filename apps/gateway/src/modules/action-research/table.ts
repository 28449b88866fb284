import type { InquiryEvent, ModelDefinition } from '@mentoring-commons/action-research'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../db/columns.ts'
import { person } from '../people/table.ts'

/** What somebody is to an inquiry: an author takes part in all of it, a critical friend reads it. */
export const inquiryRoles = ['author', 'critical-friend'] as const
/** One of those. */
export type InquiryRole = (typeof inquiryRoles)[number]

/** An inquiry: its events are the truth, these columns are what queries ask for. */
export const inquiry = commons.table.withRLS(
  'inquiry',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    question: text().notNull(),
    modelId: text('model_id').notNull(),
    status: text().notNull(),
    version: integer().notNull(),
    begunAt: instant('begun_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.id] }), tenantPolicy('inquiry')],
)

/** Who is who in an inquiry. */
export const inquiryMember = commons.table.withRLS(
  'inquiry_member',
  {
    institutionId: institutionId(),
    inquiryId: uuid('inquiry_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text({ enum: inquiryRoles }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.inquiryId, t.personId] }),
    index('inquiry_member_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.inquiryId],
      foreignColumns: [inquiry.institutionId, inquiry.id],
      name: 'inquiry_member_inquiry',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'inquiry_member_person_fk',
    }),
    check('inquiry_member_role', sql`role in ('author', 'critical-friend')`),
    tenantPolicy('inquiry_member'),
  ],
)

/** The events of an inquiry, in order; only ever added to. The primary key refuses a second event of a number. */
export const inquiryEvent = commons.table.withRLS(
  'inquiry_event',
  {
    institutionId: institutionId(),
    inquiryId: uuid('inquiry_id').notNull(),
    number: integer().notNull(),
    type: text().notNull(),
    event: jsonb().$type<InquiryEvent>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.inquiryId, t.number] }),
    foreignKey({
      columns: [t.institutionId, t.inquiryId],
      foreignColumns: [inquiry.institutionId, inquiry.id],
      name: 'inquiry_event_inquiry',
    }),
    check('inquiry_event_number', sql`number >= 1`),
    tenantPolicy('inquiry_event'),
  ],
)

/**
 * Models that an institution defined for itself, each version a row of its own; only ever added to. `modelId` is the
 * key and the version, as an inquiry that was begun on it names it.
 */
export const inquiryModel = commons.table.withRLS(
  'inquiry_model',
  {
    institutionId: institutionId(),
    modelId: text('model_id').notNull(),
    key: text().notNull(),
    version: integer().notNull(),
    definition: jsonb().$type<ModelDefinition>().notNull(),
    definedBy: uuid('defined_by').notNull(),
    definedAt: instant('defined_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.modelId] }),
    unique('inquiry_model_version').on(t.institutionId, t.key, t.version),
    check('inquiry_model_version_from_1', sql`version >= 1`),
    tenantPolicy('inquiry_model'),
  ],
)

/** How far rows that are derived from events have been made anew: there while that is not done. */
export const inquiryRebuild = commons.table.withRLS(
  'inquiry_rebuild',
  {
    institutionId: institutionId(),
    what: text({ enum: ['inquiries'] }).notNull(),
    /** The last inquiry that was looked at. */
    after: uuid().notNull(),
    done: integer().notNull(),
    repaired: integer().notNull(),
    unreadable: integer().notNull(),
    begunAt: instant('begun_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.what] }),
    check('inquiry_rebuild_what', sql`what in ('inquiries')`),
    tenantPolicy('inquiry_rebuild'),
  ],
)
