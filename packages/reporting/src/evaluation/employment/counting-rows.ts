import { daysBetween, numberOf } from '../day.ts'
import { type DepartureRow, departureRows, type Watch } from './departure-rows.ts'
import type { EmploymentEpisode } from './employment-episode.ts'
import type { ExposureSpell } from './exposure-spell.ts'

/** A stretch of one employment over which exposure did not change: after `entry`, up to and with `time`, in days since it began. */
export interface CountingRow extends DepartureRow {
  /** The same for all stretches of one episode. */
  readonly episode: number
  readonly exposed: boolean
}

/** Which days count as exposed. */
export interface Exposing extends Watch {
  /** `from-start`: from the first day of the first exposure on, for good. `while-running`: only on days within one. */
  readonly exposed: 'from-start' | 'while-running'
}

/**
 * Employment cut where exposure begins or ends, so that nobody is counted as mentored before mentoring starts (immortal time): rows of the counting
 * process that Cox models with time-varying exposure take. Stretches of an episode meet without gap, and only the last carries its event.
 *
 * A day counts as exposed from the day after the exposure's first, as what happens on a day does not follow from what begins on it.
 *
 * @example
 * ```ts
 * import { countingRows, mergeSpells } from '@mentoring-commons/reporting/evaluation'
 *
 * const spell = { externalId: 'c1', personId: 'p1', start: '2025-01-01', end: '2025-01-10', reason: '6', terms: 'open-ended' } as const
 * const rows = countingRows(mergeSpells([spell], { gapDaysMax: 31, asOf: '2026-01-31' }), [{ relationshipId: 'r1', personId: 'p1', start: '2025-01-04' }], { exposed: 'from-start' })
 * rows.map(({ entry, time, event, exposed }) => [entry, time, event, exposed]) //=> [[0, 4, false, false], [4, 10, true, true]]
 * ```
 */
export function countingRows(
  episodes: readonly EmploymentEpisode[],
  exposures: readonly ExposureSpell[],
  { exposed, ...watch }: Exposing,
): readonly CountingRow[] {
  const byPerson = new Map<string, ExposureSpell[]>()
  for (const one of exposures) byPerson.set(one.personId, [...(byPerson.get(one.personId) ?? []), one])
  return episodes.flatMap((episode, index) => {
    const [whole] = departureRows([episode], watch)
    if (whole === undefined) return []
    const spans = (byPerson.get(episode.personId) ?? []).map((one) => spanOf(one, episode.start, exposed))
    const cuts = spans.flatMap(({ after, until }) => [after, until])
    const inside = cuts.filter((cut) => cut > whole.entry && cut < whole.time)
    const edges = [...new Set([whole.entry, ...inside, whole.time])].sort((a, b) => a - b)
    const rows: CountingRow[] = []
    for (const [place, entry] of edges.slice(0, -1).entries()) {
      const time = edges[place + 1] ?? whole.time
      const isExposed = spans.some(({ after, until }) => after <= entry && until >= time)
      const last = rows[rows.length - 1]
      if (last !== undefined && last.exposed === isExposed) rows.pop()
      const from = last?.exposed === isExposed ? last.entry : entry
      const event = time === whole.time && whole.event
      const cause = time === whole.time ? whole.cause : ('censored' as const)
      rows.push({ personId: whole.personId, episode: index, entry: from, time, event, cause, exposed: isExposed })
    }
    return rows
  })
}

/** The stretch of an exposure in days since the episode began. */
function spanOf({ start, end }: ExposureSpell, origin: string, exposed: Exposing['exposed']) {
  const after = daysBetween(origin, start) + 1
  const isForGood = exposed === 'from-start' || end === undefined
  return { after, until: isForGood ? Number.MAX_SAFE_INTEGER : numberOf(end) - numberOf(origin) + 1 }
}
