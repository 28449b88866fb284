import type { Review, ReviewStep } from '@mentoring-commons/ukpsf/review'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'
import { claim } from '../claim/table.ts'
import { reviewWorkflow } from '../workflow/table.ts'

/** Somebody who can assess claims, and whether they come from outside. */
export const assessor = commons.table.withRLS(
  'assessor',
  {
    institutionId: institutionId(),
    personId: uuid('person_id').notNull(),
    kind: text({ enum: ['internal', 'external'] }).notNull(),
    since: date({ mode: 'string' }).notNull(),
    until: date({ mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.personId] }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'assessor_person',
    }),
    check('assessor_kind', sql`kind in ('internal', 'external')`),
    tenantPolicy('assessor'),
  ],
)

/** The review of a claim: `state` is the domain's own value, `stage` is what queries ask for. */
export const review = commons.table.withRLS(
  'review',
  {
    institutionId: institutionId(),
    claimId: uuid('claim_id').notNull(),
    workflowKey: text('workflow_key').notNull(),
    stage: text().$type<Review['state']>().notNull(),
    state: jsonb().$type<Review>().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.claimId] }),
    index('review_stage').on(t.institutionId, t.stage),
    foreignKey({
      columns: [t.institutionId, t.claimId],
      foreignColumns: [claim.institutionId, claim.id],
      name: 'review_claim',
    }),
    foreignKey({
      columns: [t.institutionId, t.workflowKey],
      foreignColumns: [reviewWorkflow.institutionId, reviewWorkflow.key],
      name: 'review_workflow_fk',
    }),
    tenantPolicy('review'),
  ],
)

/** The steps that a review took, in order; only ever added to. */
export const reviewStep = commons.table.withRLS(
  'review_step',
  {
    institutionId: institutionId(),
    claimId: uuid('claim_id').notNull(),
    version: integer().notNull(),
    step: jsonb().$type<ReviewStep | { readonly type: 'submit' }>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.claimId, t.version] }),
    foreignKey({
      columns: [t.institutionId, t.claimId],
      foreignColumns: [review.institutionId, review.claimId],
      name: 'review_step_review',
    }),
    tenantPolicy('review_step'),
  ],
)

/** What somebody does in a review. */
export const reviewParts = ['reviewer', 'moderator', 'reader'] as const
/** One of those. */
export type ReviewPart = (typeof reviewParts)[number]

/** Who has a part in a review now: what opens it to them. Rows follow the review's own state. */
export const reviewTask = commons.table.withRLS(
  'review_task',
  {
    institutionId: institutionId(),
    claimId: uuid('claim_id').notNull(),
    personId: uuid('person_id').notNull(),
    part: text({ enum: reviewParts }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.claimId, t.personId, t.part] }),
    index('review_task_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.claimId],
      foreignColumns: [review.institutionId, review.claimId],
      name: 'review_task_review',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'review_task_person_fk',
    }),
    check('review_task_part', sql`part in ('reviewer', 'moderator', 'reader')`),
    tenantPolicy('review_task'),
  ],
)
