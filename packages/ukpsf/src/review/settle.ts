import { addDuration } from '../duration.ts'
import type { Assessor } from './conflict.ts'
import { onDay } from './enter-version.ts'
import { readingNeeded } from './reading-needed.ts'
import { settleFrom } from './recommendation.ts'
import {
  type Cause,
  currentVersion,
  type Decided,
  type Judged,
  type Ratification,
  type Review,
  type ReviewIn,
  type Settled,
  type Settlement,
} from './review.ts'
import type { Workflow } from './workflow.ts'

/** Gives where a review goes when its reviewers have judged; stages before the one of the cause are over. */
export function afterOpinions(
  review: Review & Judged,
  workflow: Workflow,
  cause: Exclude<Cause, { kind: 'disagreement' }>,
  on: string,
  from: 'start' | number = cause.stage,
): Review {
  const { reviewers, opinions } = review
  const judged: Judged = { reviewers, opinions }
  const answer = settleFrom(
    workflow,
    from,
    opinions.map((opinion) => opinion.recommendation),
  )
  if (answer.kind === 'open')
    throw new TypeError(`'${workflow.id}' leaves a split open: it was changed after its check.`)
  if (answer.kind === 'settled') {
    const { by, recommendation } = answer
    const people = reviewers.map((reviewer) => reviewer.id)
    const borderline = isBorderline(judged, workflow)
    return afterSettlement(review, judged, workflow, cause, { recommendation, by, people, borderline, on })
  }
  const state = answer.kind === 'meeting' ? 'meeting' : 'appointing-moderators'
  return { ...onDay(review, on), state, cause: { ...cause, stage: answer.stage }, ...judged }
}

/** Gives where a review goes when people or a stage have settled it: to a reader from outside, a panel, or its decision. */
export function afterSettlement(
  review: Review,
  { reviewers, opinions }: Judged,
  workflow: Workflow,
  cause: Cause,
  settlement: Settlement,
): Review {
  const judged = { reviewers, opinions }
  const { on } = settlement
  if (cause.kind !== 'split') {
    const { selection, reading } = cause.earlier
    const settled = { ...judged, settlement, selection, ...(reading === undefined ? {} : { reading }) }
    return afterReading(review, settled, workflow, on)
  }
  const sample = workflow.tracks[review.category]?.sample ?? { share: 0, borderline: false }
  const needed = readingNeeded(sample, settlement.borderline)
  if (needed === 'draw') return { ...onDay(review, on), state: 'sampling', ...judged, settlement }
  if (needed === 'no') {
    return afterReading(review, { ...judged, settlement, selection: { because: 'not-asked' } }, workflow, on)
  }
  const selection = { because: sample.share === 1 ? 'all' : 'borderline' } as const
  return { ...onDay(review, on), state: 'appointing-reader', ...judged, settlement, selection }
}

/** Gives where a review goes when nobody from outside reads it any more. */
export function afterReading(review: Review, settled: Settled, workflow: Workflow, on: string): Review {
  if (workflow.ratification === 'none') return decide(review, settled, workflow, on)
  return { ...onDay(review, on), state: 'ratifying', ...settled }
}

/** Gives a review that is decided as it was recommended, or referred, with the day by which to submit again. */
export function decide(
  review: Review,
  settled: Settled,
  workflow: Workflow,
  on: string,
  ratification?: Ratification,
): Review {
  const file = onDay(review, on)
  const decided: Decided = { ...settled, decidedOn: on, ...(ratification === undefined ? {} : { ratification }) }
  const { recommendation } = settled.settlement
  switch (recommendation.outcome) {
    case 'award':
      return { ...file, state: 'awarded', ...decided }
    case 'not-award': {
      const { reapplyAfter } = workflow.clocks
      const again = reapplyAfter === undefined ? {} : { mayReapplyFrom: addDuration(on, reapplyAfter) }
      return { ...file, state: 'not-awarded', ...decided, ...again }
    }
    case 'refer': {
      const windows = workflow.referral === 'none' ? [] : workflow.referral.windows
      const window = windows.find((each) => each.kind === recommendation.kind)
      if (window === undefined)
        throw new TypeError(`'${workflow.id}' has no referral '${recommendation.kind}' any more.`)
      const rounds = [...file.rounds, { ...decided, version: currentVersion(file) }]
      return { ...file, rounds, state: 'referred', kind: window.kind, due: addDuration(on, window.within) }
    }
  }
}

/** Says whether reviewers differed, or one used a level that counts as borderline. */
export function isBorderline({ opinions }: Judged, workflow: Workflow): boolean {
  const levels = new Set(workflow.scale.filter((level) => level.borderline).map((level) => level.id))
  const recommended = opinions.map((opinion) => opinion.recommendation)
  const answer = settleFrom({ onSplit: [], referral: 'none' }, 'start', recommended)
  return answer.kind === 'open' || opinions.some(({ judgements }) => judgements.some(({ level }) => levels.has(level)))
}

/** Gives what a review carried of its settlement, from a state that has one. */
export function settledOf(review: ReviewIn<'appointing-reader' | 'reading' | 'ratifying'>): Settled {
  const { reviewers, opinions, settlement, selection, reading } = review
  return { reviewers, opinions, settlement, selection, ...(reading === undefined ? {} : { reading }) }
}

/** Gives the ids of those who must not read or settle again what they have settled. */
export function moderatorsOf(settlement: Settlement): readonly Assessor['id'][] {
  return settlement.by === 'moderators' ? settlement.people : []
}
