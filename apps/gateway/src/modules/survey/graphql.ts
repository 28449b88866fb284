import { builder } from '../../builder.ts'
import { enumValues } from '../../graphql/enum-values.ts'
import { Programme } from '../mentoring/graphql.ts'
import { seesProgrammes } from '../people/policy.ts'

export const SurveyItemKind = builder.enumType('SurveyItemKind', {
  description: 'How a question is answered: by one choice, by many, on a scale, or by a number. There is no free text.',
  values: enumValues(['one', 'many', 'scale', 'number']),
})

builder.drizzleObject('surveyChoice', {
  name: 'SurveyChoice',
  fields: (t) => ({ code: t.exposeString('code'), label: t.exposeString('label') }),
})

builder.drizzleObject('surveyItem', {
  name: 'SurveyItem',
  description: 'A closed question of a survey.',
  fields: (t) => ({
    key: t.exposeString('key'),
    label: t.exposeString('label'),
    kind: t.expose('kind', { type: SurveyItemKind }),
    choices: t.relation('choices', { query: { orderBy: { position: 'asc' } } }),
  }),
})

export const Survey = builder.drizzleNode('survey', {
  name: 'Survey',
  description: 'One wave of a survey. Its answers come out as figures of a report, never one by one.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { anyOf: seesProgrammes },
  fields: (t) => ({
    wave: t.exposeString('wave'),
    label: t.exposeString('label'),
    audience: t.exposeString('audience'),
    items: t.relation('items', { query: { orderBy: { position: 'asc' } } }),
  }),
})

builder.drizzleObjectField(Programme, 'surveys', (t) => t.relation('surveys', { query: { orderBy: { wave: 'asc' } } }))
