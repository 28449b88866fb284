import { type Membership, overlaps } from './membership.ts'
import type { ParticipationEvent } from './participation-event.ts'
import type { LevelRule, ParticipationLevel, ParticipationThresholds } from './participation-thresholds.ts'
import { assertWindow, daysOf, isWithin, type Window } from './window.ts'

/** What is known of one community: spells and events, which may be of other communities too. */
export interface CommunityRecord {
  readonly communityId: string
  readonly memberships: readonly Membership[]
  readonly events: readonly ParticipationEvent[]
}

/**
 * Gives the level of one person for one window, to be shown to that person; `undefined` where nobody saw them take part,
 * which is no judgement: somebody may read without leaving a trace. Do not keep it: it is another one for another window.
 *
 * Throws a `RangeError` for a window that ends before it starts.
 *
 * @example
 * ```ts
 * import { defaultThresholds, participationLevel } from '@mentoring-commons/mentoring'
 *
 * const memberships = [{ communityId: 'k1', personId: 'ada', from: '2025-01-01' }]
 * const events = [{ id: 'e1', communityId: 'k1', personId: 'ada', kind: 'attend' as const, on: '2025-02-03' }]
 * const window = { from: '2025-01-01', to: '2025-03-31' }
 * participationLevel('ada', { communityId: 'k1', memberships, events }, window, defaultThresholds) //=> "occasional"
 * ```
 */
export function participationLevel(
  personId: string,
  record: CommunityRecord,
  window: Window,
  thresholds: ParticipationThresholds,
): ParticipationLevel | undefined {
  assertWindow(window)
  const { communityId } = record
  const isOwn = (one: { communityId: string; personId: string }) =>
    one.communityId === communityId && one.personId === personId
  const member = record.memberships.some((one) => isOwn(one) && overlaps(one, window.from, window.to))
  const events = record.events.filter((one) => isOwn(one) && isWithin(one.on, window))
  return thresholds.rules.find((rule) => rule.member === member && holds(rule, events, daysOf(window)))?.level
}

function holds(rule: LevelRule, events: readonly ParticipationEvent[], days: number): boolean {
  return rule.requires.every(({ kinds, events: wanted, perDays }) => {
    const needed = perDays === undefined ? wanted : Math.max(1, Math.round((wanted * days) / perDays))
    return events.filter(({ kind }) => kinds.includes(kind)).length >= needed
  })
}
