import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { programme } from '../../mentoring/table.ts'

/** A report that is made again and again, in the name of whoever scheduled it. `crons` are UTC; each is a schedule of the queue. */
export const reportSchedule = commons.table.withRLS(
  'report_schedule',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    programmeId: uuid('programme_id').notNull(),
    definition: text().notNull(),
    format: text().notNull(),
    rhythm: text({ enum: ['cron', 'every-term'] }).notNull(),
    crons: text().array().notNull(),
    paused: boolean().notNull(),
    scheduledBy: uuid('scheduled_by').notNull(),
    scheduledAt: instant('scheduled_at').notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('report_schedule_scheduled').on(t.institutionId, t.scheduledAt, t.id),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'report_schedule_programme_fk',
    }),
    check('report_schedule_rhythm', sql`rhythm in ('cron', 'every-term')`),
    check('report_schedule_crons', sql`cardinality(crons) between 1 and 12`),
    tenantPolicy('report_schedule'),
  ],
)
