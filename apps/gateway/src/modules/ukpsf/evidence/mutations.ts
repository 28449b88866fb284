import { builder } from '../../../builder.ts'
import type { Context } from '../../../context.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { InquiryType } from '../../action-research/graphql.ts'
import { Goal } from '../../mentoring/goal/graphql.ts'
import { Meeting } from '../../mentoring/graphql.ts'
import { Person } from '../../people/graphql.ts'
import {
  addEvidence,
  askCorroboration,
  corroborateEvidence,
  type FromOriginInput,
  makeEvidence,
  removeEvidence,
  reviseEvidence,
} from './commands.ts'
import { Evidence } from './graphql.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

const EvidenceInput = builder.inputType('EvidenceInput', {
  fields: (t) => ({
    kind: t.string({ defaultValue: 'other' }),
    title: t.string(),
    fromDay: t.field({ type: 'Day', required: true }),
    toDay: t.field({ type: 'Day', description: 'Left out where it took place on one day.' }),
    tags: t.stringList({ defaultValue: [], description: 'Qualified codes, such as psf-2023:K3.' }),
    words: t.int(),
    address: t.string({ description: 'Where a reviewer can read the account, beginning with https://.' }),
  }),
})

const EvidenceChange = builder.inputType('EvidenceChange', {
  description: 'What is to be different; what is left out stays, what is null becomes unknown.',
  fields: (t) => ({
    kind: t.string(),
    title: t.string(),
    fromDay: t.field({ type: 'Day' }),
    toDay: t.field({ type: 'Day' }),
    tags: t.stringList(),
    words: t.int(),
    address: t.string(),
  }),
})

const EvidenceFrom = builder.inputType('EvidenceFrom', {
  isOneOf: true,
  description: 'Exactly one thing that you took part in.',
  fields: (t) => ({
    meeting: t.globalID({ for: Meeting }),
    goal: t.globalID({ for: Goal }),
    inquiry: t.globalID({ for: InquiryType }),
  }),
})

builder.mutationFields((t) => ({
  addEvidence: t.drizzleField({
    type: Evidence,
    errors,
    authScopes: { signedIn: true },
    description: 'Adds a piece of evidence to your portfolio.',
    args: {
      evidence: t.arg({ type: EvidenceInput, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { evidence, idempotencyKey }, context) => {
      const { kind, tags, ...rest } = evidence
      const id = await addEvidence(context, { ...rest, kind: kind ?? 'other', tags: tags ?? [], idempotencyKey })
      return present(await context.db.query.evidence.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  makeEvidence: t.drizzleField({
    type: Evidence,
    errors,
    authScopes: { signedIn: true },
    description: 'Makes evidence of something that you took part in, and keeps where it comes from.',
    args: {
      from: t.arg({ type: EvidenceFrom, required: true }),
      title: t.arg.string(),
      tags: t.arg.stringList({ defaultValue: [] }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { from, tags, ...rest }, context) => {
      const id = await makeEvidence(context, { ...rest, from: originOf(context, from), tags: tags ?? [] })
      return present(await context.db.query.evidence.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  reviseEvidence: t.drizzleField({
    type: Evidence,
    errors,
    authScopes: { signedIn: true },
    description:
      'Changes a piece of your evidence. Words given on it stand for tags that stay, and are asked for anew when more than tags changes.',
    args: {
      evidence: t.arg.globalID({ for: Evidence, required: true }),
      change: t.arg({ type: EvidenceChange, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { evidence, change, ...rest }, context) => {
      const { kind, fromDay, tags, ...open } = change
      const id = await reviseEvidence(context, {
        ...rest,
        ...open,
        // These three cannot be unknown: null says nothing about them.
        ...(kind ? { kind } : {}),
        ...(fromDay ? { fromDay } : {}),
        ...(tags ? { tags } : {}),
        evidenceId: ownId(context, evidence, 'evidence'),
      })
      return present(await context.db.query.evidence.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  removeEvidence: t.field({
    type: 'Boolean',
    errors: { types: [Refused], directResult: false },
    authScopes: { signedIn: true },
    description: 'Removes a piece of your evidence. What was submitted keeps its copy.',
    args: {
      evidence: t.arg.globalID({ for: Evidence, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (_root, { evidence, idempotencyKey }, context) => {
      await removeEvidence(context, { evidenceId: ownId(context, evidence, 'evidence'), idempotencyKey })
      return true
    },
  }),
  askCorroboration: t.drizzleField({
    type: Evidence,
    errors,
    authScopes: { signedIn: true },
    description: 'Asks somebody for their word on a piece of your evidence, which opens it to them.',
    args: {
      evidence: t.arg.globalID({ for: Evidence, required: true }),
      person: t.arg.globalID({ for: Person, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { evidence, person, idempotencyKey }, context) => {
      const id = await askCorroboration(context, {
        evidenceId: ownId(context, evidence, 'evidence'),
        personId: ownId(context, person, 'person'),
        idempotencyKey,
      })
      return present(await context.db.query.evidence.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  corroborateEvidence: t.drizzleField({
    type: Evidence,
    errors,
    authScopes: { signedIn: true },
    description: 'Gives your word on evidence that you were asked about, for the dimensions that you name.',
    args: {
      evidence: t.arg.globalID({ for: Evidence, required: true }),
      tags: t.arg.stringList({ required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { evidence, tags, idempotencyKey }, context) => {
      const id = await corroborateEvidence(context, {
        evidenceId: ownId(context, evidence, 'evidence'),
        tags,
        idempotencyKey,
      })
      return present(await context.db.query.evidence.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

function originOf(context: Context, from: typeof EvidenceFrom.$inferInput): FromOriginInput['from'] {
  if (from.meeting) return { kind: 'meeting', id: ownId(context, from.meeting, 'from.meeting') }
  if (from.goal) return { kind: 'goal', id: ownId(context, from.goal, 'from.goal') }
  if (from.inquiry) return { kind: 'inquiry', id: ownId(context, from.inquiry, 'from.inquiry') }
  throw new TypeError('a one-of input without a value')
}
