import { type DescriptorCode, defineEvidence, parseDescriptor, planClaim } from '@mentoring-commons/ukpsf'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { accepted, Refused } from '../../../refused.ts'
import { holdsAny, runsProgrammes } from '../../people/policy.ts'
import { evidenceOf } from '../evidence/store.ts'
import { ClaimReadingType, type ReadingOf } from '../reading/graphql.ts'
import { knownWorkflow } from '../workflow/commands.ts'
import { mayDraft, mayReadClaim, mayReadSubmission } from './policy.ts'
import { evidenceOfClaim } from './store.ts'
import { type ClaimStatus, claimStatuses, type SubmittedEvidence } from './table.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

export const ClaimStatusEnum = builder.enumType('ClaimStatus', {
  description: 'Where a claim stands for its owner.',
  values: enumValues<ClaimStatus>(claimStatuses),
})

export const SubmittedEvidenceType = builder.objectRef<SubmittedEvidence>('SubmittedEvidence').implement({
  description: 'Evidence as it was when it was submitted. Later changes to the evidence do not reach it.',
  fields: (t) => ({
    key: t.string({ description: 'Names it inside the submission.', resolve: ({ id }) => id }),
    kind: t.string({ resolve: ({ kind }) => kind }),
    title: t.string({ nullable: true, resolve: ({ title }) => title ?? null }),
    fromDay: t.field({ type: 'Day', resolve: ({ on }) => (typeof on === 'string' ? on : on.from) }),
    toDay: t.field({ type: 'Day', nullable: true, resolve: ({ on }) => (typeof on === 'string' ? null : on.to) }),
    tags: t.stringList({ resolve: ({ tags }) => [...tags] }),
    confirmed: t.stringList({
      description: 'Those of `tags` that somebody else confirmed.',
      resolve: ({ corroborations }) => [...new Set((corroborations ?? []).flatMap(({ tags }) => tags ?? []))],
    }),
    words: t.int({ nullable: true, resolve: ({ words }) => words ?? null }),
    address: t.string({ nullable: true, resolve: ({ address }) => address ?? null }),
  }),
})

export const Submission = builder.drizzleObject('claimSubmission', {
  name: 'Submission',
  description: 'A version of a claim as it was submitted: it never changes.',
  select: {
    columns: { institutionId: true, claimId: true, number: true },
    with: {
      claim: { columns: { personId: true }, with: { tasks: { columns: { personId: true } } } },
    },
  },
  fields: (t) => ({
    number: t.exposeInt('number'),
    hash: t.exposeString('hash', { description: 'SHA-256 of what was submitted; statements of referees name it.' }),
    submittedAt: t.expose('submittedAt', { type: 'Instant' }),
    evidenceCount: t.int({
      select: { columns: { content: true } },
      resolve: ({ content }) => content.evidence.length,
    }),
    evidence: t.field({
      type: [SubmittedEvidenceType],
      nullable: true,
      description: 'For the owner and for those who review it; null for everybody else.',
      select: { columns: { content: true } },
      resolve: ({ content, claim }, _args, context) => (opens(context, claim) ? [...content.evidence] : null),
    }),
    reading: t.field({
      type: ClaimReadingType,
      nullable: true,
      description:
        'What counting said on that day. For the owner and for those who review it; null for everybody else.',
      select: { columns: { content: true } },
      resolve: ({ content, claim, institutionId }, _args, context) =>
        opens(context, claim) ? { reading: content.reading, evidence: content.evidence, institutionId } : null,
    }),
  }),
})

