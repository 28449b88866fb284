import { sql } from 'drizzle-orm'
import { check, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { programme } from '../../mentoring/table.ts'

/**
 * A report as it was made: its figures after disclosure control, with all that they open to, as JSON under the hash of its canonical form. Only ever
 * added to, by no role changed or taken away. `salt` keeps the hashes of the inputs from being tried out.
 */
export const reportSnapshot = commons.table.withRLS(
  'report_snapshot',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    programmeId: uuid('programme_id').notNull(),
    definition: text().notNull(),
    title: text().notNull(),
    policy: text({ enum: ['exact', 'hesa'] }).notNull(),
    asOf: text('as_of').notNull(),
    content: text().notNull(),
    hash: text().notNull(),
    salt: text().notNull(),
    /** The tables that it was read from: what is withdrawn from them later is told beside it. */
    tables: text().array().notNull(),
    scheduleId: uuid('schedule_id'),
    madeBy: uuid('made_by').notNull(),
    madeAs: text('made_as').array().notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('report_snapshot_made').on(t.institutionId, t.madeAt, t.id),
    index('report_snapshot_programme').on(t.institutionId, t.programmeId, t.madeAt),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'report_snapshot_programme_fk',
    }),
    check('report_snapshot_policy', sql`policy in ('exact', 'hesa')`),
    check('report_snapshot_hash', sql`hash ~ '^[0-9a-f]{64}$'`),
    tenantPolicy('report_snapshot'),
  ],
)
