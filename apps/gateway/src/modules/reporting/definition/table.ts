import type { ReportDefinition } from '@mentoring-commons/reporting'
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { institution } from '../../people/table.ts'

/** A report that an institution defined beside those that ship: each change is another version. Only ever added to. */
export const reportDefinition = commons.table.withRLS(
  'report_definition',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    key: text().notNull(),
    version: integer().notNull(),
    content: jsonb().$type<ReportDefinition>().notNull(),
    hash: text().notNull(),
    definedBy: uuid('defined_by').notNull(),
    definedAt: instant('defined_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('report_definition_version').on(t.institutionId, t.key, t.version),
    index('report_definition_defined').on(t.institutionId, t.definedAt, t.id),
    check('report_definition_version_from', sql`version >= 1`),
    tenantPolicy('report_definition'),
  ],
)
