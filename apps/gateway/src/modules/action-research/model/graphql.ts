import {
  type Certainty,
  type Facet,
  facets,
  type ModelDefinition,
  type ModelPhase,
  models,
} from '@mentoring-commons/action-research'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { ownModels } from './store.ts'

export const ModelFacetEnum = builder.enumType('ActionResearchModelFacet', {
  description: 'What the phases of all models come down to. LEARN lasts no days: a cycle that follows carries it.',
  values: enumValues<Facet>(facets),
})

const certainties = {
  TWO_OR_MORE_SOURCES: { value: '2+' },
  ONE_SOURCE: { value: '1' },
  OWN_ANALYSIS: { value: 'A' },
  FROM_MEMORY: { value: 'M' },
} as const satisfies Record<string, { readonly value: Certainty }>
export const CertaintyEnum = builder.enumType('InquiryCertainty', {
  description: 'How well a fact is sourced; FROM_MEMORY was not checked.',
  values: certainties,
})

const Phase = builder.objectRef<ModelPhase>('ActionResearchModelPhase').implement({
  description: 'A phase of a model, by a short title of ours.',
  fields: (t) => ({
    key: t.exposeString('id'),
    title: t.exposeString('title'),
    facets: t.expose('facets', { type: [ModelFacetEnum], description: 'The facets that it covers.' }),
  }),
})

const Arrow = builder.objectRef<readonly [from: string, to: string]>('ActionResearchModelArrow').implement({
  description: 'An arrow of a model as it is drawn, from one phase to another.',
  fields: (t) => ({ from: t.string({ resolve: ([from]) => from }), to: t.string({ resolve: ([, to]) => to }) }),
})

export const ActionResearchModel = builder.objectRef<ModelDefinition>('ActionResearchModel').implement({
  description:
    'A model of action research, published or of your institution. What an inquiry may do next is not said by its arrows.',
  fields: (t) => ({
    key: t.exposeString('id', {
      description:
        'Name the model by it when you begin an inquiry. One of your institution has its version after an @.',
    }),
    version: t.int({
      nullable: true,
      description: 'Of a model of your institution; a published one has none, and never changes.',
      resolve: ({ id }) => (id.includes('@') ? Number(id.slice(id.indexOf('@') + 1)) : null),
    }),
    title: t.exposeString('title'),
    authors: t.exposeStringList('authors'),
    year: t.exposeInt('year', { nullable: true }),
    phases: t.expose('phases', { type: [Phase] }),
    initial: t.exposeString('initial', { description: 'The key of the phase that it begins with.' }),
    arrows: t.expose('transitions', { type: [Arrow] }),
    source: t.exposeString('source'),
    certainty: t.expose('certainty', { type: CertaintyEnum }),
  }),
})

builder.queryField('actionResearchModels', (t) =>
  t.field({
    type: [ActionResearchModel],
    authScopes: { signedIn: true },
    description:
      'The models that an inquiry may be begun on: the published ones, then those of your institution, each in its newest version.',
    args: {
      everyVersion: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Also the versions of your institution’s models that came before.',
      }),
    },
    resolve: async (_root, { everyVersion }, context) => {
      const { institutionId } = viewerOf(context)
      const own = await context.transact('read', (tx) => ownModels(tx, institutionId))
      const shown = own.filter(({ key }, index) => everyVersion || own[index + 1]?.key !== key)
      return [...models, ...shown.map(({ definition }) => definition)]
    },
  }),
)
