import type { EligibilityRule } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { ParticipantRoleEnum, Programme } from '../graphql.ts'
import { recordBriefing, recordSupervision, recordTraining, setEligibilityRules } from './commands.ts'
import { Briefing, Supervision, SupervisionFunctionEnum, SupervisionModeEnum, Training } from './graphql.ts'
import { recordsPreparation } from './policy.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

const TrainingRuleInput = builder.inputType('TrainingRuleInput', {
  description: 'A training, completed at most so many days ago where that is given, and still valid.',
  fields: (t) => ({ training: t.string({ required: true }), withinDays: t.int() }),
})
const BriefingRuleInput = builder.inputType('BriefingRuleInput', {
  description: 'The briefing of this programme for a role, at most so many days ago where that is given.',
  fields: (t) => ({ role: t.field({ type: ParticipantRoleEnum, required: true }), withinDays: t.int() }),
})
const SupervisionRuleInput = builder.inputType('SupervisionRuleInput', {
  description: 'So many minutes of supervision altogether in the last so many days.',
  fields: (t) => ({ minutes: t.int({ required: true }), withinDays: t.int({ required: true }) }),
})
const RuleInput = builder.inputType('EligibilityRuleInput', {
  isOneOf: true,
  description: 'Exactly one thing that a programme asks of its mentors.',
  fields: (t) => ({
    training: t.field({ type: TrainingRuleInput }),
    briefing: t.field({ type: BriefingRuleInput }),
    supervision: t.field({ type: SupervisionRuleInput }),
  }),
})

builder.mutationFields((t) => ({
  recordTraining: t.drizzleField({
    type: Training,
    errors,
    authScopes: { anyOf: recordsPreparation },
    description: 'Records that somebody completed a training.',
    args: {
      person: t.arg.globalID({ for: Person, required: true }),
      training: t.arg.string({ required: true, description: 'A code without white space.' }),
      completedOn: t.arg({ type: 'Day', required: true }),
      validUntil: t.arg({ type: 'Day', description: 'The last day on which it counts; left out: for ever.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { person, training, completedOn, validUntil, idempotencyKey }, context) => {
      const personId = ownId(context, person, 'person')
      const until = validUntil ? { validUntil } : {}
      await recordTraining(context, { personId, training, completedOn, ...until, idempotencyKey })
      const where = { institutionId: viewerOf(context).institutionId, personId, training, completedOn }
      return present(await context.db.query.trainingRecord.findFirst(query({ where })))
    },
  }),
  recordBriefing: t.drizzleField({
    type: Briefing,
    errors,
    authScopes: { anyOf: recordsPreparation },
    description: 'Records that somebody was briefed for a role in a programme.',
    args: {
      person: t.arg.globalID({ for: Person, required: true }),
      programme: t.arg.globalID({ for: Programme, required: true }),
      role: t.arg({ type: ParticipantRoleEnum, required: true }),
      completedOn: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { person, programme, role, completedOn, idempotencyKey }, context) => {
      const personId = ownId(context, person, 'person')
      const programmeId = ownId(context, programme, 'programme')
      await recordBriefing(context, { personId, programmeId, role, completedOn, idempotencyKey })
      const where = { institutionId: viewerOf(context).institutionId, personId, programmeId, role, completedOn }
      return present(await context.db.query.briefingRecord.findFirst(query({ where })))
    },
  }),
  recordSupervision: t.drizzleField({
    type: Supervision,
    errors,
    authScopes: { anyOf: recordsPreparation },
    description:
      'Records that mentors brought their practice to a supervisor, who stands in no line above them and apart from their mentees.',
    args: {
      supervisor: t.arg.globalID({ for: Person, required: true }),
      mentors: t.arg.globalIDList({ for: Person, required: true }),
      heldOn: t.arg({ type: 'Day', required: true }),
      durationMinutes: t.arg.int({ required: true }),
      mode: t.arg({ type: SupervisionModeEnum, required: true }),
      functions: t.arg({ type: [SupervisionFunctionEnum], required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { supervisor, mentors, ...args }, context) => {
      const id = await recordSupervision(context, {
        ...args,
        supervisorId: ownId(context, supervisor, 'supervisor'),
        mentorIds: mentors.map((one) => ownId(context, one, 'mentors')),
      })
      return present(await context.db.query.supervisionSession.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  setEligibilityRules: t.drizzleField({
    type: Programme,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Sets what a programme asks of its mentors. An empty list asks nothing.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      rules: t.arg({ type: [RuleInput], required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'Programme.eligibilityVersion as you read it.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { programme, rules, expectedVersion, idempotencyKey }, context) => {
      const programmeId = ownId(context, programme, 'programme')
      const asked = rules.map((rule) => ruleOf(rule, programmeId))
      const id = await setEligibilityRules(context, { programmeId, rules: asked, expectedVersion, idempotencyKey })
      return present(await context.db.query.programme.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

function ruleOf(
  { training, briefing, supervision }: typeof RuleInput.$inferInput,
  programmeId: string,
): EligibilityRule {
  const within = (days: number | null | undefined) => (typeof days === 'number' ? { withinDays: days } : {})
  if (training) return { asks: 'training', training: training.training, ...within(training.withinDays) }
  if (briefing) return { asks: 'briefing', programmeId, role: briefing.role, ...within(briefing.withinDays) }
  if (supervision) return { asks: 'supervision', minutes: supervision.minutes, withinDays: supervision.withinDays }
  throw new TypeError('a one-of input without a value')
}
