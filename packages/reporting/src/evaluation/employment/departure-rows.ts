import { daysBetween } from '../day.ts'
import type { EmploymentEpisode } from './employment-episode.ts'
import type { ExitKind } from './leaving-reason.ts'

/** One unbroken employment as survival functions take it: how long it was seen, and how it ended. */
export interface DepartureRow {
  readonly personId: string
  /** Days employed before it was first seen: 0 where it was seen from its first day. */
  readonly entry: number
  /** Days employed up to its end, its last day included. */
  readonly time: number
  /** Whether it ended by leaving. */
  readonly event: boolean
  /** How; `censored` where it was not seen to end. */
  readonly cause: ExitKind | 'censored'
}

/** What is watched. */
export interface Watch {
  /** The first day on which leaving would have been seen: who left before is not in the record, so nobody is counted before. */
  readonly from?: string
}

/**
 * Time to departure, one row an episode, in days since it began; an episode that goes on, or out of the record, is censored on its last known day.
 *
 * All causes compete: for one of them, take `event` only where the cause is that one, and read the rest as ends of another kind, not as staying.
 * Episodes that ended before `from` have no row.
 *
 * @example
 * ```ts
 * import { departureRows, mergeSpells } from '@mentoring-commons/reporting/evaluation'
 *
 * const spell = { externalId: 'c1', personId: 'p1', start: '2025-01-01', end: '2025-01-10', reason: '6', terms: 'open-ended' } as const
 * departureRows(mergeSpells([spell], { gapDaysMax: 31, asOf: '2026-01-31' })) //=> [{ "personId": "p1", "entry": 0, "time": 10, "event": true, "cause": "resignation" }]
 * ```
 */
export function departureRows(episodes: readonly EmploymentEpisode[], { from }: Watch = {}): readonly DepartureRow[] {
  return episodes.flatMap(({ personId, start, end }): readonly DepartureRow[] => {
    if (from !== undefined && end.on < from) return []
    const entry = from === undefined || from <= start ? 0 : daysBetween(start, from)
    const time = daysBetween(start, end.on) + 1
    return end.kind === 'departure'
      ? [{ personId, entry, time, event: true, cause: end.exit }]
      : [{ personId, entry, time, event: false, cause: 'censored' }]
  })
}
