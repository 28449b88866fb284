import type { EstimateInput } from '@mentoring-commons/reporting/evaluation'
import { foreignKey, index, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { institution } from '../../people/table.ts'
import { analysisPlan } from '../plan/table.ts'

/** An estimate as it was found, with its standing and looks of that moment. Only ever added. It is shown under the viewer's policy alone. */
export const estimate = commons.table.withRLS(
  'estimate',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    planId: uuid('plan_id'),
    indicatorId: text('indicator_id').notNull(),
    /** What makes it one analysis with others: indicator, test and groups as the domain compares them. */
    analysis: text().notNull(),
    state: jsonb().$type<EstimateInput>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('estimate_indicator').on(t.institutionId, t.indicatorId),
    foreignKey({
      columns: [t.institutionId, t.planId],
      foreignColumns: [analysisPlan.institutionId, analysisPlan.id],
      name: 'estimate_plan',
    }),
    tenantPolicy('estimate'),
  ],
)
