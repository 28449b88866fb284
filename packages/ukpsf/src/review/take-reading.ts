import { type Refusal, type Result, refuse } from '../refusal.ts'
import { drawSample } from './draw-sample.ts'
import { onDay } from './enter-version.ts'
import { firstStageOfPeople } from './recommendation.ts'
import type { PanelMember, Review, ReviewIn, Settled } from './review.ts'
import type { StepOf } from './review-step.ts'
import { afterOpinions, afterReading, decide, settledOf } from './settle.ts'
import type { Workflow } from './workflow.ts'

/** Gives a review after its sample was drawn, somebody from outside has read it, or its panel has met. */
export function takeReading(
  review: Review,
  workflow: Workflow,
  step: StepOf<'draw-sample' | 'read' | 'ratify' | 'send-back'>,
): Result<Review> {
  if (step.type === 'draw-sample' && review.state === 'sampling') return draw(review, workflow, step)
  if (step.type === 'read' && review.state === 'reading') return { value: read(review, workflow, step) }
  if ((step.type === 'ratify' || step.type === 'send-back') && review.state === 'ratifying') {
    return panel(review, workflow, step)
  }
  throw new TypeError(`No rule takes '${step.type}' from ${review.state}.`)
}

function draw(review: ReviewIn<'sampling'>, workflow: Workflow, step: StepOf<'draw-sample'>): Result<Review> {
  const { reviewers, opinions, settlement } = review
  const { value: drawn, refusal } = drawSample(workflow, step.cohort, step.seed)
  if (refusal) return { refusal }
  const own = step.cohort.find((claim) => claim.claimId === review.claimId)
  if (own?.category !== review.category || own.borderline !== settlement.borderline) {
    const facts = `{ claimId: '${review.claimId}', category: '${review.category}', borderline: ${settlement.borderline} }`
    return refuse('wrong-cohort', `The cohort must have this claim as it is: ${facts}.`, 'cohort')
  }
  const record = { seed: step.seed, cohortSize: step.cohort.length, on: step.on }
  const judged = { reviewers, opinions, settlement }
  if (!drawn.includes(review.claimId)) {
    const settled: Settled = { ...judged, selection: { because: 'not-drawn', draw: record } }
    return { value: afterReading(review, settled, workflow, step.on) }
  }
  const selection = { because: 'drawn', draw: record } as const
  return { value: { ...onDay(review, step.on), state: 'appointing-reader', ...judged, selection } }
}

function read(review: ReviewIn<'reading'>, workflow: Workflow, step: StepOf<'read'>): Review {
  const { agrees, remark, on } = step
  const reading = { by: step.by.id, on, agrees, ...(remark === undefined ? {} : { remark }) }
  const settled: Settled = { ...settledOf(review), reading }
  if (agrees || workflow.onDisagreement.kind === 'noted') return afterReading(review, settled, workflow, on)
  const { reviewers, opinions } = settled
  const cause = { kind: 'disagreement', earlier: settled } as const
  return { ...onDay(review, on), state: 'appointing-moderators', cause, reviewers, opinions }
}

function panel(
  review: ReviewIn<'ratifying'>,
  workflow: Workflow,
  step: StepOf<'ratify' | 'send-back'>,
): Result<Review> {
  const refusal = refusePanel(review, workflow, step.present)
  if (refusal) return { refusal }
  const settled = settledOf(review)
  if (step.type === 'ratify') {
    return { value: decide(review, settled, workflow, step.on, { present: step.present, on: step.on }) }
  }
  const stage = firstStageOfPeople(workflow.onSplit)
  if (stage < 0) throw new TypeError(`'${workflow.id}' has nobody to send back to: it was changed after its check.`)
  const cause = { kind: 'panel', stage, earlier: settled, reason: step.reason } as const
  return { value: afterOpinions(review, workflow, cause, step.on) }
}

function refusePanel(
  review: ReviewIn<'ratifying'>,
  { ratification }: Workflow,
  present: readonly PanelMember[],
): Refusal | undefined {
  if (ratification === 'none') throw new TypeError('The workflow has no panel any more.')
  if (present.some((member) => member.id === review.applicant.id)) {
    const text = `'${review.applicant.id}' is the applicant (rule 'not-the-applicant') and cannot be on the panel.`
    return refuse('conflict-of-interest', text, 'present').refusal
  }
  const people = new Set(present.map((member) => member.id)).size
  if (people < present.length) return refuse('duplicate-person', 'Somebody is listed twice.', 'present').refusal
  const external = present.filter((member) => member.external).length
  if (people >= ratification.quorum && external >= ratification.external) return undefined
  const text = `${people} were present, ${external} of them from outside; the panel needs ${ratification.quorum}, ${ratification.external} of them from outside.`
  return refuse('wrong-count', text, 'present').refusal
}
