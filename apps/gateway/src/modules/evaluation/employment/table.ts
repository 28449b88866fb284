import type { EmploymentTerms, LeavingCode } from '@mentoring-commons/reporting/evaluation'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, instant, institutionId, loginPolicy, tenantPolicy } from '../../../db/columns.ts'
import { institution, person } from '../../people/table.ts'

/** A file of contracts that was taken in, and the day up to which it is known. Only ever added; `imported_by` is null where the operator did it. */
export const employmentImport = commons.table.withRLS(
  'employment_import',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
    fileHash: text('file_hash').notNull(),
    spells: integer().notNull(),
    importedBy: uuid('imported_by'),
    importedAt: instant('imported_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('employment_import_as_of').on(t.institutionId, t.asOf),
    tenantPolicy('employment_import'),
    loginPolicy('employment_import', dataSteward),
  ],
)

/** One contract of one person, by the id that it has in HR. */
export const employmentSpell = commons.table.withRLS(
  'employment_spell',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    externalId: text('external_id').notNull(),
    personId: uuid('person_id').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }),
    reason: text().$type<LeavingCode>(),
    terms: text().$type<EmploymentTerms>().notNull(),
    grade: text(),
    unit: text(),
    importId: uuid('import_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('employment_spell_external_id').on(t.institutionId, t.externalId),
    index('employment_spell_person').on(t.institutionId, t.personId, t.startsOn),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'employment_spell_person_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.importId],
      foreignColumns: [employmentImport.institutionId, employmentImport.id],
      name: 'employment_spell_import',
    }),
    check('employment_spell_days', sql`ends_on is null or ends_on >= starts_on`),
    check('employment_spell_reason', sql`reason is null or ends_on is not null`),
    check('employment_spell_terms', sql`terms in ('open-ended', 'fixed-term', 'atypical')`),
    tenantPolicy('employment_spell'),
    loginPolicy('employment_spell', dataSteward),
  ],
)
