import type { CriterionJudgement, Opinion, Recommendation } from '@mentoring-commons/ukpsf/review'
import { builder } from '../../../builder.ts'
import type { Context } from '../../../context.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { Claim } from '../claim/graphql.ts'
import { abandonClaim, submitClaim } from '../submission/commands.ts'
import { advanceReview, keepAssessor, type StepInput } from './commands.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

const Outcome = builder.enumType('ReviewOutcome', {
  description: 'What is recommended.',
  values: {
    AWARD: { value: 'award' },
    REFER: { value: 'refer', description: 'To be submitted again; `kind` says for how much.' },
    NOT_AWARD: { value: 'not-award' },
  } as const,
})

const AssessorKind = builder.enumType('AssessorKind', {
  description: 'Where an assessor comes from.',
  values: { INTERNAL: { value: 'internal' }, EXTERNAL: { value: 'external' } } as const,
})

const JudgementInput = builder.inputType('CriterionJudgementInput', {
  fields: (t) => ({
    criterion: t.string({ required: true, description: 'Qualified, such as psf-2023:D2.1.' }),
    level: t.string({ required: true }),
    remark: t.string(),
  }),
})

const OpinionInput = builder.inputType('OpinionInput', {
  description: 'Every criterion judged once, and what is recommended.',
  fields: (t) => ({
    judgements: t.field({ type: [JudgementInput], required: true }),
    outcome: t.field({ type: Outcome, required: true }),
    kind: t.string({ description: 'Which referral, such as minor.' }),
  }),
})

const ReasonInput = builder.inputType('ReasonInput', { fields: (t) => ({ reason: t.string({ required: true }) }) })

const MeetingInput = builder.inputType('ReviewMeetingInput', {
  fields: (t) => ({
    present: t.globalIDList({ for: Person, required: true }),
    agreed: t.field({ type: OpinionInput, description: 'Left out where they did not come to agree.' }),
    reason: t.string({ required: true }),
  }),
})

const ModerationInput = builder.inputType('ModerationInput', {
  fields: (t) => ({ opinion: t.field({ type: OpinionInput, required: true }), reason: t.string({ required: true }) }),
})

const ReadingInput = builder.inputType('ReadingInput', {
  fields: (t) => ({ agrees: t.boolean({ required: true }), remark: t.string() }),
})

const PanelMemberInput = builder.inputType('PanelMemberInput', {
  fields: (t) => ({
    person: t.globalID({ for: Person, required: true }),
    external: t.boolean({ defaultValue: false }),
  }),
})

const PanelInput = builder.inputType('PanelInput', {
  fields: (t) => ({
    present: t.field({ type: [PanelMemberInput], required: true }),
    reason: t.string({ description: 'Why it is sent back.' }),
  }),
})

const ReplacementInput = builder.inputType('ReplacementInput', {
  fields: (t) => ({
    leaves: t.globalID({ for: Person, required: true }),
    reviewer: t.globalID({ for: Person, required: true }),
  }),
})

const ExtensionInput = builder.inputType('ExtensionInput', {
  fields: (t) => ({ due: t.field({ type: 'Day', required: true }), reason: t.string({ required: true }) }),
})

const Done = builder.enumType('PlainReviewStep', {
  description: 'Steps that carry nothing.',
  values: {
    PASS_CHECK: { value: 'pass-check' },
    RESUBMIT: { value: 'resubmit', description: 'Submits the claim again, as it rests on its evidence now.' },
    LAPSE: { value: 'lapse', description: 'A referral that was not answered in time.' },
    WITHDRAW: { value: 'withdraw' },
  } as const,
})

const ReviewStepInput = builder.inputType('ReviewStepInput', {
  isOneOf: true,
  description: 'Exactly one step. Who may take which is told by Review.openSteps.',
  fields: (t) => ({
    plain: t.field({ type: Done }),
    returnToApplicant: t.field({ type: ReasonInput }),
    assignReviewers: t.globalIDList({ for: Person }),
    replaceReviewer: t.field({ type: ReplacementInput }),
    judge: t.field({ type: OpinionInput }),
    recordMeeting: t.field({ type: MeetingInput }),
    appointModerators: t.globalIDList({ for: Person }),
    moderate: t.field({ type: ModerationInput }),
    drawSample: t.string({ description: 'The seed; choose it before the claims are known.' }),
    appointReader: t.globalID({ for: Person }),
    read: t.field({ type: ReadingInput }),
    ratify: t.field({ type: PanelInput }),
    sendBack: t.field({ type: PanelInput }),
    extend: t.field({ type: ExtensionInput }),
  }),
})

