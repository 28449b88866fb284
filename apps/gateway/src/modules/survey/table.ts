import { sql } from 'drizzle-orm'
import { check, doublePrecision, foreignKey, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, institutionId, loginPolicy, tenantPolicy } from '../../db/columns.ts'
import { cohort, programme } from '../mentoring/table.ts'

/** One wave of a survey in a programme, such as `participant-mid`. */
export const survey = commons.table.withRLS(
  'survey',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    programmeId: uuid('programme_id').notNull(),
    wave: text().notNull(),
    label: text().notNull(),
    audience: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('survey_wave').on(t.institutionId, t.programmeId, t.wave),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'survey_programme',
    }),
    tenantPolicy('survey'),
    loginPolicy('survey', dataSteward),
  ],
)

/** A closed question: one choice, many choices, a scale, or a number. There is no kind for free text. */
export const surveyItem = commons.table.withRLS(
  'survey_item',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    surveyId: uuid('survey_id').notNull(),
    position: integer().notNull(),
    key: text().notNull(),
    label: text().notNull(),
    kind: text({ enum: ['one', 'many', 'scale', 'number'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('survey_item_key').on(t.institutionId, t.surveyId, t.key),
    foreignKey({
      columns: [t.institutionId, t.surveyId],
      foreignColumns: [survey.institutionId, survey.id],
      name: 'survey_item_survey',
    }),
    check('survey_item_kind', sql`kind in ('one', 'many', 'scale', 'number')`),
    tenantPolicy('survey_item'),
    loginPolicy('survey_item', dataSteward),
  ],
)

/** A declared choice of an item. Whatever was answered besides is the code `other`, and nothing more is kept of it. */
export const surveyChoice = commons.table.withRLS(
  'survey_choice',
  {
    institutionId: institutionId(),
    itemId: uuid('item_id').notNull(),
    code: text().notNull(),
    label: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.itemId, t.code] }),
    foreignKey({
      columns: [t.institutionId, t.itemId],
      foreignColumns: [surveyItem.institutionId, surveyItem.id],
      name: 'survey_choice_item',
    }),
    tenantPolicy('survey_choice'),
    loginPolicy('survey_choice', dataSteward),
  ],
)

/**
 * One returned questionnaire. It carries no link to a person: `respondent` is a pseudonym, the same in the waves of one series. What was
 * imported carries no link to another wave either.
 */
export const surveyResponse = commons.table.withRLS(
  'survey_response',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    surveyId: uuid('survey_id').notNull(),
    cohortId: uuid('cohort_id').notNull(),
    respondent: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('survey_response_respondent').on(t.institutionId, t.surveyId, t.cohortId, t.respondent),
    foreignKey({
      columns: [t.institutionId, t.surveyId],
      foreignColumns: [survey.institutionId, survey.id],
      name: 'survey_response_survey',
    }),
    foreignKey({
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohort.institutionId, cohort.id],
      name: 'survey_response_cohort',
    }),
    tenantPolicy('survey_response'),
    loginPolicy('survey_response', dataSteward),
  ],
)

/** A choice ticked in an answer. Not asked and not answered are both the absence of rows. */
export const surveyAnswer = commons.table.withRLS(
  'survey_answer',
  {
    institutionId: institutionId(),
    responseId: uuid('response_id').notNull(),
    itemId: uuid('item_id').notNull(),
    choice: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.responseId, t.itemId, t.choice] }),
    index('survey_answer_item').on(t.institutionId, t.itemId),
    foreignKey({
      columns: [t.institutionId, t.responseId],
      foreignColumns: [surveyResponse.institutionId, surveyResponse.id],
      name: 'survey_answer_response',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.institutionId, t.itemId, t.choice],
      foreignColumns: [surveyChoice.institutionId, surveyChoice.itemId, surveyChoice.code],
      name: 'survey_answer_choice',
    }),
    tenantPolicy('survey_answer'),
    loginPolicy('survey_answer', dataSteward),
  ],
)

/** A number given as an answer. Not asked and not answered are both the absence of a row. */
export const surveyNumber = commons.table.withRLS(
  'survey_number',
  {
    institutionId: institutionId(),
    responseId: uuid('response_id').notNull(),
    itemId: uuid('item_id').notNull(),
    value: doublePrecision().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.responseId, t.itemId] }),
    index('survey_number_item').on(t.institutionId, t.itemId),
    foreignKey({
      columns: [t.institutionId, t.responseId],
      foreignColumns: [surveyResponse.institutionId, surveyResponse.id],
      name: 'survey_number_response',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.institutionId, t.itemId],
      foreignColumns: [surveyItem.institutionId, surveyItem.id],
      name: 'survey_number_item_fk',
    }),
    tenantPolicy('survey_number'),
    loginPolicy('survey_number', dataSteward),
  ],
)
