import type { ClaimReading, DescriptorCode, SoundEvidence } from '@mentoring-commons/ukpsf'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'
import { evidence } from '../evidence/table.ts'

/** Where a claim stands for its owner; what reviewers do with it is the review's own state. */
export const claimStatuses = [
  'draft',
  'submitted',
  'referred',
  'awarded',
  'not-awarded',
  'lapsed',
  'withdrawn',
] as const
/** One of those. */
export type ClaimStatus = (typeof claimStatuses)[number]

/** A claim to a descriptor, in the edition that its code names. */
export const claim = commons.table.withRLS(
  'claim',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    personId: uuid('person_id').notNull(),
    descriptor: text().$type<DescriptorCode>().notNull(),
    status: text({ enum: claimStatuses }).notNull(),
    version: integer().notNull(),
    startedAt: instant('started_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('claim_person').on(t.institutionId, t.personId),
    index('claim_status_index').on(t.institutionId, t.status),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'claim_person_fk',
    }),
    check(
      'claim_status',
      sql`status in ('draft', 'submitted', 'referred', 'awarded', 'not-awarded', 'lapsed', 'withdrawn')`,
    ),
    tenantPolicy('claim'),
  ],
)

/** The evidence that a claim rests on while it is worked at. */
export const claimEvidence = commons.table.withRLS(
  'claim_evidence',
  {
    institutionId: institutionId(),
    claimId: uuid('claim_id').notNull(),
    evidenceId: uuid('evidence_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.claimId, t.evidenceId] }),
    index('claim_evidence_evidence').on(t.institutionId, t.evidenceId),
    foreignKey({
      columns: [t.institutionId, t.claimId],
      foreignColumns: [claim.institutionId, claim.id],
      name: 'claim_evidence_claim',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.institutionId, t.evidenceId],
      foreignColumns: [evidence.institutionId, evidence.id],
      name: 'claim_evidence_evidence_fk',
    }).onDelete('cascade'),
    tenantPolicy('claim_evidence'),
  ],
)

/** Evidence as it was when it was submitted; later changes to the evidence do not reach it. */
export interface SubmittedEvidence extends SoundEvidence {
  readonly address?: string
}

/** What was submitted, whole. */
export interface SubmittedContent {
  readonly descriptor: DescriptorCode
  readonly evidence: readonly SubmittedEvidence[]
  /** What counting said on that day. */
  readonly reading: ClaimReading
}

/** A submitted version of a claim: only ever added, and named by the hash of its content. */
export const claimSubmission = commons.table.withRLS(
  'claim_submission',
  {
    institutionId: institutionId(),
    claimId: uuid('claim_id').notNull(),
    number: integer().notNull(),
    hash: text().notNull(),
    content: jsonb().$type<SubmittedContent>().notNull(),
    submittedAt: instant('submitted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.claimId, t.number] }),
    foreignKey({
      columns: [t.institutionId, t.claimId],
      foreignColumns: [claim.institutionId, claim.id],
      name: 'claim_submission_claim',
    }),
    tenantPolicy('claim_submission'),
  ],
)
