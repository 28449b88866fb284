import { type IndicatorDefinition, type IndicatorVersion, indicatorVersion } from '@mentoring-commons/reporting'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { pageCost } from '../../../graphql/page.ts'
import { ownRow } from '../../../own.ts'
import { accepted, present, Refused } from '../../../refused.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { plain } from '../gather.ts'
import { readsReports } from '../policy.ts'
import { defineOwnReport, knownIndicators } from './commands.ts'

/** An indicator in one version, with all that defines it. */
export const Indicator = builder.objectRef<IndicatorVersion>('Indicator').implement({
  description: 'An indicator in one version: the same words and rules have the same hash.',
  fields: (t) => ({
    id: t.string({ resolve: ({ definition }) => definition.id }),
    hash: t.exposeString('hash', { description: 'SHA-256 of the canonical JSON of the definition.' }),
    numerator: t.string({ resolve: ({ definition }) => definition.numerator }),
    denominator: t.string({ nullable: true, resolve: ({ definition }) => definition.denominator }),
    population: t.string({ resolve: ({ definition }) => definition.population }),
    unit: t.string({ resolve: ({ definition }) => definition.unit }),
    disaggregations: t.field({
      type: ['JSON'],
      description: 'The columns that it is split by, each time with its own name and sentence.',
      resolve: ({ definition }) => [...definition.disaggregations],
    }),
    window: t.field({ type: 'JSON', resolve: ({ definition }) => definition.window }),
    aggregation: t.field({ type: 'JSON', resolve: ({ definition }) => definition.aggregation }),
    tags: t.field({
      type: 'JSON',
      description: 'Kirkpatrick level, type of value, cell of Clutterbuck’s matrix, and whom it benefits.',
      resolve: ({ definition }) => definition.tags,
    }),
  }),
})

const Definition = builder.drizzleNode('reportDefinition', {
  name: 'ReportDefinition',
  description: 'A report that the institution defined, in one version. A change is another version.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { anyOf: readsReports },
  fields: (t) => ({
    key: t.exposeString('key'),
    version: t.exposeInt('version'),
    hash: t.exposeString('hash'),
    sections: t.field({
      type: 'JSON',
      select: { columns: { content: true } },
      description: 'Its named sections, with the indicators of each.',
      resolve: ({ content }) => content.sections,
    }),
    definedAt: t.expose('definedAt', { type: 'Instant' }),
  }),
})

const SectionInput = builder.inputType('ReportSectionInput', {
  description: 'A named part of a report.',
  fields: (t) => ({
    key: t.string({ required: true }),
    heading: t.string({ required: true }),
    text: t.string(),
    indicators: t.stringList({
      required: true,
      description: 'Ids of indicators, or `prefix.*` for all that begin so.',
    }),
    dimensions: t.stringList({ description: 'Splits by other columns are left out.' }),
    absent: t.string({ required: true, description: 'What a reader is told where there is nothing to show.' }),
  }),
})

builder.queryFields((t) => ({
  indicators: t.field({
    type: [Indicator],
    authScopes: { anyOf: readsReports },
    complexity: { field: 1, multiplier: 10 },
    description:
      'The indicators that a report may ask for, as they are defined now. Questions of surveys are beside them.',
    resolve: (_root, _args, context) =>
      knownIndicators(context.now().slice(0, 10)).map((one: IndicatorDefinition) =>
        accepted(plain(indicatorVersion(one))),
      ),
  }),
  reportDefinitions: t.drizzleConnection({
    type: 'reportDefinition',
    authScopes: { anyOf: readsReports },
    complexity: pageCost,
    description: 'The reports that the institution defined, in every version, the first one first.',
    resolve: (query, _root, _args, context) =>
      context.db.query.reportDefinition.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId },
          orderBy: { definedAt: 'asc', id: 'asc' },
        }),
      ),
  }),
}))

builder.mutationField('defineReport', (t) =>
  t.drizzleField({
    type: Definition,
    errors: { types: [Refused] },
    authScopes: { anyOf: [...runsProgrammes, 'data-steward'] },
    description:
      'Defines a report of your institution, or another version of it. What was made by an earlier one stays.',
    args: {
      key: t.arg.string({ required: true }),
      title: t.arg.string({ required: true }),
      intro: t.arg.string(),
      strict: t.arg.boolean({ description: 'Whether everybody gets it under the strict policy, whatever their role.' }),
      sections: t.arg({ type: [SectionInput], required: true }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { key, title, intro, strict, sections, idempotencyKey }, context) => {
      const report = {
        ...{ id: key, title, policy: strict ? ('hesa' as const) : ('reader' as const) },
        ...(intro ? { intro } : {}),
        sections: sections.map(({ text, dimensions, ...section }) => ({
          ...section,
          ...(text ? { text } : {}),
          ...(dimensions ? { dimensions } : {}),
        })),
      }
      const id = await defineOwnReport(context, { report, idempotencyKey })
      return present(await context.db.query.reportDefinition.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
)
