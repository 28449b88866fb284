import type { Instrument, Moment } from '@mentoring-commons/reporting/surveys'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, instant, institutionId, loginPolicy, tenantPolicy } from '../../../db/columns.ts'
import { programme } from '../../mentoring/table.ts'
import { survey } from '../table.ts'

/** An instrument of an institution, in one version. It is only added to: what was asked with it stays readable. */
export const surveyInstrument = commons.table.withRLS(
  'survey_instrument',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    key: text().notNull(),
    version: text().notNull(),
    definition: jsonb().$type<Instrument>().notNull(),
    definedBy: uuid('defined_by').notNull(),
    definedAt: instant('defined_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('survey_instrument_version').on(t.institutionId, t.key, t.version),
    tenantPolicy('survey_instrument'),
    loginPolicy('survey_instrument', dataSteward),
  ],
)

/** A survey in waves. Its threshold is set when it is launched, and not after. */
export const surveySeries = commons.table.withRLS(
  'survey_series',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    programmeId: uuid('programme_id').notNull(),
    instrumentId: uuid('instrument_id').notNull(),
    key: text().notNull(),
    title: text().notNull(),
    launchedOn: date('launched_on', { mode: 'string' }),
    responsesMin: integer('responses_min'),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('survey_series_key').on(t.institutionId, t.programmeId, t.key),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'survey_series_programme',
    }),
    foreignKey({
      columns: [t.institutionId, t.instrumentId],
      foreignColumns: [surveyInstrument.institutionId, surveyInstrument.id],
      name: 'survey_series_instrument',
    }),
    check('survey_series_launch', sql`(launched_on is null) = (responses_min is null)`),
    check('survey_series_threshold', sql`responses_min >= 3`),
    tenantPolicy('survey_series'),
    loginPolicy('survey_series', dataSteward),
  ],
)

/** When a wave of a series is held, and who is invited. Waves that were imported have no row. */
export const surveyWindow = commons.table.withRLS(
  'survey_window',
  {
    institutionId: institutionId(),
    surveyId: uuid('survey_id').notNull(),
    seriesId: uuid('series_id').notNull(),
    key: text().notNull(),
    moment: text().$type<Moment>().notNull(),
    opensOn: date('opens_on', { mode: 'string' }).notNull(),
    closesOn: date('closes_on', { mode: 'string' }).notNull(),
    /** Everybody who takes part when it is empty. */
    roles: text().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.surveyId] }),
    unique('survey_window_key').on(t.institutionId, t.seriesId, t.key),
    index('survey_window_series').on(t.institutionId, t.seriesId, t.opensOn),
    foreignKey({
      columns: [t.institutionId, t.surveyId],
      foreignColumns: [survey.institutionId, survey.id],
      name: 'survey_window_survey',
    }),
    foreignKey({
      columns: [t.institutionId, t.seriesId],
      foreignColumns: [surveySeries.institutionId, surveySeries.id],
      name: 'survey_window_series_fk',
    }),
    check('survey_window_moment', sql`moment in ('baseline', 'mid', 'end', 'six-months-later')`),
    check('survey_window_days', sql`opens_on <= closes_on`),
    tenantPolicy('survey_window'),
    loginPolicy('survey_window', dataSteward),
  ],
)
