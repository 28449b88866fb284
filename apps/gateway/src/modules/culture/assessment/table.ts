import type { SelfAssessmentAnswers, SelfAssessmentTexts } from '@mentoring-commons/mentoring'
import { date, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { institution } from '../../people/table.ts'

/** What one group found out about its institution in one session, as a coordinator chose to keep it. */
export const selfAssessmentSession = commons.table.withRLS(
  'self_assessment',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    answers: jsonb().$type<SelfAssessmentAnswers>().notNull(),
    savedBy: uuid('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.id] }), tenantPolicy('self_assessment')],
)

/** The texts of the self-assessment in a language that the institution loaded. They are shown to everybody who opens its page. */
export const selfAssessmentWording = commons.table.withRLS(
  'self_assessment_wording',
  {
    institutionId: institutionId().references(() => institution.id),
    language: text().notNull(),
    texts: jsonb().$type<SelfAssessmentTexts>().notNull(),
    loadedBy: uuid('loaded_by').notNull(),
    loadedAt: instant('loaded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.language] }), tenantPolicy('self_assessment_wording')],
)
