import { date, foreignKey, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { cohort } from '../../mentoring/table.ts'
import { person } from '../../people/table.ts'
import { surveySeries } from '../series/table.ts'
import { survey } from '../table.ts'

/**
 * Who is asked to answer a wave. It does not say whether they did. Of the secret of their personal link only a hash is kept: whoever
 * reads this table cannot answer for anybody.
 */
export const surveyInvitation = commons.table.withRLS(
  'survey_invitation',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    surveyId: uuid('survey_id').notNull(),
    personId: uuid('person_id').notNull(),
    cohortId: uuid('cohort_id').notNull(),
    /** Null once the person is erased: the link opens nothing then. */
    secretHash: text('secret_hash'),
    /** The last day on which the link opens. */
    expiresOn: date('expires_on', { mode: 'string' }).notNull(),
    invitedBy: uuid('invited_by').notNull(),
    invitedAt: instant('invited_at').notNull(),
    withdrawnOn: date('withdrawn_on', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('survey_invitation_person').on(t.institutionId, t.surveyId, t.personId),
    index('survey_invitation_of_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.surveyId],
      foreignColumns: [survey.institutionId, survey.id],
      name: 'survey_invitation_survey',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'survey_invitation_person_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohort.institutionId, cohort.id],
      name: 'survey_invitation_cohort',
    }),
    tenantPolicy('survey_invitation'),
  ],
)

/**
 * Which pseudonym a person answers a series under: the one place where answers and people meet. Only the application reads it. A row is
 * removed when the person withdraws their last answers, and when they are erased.
 */
export const surveyPseudonym = commons.table.withRLS(
  'survey_pseudonym',
  {
    institutionId: institutionId(),
    seriesId: uuid('series_id').notNull(),
    personId: uuid('person_id').notNull(),
    pseudonym: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.seriesId, t.personId] }),
    unique('survey_pseudonym_text').on(t.institutionId, t.seriesId, t.pseudonym),
    foreignKey({
      columns: [t.institutionId, t.seriesId],
      foreignColumns: [surveySeries.institutionId, surveySeries.id],
      name: 'survey_pseudonym_series',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'survey_pseudonym_person',
    }),
    tenantPolicy('survey_pseudonym'),
  ],
)
