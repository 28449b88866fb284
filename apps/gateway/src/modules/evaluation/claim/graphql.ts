import {
  type ClaimEvidence,
  type ClaimStatus,
  claimStatuses,
  type ExaminedRival,
  type RivalFinding,
  rivalFindings,
} from '@mentoring-commons/reporting/evaluation'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { pageCost } from '../../../graphql/page.ts'
import { readsEvaluation } from '../policy.ts'
import { EvidenceKindEnum } from '../theory/graphql.ts'

const StatusEnum = builder.enumType('ContributionStatus', {
  description: 'How far a claim has come. Only a CREDIBLE one lets the word "impact" be printed.',
  values: enumValues<ClaimStatus>(claimStatuses),
})
export const RivalFindingEnum = builder.enumType('RivalFinding', {
  description: 'What the examination of a rival explanation found.',
  values: enumValues<RivalFinding>(rivalFindings),
})

const Evidence = builder.objectRef<ClaimEvidence>('ContributionEvidence').implement({
  description: 'Evidence as it was when it was added to the claim.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EvidenceKindEnum }),
    title: t.exposeString('title'),
    reference: t.exposeString('reference'),
  }),
})

const Rival = builder.objectRef<ExaminedRival>('ExaminedRival').implement({
  description: 'A rival explanation and what was found about it.',
  fields: (t) => ({
    key: t.string({ resolve: ({ id }) => id }),
    explanation: t.exposeString('explanation'),
    finding: t.expose('finding', { type: RivalFindingEnum }),
    reasoning: t.exposeString('reasoning'),
    evidence: t.field({ type: [Evidence], resolve: ({ evidence }) => [...evidence] }),
  }),
})

const Step = builder.drizzleObject('contributionStep', {
  name: 'ContributionStep',
  description: 'A step that a claim took.',
  fields: (t) => ({
    version: t.exposeInt('version'),
    step: t.exposeString('step'),
    recordedAt: t.expose('recordedAt', { type: 'Instant' }),
  }),
})

export const ContributionClaim = builder.drizzleNode('contributionClaim', {
  name: 'ContributionClaim',
  description: 'That something contributed, as one cause among others, by a version of a theory of change.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, state: true } },
  authScopes: { anyOf: readsEvaluation },
  fields: (t) => ({
    theory: t.relation('theory'),
    theoryVersion: t.exposeInt('theoryVersion'),
    status: t.expose('status', { type: StatusEnum }),
    subject: t.string({ description: 'What is said to have contributed.', resolve: ({ state }) => state.subject }),
    linkKeys: t.stringList({ resolve: ({ state }) => [...state.linkIds] }),
    indicatorIds: t.stringList({ resolve: ({ state }) => [...state.indicatorIds] }),
    evidence: t.field({
      type: [Evidence],
      resolve: ({ state }) => (state.status === 'asserted' ? [] : [...state.evidence]),
    }),
    rivals: t.field({ type: [Rival], resolve: ({ state }) => ('rivals' in state ? [...state.rivals] : []) }),
    judgement: t.string({
      nullable: true,
      resolve: ({ state }) => ('judgement' in state ? state.judgement : null),
    }),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next step.' }),
    steps: t.relation('steps', {
      type: Step,
      description: 'How it came to stand here, the latest 50 steps first.',
      query: { orderBy: { version: 'desc' }, limit: 50 },
    }),
  }),
})

builder.queryField('contributionClaims', (t) =>
  t.drizzleConnection({
    type: 'contributionClaim',
    authScopes: { anyOf: readsEvaluation },
    complexity: pageCost,
    description: 'Contribution claims, in whatever state.',
    args: { status: t.arg({ type: StatusEnum }) },
    resolve: (query, _root, { status }, context) =>
      context.db.query.contributionClaim.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId, ...(status ? { status } : {}) },
          orderBy: { id: 'asc' },
        }),
      ),
  }),
)