export const Claim = builder.drizzleNode('claim', {
  name: 'Claim',
  description:
    'A claim to a descriptor. Its owner sees all of it, those who review it what was submitted, a coordinator how far it is.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: {
    columns: { institutionId: true, id: true, personId: true, descriptor: true },
    with: { tasks: { columns: { personId: true } } },
  },
  authScopes: ({ personId, tasks }, context) =>
    context.viewer !== null && mayReadClaim(context.viewer, personId, ids(tasks)),
  fields: (t) => ({
    descriptor: t.exposeString('descriptor', { description: 'Qualified, such as psf-2023:D2.' }),
    category: t.string({ resolve: ({ descriptor }) => categoryTitle(descriptor) }),
    status: t.expose('status', { type: ClaimStatusEnum }),
    startedAt: t.expose('startedAt', { type: 'Instant' }),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next change.' }),
    mine: t.boolean({ resolve: ({ personId }, _args, context) => mayDraft(viewerOf(context), personId) }),
    claimant: t.id({
      nullable: true,
      description: 'The person who claims: for themselves and for coordinators; null for those who review.',
      resolve: ({ personId, institutionId }, _args, context) => {
        const viewer = viewerOf(context)
        const open = mayDraft(viewer, personId) || holdsAny(viewer, runsProgrammes)
        return open ? globalIdOf('Person', institutionId, personId) : null
      },
    }),
    evidence: t.relatedConnection('evidence', {
      complexity: pageCost,
      description: 'What it rests on while it is worked at: for its owner. Empty for everybody else.',
      query: (_args, context) => {
        const { institutionId, personId } = viewerOf(context)
        return { where: { institutionId, personId: personId ?? nobody }, orderBy: { fromDay: 'asc', id: 'asc' } }
      },
    }),
    reading: t.field({
      type: ClaimReadingType,
      nullable: true,
      errors: { types: [Refused] },
      complexity: { field: 100, multiplier: 1 },
      description: 'How it stands as it is now: for its owner; null for everybody else.',
      args: { workflow: t.arg.string({ description: 'Reads it with the rules that this workflow adds.' }) },
      resolve: (claim, { workflow }, context) =>
        mayDraft(viewerOf(context), claim.personId) ? readingOf(context, claim, workflow ?? undefined) : null,
    }),
    submissions: t.relation('submissions', {
      type: Submission,
      description: 'What was submitted, the first first.',
      query: { orderBy: { number: 'asc' } },
    }),
  }),
})

builder.queryFields((t) => ({
  myClaims: t.drizzleConnection({
    type: 'claim',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'Your claims.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      return context.db.query.claim.findMany(
        query({ where: { institutionId, personId: personId ?? nobody }, orderBy: { startedAt: 'asc', id: 'asc' } }),
      )
    },
  }),
  claims: t.drizzleConnection({
    type: 'claim',
    authScopes: { anyOf: runsProgrammes },
    complexity: pageCost,
    description: 'All claims of the institution, to see how far they are.',
    args: { status: t.arg({ type: ClaimStatusEnum }) },
    resolve: (query, _root, { status }, context) =>
      context.db.query.claim.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId, ...(status ? { status } : {}) },
          orderBy: { startedAt: 'asc', id: 'asc' },
        }),
      ),
  }),
}))

function opens(
  context: Context,
  claim: { readonly personId: string; readonly tasks: readonly { readonly personId: string }[] } | null,
): boolean {
  return claim !== null && mayReadSubmission(viewerOf(context), claim.personId, ids(claim.tasks))
}

function ids(tasks: readonly { readonly personId: string }[]): readonly string[] {
  return tasks.map(({ personId }) => personId)
}

function categoryTitle(descriptor: DescriptorCode): string {
  return parseDescriptor(descriptor).value?.category ?? descriptor
}

async function readingOf(
  context: Context,
  claim: {
    readonly id: string
    readonly personId: string
    readonly institutionId: string
    readonly descriptor: string
  },
  workflowKey: string | undefined,
): Promise<ReadingOf> {
  const { institutionId, descriptor } = claim
  const { stored, overlay } = await context.transact('read', async (tx) => ({
    stored: await evidenceOfClaim(tx, institutionId, claim),
    overlay: workflowKey === undefined ? undefined : (await knownWorkflow(tx, institutionId, workflowKey)).overlay,
  }))
  const evidence = stored.map((each) => accepted(defineEvidence(evidenceOf(each))))
  const on = context.now().slice(0, 10)
  const reading = accepted(planClaim({ descriptor, evidence, on, ...(overlay ? { overlay } : {}) }))
  return { reading, evidence, institutionId }
}
