import type { Category, DescriptorCode, TeachingQualification } from '@mentoring-commons/ukpsf'
import { boolean, date, foreignKey, index, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, instant, institutionId, loginPolicy, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'
import { claim } from '../claim/table.ts'

/** A fellowship that was awarded; it has no end. `claim_id` is null where it was awarded elsewhere and is only recorded here. */
export const fellowship = commons.table.withRLS(
  'fellowship',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    personId: uuid('person_id').notNull(),
    descriptor: text().$type<DescriptorCode>().notNull(),
    category: text().$type<Category>().notNull(),
    awardedOn: date('awarded_on', { mode: 'string' }).notNull(),
    claimId: uuid('claim_id'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('fellowship_award').on(t.institutionId, t.personId, t.descriptor),
    unique('fellowship_claim').on(t.institutionId, t.claimId),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'fellowship_person',
    }),
    foreignKey({
      columns: [t.institutionId, t.claimId],
      foreignColumns: [claim.institutionId, claim.id],
      name: 'fellowship_claim_fk',
    }),
    tenantPolicy('fellowship'),
    loginPolicy('fellowship', dataSteward),
  ],
)

/** That a fellow's good standing was reviewed; how often is the institution's own rule. */
export const goodStandingReview = commons.table.withRLS(
  'good_standing_review',
  {
    institutionId: institutionId(),
    fellowshipId: uuid('fellowship_id').notNull(),
    reviewedOn: date('reviewed_on', { mode: 'string' }).notNull(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.fellowshipId, t.reviewedOn] }),
    foreignKey({
      columns: [t.institutionId, t.fellowshipId],
      foreignColumns: [fellowship.institutionId, fellowship.id],
      name: 'good_standing_review_fellowship',
    }),
    tenantPolicy('good_standing_review'),
  ],
)

/** Whether somebody is counted in the return, and whether what they hold is known. Without a row neither is. */
export const teachingRecord = commons.table.withRLS(
  'teaching_record',
  {
    institutionId: institutionId(),
    personId: uuid('person_id').notNull(),
    inScope: boolean('in_scope').notNull(),
    known: boolean().notNull(),
    statedAt: instant('stated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.personId] }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'teaching_record_person',
    }),
    tenantPolicy('teaching_record'),
    loginPolicy('teaching_record', dataSteward),
  ],
)

/** A qualification or recognition for teaching, fellowships aside. */
export const teachingQualification = commons.table.withRLS(
  'teaching_qualification',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    personId: uuid('person_id').notNull(),
    qualification: jsonb().$type<TeachingQualification>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('teaching_qualification_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'teaching_qualification_person_fk',
    }),
    tenantPolicy('teaching_qualification'),
    loginPolicy('teaching_qualification', dataSteward),
  ],
)
