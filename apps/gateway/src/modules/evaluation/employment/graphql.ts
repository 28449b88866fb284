import { type DisclosedFigure, type DisclosurePolicy, isSuppressed } from '@mentoring-commons/reporting'
import {
  comparisonDesigns,
  type EmploymentTerms,
  employmentTerms,
  type LeavingReason,
  leavingReasons,
} from '@mentoring-commons/reporting/evaluation'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { pageCost } from '../../../graphql/page.ts'
import { Refused } from '../../../refused.ts'
import { SuppressionReasonEnum } from '../../people/disclosure/graphql.ts'
import { Person } from '../../people/graphql.ts'
import { policyOf } from '../../people/policy.ts'
import { mayReadEmployment, readsEvaluation } from '../policy.ts'
import { type RetentionFigures, type RetentionSplit, retentionFigures, retentionSplits } from './figures.ts'

const EmploymentTermsEnum = builder.enumType('EmploymentTerms', {
  values: enumValues<EmploymentTerms>(employmentTerms),
})

const RetentionSplitEnum = builder.enumType('RetentionSplit', {
  description: 'What retention may be split by, each as it was on the first day.',
  values: enumValues<RetentionSplit>(retentionSplits),
})

const LeavingReasonType = builder.objectRef<LeavingReason>('LeavingReason').implement({
  description: 'A reason for which a contract ended, coded as HESA’s field RESCON; the title is our own.',
  fields: (t) => ({
    code: t.string({ resolve: ({ code }) => code }),
    title: t.exposeString('title'),
    isDeparture: t.boolean({
      description: 'False where the same employer goes on employing the person.',
      resolve: ({ means }) => means !== 'continues',
    }),
    means: t.string({ description: 'The kind of departure, or continues.', resolve: ({ means }) => means }),
    certainty: t.string({ description: '1 read on one page, M from memory.', resolve: ({ certainty }) => certainty }),
  }),
})

export const EmploymentSpell = builder.drizzleNode('employmentSpell', {
  name: 'EmploymentSpell',
  description: 'One contract of one person, as HR has it. Data stewards alone read it.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: (_row, context) => context.viewer !== null && mayReadEmployment(context.viewer),
  fields: (t) => ({
    person: t.relation('person', { type: Person }),
    contractId: t.exposeString('externalId', { description: 'The id that it has in HR.' }),
    startsOn: t.expose('startsOn', { type: 'Day' }),
    endsOn: t.expose('endsOn', { type: 'Day', nullable: true, description: 'The last day; null while it runs.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Null where it is not known.' }),
    terms: t.expose('terms', { type: EmploymentTermsEnum }),
    payGrade: t.exposeString('grade', { nullable: true, description: 'In the employer’s own codes.' }),
    department: t.exposeString('unit', { nullable: true }),
  }),
})

const RetentionFigure = builder.objectRef<DisclosedFigure>('RetentionFigure').implement({
  description: 'A number of retention after disclosure control. A suppressed number is neither missing nor zero.',
  fields: (t) => ({
    indicator: t.exposeString('id'),
    label: t.exposeString('label'),
    definition: t.exposeString('definition'),
    group: t.string({
      nullable: true,
      description: 'The value of what it is split by; null for everybody.',
      resolve: ({ by }) => Object.values(by)[0] ?? null,
    }),
    value: t.float({ nullable: true, resolve: (figure) => ('value' in figure ? figure.value : null) }),
    suppressed: t.field({
      type: SuppressionReasonEnum,
      nullable: true,
      resolve: (figure) => ('suppressed' in figure ? figure.suppressed : null),
    }),
    n: t.float({
      nullable: true,
      description: 'How many it rests on; null where that is not shown.',
      resolve: ({ n }) => (isSuppressed(n) ? null : n),
    }),
    unit: t.exposeString('unit'),
  }),
})

const Retention = builder.objectRef<RetentionFigures & { readonly policy: DisclosurePolicy }>('Retention').implement({
  description: 'Who stayed over whole academic years, under the disclosure policy of your role.',
  fields: (t) => ({
    from: t.field({ type: 'Day', resolve: ({ window }) => window.from }),
    to: t.field({ type: 'Day', resolve: ({ window }) => window.to }),
    policy: t.string({ resolve: ({ policy }) => policy.name }),
    policyDescription: t.string({ resolve: ({ policy }) => policy.description }),
    cannotSay: t.string({
      description: 'What nobody may conclude from a difference between groups here.',
      resolve: () => comparisonDesigns.unmatched.cannotSay,
    }),
    figures: t.field({
      type: [RetentionFigure],
      complexity: { field: 1, multiplier: 20 },
      resolve: ({ figures }) => [...figures],
    }),
  }),
})

builder.queryFields((t) => ({
  employmentSpells: t.drizzleConnection({
    type: 'employmentSpell',
    authScopes: (_root, _args, context) => context.viewer !== null && mayReadEmployment(context.viewer),
    complexity: pageCost,
    description: 'Contracts as HR has them, one by one. Data stewards alone, and nobody who is an analyst as well.',
    resolve: (query, _root, _args, context) =>
      context.db.query.employmentSpell.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId },
          orderBy: { externalId: 'asc', id: 'asc' },
        }),
      ),
  }),
  leavingReasons: t.field({
    type: [LeavingReasonType],
    authScopes: { signedIn: true },
    description: 'The codes of reasons for which contracts end, and what each counts as.',
    resolve: () => [...leavingReasons],
  }),
  retention: t.field({
    type: Retention,
    errors: { types: [Refused] },
    authScopes: { anyOf: readsEvaluation },
    complexity: { field: 200, multiplier: 1 },
    description:
      'Who stayed: of everybody with a contract on the first day of an academic year, those still employed when it, or a later one, ended. Exact for coordinators and data stewards, under the HESA rules for others.',
    args: {
      year: t.arg.string({ required: true, description: 'The academic year in which it begins, such as 2023/24.' }),
      years: t.arg.int({ required: true, defaultValue: 1, description: 'Over how many years: 1 to 10.' }),
      by: t.arg({ type: RetentionSplitEnum }),
    },
    resolve: async (_root, { year, years, by }, context) => {
      const { institutionId, roles } = viewerOf(context)
      const policy = policyOf(roles)
      const question = { year, years, by: by ?? null }
      const found = await context.transact('read', (tx) => retentionFigures(tx, institutionId, question, policy))
      return { ...found, policy }
    },
  }),
}))
