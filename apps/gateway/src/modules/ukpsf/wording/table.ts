import type { Wording } from '@mentoring-commons/ukpsf'
import { jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, instant, institutionId, loginPolicy, tenantPolicy } from '../../../db/columns.ts'
import { institution } from '../../people/table.ts'

/** The official wording of an edition in one language, which an institution loaded because it may use it. */
export const frameworkWording = commons.table.withRLS(
  'framework_wording',
  {
    institutionId: institutionId().references(() => institution.id),
    edition: text().notNull(),
    language: text().notNull(),
    wording: jsonb().$type<Wording>().notNull(),
    loadedBy: uuid('loaded_by').notNull(),
    loadedAt: instant('loaded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.edition, t.language] }),
    tenantPolicy('framework_wording'),
    loginPolicy('framework_wording', dataSteward),
  ],
)
