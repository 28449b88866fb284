import { type Facet, facets, type ModelDefinition, type ModelPhase } from '@mentoring-commons/action-research'
import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { inquiryModels } from '../store.ts'

const ModelFacetEnum = builder.enumType('ActionResearchModelFacet', {
  description: 'What the phases of all models come down to. LEARN lasts no days: a cycle that follows carries it.',
  values: enumValues<Facet>(facets),
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
  description: 'A published model of action research. What an inquiry may do next is not said by its arrows.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Name the model by it when you begin an inquiry.' }),
    title: t.exposeString('title'),
    authors: t.exposeStringList('authors'),
    year: t.exposeInt('year', { nullable: true }),
    phases: t.expose('phases', { type: [Phase] }),
    initial: t.exposeString('initial', { description: 'The key of the phase that it begins with.' }),
    arrows: t.expose('transitions', { type: [Arrow] }),
    source: t.exposeString('source'),
    certainty: t.exposeString('certainty', {
      description: '2+ two or more sources, 1 one source, A our own analysis, M from memory and not checked.',
    }),
  }),
})

builder.queryField('actionResearchModels', (t) =>
  t.field({
    type: [ActionResearchModel],
    authScopes: { signedIn: true },
    description: 'The models that an inquiry may be begun on.',
    resolve: () => inquiryModels,
  }),
)
