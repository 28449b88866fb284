import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { ownId, ownRow } from '../../own.ts'
import { present, Refused } from '../../refused.ts'
import { Community } from '../community/graphql.ts'
import { Programme } from '../mentoring/graphql.ts'
import { Person } from '../people/graphql.ts'
import { runsProgrammes } from '../people/policy.ts'
import { Survey } from '../survey/graphql.ts'
import {
  advanceRecommendation,
  beginBaseline,
  type Outcome,
  recommend,
  recordAction,
  recordFinding,
} from './commands.ts'
import type { RecommendationStep } from './course.ts'
import { BaselineAction, BaselineFinding, BaselineProject, BaselineRecommendation } from './graphql.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

const NamedFigureInput = builder.inputType('BaselineFigureInput', {
  description:
    'A figure of the impact report of the survey’s programme: its indicator, and the group where it is split.',
  fields: (t) => ({
    id: t.string({ required: true, description: 'The indicator, such as survey.baseline.has_been_mentored.' }),
    cohort: t.string(),
    choice: t.string(),
    country: t.string(),
  }),
})

const StepOn = builder.inputType('BaselineStepOnInput', {
  fields: (t) => ({ on: t.field({ type: 'Day', required: true }) }),
})

const StepBecause = builder.inputType('BaselineStepBecauseInput', {
  fields: (t) => ({
    on: t.field({ type: 'Day', required: true }),
    because: t.string({ required: true, description: 'Why. Of nobody by name.' }),
  }),
})

const StepComplete = builder.inputType('BaselineStepCompleteInput', {
  fields: (t) => ({
    on: t.field({ type: 'Day', required: true }),
    cameOfIt: t.string({ required: true, description: 'What came of it. Of nobody by name.' }),
  }),
})

const StepHandOver = builder.inputType('BaselineStepHandOverInput', {
  fields: (t) => ({
    on: t.field({ type: 'Day', required: true }),
    owner: t.globalID({ for: Person, required: true, description: 'Who answers for it from then on.' }),
  }),
})

const StepInput = builder.inputType('BaselineRecommendationStepInput', {
  isOneOf: true,
  description: 'Exactly one step.',
  fields: (t) => ({
    accept: t.field({ type: StepOn }),
    begin: t.field({ type: StepOn }),
    reject: t.field({ type: StepBecause }),
    drop: t.field({ type: StepBecause }),
    complete: t.field({ type: StepComplete }),
    handOver: t.field({ type: StepHandOver }),
  }),
})

const NamedOutcomeInput = builder.inputType('BaselineNamedOutcomeInput', {
  fields: (t) => ({ key: t.string({ required: true }), title: t.string({ required: true }) }),
})

const ProgrammeOutcomeInput = builder.inputType('BaselineProgrammeOutcomeInput', {
  fields: (t) => ({
    programme: t.globalID({ for: Programme, required: true }),
    title: t.string({ required: true }),
  }),
})

const CommunityOutcomeInput = builder.inputType('BaselineCommunityOutcomeInput', {
  fields: (t) => ({
    community: t.globalID({ for: Community, required: true }),
    title: t.string({ required: true }),
  }),
})

const OutcomeInput = builder.inputType('BaselineOutcomeInput', {
  isOneOf: true,
  description: 'What an action led to: exactly one. An award scheme is named by its key.',
  fields: (t) => ({
    awardScheme: t.field({ type: NamedOutcomeInput }),
    programme: t.field({ type: ProgrammeOutcomeInput }),
    community: t.field({ type: CommunityOutcomeInput }),
    other: t.field({ type: NamedOutcomeInput }),
  }),
})

function stepOf(context: Context, input: typeof StepInput.$inferInput): RecommendationStep {
  const { accept, begin, reject, drop, complete, handOver } = input
  if (accept) return { type: 'accept', on: accept.on }
  if (begin) return { type: 'begin', on: begin.on }
  if (reject) return { type: 'reject', ...reject }
  if (drop) return { type: 'drop', ...drop }
  if (complete) return { type: 'complete', ...complete }
  if (handOver)
    return { type: 'hand-over', on: handOver.on, ownerId: ownId(context, handOver.owner, 'step.handOver.owner') }
  throw new TypeError('a step of a recommendation is none of those that there are')
}

