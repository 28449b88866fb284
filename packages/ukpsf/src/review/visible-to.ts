import { type Result, refuse } from '../refusal.ts'
import { currentVersion, type Judged, type Review, type ReviewerOpinion, type Settlement } from './review.ts'
import type { Actor } from './review-step.ts'
import type { Workflow } from './workflow.ts'

/** What one person may see of a review. */
export interface ReviewView {
  readonly claimId: string
  readonly descriptor: string
  readonly criteria: readonly string[]
  readonly version: string
  /** For an applicant, `under-review` stands for every state in which others are at work. */
  readonly state: Review['state'] | 'under-review'
  readonly applicantId: string | 'hidden'
  /** Opinions of the current version, or of the one that was last decided on. */
  readonly opinions: readonly ReviewerOpinion[]
  readonly settlement?: Settlement
}

const ofApplicant: readonly Review['state'][] = [
  'returned',
  'referred',
  'awarded',
  'not-awarded',
  'lapsed',
  'withdrawn',
]
const decided: readonly Review['state'][] = ['referred', 'awarded', 'not-awarded', 'lapsed']

/**
 * Gives what somebody may see of a review. A reviewer sees only their own opinion until all are in. An applicant sees none
 * before a decision. Where the workflow is double-blind, those who assess do not see who applies, and the applicant sees
 * reviewers as `reviewer 1`, `reviewer 2` in the order of their appointment, and nobody's name beside a settlement. What people
 * write in a comment is not searched for names. Refuses `not-your-step` to those who have no part in the review.
 *
 * @example
 * ```ts
 * import { defineWorkflow, startReview, visibleTo } from '@mentoring-commons/ukpsf/review'
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
 * visibleTo(review, workflow, { id: 'ada', role: 'applicant' }).value?.state //=> "under-review"
 * visibleTo(review, workflow, { id: 'bo', role: 'reviewer' }).refusal?.code //=> "not-your-step"
 * ```
 */
export function visibleTo(review: Review, workflow: Workflow, viewer: Actor): Result<ReviewView> {
  if (!hasPart(review, viewer)) {
    const text = `'${viewer.id}' has no part in the review of '${review.claimId}' as ${viewer.role}.`
    return refuse('not-your-step', text, 'viewer')
  }
  const { claimId, descriptor, criteria } = review
  const base = { claimId, descriptor, criteria, version: currentVersion(review), state: review.state }
  const judged = judgedOf(review)
  const settlement = settlementOf(review)
  const blind = workflow.doubleBlind && viewer.role !== 'coordinator' && viewer.role !== 'panel'
  const applicantId = blind && viewer.role !== 'applicant' ? 'hidden' : review.applicant.id
  if (viewer.role === 'applicant') {
    const state = ofApplicant.includes(review.state) ? review.state : 'under-review'
    const view: ReviewView = { ...base, state, applicantId, opinions: [] }
    if (!decided.includes(review.state)) return { value: view }
    const opinions = blind
      ? judged.opinions.map((opinion) => ({ ...opinion, by: alias(judged, opinion.by) }))
      : judged.opinions
    if (settlement === undefined) return { value: { ...view, opinions } }
    return { value: { ...view, opinions, settlement: blind ? { ...settlement, people: [] } : settlement } }
  }
  if (viewer.role === 'reviewer' && review.state === 'judging') {
    return { value: { ...base, applicantId, opinions: judged.opinions.filter(({ by }) => by === viewer.id) } }
  }
  const { opinions } = judged
  return { value: { ...base, applicantId, opinions, ...(settlement === undefined ? {} : { settlement }) } }
}

function hasPart(review: Review, { id, role }: Actor): boolean {
  if (role === 'applicant') return id === review.applicant.id
  if (id === review.applicant.id) return false
  switch (role) {
    case 'coordinator':
    case 'panel':
      return true
    case 'reviewer':
      return judgedOf(review).reviewers.some((reviewer) => reviewer.id === id)
    case 'moderator':
      if (review.state === 'moderating') return review.moderators.some((moderator) => moderator.id === id)
      return settlementOf(review)?.by === 'moderators' && settlementOf(review)?.people.includes(id) === true
    case 'reader':
      return (review.state === 'reading' && review.reader.id === id) || readerOf(review) === id
  }
}

function judgedOf(review: Review): Judged {
  if ('opinions' in review) return review
  if (review.state === 'withdrawn') return review.judged ?? { reviewers: [], opinions: [] }
  const last = decided.includes(review.state) ? review.rounds.at(-1) : undefined
  return last ?? { reviewers: [], opinions: [] }
}

function settlementOf(review: Review): Settlement | undefined {
  if ('settlement' in review) return review.settlement
  return decided.includes(review.state) ? review.rounds.at(-1)?.settlement : undefined
}

function readerOf(review: Review): string | undefined {
  if ('reading' in review) return review.reading?.by
  return decided.includes(review.state) ? review.rounds.at(-1)?.reading?.by : undefined
}

const alias = ({ reviewers }: Judged, id: string): string =>
  `reviewer ${reviewers.findIndex((reviewer) => reviewer.id === id) + 1}`
