import { type Result, refuse } from '../refusal.ts'
import { onDay } from './enter-version.ts'
import { refuseOpinion } from './refuse-opinion.ts'
import type { Judged, Opinion, Review, ReviewIn, Settlement } from './review.ts'
import type { StepOf } from './review-step.ts'
import { afterOpinions, afterSettlement, isBorderline } from './settle.ts'
import type { Workflow } from './workflow.ts'

/** Gives a review after a reviewer, a meeting or moderators gave their opinion, or why it is refused. */
export function takeOpinion(
  review: Review,
  workflow: Workflow,
  step: StepOf<'judge' | 'record-meeting' | 'moderate'>,
): Result<Review> {
  if (step.type === 'judge' && review.state === 'judging') return judge(review, workflow, step)
  if (step.type === 'record-meeting' && review.state === 'meeting') return recordMeeting(review, workflow, step)
  if (step.type === 'moderate' && review.state === 'moderating') return moderate(review, workflow, step)
  throw new TypeError(`No rule takes '${step.type}' from ${review.state}.`)
}

function judge(review: ReviewIn<'judging'>, workflow: Workflow, step: StepOf<'judge'>): Result<Review> {
  const refusal = refuseOpinion(review, workflow, step)
  if (refusal) return { refusal }
  const { judgements, recommendation, on } = step
  const opinions = [...review.opinions, { by: step.by.id, on, judgements, recommendation }]
  const judged = { ...review, lastOn: on, opinions }
  if (opinions.length < review.reviewers.length) return { value: judged }
  return { value: afterOpinions(judged, workflow, { kind: 'split', stage: 0 }, on, 'start') }
}

function recordMeeting(
  review: ReviewIn<'meeting'>,
  workflow: Workflow,
  step: StepOf<'record-meeting'>,
): Result<Review> {
  const { reviewers, cause } = review
  const absent = reviewers.find((reviewer) => !step.present.includes(reviewer.id))
  if (absent !== undefined) {
    const text = `'${absent.id}' was not at the meeting. All reviewers of the version meet, or no meeting is recorded.`
    return refuse('wrong-count', text, 'present')
  }
  if (step.present.includes(review.applicant.id)) {
    const text = `'${review.applicant.id}' is the applicant (rule 'not-the-applicant') and cannot be at the meeting.`
    return refuse('conflict-of-interest', text, 'present')
  }
  if (step.agreed === undefined) {
    return { value: afterOpinions(review, workflow, { ...cause, stage: cause.stage + 1 }, step.on) }
  }
  const refusal = refuseOpinion(review, workflow, step.agreed, 'agreed.')
  if (refusal) return { refusal }
  const people = reviewers.map((reviewer) => reviewer.id)
  const settlement = settled(review, workflow, step.agreed, { by: 'meeting', people, reason: step.reason, on: step.on })
  return { value: afterSettlement(onState(review, step.on), review, workflow, cause, settlement) }
}

function moderate(review: ReviewIn<'moderating'>, workflow: Workflow, step: StepOf<'moderate'>): Result<Review> {
  const refusal = refuseOpinion(review, workflow, step)
  if (refusal) return { refusal }
  const people = review.moderators.map((moderator) => moderator.id)
  const settlement = settled(review, workflow, step, { by: 'moderators', people, reason: step.reason, on: step.on })
  return { value: afterSettlement(onState(review, step.on), review, workflow, review.cause, settlement) }
}

function settled(
  judged: Judged,
  workflow: Workflow,
  { recommendation, judgements }: Opinion,
  how: Pick<Settlement, 'by' | 'people' | 'on'> & { readonly reason: string },
): Settlement {
  return { recommendation, judgements, ...how, borderline: isBorderline(judged, workflow) }
}

const onState = <R extends Review>(review: R, on: string): R => ({ ...review, ...onDay(review, on) })
