import { type Result, refuse } from '../refusal.ts'
import { refuseAppointment, reviewersAsked, takenForReview } from './appoint.ts'
import type { Assessor } from './conflict.ts'
import { judging, onDay } from './enter-version.ts'
import type { Review, ReviewIn } from './review.ts'
import type { StepOf } from './review-step.ts'
import { moderatorsOf, settledOf } from './settle.ts'
import type { Headcount, Workflow } from './workflow.ts'

type Step = StepOf<'assign-reviewers' | 'replace-reviewer' | 'appoint-moderators' | 'appoint-reader'>

/** Gives a review after people were appointed to it, or why they may not be. */
export function takeAppointment(review: Review, workflow: Workflow, step: Step): Result<Review> {
  if (step.type === 'assign-reviewers' && review.state === 'assigning') return assign(review, workflow, step)
  if (step.type === 'replace-reviewer' && review.state === 'judging') return replace(review, workflow, step)
  if (step.type === 'appoint-moderators' && review.state === 'appointing-moderators') {
    return appointModerators(review, workflow, step)
  }
  if (step.type === 'appoint-reader' && review.state === 'appointing-reader') {
    return appointReader(review, workflow, step)
  }
  throw new TypeError(`No rule takes '${step.type}' from ${review.state}.`)
}

function assign(review: ReviewIn<'assigning'>, workflow: Workflow, step: StepOf<'assign-reviewers'>): Result<Review> {
  const refusal = refuseAppointment(review, workflow, {
    people: step.reviewers,
    asked: reviewersAsked(review, workflow, review.kept),
    taken: takenForReview(review, workflow, review.kept),
    field: 'reviewers',
  })
  if (refusal) return { refusal }
  return { value: judging(onDay(review, step.on), workflow, [...review.kept, ...step.reviewers], step.on) }
}

function replace(review: ReviewIn<'judging'>, workflow: Workflow, step: StepOf<'replace-reviewer'>): Result<Review> {
  const leaves = review.reviewers.find((reviewer) => reviewer.id === step.leaves)
  if (leaves === undefined) {
    return refuse('not-your-step', `'${step.leaves}' is no reviewer of this version, and cannot leave.`, 'leaves')
  }
  if (review.opinions.some((opinion) => opinion.by === step.leaves)) {
    return refuse('step-not-open', `'${step.leaves}' has judged already, and a judgement stays.`, 'leaves')
  }
  const refusal = refuseAppointment(review, workflow, {
    people: [step.reviewer],
    asked: { count: 1, external: leaves.kind === 'external' ? 1 : 0 },
    taken: takenForReview(review, workflow, review.reviewers),
    field: 'reviewer',
  })
  if (refusal) return { refusal }
  const reviewers = review.reviewers.map((reviewer) => (reviewer.id === step.leaves ? step.reviewer : reviewer))
  return { value: { ...review, lastOn: step.on, reviewers } }
}

function appointModerators(
  review: ReviewIn<'appointing-moderators'>,
  workflow: Workflow,
  step: StepOf<'appoint-moderators'>,
): Result<Review> {
  const { reviewers, opinions, cause } = review
  const reader = cause.kind === 'split' ? undefined : cause.earlier.reading?.by
  const refusal = refuseAppointment(review, workflow, {
    people: step.moderators,
    asked: moderatorsAsked(review, workflow),
    taken: new Map([
      ...reviewers.map((reviewer) => [reviewer.id, 'reviews this version, and moderators are others'] as const),
      ...(reader === undefined ? [] : [[reader, 'has read this version from outside'] as const]),
    ]),
    field: 'moderators',
  })
  if (refusal) return { refusal }
  const { moderators } = step
  return { value: { ...onDay(review, step.on), state: 'moderating', cause, reviewers, opinions, moderators } }
}

function moderatorsAsked({ cause }: ReviewIn<'appointing-moderators'>, workflow: Workflow): Headcount {
  const asked = cause.kind === 'disagreement' ? workflow.onDisagreement : workflow.onSplit[cause.stage]
  return asked?.kind === 'moderators' ? { count: asked.count, external: asked.external } : { count: 0, external: 0 }
}

function appointReader(
  review: ReviewIn<'appointing-reader'>,
  workflow: Workflow,
  step: StepOf<'appoint-reader'>,
): Result<Review> {
  const busy = (ids: readonly Assessor['id'][], what: string) => ids.map((id) => [id, what] as const)
  const refusal = refuseAppointment(review, workflow, {
    people: [step.reader],
    asked: { count: 1, external: 1 },
    taken: new Map([
      ...busy(
        review.reviewers.map((reviewer) => reviewer.id),
        'reviews this version, and cannot read it from outside',
      ),
      ...busy(moderatorsOf(review.settlement), 'has settled this version, and cannot read it from outside'),
    ]),
    field: 'reader',
  })
  if (refusal) return { refusal }
  return { value: { ...onDay(review, step.on), state: 'reading', ...settledOf(review), reader: step.reader } }
}
