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
