import { addDuration } from '../../src/duration.ts'
import { advanceReview } from '../../src/review/advance-review.ts'
import { allowedReviewSteps, type OpenStep } from '../../src/review/allowed-review-steps.ts'
import type { Assessor } from '../../src/review/conflict.ts'
import type { Opinion, Review } from '../../src/review/review.ts'
import type { ReviewStep } from '../../src/review/review-step.ts'
import type { Headcount, Workflow } from '../../src/review/workflow.ts'
import type { Loose } from './example-workflow.ts'
import type { Population } from './population.ts'

/** Steps that real people could try now, one or more for each that is open; whether they are accepted is another matter. */
export function possibleSteps(review: Review, workflow: Workflow, population: Population): readonly ReviewStep[] {
  return allowedReviewSteps(review, workflow).flatMap((open) => {
    const id = open.who?.[0] ?? 'office'
    const on =
      open.type === 'lapse' && review.state === 'referred' ? addDuration(review.due, { days: 1 }) : review.lastOn
    return payloads(review, workflow, population, open).map(
      (what) => ({ ...what, by: { id, role: open.role }, on }) as ReviewStep,
    )
  })
}

/** Every opinion that a person can come to, an award first. */
export function opinionsOf(review: Review, open: OpenStep): readonly Opinion[] {
  const at = (level: string) => review.criteria.map((criterion) => ({ criterion, level }))
  return (open.recommendations ?? []).flatMap((recommendation) =>
    (recommendation.outcome === 'award' ? ['met', 'just-met'] : ['not-met']).map((level) => ({
      judgements: at(level),
      recommendation,
    })),
  )
}

function payloads(review: Review, workflow: Workflow, population: Population, open: OpenStep): readonly Loose[] {
  const track = workflow.tracks[review.category]
  switch (open.type) {
    case 'pass-check':
    case 'lapse':
    case 'withdraw':
      return [{ type: open.type }]
    case 'return-to-applicant':
      return [{ type: open.type, reason: 'a page is missing' }]
    case 'resubmit':
      return [{ type: open.type, version: `v${review.submissions.length + 1}` }]
    case 'assign-reviewers': {
      if (review.state !== 'assigning' || !track) return []
      const kept = review.kept.filter((person) => person.kind === 'external').length
      const asked = { count: track.reviewers.count - review.kept.length, external: track.reviewers.external - kept }
      const reviewers = find(review, population, asked, (people) =>
        accepts(review, workflow, { type: 'assign-reviewers', reviewers: people }),
      )
      return reviewers ? [{ type: 'assign-reviewers', reviewers }] : []
    }
    case 'appoint-moderators': {
      if (review.state !== 'appointing-moderators') return []
      const { cause } = review
      const asked = cause.kind === 'disagreement' ? workflow.onDisagreement : workflow.onSplit[cause.stage]
      if (asked?.kind !== 'moderators') return []
      const moderators = find(review, population, asked, (people) =>
        accepts(review, workflow, { type: 'appoint-moderators', moderators: people }),
      )
      return moderators ? [{ type: 'appoint-moderators', moderators }] : []
    }
    case 'appoint-reader':
      return population.people
        .filter((person) => person.kind === 'external')
        .map((reader) => ({ type: 'appoint-reader' as const, reader }))
        .filter((what) => accepts(review, workflow, what) === undefined)
        .slice(0, 1)
    case 'judge':
      return opinionsOf(review, open).map((opinion) => ({ type: 'judge', ...opinion }))
    case 'moderate':
      return opinionsOf(review, open).map((opinion) => ({ type: 'moderate', reason: 'as discussed', ...opinion }))
    case 'record-meeting': {
      if (!('reviewers' in review)) return []
      const present = review.reviewers.map((reviewer) => reviewer.id)
      const meeting = { type: 'record-meeting', present, reason: 'as discussed' } as const
      return [meeting, ...opinionsOf(review, open).map((agreed) => ({ ...meeting, agreed }))]
    }
    case 'draw-sample': {
      if (review.state !== 'sampling') return []
      const { category, claimId } = review
      const { borderline } = review.settlement
      const other = (index: number) => ({ claimId: `other-${index}`, category, borderline: false })
      const cohort = [{ claimId, category, borderline }, ...[1, 2, 3, 4, 5, 6, 7].map(other)]
      return ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((seed) => ({ type: 'draw-sample', seed, cohort }))
    }
    case 'read':
      return [true, false].map((agrees) => ({ type: 'read', agrees }))
    case 'ratify':
    case 'send-back': {
      const quorum = workflow.ratification === 'none' ? 0 : workflow.ratification.quorum
      const present = Array.from({ length: quorum }, (_, index) => ({ id: `panel-${index}`, external: true }))
      return [
        open.type === 'ratify' ? { type: 'ratify', present } : { type: 'send-back', present, reason: 'look again' },
      ]
    }
    default:
      return []
  }
}

const accepts = (review: Review, workflow: Workflow, what: Loose): string | undefined =>
  advanceReview(review, workflow, {
    ...what,
    by: { id: 'office', role: 'coordinator' },
    on: review.lastOn,
  } as ReviewStep).refusal?.code

/** People who are each free, found one by one: whoever is refused for another reason than the count is left out. */
function find(
  review: Review,
  population: Population,
  { count, external }: Headcount,
  refusalOf: (people: readonly Assessor[]) => string | undefined,
): readonly Assessor[] | undefined {
  const free = population.people.filter((person) => {
    const code = refusalOf([person])
    return code === undefined || code === 'wrong-count'
  })
  const inside = free.filter((person) => person.kind === 'internal').slice(0, count - external)
  const outside = free.filter((person) => person.kind === 'external').slice(0, external)
  const people = [...inside, ...outside]
  return people.length === count && review.claimId !== '' ? people : undefined
}
