import type { Category } from '@mentoring-commons/ukpsf'
import type { RefereeStatement } from '@mentoring-commons/ukpsf/review'
import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { commons, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'
import { claim } from '../claim/table.ts'

/**
 * Somebody whom an applicant names as referee of a claim, with what the applicant says of the two of them. `state` is null until
 * they are invited. Of an invitation's token only a hash is kept: whoever reads this table cannot answer for anybody.
 */
export const referee = commons.table.withRLS(
  'referee',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    claimId: uuid('claim_id').notNull(),
    name: text().notNull(),
    /** Where the referee is a person of the institution. */
    personId: uuid('person_id'),
    /** The category that the applicant says an outside referee holds; of people of the institution it is known. */
    holds: text().$type<Category>(),
    workedTogetherUntil: date('worked_together_until', { mode: 'string' }),
    observedPractice: boolean('observed_practice').notNull(),
    state: jsonb().$type<RefereeStatement>(),
    tokenHash: text('token_hash'),
    /** The dimensions that the statement confirms, and what it says. */
    tags: text().array(),
    statement: text(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('referee_claim').on(t.institutionId, t.claimId),
    unique('referee_token').on(t.institutionId, t.tokenHash),
    foreignKey({
      columns: [t.institutionId, t.claimId],
      foreignColumns: [claim.institutionId, claim.id],
      name: 'referee_claim_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'referee_person_fk',
    }),
    check('referee_statement', sql`(statement is null) = (tags is null)`),
    tenantPolicy('referee'),
  ],
)
