import { builder } from '../../builder.ts'
import { ownId, ownRow } from '../../own.ts'
import { present, Refused } from '../../refused.ts'
import { Person } from '../people/graphql.ts'
import { CommandInputType, commandOf } from './command/graphql.ts'
import { advanceInquiry, beginInquiry, inviteCriticalFriend, removeCriticalFriend } from './commands.ts'
import { InquiryPolicyEnum, InquiryType } from './graphql.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

const DerivationInput = builder.inputType('InquiryDerivationInput', {
  description: 'The inquiry that one comes out of, perhaps one cycle of it, and why it becomes one of its own.',
  fields: (t) => ({
    inquiry: t.globalID({ for: InquiryType, required: true, description: 'One that you may read.' }),
    cycle: t.string({ description: 'The key of one of its cycles.' }),
    reason: t.string({ required: true }),
  }),
})

builder.mutationFields((t) => ({
  beginInquiry: t.drizzleField({
    type: InquiryType,
    errors,
    authScopes: { anyOf: ['participant'] },
    description: 'Begins an inquiry of yours.',
    args: {
      question: t.arg.string({ required: true }),
      values: t.arg.stringList({ required: true, description: 'What you hold dear in it; one at least.' }),
      model: t.arg.string({
        defaultValue: 'kemmis-mctaggart',
        description:
          'The key of one of actionResearchModels. Without the version of a model of your institution, its newest one.',
      }),
      policy: t.arg({
        type: InquiryPolicyEnum,
        required: true,
        defaultValue: 'responsive',
        description: 'Which facet may follow which.',
      }),
      derivedFrom: t.arg({ type: DerivationInput, description: 'The inquiry that this one comes out of, if it does.' }),
      coAuthors: t.arg.globalIDList({
        for: Person,
        defaultValue: [],
        description: 'Who writes it with you; authors do not change later.',
      }),
      on: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { coAuthors, model, derivedFrom, ...args }, context) => {
      const coAuthorIds = (coAuthors ?? []).map((person) => ownId(context, person, 'coAuthors'))
      const origin = derivedFrom
        ? {
            derivedFrom: {
              inquiry: ownId(context, derivedFrom.inquiry, 'derivedFrom.inquiry'),
              ...(typeof derivedFrom.cycle === 'string' ? { cycle: derivedFrom.cycle } : {}),
              reason: derivedFrom.reason,
            },
          }
        : {}
      const id = await beginInquiry(context, { ...args, ...origin, model: model ?? 'kemmis-mctaggart', coAuthorIds })
      return present(await context.db.query.inquiry.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  advanceInquiry: t.drizzleField({
    type: InquiryType,
    errors,
    authScopes: { anyOf: ['participant'] },
    description: 'Records what happened in an inquiry, as one of its authors.',
    args: {
      inquiry: t.arg.globalID({ for: InquiryType, required: true }),
      command: t.arg({ type: CommandInputType, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { inquiry, command, ...args }, context) => {
      const inquiryId = ownId(context, inquiry, 'inquiry')
      const id = await advanceInquiry(context, { ...args, inquiryId, command: commandOf(context, command) })
      return present(await context.db.query.inquiry.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  inviteCriticalFriend: t.drizzleField({
    type: InquiryType,
    errors,
    authScopes: { anyOf: ['participant'] },
    description: 'Lets somebody of your institution read an inquiry of yours, as a critical friend.',
    args: {
      inquiry: t.arg.globalID({ for: InquiryType, required: true }),
      person: t.arg.globalID({ for: Person, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { inquiry, person, idempotencyKey }, context) => {
      const id = await inviteCriticalFriend(context, {
        inquiryId: ownId(context, inquiry, 'inquiry'),
        personId: ownId(context, person, 'person'),
        idempotencyKey,
      })
      return present(await context.db.query.inquiry.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  removeCriticalFriend: t.drizzleField({
    type: InquiryType,
    errors,
    authScopes: { anyOf: ['participant'] },
    description: 'Ends that a critical friend reads an inquiry of yours. Authors stay authors.',
    args: {
      inquiry: t.arg.globalID({ for: InquiryType, required: true }),
      person: t.arg.globalID({ for: Person, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { inquiry, person, idempotencyKey }, context) => {
      const id = await removeCriticalFriend(context, {
        inquiryId: ownId(context, inquiry, 'inquiry'),
        personId: ownId(context, person, 'person'),
        idempotencyKey,
      })
      return present(await context.db.query.inquiry.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
