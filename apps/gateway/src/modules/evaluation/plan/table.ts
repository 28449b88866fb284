import type { PlannedAnalysis } from '@mentoring-commons/reporting/evaluation'
import { foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, instant, institutionId, loginPolicy, tenantPolicy } from '../../../db/columns.ts'
import { institution } from '../../people/table.ts'

/** An analysis plan and the instant at which its data close. Only ever added: a close that could be moved would make any plan one in time. */
export const analysisPlan = commons.table.withRLS(
  'analysis_plan',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    title: text().notNull(),
    dataClosesAt: instant('data_closes_at').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    tenantPolicy('analysis_plan'),
    loginPolicy('analysis_plan', dataSteward),
  ],
)

/** What a plan says before it is frozen: it may be changed, and counts for nothing afterwards. */
export const analysisPlanDraft = commons.table.withRLS(
  'analysis_plan_draft',
  {
    institutionId: institutionId(),
    planId: uuid('plan_id').notNull(),
    analyses: jsonb().$type<readonly PlannedAnalysis[]>().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.planId] }),
    foreignKey({
      columns: [t.institutionId, t.planId],
      foreignColumns: [analysisPlan.institutionId, analysisPlan.id],
      name: 'analysis_plan_draft_plan',
    }),
    tenantPolicy('analysis_plan_draft'),
  ],
)

/** What one freezing fixed. Only ever added: nobody who runs the gateway can change or take away what was frozen. */
export const analysisPlanVersion = commons.table.withRLS(
  'analysis_plan_version',
  {
    institutionId: institutionId(),
    planId: uuid('plan_id').notNull(),
    version: integer().notNull(),
    analyses: jsonb().$type<readonly PlannedAnalysis[]>().notNull(),
    /** Why it replaces the one before; null in the first. */
    reason: text(),
    frozenBy: uuid('frozen_by').notNull(),
    frozenAt: instant('frozen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.planId, t.version] }),
    foreignKey({
      columns: [t.institutionId, t.planId],
      foreignColumns: [analysisPlan.institutionId, analysisPlan.id],
      name: 'analysis_plan_version_plan',
    }),
    tenantPolicy('analysis_plan_version'),
    loginPolicy('analysis_plan_version', dataSteward),
  ],
)

/** That an analysis was run on the data of a plan. Only ever added: a look cannot be taken back. */
export const analysisLook = commons.table.withRLS(
  'analysis_look',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    planId: uuid('plan_id').notNull(),
    indicatorId: text('indicator_id').notNull(),
    test: text().notNull(),
    groups: jsonb().$type<readonly string[]>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('analysis_look_plan').on(t.institutionId, t.planId, t.recordedAt),
    foreignKey({
      columns: [t.institutionId, t.planId],
      foreignColumns: [analysisPlan.institutionId, analysisPlan.id],
      name: 'analysis_look_plan_fk',
    }),
    tenantPolicy('analysis_look'),
    loginPolicy('analysis_look', dataSteward),
  ],
)
