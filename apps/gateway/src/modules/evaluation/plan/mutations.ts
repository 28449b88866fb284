import { builder } from '../../../builder.ts'
import type { Context } from '../../../context.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { analyses as analysts } from '../policy.ts'
import { amendAnalysisPlan, draftPlan, freezeAnalysisPlan, recordLook, redraftPlan } from './commands.ts'
import { AnalysisPlan, AnalysisRoleEnum } from './graphql.ts'

const AnalysisInput = builder.inputType('PlannedAnalysisInput', {
  description: 'An analysis: an indicator, a test with its convention, and the groups it compares.',
  fields: (t) => ({
    key: t.string({ required: true }),
    hypothesis: t.string({ required: true }),
    indicatorId: t.string({ required: true }),
    test: t.string({ required: true, description: 'With its convention, such as: paired t, two-sided.' }),
    groups: t.stringList({ required: true }),
    role: t.field({ type: AnalysisRoleEnum, required: true }),
  }),
})

const common = { type: AnalysisPlan, errors: { types: [Refused] }, authScopes: { anyOf: analysts } }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'
const versionHint = 'The version that you decided on.'

const planned = ({ key, ...rest }: typeof AnalysisInput.$inferInput) => ({ ...rest, id: key })
const whichOf = (
  context: Context,
  {
    plan,
    ...rest
  }: { plan: Parameters<typeof ownId>[1]; expectedVersion: number; idempotencyKey?: string | null | undefined },
) => ({ ...rest, planId: ownId(context, plan, 'plan') })

builder.mutationFields((t) => ({
  draftPlan: t.drizzleField({
    ...common,
    description: 'Drafts an analysis plan. The instant at which its data close is fixed with it.',
    args: {
      title: t.arg.string({ required: true }),
      dataClosesAt: t.arg({ type: 'Instant', required: true }),
      analyses: t.arg({ type: [AnalysisInput], required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { analyses, ...rest }, context) => {
      const id = await draftPlan(context, { ...rest, analyses: analyses.map(planned) })
      return present(await context.db.query.analysisPlan.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  redraftPlan: t.drizzleField({
    ...common,
    description: 'Changes a plan that is still a draft.',
    args: {
      plan: t.arg.globalID({ for: AnalysisPlan, required: true }),
      analyses: t.arg({ type: [AnalysisInput], required: true }),
      expectedVersion: t.arg.int({ required: true, description: versionHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { analyses, ...rest }, context) => {
      const id = await redraftPlan(context, whichOf(context, rest), analyses.map(planned))
      return present(await context.db.query.analysisPlan.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  freezeAnalysisPlan: t.drizzleField({
    ...common,
    description: 'Freezes a plan now. After its data closed it can be frozen too, and everything in it is exploratory.',
    args: {
      plan: t.arg.globalID({ for: AnalysisPlan, required: true }),
      expectedVersion: t.arg.int({ required: true, description: versionHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, args, context) => {
      const id = await freezeAnalysisPlan(context, whichOf(context, args))
      return present(await context.db.query.analysisPlan.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  amendAnalysisPlan: t.drizzleField({
    ...common,
    description: 'Amends a frozen plan: a version more, with the reason. The versions before stay.',
    args: {
      plan: t.arg.globalID({ for: AnalysisPlan, required: true }),
      analyses: t.arg({ type: [AnalysisInput], required: true }),
      reason: t.arg.string({ required: true }),
      expectedVersion: t.arg.int({ required: true, description: versionHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { analyses, reason, ...rest }, context) => {
      const input = { analyses: analyses.map(planned), reason }
      const id = await amendAnalysisPlan(context, whichOf(context, rest), input)
      return present(await context.db.query.analysisPlan.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  recordLook: t.drizzleField({
    ...common,
    description:
      'Records that an analysis was run on the data of a plan, whatever came of it. It cannot be taken back.',
    args: {
      plan: t.arg.globalID({ for: AnalysisPlan, required: true }),
      indicatorId: t.arg.string({ required: true }),
      test: t.arg.string({ required: true }),
      groups: t.arg.stringList({ required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { plan, ...rest }, context) => {
      const id = await recordLook(context, { ...rest, planId: ownId(context, plan, 'plan') })
      return present(await context.db.query.analysisPlan.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
