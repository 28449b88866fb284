import {
  type AnalysisRole,
  analysisKey,
  analysisRoles,
  countLooks,
  type PlannedAnalysis,
} from '@mentoring-commons/reporting/evaluation'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { pageCost } from '../../../graphql/page.ts'
import { readsEvaluation } from '../policy.ts'

/** Whether an analysis carries the conclusion, in the schema. */
export const AnalysisRoleEnum = builder.enumType('AnalysisRole', { values: enumValues<AnalysisRole>(analysisRoles) })

const Analysis = builder.objectRef<PlannedAnalysis>('PlannedAnalysis').implement({
  description: 'An analysis as it is named before there is anything to see.',
  fields: (t) => ({
    key: t.string({ resolve: ({ id }) => id }),
    hypothesis: t.exposeString('hypothesis'),
    indicatorId: t.exposeString('indicatorId'),
    test: t.exposeString('test'),
    groups: t.stringList({ resolve: ({ groups }) => [...groups] }),
    role: t.expose('role', { type: AnalysisRoleEnum }),
  }),
})

const Version = builder.drizzleObject('analysisPlanVersion', {
  name: 'AnalysisPlanVersion',
  description: 'What one freezing fixed. It is never changed.',
  select: { columns: { analyses: true } },
  fields: (t) => ({
    version: t.exposeInt('version'),
    frozenAt: t.expose('frozenAt', { type: 'Instant' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it replaces the one before.' }),
    analyses: t.field({ type: [Analysis], resolve: ({ analyses }) => [...analyses] }),
  }),
})

interface LookCount {
  readonly indicatorId: string
  readonly test: string
  readonly groups: readonly string[]
  readonly looks: number
}

const LookCountType = builder.objectRef<LookCount>('LookCount').implement({
  description:
    'How often an analysis looked at the data: each run on interim data, and all runs on the closed data together once.',
  fields: (t) => ({
    indicatorId: t.exposeString('indicatorId'),
    test: t.exposeString('test'),
    groups: t.stringList({ resolve: ({ groups }) => [...groups] }),
    looks: t.exposeInt('looks'),
  }),
})

export const AnalysisPlan = builder.drizzleNode('analysisPlan', {
  name: 'AnalysisPlan',
  description: 'What is going to be analysed, named before the data close.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, dataClosesAt: true } },
  authScopes: { anyOf: readsEvaluation },
  fields: (t) => ({
    title: t.exposeString('title'),
    dataClosesAt: t.expose('dataClosesAt', { type: 'Instant' }),
    isFrozen: t.boolean({
      select: { with: { versions: { columns: { version: true } } } },
      resolve: ({ versions }) => versions.length > 0,
    }),
    draft: t.field({
      type: [Analysis],
      description: 'What it said before it was frozen; it counts for nothing afterwards.',
      select: { with: { draft: { columns: { analyses: true } } } },
      resolve: ({ draft }) => [...(draft?.analyses ?? [])],
    }),
    version: t.int({
      description: 'Send it as expectedVersion with the next change: of the draft, or of the last freezing.',
      select: { with: { draft: { columns: { version: true } }, versions: { columns: { version: true } } } },
      resolve: ({ draft, versions }) => (versions.length > 0 ? versions.length : (draft?.version ?? 0)),
    }),
    versions: t.relation('versions', {
      type: Version,
      description: 'The latest first.',
      query: { orderBy: { version: 'desc' } },
    }),
    looks: t.field({
      type: [LookCountType],
      description: 'By analysis, planned or not.',
      select: { with: { looks: { orderBy: { recordedAt: 'asc', id: 'asc' } } } },
      resolve: ({ looks, dataClosesAt }) => {
        const all = looks.map(({ recordedAt, ...look }) => ({ ...look, at: recordedAt }))
        const last = all.at(-1)?.at
        if (last === undefined) return []
        return [...new Map(all.map((look) => [analysisKey(look), look])).values()].map(
          ({ indicatorId, test, groups }): LookCount => {
            const analysis = { indicatorId, test, groups }
            return { ...analysis, looks: countLooks(all, analysis, dataClosesAt, last) }
          },
        )
      },
    }),
  }),
})

builder.queryField('analysisPlans', (t) =>
  t.drizzleConnection({
    type: 'analysisPlan',
    authScopes: { anyOf: readsEvaluation },
    complexity: pageCost,
    description: 'Analysis plans, drafts and frozen ones.',
    resolve: (query, _root, _args, context) =>
      context.db.query.analysisPlan.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId },
          orderBy: { recordedAt: 'asc', id: 'asc' },
        }),
      ),
  }),
)
