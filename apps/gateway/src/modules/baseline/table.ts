import { sql } from 'drizzle-orm'
import { check, date, doublePrecision, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../db/columns.ts'
import { community } from '../community/table.ts'
import { programme } from '../mentoring/table.ts'
import { institution, person } from '../people/table.ts'
import { survey } from '../survey/table.ts'

/** A project that finds out, by one wave of a survey, how far people have experienced mentoring. */
export const baselineProject = commons.table.withRLS(
  'baseline_project',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    surveyId: uuid('survey_id').notNull(),
    title: text().notNull(),
    beganOn: date('began_on', { mode: 'string' }).notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('baseline_project_survey').on(t.institutionId, t.surveyId),
    foreignKey({
      columns: [t.institutionId, t.surveyId],
      foreignColumns: [survey.institutionId, survey.id],
      name: 'baseline_project_survey_fk',
    }),
    tenantPolicy('baseline_project'),
  ],
)

/** What somebody found. Only ever added to: what was found later is another finding. */
export const baselineFinding = commons.table.withRLS(
  'baseline_finding',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    projectId: uuid('project_id').notNull(),
    statement: text().notNull(),
    foundOn: date('found_on', { mode: 'string' }).notNull(),
    foundById: uuid('found_by_id').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('baseline_finding_project').on(t.institutionId, t.projectId, t.foundOn, t.id),
    index('baseline_finding_found_by').on(t.institutionId, t.foundById),
    foreignKey({
      columns: [t.institutionId, t.projectId],
      foreignColumns: [baselineProject.institutionId, baselineProject.id],
      name: 'baseline_finding_project_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.foundById],
      foreignColumns: [person.institutionId, person.id],
      name: 'baseline_finding_found_by_fk',
    }),
    tenantPolicy('baseline_finding'),
  ],
)

/** A figure that a finding rests on, as it was disclosed on that day: never a count before disclosure control. Only ever added to. */
export const baselineFigure = commons.table.withRLS(
  'baseline_figure',
  {
    institutionId: institutionId(),
    findingId: uuid('finding_id').notNull(),
    position: integer().notNull(),
    figure: text().notNull(),
    /** The question of the survey, where the figure is of one. */
    question: text(),
    label: text().notNull(),
    cohort: text(),
    choice: text(),
    country: text(),
    value: doublePrecision().notNull(),
    n: doublePrecision(),
    unit: text().notNull(),
    definition: text().notNull(),
    policy: text({ enum: ['exact', 'hesa'] }).notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.findingId, t.position] }),
    foreignKey({
      columns: [t.institutionId, t.findingId],
      foreignColumns: [baselineFinding.institutionId, baselineFinding.id],
      name: 'baseline_figure_finding',
    }),
    check('baseline_figure_policy', sql`policy in ('exact', 'hesa')`),
    tenantPolicy('baseline_figure'),
  ],
)

/** Where a recommendation may stand. */
export const recommendationStatuses = ['proposed', 'accepted', 'rejected', 'in-progress', 'done', 'dropped'] as const
/** One of those. */
export type RecommendationStatus = (typeof recommendationStatuses)[number]

/** What is recommended, and who answers for it now. */
export const baselineRecommendation = commons.table.withRLS(
  'baseline_recommendation',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    projectId: uuid('project_id').notNull(),
    advice: text().notNull(),
    ownerId: uuid('owner_id').notNull(),
    status: text({ enum: recommendationStatuses }).notNull(),
    proposedOn: date('proposed_on', { mode: 'string' }).notNull(),
    /** The day of the last step: the next one is not before it. */
    since: date({ mode: 'string' }).notNull(),
    cameOfIt: text('came_of_it'),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('baseline_recommendation_project').on(t.institutionId, t.projectId, t.proposedOn, t.id),
    index('baseline_recommendation_owner').on(t.institutionId, t.ownerId),
    foreignKey({
      columns: [t.institutionId, t.projectId],
      foreignColumns: [baselineProject.institutionId, baselineProject.id],
      name: 'baseline_recommendation_project_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.ownerId],
      foreignColumns: [person.institutionId, person.id],
      name: 'baseline_recommendation_owner_fk',
    }),
    check(
      'baseline_recommendation_status',
      sql`status in ('proposed', 'accepted', 'rejected', 'in-progress', 'done', 'dropped')`,
    ),
    check('baseline_recommendation_came', sql`(status = 'done') = (came_of_it is not null)`),
    tenantPolicy('baseline_recommendation'),
  ],
)

