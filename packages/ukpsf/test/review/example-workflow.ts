import { advanceReview } from '../../src/review/advance-review.ts'
import type { Applicant, Assessor } from '../../src/review/conflict.ts'
import { defineWorkflow } from '../../src/review/define-workflow.ts'
import type { Review } from '../../src/review/review.ts'
import type { ReviewStep } from '../../src/review/review-step.ts'
import { startReview } from '../../src/review/start-review.ts'
import type { Track, Workflow, WorkflowInput } from '../../src/review/workflow.ts'

export const track: Track = {
  reviewers: { count: 2, external: 0 },
  sample: { share: 0, borderline: false },
  referees: { count: 0, rules: [] },
}

export const input: WorkflowInput = {
  id: 'w1',
  title: 'Example',
  tracks: { fellow: track, senior: track, principal: track },
  conflicts: [],
  scale: [
    { id: 'met', passes: true },
    { id: 'just-met', passes: true, borderline: true },
    { id: 'not-met', passes: false },
  ],
  doubleBlind: false,
  adminCheck: false,
  onSplit: [{ kind: 'moderators', count: 1, external: 0 }],
  notAwarded: true,
  referral: {
    windows: [
      { kind: 'minor', within: { weeks: 1 } },
      { kind: 'major', within: { months: 1 } },
    ],
    resubmissionsMax: 1,
    reviewers: 'same',
  },
  onDisagreement: { kind: 'noted' },
  externals: 0,
  ratification: 'none',
  clocks: {},
}

export const workflow = (changes: Partial<WorkflowInput> = {}): Workflow => {
  const { value, refusal } = defineWorkflow({ ...input, ...changes })
  if (!value) throw new TypeError(refusal.message)
  return value
}

export const applicant: Applicant = { id: 'ada', units: ['history'], mentorIds: [], lineManagerIds: [], refereeIds: [] }
export const inside = (id: string, unit = 'physics'): Assessor => ({
  id,
  kind: 'internal',
  units: [unit],
  holds: 'principal',
})
export const outside = (id: string): Assessor => ({ id, kind: 'external', holds: 'principal' })

export const start = (flow: Workflow, descriptor = 'psf-2023:D2', person = applicant): Review => {
  const { value, refusal } = startReview(flow, {
    claimId: 'c1',
    descriptor,
    version: 'v1',
    applicant: person,
    on: '2026-01-05',
  })
  if (!value) throw new TypeError(refusal.message)
  return value
}

/** A step without what every step has. */
export type Loose = ReviewStep extends infer S ? (S extends ReviewStep ? Omit<S, 'by' | 'on'> : never) : never

export const step = (as: string, what: Loose, on = '2026-01-10'): ReviewStep => {
  const [role, id = role] = as.split(' ')
  return { ...what, by: { role, id }, on } as ReviewStep
}

export const take = (review: Review, flow: Workflow, ...steps: ReviewStep[]): Review =>
  steps.reduce((at, each) => {
    const { value, refusal } = advanceReview(at, flow, each)
    if (!value) throw new TypeError(`${each.type}: ${refusal.code}: ${refusal.message}`)
    return value
  }, review)

export const opinion = (review: Pick<Review, 'criteria'>, outcome: string, level?: string) => ({
  judgements: review.criteria.map((criterion) => ({
    criterion,
    level: level ?? (outcome === 'award' ? 'met' : 'not-met'),
  })),
  recommendation:
    outcome === 'award' || outcome === 'not-award'
      ? { outcome: outcome as 'award' }
      : { outcome: 'refer' as const, kind: outcome },
})

export const judge = (review: Pick<Review, 'criteria'>, by: string, outcome: string, on?: string, level?: string) =>
  step(`reviewer ${by}`, { type: 'judge', ...opinion(review, outcome, level) }, on)

export const assign = (...ids: string[]) =>
  step('coordinator', { type: 'assign-reviewers', reviewers: ids.map((id) => inside(id)) })
