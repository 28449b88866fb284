import { builder } from '../../builder.ts'
import { viewerOf } from '../../context.ts'
import { enumValues } from '../../graphql/enum-values.ts'
import { pageCost } from '../../graphql/page.ts'
import { Person } from '../people/graphql.ts'
import { mayReadPerson } from '../people/policy.ts'
import { stepsFrom } from './course.ts'
import { mayReadRecommendation, readsBaselines } from './policy.ts'
import {
  type OutcomeKind,
  outcomeKinds,
  type RecommendationStatus,
  type RecommendationStepType,
  recommendationStatuses,
  recommendationSteps,
} from './table.ts'

const RecommendationStatusEnum = builder.enumType('BaselineRecommendationStatus', {
  description: 'Where a recommendation stands. REJECTED, DONE and DROPPED end its course.',
  values: enumValues<RecommendationStatus>(recommendationStatuses),
})

const RecommendationStepEnum = builder.enumType('BaselineRecommendationStepType', {
  description: 'What can be done with a recommendation.',
  values: enumValues<RecommendationStepType>(recommendationSteps),
})

/** What an action can have led to. */
export const OutcomeKindEnum = builder.enumType('BaselineOutcomeKind', {
  description: 'What an action can have led to.',
  values: enumValues<OutcomeKind>(outcomeKinds),
})

builder.drizzleObject('baselineFigure', {
  name: 'BaselineFigure',
  description:
    'A figure that a finding rests on, as it was disclosed on that day under the HESA rules. It is a copy: what was counted later does not change it.',
  fields: (t) => ({
    figure: t.exposeString('figure', { description: 'The indicator of the impact report, such as survey.mid.met.' }),
    question: t.exposeString('question', {
      nullable: true,
      description: 'The key of the question of the survey that it counts; null where it is of something else.',
    }),
    label: t.exposeString('label'),
    cohort: t.exposeString('cohort', { nullable: true }),
    choice: t.exposeString('choice', { nullable: true }),
    country: t.exposeString('country', { nullable: true }),
    value: t.exposeFloat('value'),
    n: t.exposeFloat('n', { nullable: true, description: 'How many it rests on; null where that is not shown.' }),
    unit: t.exposeString('unit'),
    definition: t.exposeString('definition'),
    policy: t.exposeString('policy'),
    asOf: t.expose('asOf', { type: 'Day' }),
  }),
})

/** A project that rests on a wave of a survey, and all that came of it. */
export const BaselineProject = builder.drizzleNode('baselineProject', {
  name: 'BaselineProject',
  description:
    'A project that finds out, by a wave of a survey, how far people have experienced mentoring; what it found, what it recommended and what came of that.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { anyOf: readsBaselines },
  fields: (t) => ({
    title: t.exposeString('title'),
    beganOn: t.expose('beganOn', { type: 'Day' }),
    survey: t.relation('survey'),
    findings: t.relatedConnection('findings', {
      complexity: pageCost,
      query: { orderBy: { foundOn: 'asc', id: 'asc' } },
    }),
    recommendations: t.relatedConnection('recommendations', {
      complexity: pageCost,
      query: { orderBy: { proposedOn: 'asc', id: 'asc' } },
    }),
  }),
})

/** What somebody found on a day. */
export const BaselineFinding = builder.drizzleNode('baselineFinding', {
  name: 'BaselineFinding',
  description: 'What somebody found on a day, with the disclosed figures that say so.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { anyOf: readsBaselines },
  fields: (t) => ({
    statement: t.exposeString('statement'),
    foundOn: t.expose('foundOn', { type: 'Day' }),
    foundBy: t.field({
      type: Person,
      nullable: true,
      description: 'Null for whoever may not see people.',
      select: (_args, _context, nestedSelection) => ({ with: { foundBy: nestedSelection() } }),
      resolve: ({ foundBy }, _args, context) => (mayReadPerson(viewerOf(context), foundBy.id) ? foundBy : null),
    }),
    figures: t.relation('figures', { query: { orderBy: { position: 'asc' } } }),
    project: t.relation('project'),
    recommendations: t.relation('recommendations', {
      description: 'What was recommended because of it.',
      query: { orderBy: { proposedOn: 'asc', id: 'asc' } },
    }),
  }),
})

