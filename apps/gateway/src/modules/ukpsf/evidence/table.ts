import type { EvidenceKind, MovedTag } from '@mentoring-commons/ukpsf'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'

/** What evidence can be made from, so that a figure opens to the row behind it. */
export const evidenceOrigins = ['meeting', 'goal', 'inquiry'] as const
/** One of those. */
export type EvidenceOrigin = (typeof evidenceOrigins)[number]

/**
 * One piece of somebody's evidence. `to_day` is null where it took place on one day. `address` is where the account of it
 * can be read; the account itself is not kept here.
 */
export const evidence = commons.table.withRLS(
  'evidence',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    personId: uuid('person_id').notNull(),
    kind: text().$type<EvidenceKind>().notNull(),
    title: text(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    toDay: date('to_day', { mode: 'string' }),
    tags: text().array().notNull(),
    words: integer(),
    address: text(),
    originKind: text('origin_kind', { enum: evidenceOrigins }),
    originId: uuid('origin_id'),
    /** Where tags came from that were moved from another edition. */
    moved: jsonb().$type<readonly MovedTag[]>(),
    version: integer().notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('evidence_origin').on(t.institutionId, t.personId, t.originKind, t.originId),
    index('evidence_person').on(t.institutionId, t.personId, t.fromDay),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'evidence_person_fk',
    }),
    check('evidence_origin_whole', sql`(origin_kind is null) = (origin_id is null)`),
    check('evidence_days', sql`to_day is null or to_day >= from_day`),
    check('evidence_words', sql`words is null or words >= 0`),
    tenantPolicy('evidence'),
  ],
)

/** Somebody else's word that evidence is as it says, for the tags it names; `given_on` is null while they are asked. */
export const corroboration = commons.table.withRLS(
  'corroboration',
  {
    institutionId: institutionId(),
    evidenceId: uuid('evidence_id').notNull(),
    byPersonId: uuid('by_person_id').notNull(),
    askedOn: date('asked_on', { mode: 'string' }).notNull(),
    givenOn: date('given_on', { mode: 'string' }),
    tags: text().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.evidenceId, t.byPersonId] }),
    index('corroboration_person').on(t.institutionId, t.byPersonId),
    foreignKey({
      columns: [t.institutionId, t.evidenceId],
      foreignColumns: [evidence.institutionId, evidence.id],
      name: 'corroboration_evidence',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.institutionId, t.byPersonId],
      foreignColumns: [person.institutionId, person.id],
      name: 'corroboration_person_fk',
    }),
    tenantPolicy('corroboration'),
  ],
)
