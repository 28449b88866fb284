import type { Practice } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, institutionId, loginPolicy, tenantPolicy } from '../../../db/columns.ts'
import { programme } from '../../mentoring/table.ts'
import { institution } from '../../people/table.ts'

/** One place where mentoring happens; it names nobody. `state` is the domain's own value, the other columns are what queries ask for. */
export const practice = commons.table.withRLS(
  'practice',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    form: text().$type<Practice['form']>().notNull(),
    departmentId: text('department_id'),
    programmeId: uuid('programme_id'),
    state: jsonb().$type<Practice>().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('practice_programme').on(t.institutionId, t.programmeId),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'practice_programme_fk',
    }),
    check('practice_form', sql`form in ('formal', 'informal')`),
    tenantPolicy('practice'),
    loginPolicy('practice', dataSteward),
  ],
)
