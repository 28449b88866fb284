import { refuseDay } from '../evidence/refuse-text.ts'
import { isText } from '../is-text.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import { allowedReviewSteps, mayTake } from './allowed-review-steps.ts'
import { afterCheck, onDay } from './enter-version.ts'
import type { Review } from './review.ts'
import type { ReviewStep, StepOf } from './review-step.ts'
import { takeAppointment } from './take-appointment.ts'
import { takeOpinion } from './take-opinion.ts'
import { takeReading } from './take-reading.ts'
import { takeReferral } from './take-referral.ts'
import type { Workflow } from './workflow.ts'

/**
 * Gives the review after a step, as a new value, or why the step was refused; the one given is never changed. A decision
 * rests on what reviewers, moderators and panels recommend: nothing here reads a claim's evidence or counts it, for any
 * descriptor. Refuses `step-not-open`, `not-your-step`, `malformed-date`, `date-before-last` and what the step itself may
 * refuse: `conflict-of-interest`, `duplicate-person`, `wrong-count`, `incomplete-judgement`, `unknown-level`,
 * `recommendation-not-open`, `wrong-cohort`, `window-closed`, `window-open`, `same-version`, `empty-text`.
 * Throws a `RangeError` for another workflow than the one that the review began with.
 *
 * @example
 * ```ts
 * import { advanceReview, defineWorkflow, startReview } from '@mentoring-commons/ukpsf/review'
 * const reviewers = { count: 1, external: 0 }
 * const sample = { share: 0, borderline: false }
 * const { value: workflow } = defineWorkflow({
 *   id: 'example-1',
 *   title: 'Example',
 *   tracks: { fellow: { reviewers, sample, referees: { count: 0, rules: [] } } },
 *   conflicts: ['not-the-mentor'],
 *   scale: [
 *     { id: 'met', passes: true },
 *     { id: 'not-met', passes: false },
 *   ],
 *   doubleBlind: true,
 *   adminCheck: false,
 *   onSplit: [],
 *   notAwarded: true,
 *   referral: 'none',
 *   onDisagreement: { kind: 'noted' },
 *   externals: 0,
 *   ratification: 'none',
 *   clocks: { decideWithin: { months: 1 } },
 * })
 * if (!workflow) throw new TypeError('no workflow')
 * const applicant = { id: 'ada', units: ['history'], mentorIds: ['mia'], lineManagerIds: [], refereeIds: [] }
 * const claim = { claimId: 'c1', descriptor: 'psf-2023:D2', version: 'a1', applicant, on: '2026-01-31' }
 * const { value: review } = startReview(workflow, claim)
 * if (!review) throw new TypeError('no review')
 * const by = { id: 'kim', role: 'coordinator' } as const
 * const assign = (id: string) => {
 *   const reviewer = { id, kind: 'internal', units: ['physics'], holds: 'fellow' } as const
 *   return advanceReview(review, workflow, { type: 'assign-reviewers', reviewers: [reviewer], by, on: '2026-02-02' })
 * }
 * assign('mia').refusal?.code //=> "conflict-of-interest"
 * assign('bo').value?.state //=> "judging"
 * ```
 */
export function advanceReview(review: Review, workflow: Workflow, step: ReviewStep): Result<Review> {
  const refusal = refuseStep(review, workflow, step)
  if (refusal) return { refusal }
  switch (step.type) {
    case 'pass-check':
      return { value: afterCheck(onDay(review, step.on), workflow, step.on) }
    case 'return-to-applicant':
      return { value: { ...onDay(review, step.on), state: 'returned', reason: step.reason } }
    case 'withdraw':
      return { value: withdraw(review, step.on) }
    case 'assign-reviewers':
    case 'replace-reviewer':
    case 'appoint-moderators':
    case 'appoint-reader':
      return takeAppointment(review, workflow, step)
    case 'judge':
    case 'record-meeting':
    case 'moderate':
      return takeOpinion(review, workflow, step)
    case 'draw-sample':
    case 'read':
    case 'ratify':
    case 'send-back':
      return takeReading(review, workflow, step)
    case 'resubmit':
    case 'extend':
    case 'lapse':
      return takeReferral(review, workflow, step)
  }
}

function withdraw(review: Review, on: string): Review {
  const gone = { ...onDay(review, on), state: 'withdrawn' as const, from: review.state }
  if (!('opinions' in review)) return gone
  return { ...gone, judged: { reviewers: review.reviewers, opinions: review.opinions } }
}

function refuseStep(review: Review, workflow: Workflow, step: ReviewStep): Refusal | undefined {
  const open = allowedReviewSteps(review, workflow)
  const same = open.filter(({ type }) => type === step.type)
  if (same.length === 0) {
    const types = open.map(({ type }) => type).join(', ') || 'none'
    const text = `'${step.type}' is not open while the review is ${review.state}. Open are: ${types}.`
    return refuse('step-not-open', text, 'type').refusal
  }
  if (!same.some((each) => mayTake(each, step.by, review))) {
    const who = same.map(({ role, who: ids }) => (ids === undefined ? role : `${role} ${ids.join(' or ')}`)).join(', ')
    const text = `'${step.by?.id}' as ${step.by?.role} may not take '${step.type}'. It is open to: ${who}; never to the applicant in another role.`
    return refuse('not-your-step', text, 'by').refusal
  }
  const malformed = refuseDay(step.on, 'on')
  if (malformed) return malformed
  if (step.on < review.lastOn) {
    const text = `${step.on} is before the last step, on ${review.lastOn}. Give a day from then on.`
    return refuse('date-before-last', text, 'on').refusal
  }
  if (!needsReason(step) || isText(step.reason)) return undefined
  return refuse('empty-text', `'${step.type}' needs a reason. Write it in a sentence.`, 'reason').refusal
}

type Reasoned = StepOf<'return-to-applicant' | 'record-meeting' | 'moderate' | 'send-back' | 'extend'>

const needsReason = (step: ReviewStep): step is Reasoned =>
  ['return-to-applicant', 'record-meeting', 'moderate', 'send-back', 'extend'].includes(step.type)
