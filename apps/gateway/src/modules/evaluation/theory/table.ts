import type { EvidenceKind, TheoryOfChange } from '@mentoring-commons/reporting/evaluation'
import { foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, instant, institutionId, loginPolicy, tenantPolicy } from '../../../db/columns.ts'
import { programme } from '../../mentoring/table.ts'
import { institution } from '../../people/table.ts'

/** A theory of change, of a programme or of the institution as a whole; `version` is its latest. */
export const theory = commons.table.withRLS(
  'theory',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    programmeId: uuid('programme_id'),
    title: text().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('theory_programme').on(t.institutionId, t.programmeId),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'theory_programme_fk',
    }),
    tenantPolicy('theory'),
    loginPolicy('theory', dataSteward),
  ],
)

/** A version of a theory of change, whole. Only ever added: claims name the version that they were made by. */
export const theoryVersion = commons.table.withRLS(
  'theory_version',
  {
    institutionId: institutionId(),
    theoryId: uuid('theory_id').notNull(),
    version: integer().notNull(),
    state: jsonb().$type<TheoryOfChange>().notNull(),
    /** Why it replaces the one before; null in the first. */
    reason: text(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.theoryId, t.version] }),
    foreignKey({
      columns: [t.institutionId, t.theoryId],
      foreignColumns: [theory.institutionId, theory.id],
      name: 'theory_version_theory',
    }),
    tenantPolicy('theory_version'),
    loginPolicy('theory_version', dataSteward),
  ],
)

/** A piece of evidence for or against a link, named and not held. It may be retracted, and stays known. */
export const theoryEvidence = commons.table.withRLS(
  'theory_evidence',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    kind: text().$type<EvidenceKind>().notNull(),
    title: text().notNull(),
    reference: text().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    retractedAt: instant('retracted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    tenantPolicy('theory_evidence'),
    loginPolicy('theory_evidence', dataSteward),
  ],
)
