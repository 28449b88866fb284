import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { ownId } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { MeetingModeEnum, Relationship } from '../graphql.ts'
import { draftAgreement, signAgreement } from './commands.ts'
import { Agreement, ArrangerEnum, ConfidentialityExceptionEnum, OpennessEnum, ProblemStepEnum } from './graphql.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

const MeetingsInput = builder.inputType('AgreedMeetingsInput', {
  description: 'When the people meet, how, and how they get there.',
  fields: (t) => ({
    everyDays: t.int({ required: true, description: '1 to 365.' }),
    durationMinutes: t.int({ required: true, description: '1 to 1440.' }),
    modes: t.field({ type: [MeetingModeEnum], required: true }),
    arrangedBy: t.field({ type: ArrangerEnum, required: true }),
    preparationDays: t.int({ required: true, description: '0 to 365.' }),
    cancellationHours: t.int({ required: true, description: '0 to 8760.' }),
  }),
})

const ContactInput = builder.inputType('AgreedContactInput', {
  description: 'Contact between meetings.',
  fields: (t) => ({
    allowed: t.boolean({ required: true }),
    answerWithinDays: t.int({ required: true, description: '0 to 365, and 0 where no contact is agreed.' }),
  }),
})

const DistanceInput = builder.inputType('AgreedDistanceInput', {
  description: 'What outlives the relationship.',
  fields: (t) => ({
    noJointInterests: t.boolean({ required: true }),
    noDecisionsAfterwards: t.boolean({ required: true }),
  }),
})

const TermsInput = builder.inputType('AgreementTermsInput', {
  description: 'What people agree on. That each may end it without a fault being found is part of every agreement.',
  fields: (t) => ({
    startsOn: t.field({ type: 'Day', required: true }),
    endsOn: t.field({ type: 'Day', required: true }),
    renewable: t.boolean({ required: true }),
    meetings: t.field({ type: MeetingsInput, required: true }),
    contact: t.field({ type: ContactInput, required: true }),
    topicsIn: t.stringList({ required: true, description: 'Codes of the topics of the programme.' }),
    topicsOut: t.stringList({ required: true, description: 'Codes of the topics of the programme.' }),
    confidentialityExceptions: t.field({ type: [ConfidentialityExceptionEnum], required: true }),
    openness: t.field({ type: OpennessEnum, required: true }),
    reviewEveryDays: t.int({ required: true, description: '1 to 365.' }),
    problems: t.field({ type: ProblemStepEnum, required: true }),
    distance: t.field({ type: DistanceInput, required: true }),
  }),
})

builder.mutationFields((t) => ({
  draftAgreement: t.drizzleField({
    type: Agreement,
    errors,
    authScopes: { anyOf: ['participant'] },
    description:
      'Drafts the next version of your agreement. It takes the place of the one in force once all have signed it.',
    args: {
      relationship: t.arg.globalID({ for: Relationship, required: true }),
      terms: t.arg({ type: TermsInput, required: true }),
      on: t.arg({ type: 'Day', required: true }),
      expectedVersion: t.arg.int({
        required: true,
        description: 'The latest version that you read; 0 where there is none.',
      }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { relationship, terms, ...args }, context) => {
      const relationshipId = ownId(context, relationship, 'relationship')
      const version = await draftAgreement(context, {
        ...args,
        relationshipId,
        terms: {
          ...terms,
          meetings: { ...terms.meetings },
          contact: { ...terms.contact },
          distance: { ...terms.distance },
          noFaultEnding: true,
        },
      })
      const where = versionWhere(context, relationshipId, version)
      return present(await context.db.query.agreementVersion.findFirst(query({ where })))
    },
  }),
  signAgreement: t.drizzleField({
    type: Agreement,
    errors,
    authScopes: { anyOf: ['participant'] },
    description:
      'Signs the latest version of your agreement. While the relationship waits for that, it moves on with it.',
    args: {
      relationship: t.arg.globalID({ for: Relationship, required: true }),
      version: t.arg.int({ required: true, description: 'The version that you read.' }),
      on: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { relationship, ...args }, context) => {
      const relationshipId = ownId(context, relationship, 'relationship')
      const where = versionWhere(context, relationshipId, await signAgreement(context, { ...args, relationshipId }))
      return present(await context.db.query.agreementVersion.findFirst(query({ where })))
    },
  }),
}))

function versionWhere(context: Context, relationshipId: string, version: string) {
  return { institutionId: viewerOf(context).institutionId, relationshipId, version: Number(version) }
}
