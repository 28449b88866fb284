import { sql } from 'drizzle-orm'
import { check, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'

/** What each kind of long work is asked for with. That of a match run stands in the run, which has the id of its job. */
export interface JobInputs {
  readonly report: {
    readonly programmeId: string
    readonly policy: 'exact' | 'hesa'
    /** The form in which whoever asked takes it away. */
    readonly format: string
    /** The key of the report; that of any programme when left out. */
    readonly definition?: string
    /** The roles of whoever asked, when they did. */
    readonly roles?: readonly string[]
    readonly scheduleId?: string
  }
  readonly match: { readonly programmeId: string }
}

/** Every kind of long work. */
export const jobKinds = ['report', 'match'] as const satisfies readonly (keyof JobInputs)[]
/** A kind of long work. */
export type JobKind = (typeof jobKinds)[number]

/** Where long work may stand. */
export const jobStatuses = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const

/** Long work that an institution asked for, with its progress. */
export const job = commons.table.withRLS(
  'job',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    kind: text({ enum: jobKinds }).notNull(),
    input: jsonb().$type<JobInputs[JobKind]>().notNull(),
    status: text({ enum: jobStatuses }).notNull(),
    done: integer().notNull(),
    total: integer().notNull(),
    message: text().notNull(),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    check('job_status', sql`status in ('waiting', 'running', 'done', 'failed', 'cancelled')`),
    tenantPolicy('job'),
  ],
)
