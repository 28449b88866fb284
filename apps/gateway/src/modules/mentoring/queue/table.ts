import type { QueueThresholds } from '@mentoring-commons/mentoring'
import { date, foreignKey, jsonb, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { programme, relationship } from '../table.ts'

/** After how many days something stands in the work queue of a programme; the defaults of the package where there is no row. */
export const queueThresholds = commons.table.withRLS(
  'queue_thresholds',
  {
    institutionId: institutionId(),
    programmeId: uuid('programme_id').notNull(),
    thresholds: jsonb().$type<QueueThresholds>().notNull(),
    setBy: uuid('set_by').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.programmeId] }),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'queue_thresholds_programme',
    }),
    tenantPolicy('queue_thresholds'),
  ],
)

/** That the people of a relationship reviewed it on a day. There is no column for what they found, on purpose. */
export const relationshipReview = commons.table.withRLS(
  'relationship_review',
  {
    institutionId: institutionId(),
    relationshipId: uuid('relationship_id').notNull(),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.relationshipId, t.heldOn] }),
    foreignKey({
      columns: [t.institutionId, t.relationshipId],
      foreignColumns: [relationship.institutionId, relationship.id],
      name: 'relationship_review_relationship',
    }),
    tenantPolicy('relationship_review'),
  ],
)
