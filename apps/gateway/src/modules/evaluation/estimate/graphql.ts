import { roundCount } from '@mentoring-commons/reporting'
import {
  comparisonDesigns,
  type DesignFacts,
  type DesignKind,
  type Estimate as Domain,
  hiddenBecause,
  type IntervalEnd,
  type Quantity,
  quantities,
  type SampleUnit,
  sampleUnits,
  sayEstimate,
} from '@mentoring-commons/reporting/evaluation'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { pageCost } from '../../../graphql/page.ts'
import { ownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { SuppressionReasonEnum } from '../../people/disclosure/graphql.ts'
import { policyOf } from '../../people/policy.ts'
import { ContributionClaim } from '../claim/graphql.ts'
import { readsEvaluation } from '../policy.ts'
import { estimateInWords } from './commands.ts'
import { estimateOf } from './store.ts'

/** What kind of number an estimate is, in the schema. */
export const QuantityEnum = builder.enumType('EstimateQuantity', { values: enumValues<Quantity>(quantities) })
export const SampleUnitEnum = builder.enumType('SampleUnit', {
  description: 'What an n counts.',
  values: Object.fromEntries(
    sampleUnits.map((value): [string, { readonly value: SampleUnit }] => [
      value.replaceAll(' ', '_').toUpperCase(),
      { value },
    ]),
  ),
})
/** What came of a check of an assumption, in the schema. */
export const CheckOutcomeEnum = builder.enumType('CheckOutcome', {
  values: enumValues<'held' | 'failed' | 'not-made'>(['held', 'failed', 'not-made']),
})

const Design = builder.objectRef<DesignFacts & { readonly kind: DesignKind }>('ComparisonDesign').implement({
  description: 'What an estimate compares with what, and what that can and cannot say.',
  fields: (t) => ({
    kind: t.exposeString('kind'),
    title: t.exposeString('title'),
    canSay: t.exposeString('canSay'),
    cannotSay: t.exposeString('cannotSay'),
    assumptions: t.stringList({ resolve: ({ assumptions }) => [...assumptions] }),
    checks: t.stringList({ resolve: ({ checks }) => [...checks] }),
    source: t.exposeString('source'),
    certainty: t.string({ resolve: ({ certainty }) => certainty }),
  }),
})

const Interval = builder
  .objectRef<{ low: IntervalEnd; high: IntervalEnd; level: number }>('EstimateInterval')
  .implement({
    description: 'The values that the data leave open.',
    fields: (t) => ({
      low: t.float({ nullable: true, description: 'Null where there is no bound.', resolve: ({ low }) => endOf(low) }),
      high: t.float({
        nullable: true,
        description: 'Null where there is no bound.',
        resolve: ({ high }) => endOf(high),
      }),
      level: t.exposeFloat('level'),
    }),
  })

export const Estimate = builder.drizzleNode('estimate', {
  name: 'Estimate',
  description:
    'A number with its interval, n and design, under the disclosure policy of your role; it never travels without them.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, state: true } },
  authScopes: { anyOf: readsEvaluation },
  fields: (t) => ({
    indicatorId: t.exposeString('indicatorId'),
    value: t.float({
      nullable: true,
      description: 'Null where it is suppressed.',
      resolve: ({ state }, _args, context) => (hidden(state, context) === undefined ? state.value : null),
    }),
    interval: t.field({
      type: Interval,
      nullable: true,
      description: 'Null where it is suppressed.',
      resolve: ({ state }, _args, context) => (hidden(state, context) === undefined ? state.interval : null),
    }),
    suppressed: t.field({
      type: SuppressionReasonEnum,
      nullable: true,
      resolve: ({ state }, _args, context) => hidden(state, context) ?? null,
    }),
    n: t.float({
      nullable: true,
      description: 'Rounded where your policy rounds; null where the estimate is suppressed.',
      resolve: ({ state }, _args, context) => {
        if (hidden(state, context) !== undefined) return null
        return policyOf(viewerOf(context).roles).rounded ? roundCount(state.n) : state.n
      },
    }),
    of: t.field({ type: SampleUnitEnum, resolve: ({ state }) => state.of }),
    unit: t.string({ resolve: ({ state }) => state.unit }),
    quantity: t.field({ type: QuantityEnum, resolve: ({ state }) => state.quantity }),
    design: t.field({
      type: Design,
      resolve: ({ state }) => ({ ...comparisonDesigns[state.design.kind], kind: state.design.kind }),
    }),
    isPreSpecified: t.boolean({ resolve: ({ state }) => state.standing.kind === 'pre-specified' }),
    exploratoryBecause: t.string({
      nullable: true,
      resolve: ({ state }) => (state.standing.kind === 'exploratory' ? state.standing.because : null),
    }),
    looks: t.int({ description: 'How many looks there were, this one included.', resolve: ({ state }) => state.looks }),
    recordedAt: t.expose('recordedAt', { type: 'Instant' }),
    inWords: t.string({
      description: 'In sentences, by no claim: what goes with what.',
      resolve: ({ state }, _args, context) =>
        sayEstimate(estimateOf(state), { policy: policyOf(viewerOf(context).roles) }),
    }),
  }),
})

builder.queryFields((t) => ({
  estimates: t.drizzleConnection({
    type: 'estimate',
    authScopes: { anyOf: readsEvaluation },
    complexity: pageCost,
    description: 'Estimates, in the order in which they were recorded.',
    args: { indicatorId: t.arg.string() },
    resolve: (query, _root, { indicatorId }, context) =>
      context.db.query.estimate.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId, ...(indicatorId ? { indicatorId } : {}) },
          orderBy: { recordedAt: 'asc', id: 'asc' },
        }),
      ),
  }),
  estimateInWords: t.field({
    type: 'String',
    errors: { types: [Refused], directResult: false },
    authScopes: { anyOf: readsEvaluation },
    complexity: 10,
    description:
      'An estimate in sentences, by a contribution claim: only a credible one, of this estimate, changes the verb.',
    args: {
      estimate: t.arg.globalID({ for: Estimate, required: true }),
      claim: t.arg.globalID({ for: ContributionClaim }),
    },
    resolve: (_root, { estimate, claim }, context) =>
      estimateInWords(context, {
        estimateId: ownId(context, estimate, 'estimate'),
        claimId: claim ? ownId(context, claim, 'claim') : null,
      }),
  }),
}))

function hidden(state: unknown, context: Context) {
  return hiddenBecause(state as Domain, policyOf(viewerOf(context).roles))
}

function endOf(end: IntervalEnd): number | null {
  return end === 'unbounded' ? null : end
}
