import { refuseDay } from '../evidence/refuse-text.ts'
import { isText } from '../is-text.ts'
import { type Result, refuse } from '../refusal.ts'
import { enterVersion, onDay } from './enter-version.ts'
import type { Review, ReviewIn } from './review.ts'
import type { StepOf } from './review-step.ts'
import type { Workflow } from './workflow.ts'

/** Gives a review after an applicant submitted again, a referral was put off, or one lapsed. */
export function takeReferral(
  review: Review,
  workflow: Workflow,
  step: StepOf<'resubmit' | 'extend' | 'lapse'>,
): Result<Review> {
  if (step.type === 'resubmit' && (review.state === 'returned' || review.state === 'referred')) {
    return resubmit(review, workflow, step)
  }
  if (step.type === 'extend' && review.state === 'referred') return extend(review, step)
  if (step.type === 'lapse' && review.state === 'referred') return lapse(review, step)
  throw new TypeError(`No rule takes '${step.type}' from ${review.state}.`)
}

function resubmit(
  review: ReviewIn<'returned' | 'referred'>,
  workflow: Workflow,
  step: StepOf<'resubmit'>,
): Result<Review> {
  const { version, on, applicant = review.applicant } = step
  if (!isText(version)) {
    return refuse('empty-text', `A submission needs the hash of its version; got '${String(version)}'.`, 'version')
  }
  if (applicant.id !== review.applicant.id) {
    const text = `The claim is by '${review.applicant.id}' and cannot be submitted again by '${applicant.id}'.`
    return refuse('not-your-step', text, 'applicant.id')
  }
  const referees = workflow.tracks[review.category]?.referees.count ?? 0
  const named = new Set(applicant.refereeIds).size
  if (named !== referees) {
    const text = `The claim names ${named} referees, and ${review.category} needs ${referees}.`
    return refuse('wrong-count', text, 'applicant.refereeIds')
  }
  if (review.state === 'referred') {
    if (on > review.due) {
      const text = `The claim was to be submitted again by ${review.due}, not on ${on}. Extend that day, or let it lapse.`
      return refuse('window-closed', text, 'on')
    }
    if (review.submissions.some((submission) => submission.version === version)) {
      const text = `Version '${version}' was submitted before. A referral asks for a changed one.`
      return refuse('same-version', text, 'version')
    }
  }
  return { value: enterVersion({ ...onDay(review, on), applicant }, workflow, { version, on }) }
}

function extend(review: ReviewIn<'referred'>, step: StepOf<'extend'>): Result<Review> {
  const malformed = refuseDay(step.due, 'due')
  if (malformed) return { refusal: malformed }
  if (step.due <= review.due || step.due < step.on) {
    const text = `${step.due} is no later than ${review.due} or lies before ${step.on}. Give a later day.`
    return refuse('reversed-period', text, 'due')
  }
  return { value: { ...review, lastOn: step.on, due: step.due } }
}

function lapse(review: ReviewIn<'referred'>, step: StepOf<'lapse'>): Result<Review> {
  if (step.on <= review.due) {
    const text = `The applicant has until ${review.due}, that day included. Let it lapse on a later day.`
    return refuse('window-open', text, 'on')
  }
  return { value: { ...onDay(review, step.on), state: 'lapsed', due: review.due } }
}
