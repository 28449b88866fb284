import { type Membership, overlaps } from './membership.ts'
import { assertWindow, isWithin, type Window } from './window.ts'

/** How many people a community had over one window; each person counts once, however many spells they have. */
export interface MembershipCount {
  readonly window: Window
  /** Members on the first day. */
  readonly atStart: number
  /** Members on the last day. */
  readonly atEnd: number
  /** Members on any day. */
  readonly ever: number
  /** People with a spell that begins in the window after its first day, who had none on the first day. */
  readonly joined: number
  /** People who were members on some day and are not on the last one. */
  readonly left: number
  /** Members on the first day who are members on the last one too. */
  readonly stayed: number
}

/**
 * Gives how membership of one community moved, one row for each window in the order given. Always
 * `ever = atEnd + left` and `ever = atStart + joined`. Throws a `RangeError` for a window that ends before it starts.
 *
 * @example
 * ```ts
 * import { membershipOverTime } from '@mentoring-commons/mentoring'
 *
 * const spells = [
 *   { communityId: 'k1', personId: 'ada', from: '2025-01-01', to: '2025-03-31' },
 *   { communityId: 'k1', personId: 'ben', from: '2025-02-01' },
 * ]
 * const [row] = membershipOverTime(spells, 'k1', [{ from: '2025-01-01', to: '2025-12-31' }])
 * row?.joined //=> 1
 * row?.left //=> 1
 * ```
 */
export function membershipOverTime(
  memberships: readonly Membership[],
  communityId: string,
  windows: readonly Window[],
): readonly MembershipCount[] {
  const own = memberships.filter((membership) => membership.communityId === communityId)
  return windows.map((window) => {
    assertWindow(window)
    const during = (from: string, to: string) =>
      new Set(own.filter((one) => overlaps(one, from, to)).map(({ personId }) => personId))
    const first = during(window.from, window.from)
    const last = during(window.to, window.to)
    const ever = during(window.from, window.to)
    const began = new Set(own.filter((one) => isWithin(one.from, window)).map(({ personId }) => personId))
    return {
      window,
      atStart: first.size,
      atEnd: last.size,
      ever: ever.size,
      joined: [...began].filter((one) => !first.has(one)).length,
      left: [...ever].filter((one) => !last.has(one)).length,
      stayed: [...first].filter((one) => last.has(one)).length,
    }
  })
}
