import type { Overlay } from '@mentoring-commons/ukpsf'
import type { Workflow } from '@mentoring-commons/ukpsf/review'
import { date, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { institution } from '../../people/table.ts'

/** How the institution reviews claims: never changed, since reviews under way refer to it. `overlay` tightens the framework. */
export const reviewWorkflow = commons.table.withRLS(
  'review_workflow',
  {
    institutionId: institutionId().references(() => institution.id),
    key: text().notNull(),
    title: text().notNull(),
    definition: jsonb().$type<Workflow>().notNull(),
    overlay: jsonb().$type<Overlay>(),
    definedBy: uuid('defined_by').notNull(),
    definedAt: instant('defined_at').notNull(),
    /** From this day on nothing new is submitted to it. */
    closedOn: date('closed_on', { mode: 'string' }),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.key] }), tenantPolicy('review_workflow')],
)
