import type { Objective } from '@mentoring-commons/reporting/evaluation'
import { date, integer, jsonb, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, institutionId, loginPolicy, tenantPolicy } from '../../../db/columns.ts'
import { institution } from '../../people/table.ts'

/** What an institution wants to be true. `state` is the domain's own value, the days are what queries ask for. */
export const objective = commons.table.withRLS(
  'objective',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    toDay: date('to_day', { mode: 'string' }),
    state: jsonb().$type<Objective>().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    tenantPolicy('objective'),
    loginPolicy('objective', dataSteward),
  ],
)
