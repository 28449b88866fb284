import { codebook, tableCsv } from '@mentoring-commons/reporting'
import {
  describeTheory,
  drawTheory,
  type EvidenceKind,
  evidenceKinds,
  type NodeKind,
  nodeKinds,
  type Rival,
  type Strength,
  strengths,
  type TheoryOfChange as Theory,
  type TheoryLink,
  type TheoryNode,
  theoryTables,
} from '@mentoring-commons/reporting/evaluation'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { readsEvaluation } from '../policy.ts'

/** Kinds of nodes, in the schema. */
export const NodeKindEnum = builder.enumType('TheoryNodeKind', {
  description:
    'What kind of thing a node is. IMPACT is the last change hoped for, and is called long-term change where it is shown.',
  values: enumValues<NodeKind>(nodeKinds),
})
/** How well evidence carries a link, in the schema. */
export const StrengthEnum = builder.enumType('EvidenceStrength', { values: enumValues<Strength>(strengths) })
export const RelationEnum = builder.enumType('TheoryRelation', {
  description: 'FEEDS_BACK may run backwards; all other links together have no circle.',
  values: enumValues<TheoryLink['relation']>(['leads-to', 'feeds-back']),
})
export const EvidenceKindEnum = builder.enumType('TheoryEvidenceKind', {
  description: 'Opinions of stakeholders alone carry no claim.',
  values: enumValues<EvidenceKind>(evidenceKinds),
})

export const TheoryEvidence = builder.drizzleNode('theoryEvidence', {
  name: 'TheoryEvidence',
  description: 'Something that speaks for or against a link of a theory of change, named and not held.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { anyOf: readsEvaluation },
  fields: (t) => ({
    kind: t.expose('kind', { type: EvidenceKindEnum }),
    title: t.exposeString('title'),
    reference: t.exposeString('reference', { description: 'Where it is; of an estimate its row id.' }),
    retractedAt: t.expose('retractedAt', { type: 'Instant', nullable: true }),
  }),
})

/** Something of a theory together with whose it is, which ids need. */
type Of<T> = T & { readonly institutionId: string }

const TheoryNodeType = builder.objectRef<Of<TheoryNode>>('TheoryNode').implement({
  description: 'One thing that is put in, done, or hoped for.',
  fields: (t) => ({
    key: t.string({ resolve: ({ id }) => id }),
    kind: t.field({ type: NodeKindEnum, resolve: ({ kind }) => kind }),
    title: t.string({ resolve: ({ title }) => title }),
    indicatorIds: t.stringList({ resolve: ({ indicatorIds }) => [...indicatorIds] }),
    objective: t.id({
      nullable: true,
      description: 'The objective of the organisation that it stands for.',
      resolve: (node) =>
        node.kind === 'objective' ? globalIdOf('Objective', node.institutionId, node.objectiveId) : null,
    }),
  }),
})

const RivalType = builder.objectRef<Rival>('Rival').implement({
  description: 'Another explanation of what a link says that mentoring brings about.',
  fields: (t) => ({
    key: t.string({ resolve: ({ id }) => id }),
    explanation: t.exposeString('explanation'),
  }),
})

const TheoryLinkType = builder.objectRef<Of<TheoryLink>>('TheoryLink').implement({
  description: 'That one node leads to another.',
  fields: (t) => ({
    key: t.string({ resolve: ({ id }) => id }),
    from: t.string({ resolve: ({ from }) => from }),
    to: t.string({ resolve: ({ to }) => to }),
    relation: t.field({ type: RelationEnum, resolve: ({ relation }) => relation }),
    mechanism: t.string({ resolve: ({ mechanism }) => mechanism }),
    assumption: t.string({ resolve: ({ assumption }) => assumption }),
    strength: t.field({ type: StrengthEnum, resolve: ({ strength }) => strength }),
    evidence: t.idList({
      resolve: ({ evidenceIds, institutionId }) =>
        evidenceIds.map((id) => globalIdOf('TheoryEvidence', institutionId, id)),
    }),
    rivals: t.field({ type: [RivalType], resolve: ({ rivals }) => [...rivals] }),
  }),
})

const TheoryVersion = builder.drizzleObject('theoryVersion', {
  name: 'TheoryVersion',
  description: 'A theory of change as it was in one version. Versions are never changed.',
  select: { columns: { institutionId: true, state: true } },
  fields: (t) => ({
    version: t.exposeInt('version'),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it replaces the one before.' }),
    recordedAt: t.expose('recordedAt', { type: 'Instant' }),
    nodes: t.field({
      type: [TheoryNodeType],
      resolve: ({ state, institutionId }) => state.nodes.map((node) => ({ ...node, institutionId })),
    }),
    links: t.field({
      type: [TheoryLinkType],
      resolve: ({ state, institutionId }) => state.links.map((link) => ({ ...link, institutionId })),
    }),
    svg: t.string({
      complexity: 5,
      description: 'A drawing as SVG with a title and a description that say all of it in words.',
      resolve: ({ state }) => drawTheory(state, 'theory'),
    }),
    inWords: t.stringList({
      description: 'The drawing in sentences.',
      resolve: ({ state }) => [...describeTheory(state)],
    }),
    nodesCsv: t.string({ complexity: 5, resolve: ({ state }) => csvOf(state, 'nodes') }),
    linksCsv: t.string({ complexity: 5, resolve: ({ state }) => csvOf(state, 'links') }),
    nodesCodebook: t.string({ resolve: ({ state }) => codebook(theoryTables(state).nodes.columns) }),
    linksCodebook: t.string({ resolve: ({ state }) => codebook(theoryTables(state).links.columns) }),
  }),
})

export const TheoryOfChange = builder.drizzleNode('theory', {
  name: 'TheoryOfChange',
  description:
    'Why a programme should help: what is put in and done, what should come of it, by what mechanism, and what speaks against it.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { anyOf: readsEvaluation },
  fields: (t) => ({
    title: t.exposeString('title'),
    programme: t.relation('programme', {
      nullable: true,
      description: 'Null where it is of the institution as a whole.',
    }),
    version: t.exposeInt('version', { description: 'Its latest. Send it as expectedVersion with the next revision.' }),
    versions: t.relation('versions', {
      type: TheoryVersion,
      complexity: { field: 5, multiplier: 10 },
      description: 'The latest first, at most 20.',
      query: { orderBy: { version: 'desc' }, limit: 20 },
    }),
  }),
})

function csvOf(state: Theory, which: 'nodes' | 'links'): string {
  return tableCsv(theoryTables(state)[which]).csv
}

builder.queryFields((t) => ({
  theoriesOfChange: t.drizzleConnection({
    type: 'theory',
    authScopes: { anyOf: readsEvaluation },
    complexity: pageCost,
    description: 'Theories of change, of programmes and of the institution.',
    resolve: (query, _root, _args, context) =>
      context.db.query.theory.findMany(
        query({ where: { institutionId: viewerOf(context).institutionId }, orderBy: { id: 'asc' } }),
      ),
  }),
  theoryEvidence: t.drizzleConnection({
    type: 'theoryEvidence',
    authScopes: { anyOf: readsEvaluation },
    complexity: pageCost,
    description: 'Evidence for and against links, retracted or not.',
    resolve: (query, _root, _args, context) =>
      context.db.query.theoryEvidence.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId },
          orderBy: { recordedAt: 'asc', id: 'asc' },
        }),
      ),
  }),
}))
