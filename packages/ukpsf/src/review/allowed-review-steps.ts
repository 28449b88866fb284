import { openRecommendations, type Recommendation } from './recommendation.ts'
import type { Review } from './review.ts'
import type { Actor, ReviewStep, Role } from './review-step.ts'
import type { Workflow } from './workflow.ts'

/** A step that is open, and to whom. */
export interface OpenStep {
  readonly type: ReviewStep['type']
  readonly role: Role
  /** Ids of those who may take it; left out where the caller vouches for the role. Nobody may who is the applicant. */
  readonly who?: readonly string[]
  /** What can be recommended, where the step recommends. */
  readonly recommendations?: readonly Recommendation[]
}

/**
 * Gives the steps that are open in a review, in no order of urgency; with an actor, those that the actor may take. None is
 * open once a review is over. Whether a particular step is accepted also depends on what it carries.
 *
 * @example
 * ```ts
 * import { allowedReviewSteps, defineWorkflow, startReview } from '@mentoring-commons/ukpsf/review'
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
 * allowedReviewSteps(review, workflow).map((step) => step.type) //=> ["assign-reviewers","withdraw"]
 * allowedReviewSteps(review, workflow, { id: 'ada', role: 'coordinator' }) //=> []
 * ```
 */
export function allowedReviewSteps(review: Review, workflow: Workflow, actor?: Actor): readonly OpenStep[] {
  if (review.workflowId !== workflow.id) {
    throw new RangeError(`The review runs on workflow '${review.workflowId}', not '${workflow.id}'.`)
  }
  const open = openSteps(review, workflow)
  return actor === undefined ? open : open.filter((step) => mayTake(step, actor, review))
}

/** Says whether somebody may take an open step. An applicant can be nothing else in their own review. */
export function mayTake(step: OpenStep, actor: Actor, review: Review): boolean {
  if (step.role !== actor.role) return false
  if (actor.role !== 'applicant' && actor.id === review.applicant.id) return false
  return step.who === undefined || step.who.includes(actor.id)
}

function openSteps(review: Review, workflow: Workflow): readonly OpenStep[] {
  const withdraw: OpenStep = { type: 'withdraw', role: 'applicant', who: [review.applicant.id] }
  const recommendations = openRecommendations(workflow, review.rounds.length)
  const byCoordinator = (...types: readonly ReviewStep['type'][]): readonly OpenStep[] =>
    types.map((type) => ({ type, role: 'coordinator' }))
  switch (review.state) {
    case 'checking':
      return [...byCoordinator('pass-check', 'return-to-applicant'), withdraw]
    case 'returned':
      return [{ type: 'resubmit', role: 'applicant', who: [review.applicant.id] }, withdraw]
    case 'assigning':
      return [...byCoordinator('assign-reviewers'), withdraw]
    case 'judging': {
      const given = review.opinions.map((opinion) => opinion.by)
      const who = review.reviewers.map((reviewer) => reviewer.id).filter((id) => !given.includes(id))
      return [{ type: 'judge', role: 'reviewer', who, recommendations }, ...byCoordinator('replace-reviewer'), withdraw]
    }
    case 'meeting':
      return [{ type: 'record-meeting', role: 'coordinator', recommendations }, withdraw]
    case 'appointing-moderators':
      return [...byCoordinator('appoint-moderators'), withdraw]
    case 'moderating': {
      const who = review.moderators.map((moderator) => moderator.id)
      return [{ type: 'moderate', role: 'moderator', who, recommendations }, withdraw]
    }
    case 'sampling':
      return [...byCoordinator('draw-sample'), withdraw]
    case 'appointing-reader':
      return [...byCoordinator('appoint-reader'), withdraw]
    case 'reading':
      return [{ type: 'read', role: 'reader', who: [review.reader.id] }, withdraw]
    case 'ratifying': {
      const mayReturn = workflow.ratification !== 'none' && workflow.ratification.mayReturn
      const types = mayReturn ? (['ratify', 'send-back'] as const) : (['ratify'] as const)
      return [...types.map((type) => ({ type, role: 'panel' as const })), withdraw]
    }
    case 'referred':
      return [
        { type: 'resubmit', role: 'applicant', who: [review.applicant.id] },
        ...byCoordinator('extend', 'lapse'),
        withdraw,
      ]
    case 'awarded':
    case 'not-awarded':
    case 'lapsed':
    case 'withdrawn':
      return []
  }
}
