import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../db/columns.ts'
import { institution, person } from '../people/table.ts'

/** What can be asked for in the name of a person: all that is held on them, or that it is erased. */
export const subjectRequestKinds = ['export', 'erasure'] as const
/** One of those. */
export type SubjectRequestKind = (typeof subjectRequestKinds)[number]

/**
 * That somebody asked for a person's data, or for its erasure. An export names its person; an erasure names nobody, and keeps the marks
 * by which the same person is known again should they be brought back. `rows` says how many rows of each table it was about, and
 * `mentions` in how many rows of each table others had written the name. Only ever added to.
 */
export const subjectRequest = commons.table.withRLS(
  'subject_request',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    kind: text({ enum: subjectRequestKinds }).notNull(),
    personId: uuid('person_id'),
    marks: text().array().notNull(),
    rows: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    mentions: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('subject_request_at').on(t.institutionId, t.requestedAt, t.id),
    index('subject_request_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'subject_request_person_fk',
    }),
    check('subject_request_kind', sql`kind in ('export', 'erasure')`),
    check('subject_request_person_known', sql`(kind = 'erasure') = (person_id is null)`),
    tenantPolicy('subject_request'),
  ],
)
