import type { EvidenceKind, TheoryLink, TheoryNode } from '@mentoring-commons/reporting/evaluation'
import { builder } from '../../../builder.ts'
import type { Context } from '../../../context.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Programme } from '../../mentoring/graphql.ts'
import { Estimate } from '../estimate/graphql.ts'
import { Objective } from '../objective/graphql.ts'
import { writesTheories } from '../policy.ts'
import { recordTheory, recordTheoryEvidence, reviseTheory } from './commands.ts'
import {
  EvidenceKindEnum,
  NodeKindEnum,
  RelationEnum,
  StrengthEnum,
  TheoryEvidence,
  TheoryOfChange,
} from './graphql.ts'

const NodeInput = builder.inputType('TheoryNodeInput', {
  description: 'One thing that is put in, done, or hoped for.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its name within this theory, which links use.' }),
    kind: t.field({ type: NodeKindEnum, required: true }),
    title: t.string({ required: true }),
    indicatorIds: t.stringList({ required: true }),
    objective: t.globalID({ for: Objective, description: 'Of a node of the kind OBJECTIVE.' }),
  }),
})

const RivalInput = builder.inputType('RivalInput', {
  description: 'Another explanation.',
  fields: (t) => ({ key: t.string({ required: true }), explanation: t.string({ required: true }) }),
})

const LinkInput = builder.inputType('TheoryLinkInput', {
  description: 'That one node leads to another.',
  fields: (t) => ({
    key: t.string({ required: true }),
    from: t.string({ required: true }),
    to: t.string({ required: true }),
    relation: t.field({ type: RelationEnum, required: true }),
    mechanism: t.string({ required: true, description: 'How the one brings about the other.' }),
    assumption: t.string({ required: true, description: 'What has to hold for that.' }),
    strength: t.field({ type: StrengthEnum, required: true }),
    evidence: t.globalIDList({ for: TheoryEvidence, required: true }),
    rivals: t.field({ type: [RivalInput], required: true }),
  }),
})

const TheoryInput = builder.inputType('TheoryInput', {
  description: 'A theory of change, whole.',
  fields: (t) => ({
    title: t.string({ required: true }),
    nodes: t.field({ type: [NodeInput], required: true }),
    links: t.field({ type: [LinkInput], required: true }),
    indicatorIds: t.stringList({
      required: true,
      description: 'Every indicator that is measured: each has to hang on a node.',
    }),
  }),
})

type Input = typeof TheoryInput.$inferInput

function inputOf(context: Context, { title, nodes, links, indicatorIds }: Input) {
  return {
    title,
    indicatorIds,
    nodes: nodes.map(({ key, kind, objective, ...rest }, index): TheoryNode => {
      if (kind !== 'objective') return { id: key, kind, ...rest }
      const objectiveId = objective ? ownId(context, objective, `theory.nodes.${index}.objective`) : ''
      return { id: key, kind, objectiveId, ...rest }
    }),
    links: links.map(
      ({ key, evidence, rivals, ...rest }, index): TheoryLink => ({
        ...rest,
        id: key,
        evidenceIds: evidence.map((one) => ownId(context, one, `theory.links.${index}.evidence`)),
        rivals: rivals.map(({ key: id, explanation }) => ({ id, explanation })),
      }),
    ),
  }
}

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

builder.mutationFields((t) => ({
  recordTheory: t.drizzleField({
    type: TheoryOfChange,
    errors,
    authScopes: { anyOf: writesTheories },
    description: 'Records a theory of change.',
    args: {
      programme: t.arg.globalID({ for: Programme, description: 'Left out where it is of the institution as a whole.' }),
      theory: t.arg({ type: TheoryInput, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { programme, theory, idempotencyKey }, context) => {
      const programmeId = programme ? ownId(context, programme, 'programme') : null
      const id = await recordTheory(context, { ...inputOf(context, theory), programmeId }, { idempotencyKey })
      return present(await context.db.query.theory.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  reviseTheory: t.drizzleField({
    type: TheoryOfChange,
    errors,
    authScopes: { anyOf: writesTheories },
    description: 'Adds a version to a theory of change; those before it stay, and claims stay with theirs.',
    args: {
      id: t.arg.globalID({ for: TheoryOfChange, required: true }),
      theory: t.arg({ type: TheoryInput, required: true }),
      reason: t.arg.string({ required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { id: global, theory, reason, ...rest }, context) => {
      const which = { ...rest, theoryId: ownId(context, global, 'id') }
      const id = await reviseTheory(context, { ...inputOf(context, theory), reason }, which)
      return present(await context.db.query.theory.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  recordTheoryEvidence: t.drizzleField({
    type: TheoryEvidence,
    errors,
    authScopes: { anyOf: writesTheories },
    description:
      'Records a piece of evidence, which links and claims can then name: an estimate that is kept here, or something elsewhere.',
    args: {
      title: t.arg.string({ required: true }),
      kind: t.arg({ type: EvidenceKindEnum, required: true }),
      estimate: t.arg.globalID({ for: Estimate, description: 'Of the kind ESTIMATE.' }),
      reference: t.arg.string({ description: 'Of all other kinds: where it is.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { title, kind, estimate, reference, idempotencyKey }, context) => {
      const where = referenceOf(kind, estimate ? ownId(context, estimate, 'estimate') : undefined, reference)
      const id = await recordTheoryEvidence(context, { title, kind, reference: where, idempotencyKey })
      return present(await context.db.query.theoryEvidence.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

function referenceOf(kind: EvidenceKind, estimate: string | undefined, reference: string | null | undefined): string {
  if ((kind === 'estimate') === (estimate !== undefined)) return estimate ?? reference ?? ''
  throw new Refused({
    code: 'reference-wrong',
    message: 'name an estimate for evidence of the kind ESTIMATE, and a reference for all other kinds',
    path: 'kind',
  })
}
