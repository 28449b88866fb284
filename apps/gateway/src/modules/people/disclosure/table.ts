import type { Ledger } from '@mentoring-commons/reporting'
import { jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { commons, institutionId, tenantPolicy } from '../../../db/columns.ts'

/**
 * The ledger of each table that figures are shown of, by its dataset and name: the state that figures speak of and its decoys. It is
 * for the gateway alone: whoever read it would know what it guards.
 */
export const disclosureLedger = commons.table.withRLS(
  'disclosure_ledger',
  {
    institutionId: institutionId(),
    dataset: text().notNull(),
    tableName: text('table_name').notNull(),
    ledger: jsonb().$type<Ledger>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.dataset, t.tableName] }), tenantPolicy('disclosure_ledger')],
)