/** That a recommendation follows from a finding. Only ever added to. */
export const baselineGround = commons.table.withRLS(
  'baseline_ground',
  {
    institutionId: institutionId(),
    recommendationId: uuid('recommendation_id').notNull(),
    findingId: uuid('finding_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.recommendationId, t.findingId] }),
    index('baseline_ground_finding').on(t.institutionId, t.findingId),
    foreignKey({
      columns: [t.institutionId, t.recommendationId],
      foreignColumns: [baselineRecommendation.institutionId, baselineRecommendation.id],
      name: 'baseline_ground_recommendation',
    }),
    foreignKey({
      columns: [t.institutionId, t.findingId],
      foreignColumns: [baselineFinding.institutionId, baselineFinding.id],
      name: 'baseline_ground_finding_fk',
    }),
    tenantPolicy('baseline_ground'),
  ],
)

/** What a step does. */
export const recommendationSteps = ['propose', 'accept', 'reject', 'begin', 'complete', 'drop', 'hand-over'] as const
/** One of those. */
export type RecommendationStepType = (typeof recommendationSteps)[number]

/** The steps that a recommendation took, in order. Only ever added to. */
export const baselineStep = commons.table.withRLS(
  'baseline_step',
  {
    institutionId: institutionId(),
    recommendationId: uuid('recommendation_id').notNull(),
    version: integer().notNull(),
    type: text({ enum: recommendationSteps }).notNull(),
    takenOn: date('taken_on', { mode: 'string' }).notNull(),
    because: text(),
    status: text({ enum: recommendationStatuses }).notNull(),
    ownerId: uuid('owner_id').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.recommendationId, t.version] }),
    index('baseline_step_owner').on(t.institutionId, t.ownerId),
    foreignKey({
      columns: [t.institutionId, t.recommendationId],
      foreignColumns: [baselineRecommendation.institutionId, baselineRecommendation.id],
      name: 'baseline_step_recommendation',
    }),
    foreignKey({
      columns: [t.institutionId, t.ownerId],
      foreignColumns: [person.institutionId, person.id],
      name: 'baseline_step_owner_fk',
    }),
    check('baseline_step_type', sql`type in ('propose', 'accept', 'reject', 'begin', 'complete', 'drop', 'hand-over')`),
    tenantPolicy('baseline_step'),
  ],
)

/** What an action can have led to. */
export const outcomeKinds = ['award-scheme', 'programme', 'community', 'other'] as const
/** One of those. */
export type OutcomeKind = (typeof outcomeKinds)[number]

/**
 * What was done on a recommendation, and what it led to. A programme and a community are rows of the institution; an award scheme and
 * anything else are named by a key. Only ever added to.
 */
export const baselineAction = commons.table.withRLS(
  'baseline_action',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    recommendationId: uuid('recommendation_id').notNull(),
    what: text().notNull(),
    takenOn: date('taken_on', { mode: 'string' }).notNull(),
    outcomeKind: text('outcome_kind', { enum: outcomeKinds }),
    outcomeKey: text('outcome_key'),
    programmeId: uuid('programme_id'),
    communityId: uuid('community_id'),
    outcomeTitle: text('outcome_title'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('baseline_action_recommendation').on(t.institutionId, t.recommendationId, t.takenOn, t.id),
    index('baseline_action_outcome').on(t.institutionId, t.outcomeKind, t.outcomeKey),
    index('baseline_action_programme').on(t.institutionId, t.programmeId),
    index('baseline_action_community').on(t.institutionId, t.communityId),
    foreignKey({
      columns: [t.institutionId, t.recommendationId],
      foreignColumns: [baselineRecommendation.institutionId, baselineRecommendation.id],
      name: 'baseline_action_recommendation_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'baseline_action_programme_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.communityId],
      foreignColumns: [community.institutionId, community.id],
      name: 'baseline_action_community_fk',
    }),
    check(
      'baseline_action_outcome_kind',
      sql`case outcome_kind
        when 'award-scheme' then outcome_key is not null and programme_id is null and community_id is null
        when 'other' then outcome_key is not null and programme_id is null and community_id is null
        when 'programme' then outcome_key is null and programme_id is not null and community_id is null
        when 'community' then outcome_key is null and programme_id is null and community_id is not null
        else outcome_kind is null and outcome_key is null and programme_id is null and community_id is null end`,
    ),
    check('baseline_action_title', sql`(outcome_kind is null) = (outcome_title is null)`),
    tenantPolicy('baseline_action'),
  ],
)
