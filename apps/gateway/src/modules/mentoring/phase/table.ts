import type { ParticipantRole } from '@mentoring-commons/mentoring'
import { date, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'
import { relationship } from '../table.ts'

/** Which phase a participant found their relationship in on a day: a judgement of the relationship, and of nobody. Only ever added to. */
export const phaseAssessment = commons.table.withRLS(
  'phase_assessment',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    relationshipId: uuid('relationship_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text().$type<ParticipantRole>().notNull(),
    model: text().notNull(),
    phase: text().notNull(),
    assessedOn: date('assessed_on', { mode: 'string' }).notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('phase_assessment_relationship').on(t.institutionId, t.relationshipId, t.assessedOn),
    foreignKey({
      columns: [t.institutionId, t.relationshipId],
      foreignColumns: [relationship.institutionId, relationship.id],
      name: 'phase_assessment_relationship_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'phase_assessment_person',
    }),
    tenantPolicy('phase_assessment'),
  ],
)
