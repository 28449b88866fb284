import { type Certainty, certainties, type LoadClaim } from '@mentoring-commons/award'
import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { runsProgrammes } from '../../people/policy.ts'
import {
  addAwardSchemeVersion,
  adoptAwardScheme,
  decideAwardWorkflow,
  loadAwardOutcomes,
  loadAwardScheme,
} from './commands.ts'
import { AwardScheme, OutcomeGroupEnum } from './graphql.ts'

const errors = { types: [Refused] }
const authScopes = { anyOf: runsProgrammes }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'
const versionHint = 'The version of the scheme that you decided on.'

const LoadClaimEnum = builder.enumType('AwardLoadClaim', {
  description: 'Whether what is loaded makes the list of each of its groups whole. Only the institution can know.',
  values: enumValues<LoadClaim>(['completes-the-list', 'more-to-come']),
})

const OutcomeInput = builder.inputType('AwardOutcomeInput', {
  description: 'An outcome as your documents word it.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'where:what, such as our-university:AR1.' }),
    group: t.field({ type: OutcomeGroupEnum, required: true }),
    title: t.string({ required: true }),
    source: t.string({ required: true }),
    certainty: t.string({ required: true, description: `One of ${certainties.join(', ')}.` }),
  }),
})

builder.mutationFields((t) => ({
  loadAwardScheme: t.drizzleField({
    type: AwardScheme,
    errors,
    authScopes,
    description: 'Loads a scheme of your institution.',
    args: {
      scheme: t.arg({ type: 'JSON', required: true, description: 'In the form of Scheme of the package.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, args, context) => {
      const id = await loadAwardScheme(context, { ...args, scheme: args.scheme })
      return present(await context.db.query.awardScheme.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  adoptAwardScheme: t.drizzleField({
    type: AwardScheme,
    errors,
    authScopes,
    description: 'Takes one of shippedAwardSchemes as the beginning of a scheme of your institution.',
    args: { key: t.arg.string({ required: true }), idempotencyKey: t.arg.string({ description: keyHint }) },
    resolve: async (query, _root, args, context) => {
      const id = await adoptAwardScheme(context, args)
      return present(await context.db.query.awardScheme.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  addAwardSchemeVersion: t.drizzleField({
    type: AwardScheme,
    errors,
    authScopes,
    description: 'Adds a version for those who enrol from then on; whoever is enrolled stays on theirs.',
    args: {
      scheme: t.arg.globalID({ for: AwardScheme, required: true }),
      version: t.arg({ type: 'JSON', required: true, description: 'In the form of SchemeVersion of the package.' }),
      previousValidTo: t.arg.string({ description: 'The last day of the version before, where it had none.' }),
      expectedVersion: t.arg.int({ required: true, description: versionHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { scheme, previousValidTo, ...args }, context) => {
      const schemeId = ownId(context, scheme, 'scheme')
      const id = await addAwardSchemeVersion(context, {
        ...args,
        version: args.version,
        schemeId,
        previousValidTo: previousValidTo ?? null,
      })
      return present(await context.db.query.awardScheme.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  decideAwardWorkflow: t.drizzleField({
    type: AwardScheme,
    errors,
    authScopes,
    description: 'Decides how a version is assessed, all of it or some parts, before anybody enrols on it.',
    args: {
      scheme: t.arg.globalID({ for: AwardScheme, required: true }),
      version: t.arg.string({ required: true }),
      workflow: t.arg({ type: 'JSON', required: true, description: 'Parts of AwardWorkflow of the package.' }),
      expectedVersion: t.arg.int({ required: true, description: versionHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { scheme, ...args }, context) => {
      const id = await decideAwardWorkflow(context, {
        ...args,
        workflow: args.workflow,
        schemeId: ownId(context, scheme, 'scheme'),
      })
      return present(await context.db.query.awardScheme.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  loadAwardOutcomes: t.drizzleField({
    type: AwardScheme,
    errors,
    authScopes,
    description: 'Loads outcomes into a version whose lists are not whole, beside the published ones.',
    args: {
      scheme: t.arg.globalID({ for: AwardScheme, required: true }),
      version: t.arg.string({ required: true }),
      outcomes: t.arg({ type: [OutcomeInput], required: true }),
      claim: t.arg({ type: LoadClaimEnum, required: true }),
      expectedVersion: t.arg.int({ required: true, description: versionHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { scheme, outcomes, ...args }, context) => {
      const id = await loadAwardOutcomes(context, {
        ...args,
        schemeId: ownId(context, scheme, 'scheme'),
        outcomes: outcomes.map(({ certainty, ...one }) => ({ ...one, certainty: certainty as Certainty })),
      })
      return present(await context.db.query.awardScheme.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
