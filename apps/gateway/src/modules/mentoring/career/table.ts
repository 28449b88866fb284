import type { CareerStage } from '@mentoring-commons/mentoring'
import { date, foreignKey, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { institution, person } from '../../people/table.ts'

/** The stages of a career that an institution tells apart; the latest version holds. Only ever added to. */
export const careerStageSet = commons.table.withRLS(
  'career_stage_set',
  {
    institutionId: institutionId().references(() => institution.id),
    version: integer().notNull(),
    stages: jsonb().$type<readonly CareerStage[]>().notNull(),
    setBy: uuid('set_by').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.version] }), tenantPolicy('career_stage_set')],
)

/** That somebody is at a stage from a day until their next spell; without `stage` it is not known from then on. */
export const careerSpell = commons.table.withRLS(
  'career_spell',
  {
    institutionId: institutionId(),
    personId: uuid('person_id').notNull(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    stage: text(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.personId, t.fromDay] }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'career_spell_person',
    }),
    tenantPolicy('career_spell'),
  ],
)
