import type { Goal, GoalState } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'
import { relationship } from '../table.ts'

/**
 * What somebody wants to reach in a relationship: the owner's own words, private until they share them with the others of the
 * relationship. `state` is the domain's own value, the other columns are what queries ask for.
 */
export const goal = commons.table.withRLS(
  'goal',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    relationshipId: uuid('relationship_id').notNull(),
    ownerId: uuid('owner_id').notNull(),
    visibility: text().$type<Goal['visibility']>().notNull(),
    stand: text().$type<GoalState>().notNull(),
    setOn: date('set_on', { mode: 'string' }).notNull(),
    state: jsonb().$type<Goal>().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('goal_relationship').on(t.institutionId, t.relationshipId),
    index('goal_owner').on(t.institutionId, t.ownerId),
    foreignKey({
      columns: [t.institutionId, t.relationshipId],
      foreignColumns: [relationship.institutionId, relationship.id],
      name: 'goal_relationship_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.ownerId],
      foreignColumns: [person.institutionId, person.id],
      name: 'goal_owner_fk',
    }),
    check('goal_visibility', sql`visibility in ('private', 'shared')`),
    check('goal_stand', sql`stand in ('open', 'under-way', 'reached', 'dropped')`),
    tenantPolicy('goal'),
  ],
)
