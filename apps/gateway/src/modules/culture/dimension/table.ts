import type { DimensionKey, ParticipantRole } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { relationship } from '../../mentoring/table.ts'
import { person } from '../../people/table.ts'

/** How somebody reads a relationship of theirs along one dimension on a day: theirs alone to see. Only ever added to. */
export const dimensionReading = commons.table.withRLS(
  'dimension_reading',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    relationshipId: uuid('relationship_id').notNull(),
    personId: uuid('person_id').notNull(),
    party: text().$type<ParticipantRole>().notNull(),
    dimension: text().$type<DimensionKey>().notNull(),
    reading: integer().notNull(),
    readOn: date('read_on', { mode: 'string' }).notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('dimension_reading_relationship').on(t.institutionId, t.relationshipId),
    index('dimension_reading_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.relationshipId],
      foreignColumns: [relationship.institutionId, relationship.id],
      name: 'dimension_reading_relationship_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'dimension_reading_person_fk',
    }),
    check('dimension_reading_reading', sql`reading between -2 and 2`),
    tenantPolicy('dimension_reading'),
  ],
)
