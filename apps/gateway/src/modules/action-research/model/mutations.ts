import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { present, Refused } from '../../../refused.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { defineInquiryModel } from './commands.ts'
import { ActionResearchModel, CertaintyEnum, ModelFacetEnum } from './graphql.ts'

const PhaseInput = builder.inputType('ActionResearchModelPhaseInput', {
  description: 'A phase of a model.',
  fields: (t) => ({
    key: t.string({ required: true }),
    title: t.string({ required: true, description: 'A short title; not the wording of whoever published the model.' }),
    facets: t.field({
      type: [ModelFacetEnum],
      required: true,
      description: 'The facets that it covers, one at least.',
    }),
  }),
})

const ArrowInput = builder.inputType('ActionResearchModelArrowInput', {
  description: 'An arrow of a model, from one phase to another.',
  fields: (t) => ({ from: t.string({ required: true }), to: t.string({ required: true }) }),
})

const ModelInput = builder.inputType('ActionResearchModelInput', {
  description: 'A model of action research. Each phase is reached from the initial one, and leads on to another.',
  fields: (t) => ({
    title: t.string({ required: true }),
    authors: t.stringList({ required: true }),
    year: t.int(),
    phases: t.field({ type: [PhaseInput], required: true }),
    initial: t.string({ required: true, description: 'The key of the phase that it begins with.' }),
    arrows: t.field({ type: [ArrowInput], required: true }),
    source: t.string({ required: true, description: 'Where it was read, or that it is your own.' }),
    certainty: t.field({ type: CertaintyEnum, required: true }),
  }),
})

builder.mutationField('defineInquiryModel', (t) =>
  t.field({
    type: ActionResearchModel,
    errors: { types: [Refused] },
    authScopes: { anyOf: runsProgrammes },
    description:
      'Defines a model of your institution, or a new version of one. Inquiries that were begun on an earlier version stay on it.',
    args: {
      key: t.arg.string({ required: true, description: 'Small letters, digits and hyphens. The version is counted.' }),
      model: t.arg({ type: ModelInput, required: true }),
      idempotencyKey: t.arg.string({
        description:
          'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.',
      }),
    },
    resolve: async (_root, { key, model, idempotencyKey }, context) => {
      const { phases, arrows, year, ...rest } = model
      const modelId = await defineInquiryModel(context, {
        key,
        definition: {
          ...rest,
          ...(year === null || year === undefined ? {} : { year }),
          phases: phases.map(({ key: phase, title, facets }) => ({ id: phase, title, facets })),
          transitions: arrows.map(({ from, to }) => [from, to] as const),
        },
        idempotencyKey,
      })
      const where = { institutionId: viewerOf(context).institutionId, modelId }
      return present(await context.db.query.inquiryModel.findFirst({ where })).definition
    },
  }),
)
