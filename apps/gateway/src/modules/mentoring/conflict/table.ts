import type { ConflictKind } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'

/**
 * That two people have a conflict, `person_a` before `person_b`; without `to_day`, for ever. It names no relationship, and
 * outlives them all. It says what stands between them, and never why.
 */
export const conflictRecord = commons.table.withRLS(
  'conflict_record',
  {
    institutionId: institutionId(),
    personA: uuid('person_a').notNull(),
    personB: uuid('person_b').notNull(),
    kind: text().$type<ConflictKind>().notNull(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    toDay: date('to_day', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.personA, t.personB, t.kind, t.fromDay] }),
    index('conflict_record_b').on(t.institutionId, t.personB),
    foreignKey({
      columns: [t.institutionId, t.personA],
      foreignColumns: [person.institutionId, person.id],
      name: 'conflict_record_person_a',
    }),
    foreignKey({
      columns: [t.institutionId, t.personB],
      foreignColumns: [person.institutionId, person.id],
      name: 'conflict_record_person_b',
    }),
    check('conflict_record_order', sql`person_a < person_b`),
    check('conflict_record_days', sql`to_day is null or to_day >= from_day`),
    tenantPolicy('conflict_record'),
  ],
)

/** That somebody manages somebody; without `to_day` it lasts. */
export const managementLine = commons.table.withRLS(
  'management_line',
  {
    institutionId: institutionId(),
    managerId: uuid('manager_id').notNull(),
    reportId: uuid('report_id').notNull(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    toDay: date('to_day', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.reportId, t.managerId, t.fromDay] }),
    index('management_line_manager').on(t.institutionId, t.managerId),
    foreignKey({
      columns: [t.institutionId, t.managerId],
      foreignColumns: [person.institutionId, person.id],
      name: 'management_line_manager_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.reportId],
      foreignColumns: [person.institutionId, person.id],
      name: 'management_line_report_fk',
    }),
    check('management_line_two', sql`manager_id <> report_id`),
    check('management_line_days', sql`to_day is null or to_day >= from_day`),
    tenantPolicy('management_line'),
  ],
)
