import type { ComparisonDesign, IntervalEnd } from '@mentoring-commons/reporting/evaluation'
import { builder } from '../../../builder.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { AnalysisPlan } from '../plan/graphql.ts'
import { analyses } from '../policy.ts'
import { recordEstimate } from './commands.ts'
import { CheckOutcomeEnum, Estimate, QuantityEnum, SampleUnitEnum } from './graphql.ts'

const Groups = builder.inputType('TwoGroups', {
  description: 'Two groups that are compared.',
  fields: (t) => ({ one: t.string({ required: true }), other: t.string({ required: true }) }),
})
const PrePost = builder.inputType('PrePostDesign', {
  description: 'The same people before and after.',
  fields: (t) => ({ linkedBy: t.string({ required: true, description: 'How their answers are known to be theirs.' }) }),
})
const Estimand = builder.enumType('Estimand', {
  values: { TREATED: { value: 'treated' }, ALL: { value: 'all' } } as const,
})
const Matched = builder.inputType('MatchedDesign', {
  description: 'Two groups made alike in what is named.',
  fields: (t) => ({
    groups: t.field({ type: Groups, required: true }),
    on: t.stringList({ required: true }),
    estimand: t.field({ type: Estimand, required: true }),
  }),
})
const Differences = builder.inputType('DifferencesDesign', {
  description: 'Change of one group beside the change of another.',
  fields: (t) => ({
    groups: t.field({ type: Groups, required: true }),
    periodsBefore: t.int({ required: true, description: 'How many times both were measured before; at least 2.' }),
  }),
})
const Lottery = builder.inputType('LotteryDesign', {
  description: 'Places drawn by lot among those who wanted one.',
  fields: (t) => ({
    groups: t.field({ type: Groups, required: true }),
    drawnOn: t.field({ type: 'Day', required: true }),
  }),
})
const Exposure = builder.enumType('SurvivalExposure', {
  values: { TIME_VARYING: { value: 'time-varying' }, LANDMARK: { value: 'landmark' } } as const,
})
const Survival = builder.inputType('SurvivalDesign', {
  description: 'Time until something happens, with mentoring counted from the day it began.',
  fields: (t) => ({
    exposure: t.field({ type: Exposure, required: true }),
    origin: t.string({ required: true, description: 'What both clocks start from.' }),
  }),
})

const DesignInput = builder.inputType('ComparisonDesignInput', {
  isOneOf: true,
  description: 'What is compared with what: exactly one.',
  fields: (t) => ({
    description: t.boolean({ description: 'True: compared with nothing.' }),
    prePost: t.field({ type: PrePost }),
    unmatched: t.field({ type: Groups }),
    matched: t.field({ type: Matched }),
    differences: t.field({ type: Differences }),
    lottery: t.field({ type: Lottery }),
    survival: t.field({ type: Survival }),
  }),
})

const IntervalInput = builder.inputType('EstimateIntervalInput', {
  description: 'Leave one end out where the data have no bound there.',
  fields: (t) => ({
    low: t.float(),
    high: t.float(),
    level: t.float({ required: true, description: 'Such as 0.95.' }),
  }),
})

const CheckInput = builder.inputType('AssumptionCheckInput', {
  description: 'What was done to see whether an assumption holds.',
  fields: (t) => ({
    name: t.string({ required: true }),
    outcome: t.field({ type: CheckOutcomeEnum, required: true }),
  }),
})

const EstimateInput = builder.inputType('EstimateInput', {
  description: 'What was found. It cannot be given without interval, n and design.',
  fields: (t) => ({
    indicatorId: t.string({ required: true }),
    subject: t.string({ required: true, description: 'What is said to go with the outcome.' }),
    outcome: t.string({ required: true, description: 'What was measured.' }),
    quantity: t.field({ type: QuantityEnum, required: true }),
    value: t.float({ required: true }),
    interval: t.field({ type: IntervalInput, required: true }),
    n: t.int({ required: true }),
    of: t.field({ type: SampleUnitEnum, required: true }),
    unit: t.string({ required: true }),
    design: t.field({ type: DesignInput, required: true }),
    groups: t.stringList({ required: true, description: 'The groups of the analysis, as its plan names them.' }),
    assumptions: t.stringList({ required: true }),
    checks: t.field({ type: [CheckInput], required: true }),
    method: t.string({ required: true, description: 'Such as: paired t.' }),
    convention: t.string({
      required: true,
      description: 'Such as: two-sided. Plans name the test as METHOD, CONVENTION.',
    }),
  }),
})

builder.mutationField('recordEstimate', (t) =>
  t.drizzleField({
    type: Estimate,
    errors: { types: [Refused] },
    authScopes: { anyOf: analyses },
    description:
      'Records an estimate, which counts as a look at the data of its plan. Whether it was pre-specified and how many looks there were is reckoned here, and fixed with it.',
    args: {
      plan: t.arg.globalID({ for: AnalysisPlan, description: 'Left out, it is exploratory.' }),
      estimate: t.arg({ type: EstimateInput, required: true }),
      idempotencyKey: t.arg.string({
        description:
          'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.',
      }),
    },
    resolve: async (query, _root, { plan, estimate, idempotencyKey }, context) => {
      const { design, interval, method, convention, ...rest } = estimate
      const id = await recordEstimate(context, {
        ...rest,
        planId: plan ? ownId(context, plan, 'plan') : null,
        method: { name: method, convention },
        interval: { low: endOf(interval.low), high: endOf(interval.high), level: interval.level },
        design: designOf(design),
        idempotencyKey,
      })
      return present(await context.db.query.estimate.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
)

function endOf(end: number | null | undefined): IntervalEnd {
  return end ?? 'unbounded'
}

function designOf(input: typeof DesignInput.$inferInput): ComparisonDesign {
  const { prePost, unmatched, matched, differences, lottery, survival } = input
  if (prePost) return { kind: 'pre-post', ...prePost }
  if (unmatched) return { kind: 'unmatched', groups: pairOf(unmatched) }
  if (matched) return { kind: 'matched', ...matched, groups: pairOf(matched.groups) }
  if (differences) return { kind: 'difference-in-differences', ...differences, groups: pairOf(differences.groups) }
  if (lottery) return { kind: 'waiting-list-lottery', ...lottery, groups: pairOf(lottery.groups) }
  if (survival) return { kind: 'survival', ...survival }
  return { kind: 'description' }
}

function pairOf({ one, other }: typeof Groups.$inferInput): readonly [string, string] {
  return [one, other]
}
