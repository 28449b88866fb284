import type { RelationshipStep } from '@mentoring-commons/mentoring'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { ownId, ownRow } from '../../own.ts'
import { present, Refused } from '../../refused.ts'
import { Person } from '../people/graphql.ts'
import { runsProgrammes } from '../people/policy.ts'
import { advanceRelationship, openCohort, proposeRelationship, recordMeeting, startProgramme } from './commands.ts'
import {
  Cohort,
  EndingReasonEnum,
  Meeting,
  MeetingModeEnum,
  ParticipantRoleEnum,
  PauseReasonEnum,
  Programme,
  Relationship,
  RelationshipKindEnum,
} from './graphql.ts'
import { VisitedStagesInput } from './session/graphql.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

const TopicInput = builder.inputType('TopicInput', {
  fields: (t) => ({ code: t.string({ required: true }), label: t.string({ required: true }) }),
})

/** A person, and as what. */
export const ParticipantInput = builder.inputType('ParticipantInput', {
  fields: (t) => ({
    person: t.globalID({ for: Person, required: true }),
    role: t.field({ type: ParticipantRoleEnum, required: true }),
  }),
})

const StepByInput = builder.inputType('StepByInput', {
  description: 'A step that a participant takes.',
  fields: (t) => ({ by: t.globalID({ for: Person, required: true }), on: t.field({ type: 'Day', required: true }) }),
})

const BriefingInput = builder.inputType('BriefingInput', {
  fields: (t) => ({
    by: t.globalID({ for: Person, required: true }),
    on: t.field({ type: 'Day', required: true }),
    role: t.field({ type: ParticipantRoleEnum, required: true }),
  }),
})

const ProgrammeStepInput = builder.inputType('ProgrammeStepInput', {
  description: 'A step that a participant takes, or the programme where `by` is left out.',
  fields: (t) => ({ by: t.globalID({ for: Person }), on: t.field({ type: 'Day', required: true }) }),
})

const PauseInput = builder.inputType('PauseInput', {
  fields: (t) => ({
    by: t.globalID({ for: Person }),
    on: t.field({ type: 'Day', required: true }),
    reason: t.field({ type: PauseReasonEnum, required: true }),
  }),
})

const EndInput = builder.inputType('EndInput', {
  description: 'A participant need not give a reason; the programme must.',
  fields: (t) => ({
    by: t.globalID({ for: Person }),
    on: t.field({ type: 'Day', required: true }),
    reason: t.field({ type: EndingReasonEnum }),
  }),
})

const StepInput = builder.inputType('RelationshipStepInput', {
  isOneOf: true,
  description: 'Exactly one step.',
  fields: (t) => ({
    accept: t.field({ type: StepByInput }),
    decline: t.field({ type: StepByInput }),
    signAgreement: t.field({ type: StepByInput }),
    completeBriefing: t.field({ type: BriefingInput }),
    pause: t.field({ type: PauseInput }),
    resume: t.field({ type: ProgrammeStepInput }),
    windDown: t.field({ type: ProgrammeStepInput }),
    end: t.field({ type: EndInput }),
  }),
})

