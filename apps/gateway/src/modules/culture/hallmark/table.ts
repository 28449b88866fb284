import type { HallmarkKey, HallmarkReading } from '@mentoring-commons/mentoring'
import { date, index, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, instant, institutionId, loginPolicy, tenantPolicy } from '../../../db/columns.ts'
import { institution } from '../../people/table.ts'

/** How far a group found one hallmark to be there on a day; it names nobody. Only ever added to. */
export const hallmarkReading = commons.table.withRLS(
  'hallmark_reading',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    hallmark: text().$type<HallmarkKey>().notNull(),
    departmentId: text('department_id'),
    readOn: date('read_on', { mode: 'string' }).notNull(),
    state: jsonb().$type<HallmarkReading>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('hallmark_reading_day').on(t.institutionId, t.readOn),
    tenantPolicy('hallmark_reading'),
    loginPolicy('hallmark_reading', dataSteward),
  ],
)
