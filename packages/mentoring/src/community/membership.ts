import { identifierRefusal } from '../identifier.ts'
import { dateRefusal } from '../iso-date.ts'
import { fieldsRefusal } from '../read-fields.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'

/**
 * One spell of a person in a community. Somebody who leaves and comes back has two. It has no place for a level of
 * participation: that is derived for a window, and never kept.
 */
export interface Membership {
  readonly communityId: string
  readonly personId: string
  readonly from: string
  /** The last day; absent while the spell goes on. Never before `from`. */
  readonly to?: string
}

/** Gives the refusal of a property called `level`, and nothing for a value without one. */
export function levelRefusal(input: object): Refusal | undefined {
  if (!('level' in input)) return undefined
  const message = `A level of ${JSON.stringify(input.level)} cannot be kept: leave it out, and derive it for a window.`
  return refuse('level-is-never-kept', message, 'level').refusal
}

/**
 * Gives a spell of membership beside those already known of any person and community. A spell that shares a day with
 * another of the same person in the same community is refused.
 *
 * @example
 * ```ts
 * import { defineMembership } from '@mentoring-commons/mentoring'
 *
 * const first = { communityId: 'k1', personId: 'ada', from: '2025-01-01', to: '2025-06-30' }
 * const again = defineMembership({ communityId: 'k1', personId: 'ada', from: '2025-06-30' }, [first])
 * 'refusal' in again && again.refusal.code //=> "membership-overlaps"
 * ```
 */
export function defineMembership(input: Membership, known: readonly Membership[] = []): Result<Membership> {
  const refusal =
    levelRefusal(input) ??
    fieldsRefusal(input, ['communityId', 'personId', 'from', 'to'], '') ??
    identifierRefusal(input.communityId, 'communityId') ??
    identifierRefusal(input.personId, 'personId') ??
    dateRefusal(input.from, 'from') ??
    (input.to === undefined ? undefined : dateRefusal(input.to, 'to'))
  if (refusal) return { refusal }
  const { communityId, personId, from, to } = input
  if (to !== undefined && to < from) {
    return refuse('window-not-usable', `The spell would end on ${to}, before it starts on ${from}: correct one.`, 'to')
  }
  const shares = known.find(
    (other) =>
      other.communityId === communityId &&
      other.personId === personId &&
      other.from <= (to ?? '9999-12-31') &&
      from <= (other.to ?? '9999-12-31'),
  )
  if (shares) {
    const message = `Person "${personId}" is a member from ${shares.from} to ${shares.to ?? 'now'} already: end that spell, or begin this one after it.`
    return refuse('membership-overlaps', message, 'from')
  }
  return { value: input }
}

/** Tells whether a spell shares a day with a stretch from `from` to `to`. */
export function overlaps(membership: Membership, from: string, to: string): boolean {
  return membership.from <= to && from <= (membership.to ?? '9999-12-31')
}
