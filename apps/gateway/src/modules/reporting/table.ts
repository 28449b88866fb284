import { sql } from 'drizzle-orm'
import { check, doublePrecision, foreignKey, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { analyst, commons, dataSteward, instant, institutionId, loginPolicy, tenantPolicy } from '../../db/columns.ts'
import { programme } from '../mentoring/table.ts'

/** A report as it was made: frozen, with the policy and the day it speaks of. */
export const report = commons.table.withRLS(
  'report',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    programmeId: uuid('programme_id').notNull(),
    policy: text({ enum: ['exact', 'hesa'] }).notNull(),
    asOf: text('as_of').notNull(),
    format: text().notNull(),
    files: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'report_programme',
    }),
    tenantPolicy('report'),
  ],
)

/** What analysts' SQL tools may read: figures after disclosure control, and nothing before it. */
export const disclosedFigure = commons.table.withRLS(
  'disclosed_figure',
  {
    institutionId: institutionId(),
    reportId: uuid('report_id').notNull(),
    position: integer().notNull(),
    programme: text().notNull(),
    asOf: text('as_of').notNull(),
    figure: text().notNull(),
    label: text().notNull(),
    cohort: text(),
    choice: text(),
    country: text(),
    value: doublePrecision(),
    suppressed: text(),
    n: doublePrecision(),
    nSuppressed: text('n_suppressed'),
    unit: text(),
    low: doublePrecision(),
    high: doublePrecision(),
    sd: doublePrecision(),
    definition: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.reportId, t.position] }),
    foreignKey({
      columns: [t.institutionId, t.reportId],
      foreignColumns: [report.institutionId, report.id],
      name: 'disclosed_figure_report',
    }).onDelete('cascade'),
    tenantPolicy('disclosed_figure'),
    loginPolicy('disclosed_figure', analyst),
    loginPolicy('disclosed_figure', dataSteward),
    check('disclosed_figure_value', sql`(value is null) <> (suppressed is null)`),
  ],
)
