import { daysBetween } from '../duration.ts'
import { isIsoDate } from '../iso-date.ts'
import type { Review } from './review.ts'

/** Something in a review that is late. */
export interface Overdue {
  readonly what: 'judgement' | 'decision' | 'resubmission'
  /** The last day on which it was in time. */
  readonly due: string
  /** At least 1. */
  readonly daysLate: number
  /** Ids of those who are waited for; empty where it is the institution. */
  readonly who: readonly string[]
}

/**
 * Gives what is late in a review on a day, the longest overdue first. The clock of the decision stands still while the
 * applicant has the claim, and begins anew with each submission. Throws a `RangeError` for what is no day.
 *
 * @example
 * ```ts
 * import { defineWorkflow, overdue, startReview } from '@mentoring-commons/ukpsf/review'
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
 * overdue(review, '2026-02-28') //=> []
 * overdue(review, '2026-03-01') //=> [{"what":"decision","due":"2026-02-28","who":[],"daysLate":1}]
 * ```
 */
export function overdue(review: Review, on: string): readonly Overdue[] {
  if (!isIsoDate(on)) throw new RangeError(`'${on}' is not a day of the calendar.`)
  return dues(review)
    .filter(({ due }) => due < on)
    .map((each) => ({ ...each, daysLate: daysBetween(each.due, on) }))
    .sort((one, other) => other.daysLate - one.daysLate)
}

function dues(review: Review): readonly Omit<Overdue, 'daysLate'>[] {
  const decision = review.decideBy === undefined ? [] : [{ what: 'decision' as const, due: review.decideBy, who: [] }]
  switch (review.state) {
    case 'judging': {
      if (review.judgeBy === undefined) return decision
      const given = review.opinions.map((opinion) => opinion.by)
      const who = review.reviewers.map((reviewer) => reviewer.id).filter((id) => !given.includes(id))
      return [{ what: 'judgement', due: review.judgeBy, who }, ...decision]
    }
    case 'referred':
      return [{ what: 'resubmission', due: review.due, who: [review.applicant.id] }]
    case 'returned':
    case 'awarded':
    case 'not-awarded':
    case 'lapsed':
    case 'withdrawn':
      return []
    default:
      return decision
  }
}
