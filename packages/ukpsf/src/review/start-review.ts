import { parseDescriptor } from '../editions/parse-descriptor.ts'
import { refuseDay } from '../evidence/refuse-text.ts'
import { categoryOf } from '../fellowship/category.ts'
import { formatDescriptor } from '../framework/descriptor.ts'
import { isText } from '../is-text.ts'
import { type Result, refuse } from '../refusal.ts'
import type { Applicant } from './conflict.ts'
import { enterVersion } from './enter-version.ts'
import type { Review } from './review.ts'
import type { Workflow } from './workflow.ts'

/** A claim as it is submitted for review. */
export interface ReviewInput {
  readonly claimId: string
  /** Qualified, such as `psf-2023:D2`: the claim is reviewed in its edition, whatever the day. */
  readonly descriptor: string
  /** The caller's hash of what was submitted; equal hashes mean equal content. */
  readonly version: string
  readonly applicant: Applicant
  readonly on: string
}

/**
 * Gives a review that has begun with the submission of a claim. The criteria to judge are those of the edition's descriptor.
 * Refuses `empty-text`, `malformed-date`, `no-track`, `wrong-count` where the claim does not name as many referees as the
 * track asks for, and what `parseDescriptor` refuses. Throws a `TypeError` for a workflow that `defineWorkflow` did not give.
 *
 * @example
 * ```ts
 * import { defineWorkflow, startReview } from '@mentoring-commons/ukpsf/review'
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
 * review.state //=> "assigning"
 * review.criteria //=> ["psf-2023:D2.1","psf-2023:D2.2","psf-2023:D2.3"]
 * ```
 */
export function startReview(workflow: Workflow, input: ReviewInput): Result<Review> {
  if (workflow?.checked !== true) throw new TypeError('The workflow was not checked. Take it from defineWorkflow.')
  for (const field of ['claimId', 'version'] as const) {
    if (isText(input[field])) continue
    return refuse('empty-text', `A review needs a ${field} that is not empty; got '${String(input[field])}'.`, field)
  }
  if (!isText(input.applicant?.id)) {
    return refuse('empty-text', 'A review needs the id of its applicant.', 'applicant.id')
  }
  const malformed = refuseDay(input.on, 'on')
  if (malformed) return { refusal: malformed }
  const parsed = parseDescriptor(input.descriptor)
  if (parsed.refusal) return { refusal: { ...parsed.refusal, path: 'descriptor' } }
  const category = categoryOf(parsed.value)
  const track = workflow.tracks[category]
  if (track === undefined) {
    const reviewed = Object.keys(workflow.tracks).join(', ')
    return refuse('no-track', `'${workflow.id}' does not review ${category}. It reviews ${reviewed}.`, 'descriptor')
  }
  const named = new Set(input.applicant.refereeIds).size
  if (named !== track.referees.count) {
    const text = `The claim names ${named} referees, and ${category} needs ${track.referees.count}.`
    return refuse('wrong-count', text, 'applicant.refereeIds')
  }
  const file = {
    claimId: input.claimId,
    workflowId: workflow.id,
    descriptor: formatDescriptor(parsed.value),
    category,
    criteria: parsed.value.criteria.map((criterion) => `${parsed.value.edition}:${criterion.code}`),
    applicant: input.applicant,
    submissions: [],
    rounds: [],
    lastOn: input.on,
  }
  return { value: enterVersion(file, workflow, { version: input.version, on: input.on }) }
}