const RecommendationCourse = builder.drizzleObject('baselineStep', {
  name: 'BaselineRecommendationStep',
  description: 'A step that a recommendation took.',
  fields: (t) => ({
    version: t.exposeInt('version'),
    type: t.expose('type', { type: RecommendationStepEnum }),
    on: t.expose('takenOn', { type: 'Day' }),
    because: t.exposeString('because', { nullable: true, description: 'Why it was rejected or dropped.' }),
    status: t.expose('status', { type: RecommendationStatusEnum, description: 'Where it stood afterwards.' }),
    recordedAt: t.expose('recordedAt', { type: 'Instant' }),
  }),
})

/** What is recommended. */
export const BaselineRecommendation = builder.drizzleNode('baselineRecommendation', {
  name: 'BaselineRecommendation',
  description: 'What is recommended, what it follows from, who answers for it, and what came of it.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, ownerId: true, status: true } },
  authScopes: (row, context) => context.viewer !== null && mayReadRecommendation(context.viewer, row),
  fields: (t) => ({
    advice: t.exposeString('advice'),
    status: t.expose('status', { type: RecommendationStatusEnum }),
    proposedOn: t.expose('proposedOn', { type: 'Day' }),
    since: t.expose('since', { type: 'Day', description: 'The day of its last step.' }),
    owner: t.field({
      type: Person,
      nullable: true,
      description: 'Who answers for it. Null for whoever may not see people.',
      select: (_args, _context, nestedSelection) => ({ with: { owner: nestedSelection() } }),
      resolve: ({ owner }, _args, context) => (mayReadPerson(viewerOf(context), owner.id) ? owner : null),
    }),
    allowedSteps: t.field({
      type: [RecommendationStepEnum],
      description: 'What can be done with it now; nothing where its course has ended.',
      resolve: ({ status }) => [...stepsFrom(status)],
    }),
    cameOfIt: t.exposeString('cameOfIt', { nullable: true, description: 'What came of it, once it is done.' }),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next change.' }),
    course: t.relation('steps', {
      type: RecommendationCourse,
      description: 'The steps that it took, the first one first.',
      query: { orderBy: { version: 'asc' } },
    }),
    project: t.relation('project', { authScopes: { anyOf: readsBaselines } }),
    findings: t.relation('findings', {
      authScopes: { anyOf: readsBaselines },
      description: 'What it follows from.',
      query: { orderBy: { foundOn: 'asc', id: 'asc' } },
    }),
    actions: t.relatedConnection('actions', {
      complexity: pageCost,
      description: 'What was done on it.',
      query: { orderBy: { takenOn: 'asc', id: 'asc' } },
    }),
  }),
})

/** What an action led to. */
export const BaselineOutcome = builder.drizzleObject('baselineAction', {
  variant: 'BaselineOutcome',
  description:
    'What an action led to. A programme or a community is there to be read; an award scheme, and anything else, is named by its key.',
  fields: (t) => ({
    kind: t.field({
      type: OutcomeKindEnum,
      select: { columns: { outcomeKind: true } },
      resolve: ({ outcomeKind }) => outcomeKind ?? 'other',
    }),
    key: t.exposeString('outcomeKey', { nullable: true, description: 'Null for a programme and a community.' }),
    title: t.string({
      select: { columns: { outcomeTitle: true } },
      resolve: ({ outcomeTitle }) => outcomeTitle ?? '',
    }),
    programme: t.relation('programme', { nullable: true }),
    community: t.relation('community', { nullable: true }),
  }),
})

/** What was done on a recommendation. */
export const BaselineAction = builder.drizzleNode('baselineAction', {
  name: 'BaselineAction',
  description: 'What was done on a recommendation, and what it led to.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: {
    columns: { institutionId: true, id: true, outcomeKind: true },
    with: { recommendation: { columns: { ownerId: true } } },
  },
  authScopes: ({ recommendation }, context) =>
    context.viewer !== null && mayReadRecommendation(context.viewer, recommendation),
  fields: (t) => ({
    what: t.exposeString('what'),
    on: t.expose('takenOn', { type: 'Day' }),
    outcome: t.variant(BaselineOutcome, {
      isNull: ({ outcomeKind }) => outcomeKind === null,
      description: 'What it led to; null where that is not known, or nothing yet.',
    }),
    recommendation: t.relation('recommendation'),
  }),
})
