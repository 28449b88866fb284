import type { AgreementVersion } from '../agreement/agreement.ts'
import { agreementInForce } from '../agreement/agreement-in-force.ts'
import { daysAfter } from '../days.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { day, id, type ObjectShape, object } from '../shape/shape.ts'

/** That the people of a relationship reviewed it on a day. That they did, and nothing of what they found. */
export interface Review {
  readonly relationshipId: string
  readonly heldOn: string
}

/** The declared shape of a review. */
export const reviewShape: ObjectShape<Review> = object<Review>({ relationshipId: id, heldOn: day })

/**
 * Gives the day on which the next review of a relationship is due, as its agreement in force says; nothing where none is in force, and
 * while it is not active. Counted from the last review held by then, or from the day it began.
 *
 * @example
 * ```ts
 * import { reviewDueOn, type Relationship } from '@mentoring-commons/mentoring'
 *
 * const relationship: Relationship = { id: 'r1', kind: 'dyad', participants: [], status: 'recorded' }
 * reviewDueOn(relationship, [], [], '2026-06-01') //=> undefined
 * ```
 */
export function reviewDueOn(
  relationship: Relationship,
  agreements: readonly AgreementVersion[],
  reviews: readonly Review[],
  on: string,
): string | undefined {
  if (relationship.status !== 'active') return undefined
  const own = agreements.filter((one) => one.relationshipId === relationship.id)
  const agreed = agreementInForce(relationship, own, on)
  if (agreed === undefined) return undefined
  const held = reviews.filter((one) => one.relationshipId === relationship.id && one.heldOn <= on)
  const last = held.reduce((latest, one) => (one.heldOn > latest ? one.heldOn : latest), relationship.startedOn)
  return daysAfter(last, agreed.terms.reviewEveryDays)
}