builder.mutationFields((t) => ({
  startProgramme: t.drizzleField({
    type: Programme,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Starts a programme.',
    args: {
      key: t.arg.string({ required: true }),
      title: t.arg.string({ required: true }),
      purpose: t.arg.string(),
      agreementRequired: t.arg.boolean({ defaultValue: true }),
      briefingRequiredFor: t.arg({ type: [ParticipantRoleEnum], defaultValue: [] }),
      menteesMax: t.arg.int(),
      topics: t.arg({ type: [TopicInput], defaultValue: [] }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, args, context) => {
      const { key, title, purpose, idempotencyKey } = args
      const policy = {
        agreementRequired: args.agreementRequired ?? true,
        briefingRequiredFor: args.briefingRequiredFor ?? [],
        ...(typeof args.menteesMax === 'number' ? { menteesMax: args.menteesMax } : {}),
      }
      const topics = (args.topics ?? []).map(({ code, label }) => ({ code, label }))
      const id = await startProgramme(context, { key, title, purpose, policy, topics, idempotencyKey })
      return present(await context.db.query.programme.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  openCohort: t.drizzleField({
    type: Cohort,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Opens the next cohort of a programme.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      label: t.arg.string({ required: true }),
      startsOn: t.arg({ type: 'Day' }),
      endsOn: t.arg({ type: 'Day' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { programme, ...args }, context) => {
      const id = await openCohort(context, { ...args, programmeId: ownId(context, programme, 'programme') })
      return present(await context.db.query.cohort.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  proposeRelationship: t.drizzleField({
    type: Relationship,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Proposes a relationship between people. Mentees are asked first.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      cohort: t.arg.globalID({ for: Cohort }),
      kind: t.arg({ type: RelationshipKindEnum, required: true }),
      participants: t.arg({ type: [ParticipantInput], required: true }),
      on: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { programme, cohort, participants, ...args }, context) => {
      const id = await proposeRelationship(context, {
        ...args,
        programmeId: ownId(context, programme, 'programme'),
        cohortId: cohort ? ownId(context, cohort, 'cohort') : undefined,
        participants: participants.map(({ person, role }) => ({
          personId: ownId(context, person, 'participants'),
          role,
        })),
      })
      return present(await context.db.query.relationship.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  advanceRelationship: t.drizzleField({
    type: Relationship,
    errors,
    authScopes: { anyOf: ['participant', 'coordinator'] },
    description: 'Records the next step of a relationship.',
    args: {
      relationship: t.arg.globalID({ for: Relationship, required: true }),
      step: t.arg({ type: StepInput, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { relationship, step, ...args }, context) => {
      const relationshipId = ownId(context, relationship, 'relationship')
      const id = await advanceRelationship(context, { ...args, relationshipId, step: stepOf(context, step) })
      return present(await context.db.query.relationship.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  recordMeeting: t.drizzleField({
    type: Meeting,
    errors,
    authScopes: { anyOf: ['participant'] },
    description: 'Records that you met: when, how long, how, and about which listed topics. Nothing of what was said.',
    args: {
      relationship: t.arg.globalID({ for: Relationship, required: true }),
      heldOn: t.arg({ type: 'Day', required: true }),
      durationMinutes: t.arg.int({ required: true }),
      mode: t.arg({ type: MeetingModeEnum, required: true }),
      topics: t.arg.stringList({ defaultValue: [] }),
      session: t.arg({
        type: VisitedStagesInput,
        description:
          'The stages that the conversation visited, where it followed a framework. Only you who met see them.',
      }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { relationship, topics, session, ...args }, context) => {
      const relationshipId = ownId(context, relationship, 'relationship')
      const visited = session ? { session: { ...session } } : {}
      const id = await recordMeeting(context, { ...args, relationshipId, topics: topics ?? [], ...visited })
      return present(await context.db.query.meeting.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

function stepOf(context: Context, step: typeof StepInput.$inferInput): RelationshipStep {
  const by = (person: Parameters<typeof ownId>[1]) => ownId(context, person, 'step.by')
  const maybeBy = (person: Parameters<typeof ownId>[1] | null | undefined) => (person ? { by: by(person) } : {})
  if (step.accept) return { type: 'accept', on: step.accept.on, by: by(step.accept.by) }
  if (step.decline) return { type: 'decline', on: step.decline.on, by: by(step.decline.by) }
  if (step.signAgreement) return { type: 'sign-agreement', on: step.signAgreement.on, by: by(step.signAgreement.by) }
  if (step.completeBriefing)
    return {
      type: 'complete-briefing',
      on: step.completeBriefing.on,
      by: by(step.completeBriefing.by),
      role: step.completeBriefing.role,
    }
  if (step.pause) return { type: 'pause', on: step.pause.on, ...maybeBy(step.pause.by), reason: step.pause.reason }
  if (step.resume) return { type: 'resume', on: step.resume.on, ...maybeBy(step.resume.by) }
  if (step.windDown) return { type: 'wind-down', on: step.windDown.on, ...maybeBy(step.windDown.by) }
  if (step.end)
    return {
      type: 'end',
      on: step.end.on,
      ...maybeBy(step.end.by),
      ...(step.end.reason ? { reason: step.end.reason } : {}),
    }
  throw new TypeError('a one-of input without a value')
}