function outcomeOf(context: Context, input: typeof OutcomeInput.$inferInput): Outcome {
  const { awardScheme, programme, community, other } = input
  if (awardScheme) return { kind: 'award-scheme', ...awardScheme }
  if (other) return { kind: 'other', ...other }
  if (programme)
    return {
      kind: 'programme',
      id: ownId(context, programme.programme, 'outcome.programme'),
      title: programme.title,
    }
  if (community)
    return {
      kind: 'community',
      id: ownId(context, community.community, 'outcome.community'),
      title: community.title,
    }
  throw new TypeError('an outcome of an action is none of those that there are')
}

builder.mutationFields((t) => ({
  beginBaseline: t.drizzleField({
    type: BaselineProject,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Begins a project that rests on a wave of a survey.',
    args: {
      title: t.arg.string({ required: true }),
      survey: t.arg.globalID({ for: Survey, required: true }),
      on: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { survey, ...args }, context) => {
      const id = await beginBaseline(context, { ...args, surveyId: ownId(context, survey, 'survey') })
      return present(await context.db.query.baselineProject.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  recordFinding: t.drizzleField({
    type: BaselineFinding,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description:
      'Records what was found. Its figures are copied from the impact report as it may be shown to everybody who reads one; what is hidden there cannot be named.',
    args: {
      project: t.arg.globalID({ for: BaselineProject, required: true }),
      statement: t.arg.string({ required: true, description: 'What was found. Of nobody by name.' }),
      on: t.arg({ type: 'Day', required: true }),
      foundBy: t.arg.globalID({ for: Person, required: true }),
      figures: t.arg({ type: [NamedFigureInput], required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { project, foundBy, ...args }, context) => {
      const id = await recordFinding(context, {
        ...args,
        projectId: ownId(context, project, 'project'),
        foundById: ownId(context, foundBy, 'foundBy'),
      })
      return present(await context.db.query.baselineFinding.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  recommend: t.drizzleField({
    type: BaselineRecommendation,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Recommends something that follows from findings of the project.',
    args: {
      project: t.arg.globalID({ for: BaselineProject, required: true }),
      advice: t.arg.string({ required: true, description: 'What is recommended. Of nobody by name.' }),
      findings: t.arg.globalIDList({ for: BaselineFinding, required: true }),
      owner: t.arg.globalID({ for: Person, required: true, description: 'Who answers for it.' }),
      on: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { project, findings, owner, ...args }, context) => {
      const id = await recommend(context, {
        ...args,
        projectId: ownId(context, project, 'project'),
        findingIds: findings.map((finding, at) => ownId(context, finding, `findings.${at}`)),
        ownerId: ownId(context, owner, 'owner'),
      })
      return present(await context.db.query.baselineRecommendation.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  advanceRecommendation: t.drizzleField({
    type: BaselineRecommendation,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Takes a step with a recommendation.',
    args: {
      recommendation: t.arg.globalID({ for: BaselineRecommendation, required: true }),
      step: t.arg({ type: StepInput, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { recommendation, step, ...args }, context) => {
      const id = await advanceRecommendation(context, {
        ...args,
        recommendationId: ownId(context, recommendation, 'recommendation'),
        step: stepOf(context, step),
      })
      return present(await context.db.query.baselineRecommendation.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  recordAction: t.drizzleField({
    type: BaselineAction,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Records what was done on a recommendation, and what it led to.',
    args: {
      recommendation: t.arg.globalID({ for: BaselineRecommendation, required: true }),
      what: t.arg.string({ required: true, description: 'What was done. Of nobody by name.' }),
      on: t.arg({ type: 'Day', required: true }),
      outcome: t.arg({ type: OutcomeInput }),
      expectedVersion: t.arg.int({
        required: true,
        description: 'The version of the recommendation that you decided on.',
      }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { recommendation, outcome, ...args }, context) => {
      const id = await recordAction(context, {
        ...args,
        recommendationId: ownId(context, recommendation, 'recommendation'),
        ...(outcome ? { outcome: outcomeOf(context, outcome) } : {}),
      })
      return present(await context.db.query.baselineAction.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
