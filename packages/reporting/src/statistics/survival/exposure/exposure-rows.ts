import type { Refusal, Result } from '../../../refusal.ts'
import { checkSpells } from './check-spells.ts'
import { type DayStretch, exposedStretches } from './exposed-stretches.ts'
import type { ExposureSpell, ServiceSpell } from './service-spell.ts'
import { dayOfSpell } from './spell-day.ts'

/** Days of service after `start` up to the end of day `stop`, throughout which a person was exposed or was not. */
export interface ExposureRow {
  readonly person: string
  readonly start: number
  readonly stop: number
  readonly exposed: boolean
  /** Whether the event came at `stop`. */
  readonly event: boolean
}

/** How exposure counts, and what the data cover. */
export interface ExposureOptions {
  /** Once exposed for good, or only while it lasts. */
  readonly exposed: 'since-first' | 'while'
  /** The last day that the data cover: whoever serves longer is censored at its end. */
  readonly close: string
  /** The first day that the data cover: service before it was watched by nobody and enters late. All of service when absent. */
  readonly open?: string
  /** Days after its first one until exposure counts, for what cannot work at once; 0 when absent. */
  readonly lagDays?: number
}

/** Rows for a regression, and what did not enter them. */
export interface ExposureRows {
  /** By spell in the order given, ascending in time. */
  readonly rows: readonly ExposureRow[]
  readonly people: number
  /** Spells that ended before the data open. */
  readonly spellsUnwatched: number
  /** Exposures of people who have no spell of service. */
  readonly exposuresUnplaced: number
}

/**
 * Cuts service into rows (start, stop] in which exposure does not change, so that time before exposure counts as unexposed: nobody is mentored before mentoring starts (no
 * immortal time).
 *
 * Time is in days of service, the first day ending at 1. Exposure counts from the end of its first day, so that who leaves on the day it begins leaves unexposed; a gap of no day between two
 * exposures is none. Each spell of a person who comes back starts its own clock; give the person as cluster.
 *
 * Source: S. Suissa, American Journal of Epidemiology 167 (2008), 492-499; T. M. Therneau and P. M. Grambsch, Modeling Survival Data (2000), chapter 3.
 *
 * @example
 * ```ts
 * import { exposureRows, type ServiceSpell } from '@mentoring-commons/reporting/statistics'
 *
 * const service: ServiceSpell[] = [{ person: 'a', start: '2024-01-01', end: '2024-01-31', ending: 'event' }]
 * const mentoring = [{ person: 'a', start: '2024-01-11' }]
 * const answer = exposureRows(service, mentoring, { exposed: 'since-first', close: '2024-12-31' })
 * const rows = 'value' in answer ? answer.value.rows : []
 * rows.map((row) => [row.start, row.stop, row.exposed, row.event]) //=> [[0, 11, false, false], [11, 31, true, true]]
 * ```
 */
export function exposureRows(
  service: readonly ServiceSpell[],
  exposures: readonly ExposureSpell[],
  options: ExposureOptions,
): Result<ExposureRows> {
  const { lagDays = 0 } = options
  if (!(Number.isInteger(lagDays) && lagDays >= 0))
    throw new RangeError(`A lag is a whole number of days from 0 upwards, and not ${lagDays}.`)
  const wrong = checkSpells(service, exposures, options)
  if (wrong) return { refusal: wrong }
  const close = dayOfSpell(options.close)
  const open = options.open === undefined ? undefined : dayOfSpell(options.open)
  const byPerson = new Map<string, ExposureSpell[]>(service.map(({ person }) => [person, []]))
  for (const exposure of exposures) byPerson.get(exposure.person)?.push(exposure)
  const stretches = new Map(
    [...byPerson].map(([person, own]) => [person, exposedStretches(own, options.exposed, lagDays)]),
  )
  const watched = service.filter((spell) => open === undefined || lastDay(spell, close) >= open)
  const rows = watched.flatMap((spell) => rowsOf(spell, stretches.get(spell.person) ?? [], { close, open }))
  if (rows.length === 0) return { refusal: nobody(service.length, options) }
  return {
    value: {
      rows,
      people: new Set(rows.map((row) => row.person)).size,
      spellsUnwatched: service.length - watched.length,
      exposuresUnplaced: exposures.filter(({ person }) => !byPerson.has(person)).length,
    },
  }
}

const lastDay = (spell: ServiceSpell, close: number): number =>
  'end' in spell ? Math.min(dayOfSpell(spell.end), close) : close

function rowsOf(
  spell: ServiceSpell,
  stretches: readonly DayStretch[],
  { close, open }: { readonly close: number; readonly open: number | undefined },
): readonly ExposureRow[] {
  // The clock shows, at the end of a day, how many days were served; `origin` is the end of the day before the first.
  const origin = dayOfSpell(spell.start) - 1
  const stop = lastDay(spell, close) - origin
  const start = open === undefined ? 0 : Math.max(0, open - 1 - origin)
  const event = 'end' in spell && spell.ending === 'event' && dayOfSpell(spell.end) <= close
  const inside = (time: number) => time > start && time < stop
  const cuts = stretches.flatMap(({ after, upTo }) => [after - origin, upTo - origin]).filter(inside)
  const times = [...new Set([start, ...cuts, stop])].sort((a, b) => a - b)
  return times.slice(1).map((time, index) => ({
    person: spell.person,
    start: times[index] ?? start,
    stop: time,
    exposed: stretches.some(({ after, upTo }) => after - origin < time && time <= upTo - origin),
    event: event && time === stop,
  }))
}

const nobody = (spells: number, { open, close }: ExposureOptions): Refusal => ({
  code: 'too-few-values',
  message: `None of ${spells} spells was served between ${open ?? 'the beginning'} and ${close}. Give spells that the data cover.`,
  path: ['service'],
})