builder.mutationFields((t) => ({
  submitClaim: t.drizzleField({
    type: Claim,
    errors,
    authScopes: { signedIn: true },
    description: 'Submits your claim, which freezes what it rests on and begins its review.',
    args: {
      claim: t.arg.globalID({ for: Claim, required: true }),
      workflow: t.arg.string({ required: true, description: 'The key of a workflow of your institution.' }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { claim, ...rest }, context) => {
      const id = await submitClaim(context, { ...rest, claimId: ownId(context, claim, 'claim') })
      return present(await context.db.query.claim.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  abandonClaim: t.drizzleField({
    type: Claim,
    errors,
    authScopes: { signedIn: true },
    description: 'Takes back a claim of yours that was never submitted.',
    args: { claim: t.arg.globalID({ for: Claim, required: true }), idempotencyKey: t.arg.string() },
    resolve: async (query, _root, { claim, idempotencyKey }, context) => {
      const id = await abandonClaim(context, { claimId: ownId(context, claim, 'claim'), idempotencyKey })
      return present(await context.db.query.claim.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  advanceReview: t.drizzleField({
    type: Claim,
    errors,
    authScopes: { signedIn: true },
    description: 'Takes the next step in the review of a claim. A decision to award makes the fellowship.',
    args: {
      claim: t.arg.globalID({ for: Claim, required: true }),
      step: t.arg({ type: ReviewStepInput, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version of the review that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { claim, step, ...rest }, context) => {
      const claimId = ownId(context, claim, 'claim')
      const id = await advanceReview(context, { ...rest, claimId, step: stepOf(context, step) })
      return present(await context.db.query.claim.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  keepAssessor: t.drizzleField({
    type: Person,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Keeps somebody among those who can assess claims.',
    args: {
      person: t.arg.globalID({ for: Person, required: true }),
      kind: t.arg({ type: AssessorKind, required: true }),
      since: t.arg({ type: 'Day', required: true }),
      until: t.arg({ type: 'Day' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { person, ...rest }, context) => {
      const id = await keepAssessor(context, { ...rest, personId: ownId(context, person, 'person') })
      return present(await context.db.query.person.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

type Input<T extends { readonly $inferInput: unknown }> = T['$inferInput']

function stepOf(context: Context, step: Input<typeof ReviewStepInput>): StepInput {
  const id = (person: Parameters<typeof ownId>[1], path: string) => ownId(context, person, `step.${path}`)
  if (step.plain) return { type: step.plain }
  if (step.returnToApplicant) return { type: 'return-to-applicant', reason: step.returnToApplicant.reason }
  if (step.assignReviewers)
    return { type: 'assign-reviewers', reviewers: step.assignReviewers.map((one) => id(one, 'assignReviewers')) }
  if (step.replaceReviewer)
    return {
      type: 'replace-reviewer',
      leaves: id(step.replaceReviewer.leaves, 'leaves'),
      reviewer: id(step.replaceReviewer.reviewer, 'reviewer'),
    }
  if (step.judge) return { type: 'judge', ...opinionOf(step.judge) }
  if (step.recordMeeting) {
    const { present: people, agreed, reason } = step.recordMeeting
    const met = people.map((one) => id(one, 'recordMeeting.present'))
    return { type: 'record-meeting', present: met, reason, ...(agreed ? { agreed: opinionOf(agreed) } : {}) }
  }
  if (step.appointModerators)
    return { type: 'appoint-moderators', moderators: step.appointModerators.map((one) => id(one, 'appointModerators')) }
  if (step.moderate) return { type: 'moderate', ...opinionOf(step.moderate.opinion), reason: step.moderate.reason }
  if (typeof step.drawSample === 'string') return { type: 'draw-sample', seed: step.drawSample }
  if (step.appointReader) return { type: 'appoint-reader', reader: id(step.appointReader, 'appointReader') }
  if (step.read) {
    const { agrees, remark } = step.read
    return { type: 'read', agrees, ...(remark ? { remark } : {}) }
  }
  if (step.ratify) return { type: 'ratify', present: panelOf(step.ratify) }
  if (step.sendBack) return { type: 'send-back', present: panelOf(step.sendBack), reason: step.sendBack.reason ?? '' }
  if (step.extend) return { type: 'extend', due: step.extend.due, reason: step.extend.reason }
  throw new TypeError('a one-of input without a value')

  function panelOf(panel: Input<typeof PanelInput>) {
    return panel.present.map(({ person, external }) => ({ id: id(person, 'present'), external: external ?? false }))
  }
}

function opinionOf({ judgements, outcome, kind }: Input<typeof OpinionInput>): Opinion {
  const recommendation: Recommendation = outcome === 'refer' ? { outcome, kind: kind ?? '' } : { outcome }
  return {
    judgements: judgements.map(
      ({ criterion, level, remark }): CriterionJudgement => ({
        criterion,
        level,
        ...(remark ? { comment: remark } : {}),
      }),
    ),
    recommendation,
  }
}
