import { builder } from '../../../builder.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { writesTheories } from '../policy.ts'
import { TheoryEvidence, TheoryOfChange } from '../theory/graphql.ts'
import {
  addContributionEvidence,
  assertContribution,
  examineContributionRivals,
  judgeContribution,
  retractTheoryEvidence,
} from './commands.ts'
import { ContributionClaim, RivalFindingEnum } from './graphql.ts'

const RivalExamination = builder.inputType('RivalExamination', {
  description: 'What the examination of a rival explanation found.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Of the rival, in the theory of change.' }),
    finding: t.field({ type: RivalFindingEnum, required: true }),
    reasoning: t.string({ required: true }),
    evidence: t.globalIDList({ for: TheoryEvidence, required: true }),
  }),
})

const Verdict = builder.enumType('ContributionVerdict', {
  values: { CREDIBLE: { value: 'credible' }, NOT_SUPPORTED: { value: 'not-supported' } } as const,
})

const common = { type: ContributionClaim, errors: { types: [Refused] }, authScopes: { anyOf: writesTheories } }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'
const versionHint = 'The version that you decided on.'

builder.mutationFields((t) => ({
  assertContribution: t.drizzleField({
    ...common,
    description:
      'Asserts that something contributed, by the latest version of a theory of change. Nothing speaks for it yet.',
    args: {
      theory: t.arg.globalID({ for: TheoryOfChange, required: true }),
      linkKeys: t.arg.stringList({ required: true, description: 'A chain of links, in order.' }),
      indicatorIds: t.arg.stringList({ required: true, description: 'Of nodes that these links lead to.' }),
      subject: t.arg.string({ required: true, description: 'What is said to have contributed.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { theory, linkKeys, ...rest }, context) => {
      const theoryId = ownId(context, theory, 'theory')
      const id = await assertContribution(context, { ...rest, theoryId, linkIds: linkKeys })
      return present(await context.db.query.contributionClaim.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  addContributionEvidence: t.drizzleField({
    ...common,
    description: 'Adds evidence to a claim. Opinions of stakeholders alone are refused.',
    args: {
      claim: t.arg.globalID({ for: ContributionClaim, required: true }),
      evidence: t.arg.globalIDList({ for: TheoryEvidence, required: true }),
      expectedVersion: t.arg.int({ required: true, description: versionHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { claim, evidence, ...rest }, context) => {
      const ids = evidence.map((one, index) => ownId(context, one, `evidence.${index}`))
      const id = await addContributionEvidence(context, { ...rest, claimId: ownId(context, claim, 'claim') }, ids)
      return present(await context.db.query.contributionClaim.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  examineContributionRivals: t.drizzleField({
    ...common,
    description: 'Records how the rival explanations of a claim were examined: every one that its links name.',
    args: {
      claim: t.arg.globalID({ for: ContributionClaim, required: true }),
      rivals: t.arg({ type: [RivalExamination], required: true }),
      expectedVersion: t.arg.int({ required: true, description: versionHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { claim, rivals, ...rest }, context) => {
      const examined = rivals.map(({ key, evidence, ...rival }, index) => ({
        ...rival,
        id: key,
        evidenceIds: evidence.map((one, place) => ownId(context, one, `rivals.${index}.evidence.${place}`)),
      }))
      const which = { ...rest, claimId: ownId(context, claim, 'claim') }
      const id = await examineContributionRivals(context, which, examined)
      return present(await context.db.query.contributionClaim.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  judgeContribution: t.drizzleField({
    ...common,
    description: 'Judges a claim whose rivals are examined.',
    args: {
      claim: t.arg.globalID({ for: ContributionClaim, required: true }),
      verdict: t.arg({ type: Verdict, required: true }),
      judgement: t.arg.string({ required: true, description: 'The reasoning, for somebody who was not there.' }),
      expectedVersion: t.arg.int({ required: true, description: versionHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { claim, verdict, judgement, ...rest }, context) => {
      const which = { ...rest, claimId: ownId(context, claim, 'claim') }
      const id = await judgeContribution(context, which, { verdict, judgement })
      return present(await context.db.query.contributionClaim.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  retractTheoryEvidence: t.drizzleField({
    ...common,
    type: TheoryEvidence,
    description: 'Retracts a piece of evidence. Every claim that rests on it goes back as far as it goes without.',
    args: {
      evidence: t.arg.globalID({ for: TheoryEvidence, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { evidence, idempotencyKey }, context) => {
      const evidenceId = ownId(context, evidence, 'evidence')
      const id = await retractTheoryEvidence(context, { evidenceId, idempotencyKey })
      return present(await context.db.query.theoryEvidence.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
