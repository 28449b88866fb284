import type { ParticipantRole } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'

/** How many relationships somebody carries at most in a role, in all programmes together, from a day until the next such row. */
export const capacity = commons.table.withRLS(
  'capacity',
  {
    institutionId: institutionId(),
    personId: uuid('person_id').notNull(),
    role: text().$type<ParticipantRole>().notNull(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    relationshipsMax: integer('relationships_max').notNull(),
    setBy: uuid('set_by').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.personId, t.role, t.fromDay] }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'capacity_person',
    }),
    check('capacity_role', sql`role in ('mentor', 'mentee', 'peer', 'facilitator')`),
    check('capacity_relationships_max', sql`relationships_max between 0 and 1000`),
    tenantPolicy('capacity'),
  ],
)
