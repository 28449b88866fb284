import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, jsonb, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { application } from '../application/table.ts'

const columns = {
  institutionId: institutionId(),
  applicationId: uuid('application_id').notNull(),
  people: jsonb().$type<readonly string[]>().notNull(),
  version: integer().notNull(),
  setBy: uuid('set_by').notNull(),
  setAt: instant('set_at').notNull(),
}

/** Whom somebody would rather have, best first, in a programme that they applied to. Theirs and the coordinators'; no explanation tells of it. */
export const applicationRanking = commons.table.withRLS('application_ranking', columns, (t) => [
  primaryKey({ columns: [t.institutionId, t.applicationId] }),
  foreignKey({
    columns: [t.institutionId, t.applicationId],
    foreignColumns: [application.institutionId, application.id],
    name: 'application_ranking_application',
  }),
  check('application_ranking_people', sql`jsonb_typeof(people) = 'array'`),
  tenantPolicy('application_ranking'),
])

/** Whom somebody will not be matched with. Theirs alone: of the pair that it keeps apart others learn only that something does. */
export const applicationNotWith = commons.table.withRLS('application_not_with', columns, (t) => [
  primaryKey({ columns: [t.institutionId, t.applicationId] }),
  foreignKey({
    columns: [t.institutionId, t.applicationId],
    foreignColumns: [application.institutionId, application.id],
    name: 'application_not_with_application',
  }),
  check('application_not_with_people', sql`jsonb_typeof(people) = 'array'`),
  tenantPolicy('application_not_with'),
])
