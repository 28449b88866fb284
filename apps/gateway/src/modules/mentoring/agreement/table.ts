import type { AgreementTerms } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'
import { relationship } from '../table.ts'

/** A version of the agreement of a relationship: terms in codes, days and numbers. Only ever added to; a change is a next version. */
export const agreementVersion = commons.table.withRLS(
  'agreement_version',
  {
    institutionId: institutionId(),
    relationshipId: uuid('relationship_id').notNull(),
    version: integer().notNull(),
    draftedOn: date('drafted_on', { mode: 'string' }).notNull(),
    draftedBy: uuid('drafted_by').notNull(),
    terms: jsonb().$type<AgreementTerms>().notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.relationshipId, t.version] }),
    foreignKey({
      columns: [t.institutionId, t.relationshipId],
      foreignColumns: [relationship.institutionId, relationship.id],
      name: 'agreement_version_relationship',
    }),
    foreignKey({
      columns: [t.institutionId, t.draftedBy],
      foreignColumns: [person.institutionId, person.id],
      name: 'agreement_version_drafted_by',
    }),
    check('agreement_version_from_1', sql`version >= 1`),
    tenantPolicy('agreement_version'),
  ],
)

/** That a participant signed a version. Only ever added to. */
export const agreementSignature = commons.table.withRLS(
  'agreement_signature',
  {
    institutionId: institutionId(),
    relationshipId: uuid('relationship_id').notNull(),
    version: integer().notNull(),
    personId: uuid('person_id').notNull(),
    signedOn: date('signed_on', { mode: 'string' }).notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.relationshipId, t.version, t.personId] }),
    index('agreement_signature_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.relationshipId, t.version],
      foreignColumns: [agreementVersion.institutionId, agreementVersion.relationshipId, agreementVersion.version],
      name: 'agreement_signature_version',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'agreement_signature_person_fk',
    }),
    tenantPolicy('agreement_signature'),
  ],
)
