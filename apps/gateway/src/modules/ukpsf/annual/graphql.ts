import { type DisclosedFigure, type DisclosurePolicy, isSuppressed } from '@mentoring-commons/reporting'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { Refused } from '../../../refused.ts'
import { SuppressionReasonEnum } from '../../people/disclosure/graphql.ts'
import { policyOf } from '../../people/policy.ts'
import { readsReturn } from '../hesa/policy.ts'
import { type AnnualCounts, annualCounts, annualCsv } from './figures.ts'

const AnnualCount = builder.objectRef<DisclosedFigure>('AnnualCount').implement({
  description:
    'How many claims and recorded fellowships, after disclosure control. What it is not split by is null. A suppressed number is neither missing nor zero.',
  fields: (t) => ({
    descriptor: t.string({ nullable: true, resolve: ({ by }) => by.descriptor ?? null }),
    route: t.string({
      nullable: true,
      description: 'The key of the workflow of review, or recorded-elsewhere.',
      resolve: ({ by }) => by.route ?? null,
    }),
    outcome: t.string({ nullable: true, resolve: ({ by }) => by.outcome ?? null }),
    value: t.float({ nullable: true, resolve: (figure) => ('value' in figure ? figure.value : null) }),
    suppressed: t.field({
      type: SuppressionReasonEnum,
      nullable: true,
      resolve: (figure) => ('suppressed' in figure ? figure.suppressed : null),
    }),
    n: t.float({ nullable: true, resolve: ({ n }) => (isSuppressed(n) ? null : n) }),
  }),
})

const Counts = builder.objectRef<AnnualCounts & { readonly policy: DisclosurePolicy }>('AnnualCounts').implement({
  description: 'Claims of an academic year by descriptor, route and outcome, under the disclosure policy of your role.',
  fields: (t) => ({
    year: t.exposeString('year'),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day' }),
    policy: t.string({ resolve: ({ policy }) => policy.name }),
    policyDescription: t.string({ resolve: ({ policy }) => policy.description }),
    counts: t.field({
      type: [AnnualCount],
      complexity: { field: 1, multiplier: 20 },
      resolve: ({ figures }) => [...figures],
    }),
    csv: t.string({
      complexity: 5,
      description: 'The same as a flat table.',
      resolve: (counts) => annualCsv(counts).csv,
    }),
    codebook: t.string({ description: 'The columns of `csv`.', resolve: (counts) => annualCsv(counts).codebook }),
  }),
})

builder.queryField('annualCounts', (t) =>
  t.field({
    type: Counts,
    errors: { types: [Refused] },
    authScopes: { anyOf: readsReturn },
    complexity: { field: 200, multiplier: 1 },
    description:
      'What an annual review of a recognition scheme asks: how many claims by descriptor, route and outcome. Exact for coordinators and data stewards, under the HESA rules for others.',
    args: { year: t.arg.string({ required: true, description: 'An academic year, such as 2025/26.' }) },
    resolve: async (_root, { year }, context) => {
      const { institutionId, roles } = viewerOf(context)
      const policy = policyOf(roles)
      const asOf = context.now().slice(0, 10)
      const counts = await context.transact('read', (tx) => annualCounts(tx, { institutionId, year, asOf }, policy))
      return { ...counts, policy }
    },
  }),
)
