import { daysBetween } from '../day.ts'
import type { EmploymentSpell, EmploymentTerms } from './employment-spell.ts'
import { type ExitKind, meaningOfLeaving } from './leaving-reason.ts'

/** How an unbroken time of employment ended, or why it is not known how. */
export type EpisodeEnd =
  | { readonly kind: 'departure'; readonly on: string; readonly exit: ExitKind }
  /** It goes on as far as is known, until this day. */
  | { readonly kind: 'running'; readonly on: string }
  /** A new contract is stated that is not in the record, such as a non-academic one: nothing is known after this day. */
  | { readonly kind: 'out-of-record'; readonly on: string }

/** An unbroken time with one employer: contracts that follow each other are one, since a renewal is not a departure and an internal move is not an exit. */
export interface EmploymentEpisode {
  readonly personId: string
  readonly start: string
  readonly end: EpisodeEnd
  readonly spells: readonly EmploymentSpell[]
  /** The terms at the end. */
  readonly terms: EmploymentTerms
}

/** How spells are put together. */
export interface Merging {
  /** The longest break, in days without a contract, over which a contract still continues the one before. */
  readonly gapDaysMax: number
  /** The day up to which the spells are known. */
  readonly asOf: string
}

/**
 * Spells put together to unbroken employment, by person and start.
 *
 * A spell that begins the day after another ended continues it, whatever reason was given. After a break of at most `gapDaysMax` days it continues the
 * other when that ended with a renewal, with a fixed term, or with no reason known; a stated departure (resignation, retirement, redundancy, death,
 * other) stands, and who comes back begins anew. Give spells that `checkSpells` accepted for this day; a RangeError for others, and for a gap that
 * is no whole number from 0.
 *
 * @example
 * ```ts
 * import { mergeSpells } from '@mentoring-commons/reporting/evaluation'
 *
 * const first = { externalId: 'c1', personId: 'p1', start: '2023-09-01', end: '2024-08-31', reason: '3', terms: 'fixed-term' } as const
 * const renewed = { externalId: 'c2', personId: 'p1', start: '2024-09-15', terms: 'open-ended' } as const
 * const merged = mergeSpells([first, renewed], { gapDaysMax: 31, asOf: '2026-01-31' })
 * merged.map(({ start, end }) => [start, end.kind]) //=> [["2023-09-01", "running"]]
 * mergeSpells([first, renewed], { gapDaysMax: 7, asOf: '2026-01-31' }).length //=> 2
 * ```
 */
export function mergeSpells(
  spells: readonly EmploymentSpell[],
  { gapDaysMax, asOf }: Merging,
): readonly EmploymentEpisode[] {
  if (!Number.isSafeInteger(gapDaysMax) || gapDaysMax < 0)
    throw new RangeError(`a gap of ${gapDaysMax} days is none: give a whole number from 0`)
  const order = [...spells].sort((a, b) =>
    a.personId === b.personId ? (a.start < b.start ? -1 : 1) : a.personId < b.personId ? -1 : 1,
  )
  const groups: EmploymentSpell[][] = []
  for (const spell of order) {
    const group = groups[groups.length - 1]
    const last = group?.[group.length - 1]
    if (group !== undefined && last !== undefined && continues(last, spell, gapDaysMax)) group.push(spell)
    else groups.push([spell])
  }
  return groups.flatMap((group) => {
    const [first, last] = [group[0], group[group.length - 1]]
    if (first === undefined || last === undefined) return []
    const end = endOf(last, asOf)
    return [{ personId: first.personId, start: first.start, end, spells: group, terms: last.terms }]
  })
}

function continues(last: EmploymentSpell, next: EmploymentSpell, gapDaysMax: number): boolean {
  if (last.personId !== next.personId) return false
  if (last.end === undefined || last.end >= next.start)
    throw new RangeError(`the spells "${last.externalId}" and "${next.externalId}" overlap: check them first`)
  const gap = daysBetween(last.end, next.start) - 1
  if (gap === 0) return true
  const meaning = meaningOfLeaving(last.reason)
  const isOpen = meaning === 'continues' || meaning === 'end-of-fixed-term' || meaning === 'not-known'
  return isOpen && gap <= gapDaysMax
}

function endOf({ end, reason, start, externalId }: EmploymentSpell, asOf: string): EpisodeEnd {
  if (start > asOf || (end !== undefined && end > asOf))
    throw new RangeError(`the spell "${externalId}" lies after ${asOf}: check it first`)
  if (end === undefined) return { kind: 'running', on: asOf }
  const meaning = meaningOfLeaving(reason)
  return meaning === 'continues' ? { kind: 'out-of-record', on: end } : { kind: 'departure', on: end, exit: meaning }
}

/**
 * The grade somebody had on a day of an episode, or undefined where none was recorded or the day lies outside. In a break between two contracts it is
 * that of the one before.
 *
 * @example
 * ```ts
 * import { gradeOn, mergeSpells } from '@mentoring-commons/reporting/evaluation'
 *
 * const spell = { externalId: 'c1', personId: 'p1', start: '2023-09-01', terms: 'open-ended', grade: 'G7' } as const
 * const [episode] = mergeSpells([spell], { gapDaysMax: 31, asOf: '2026-01-31' })
 * episode && gradeOn(episode, '2024-01-01') //=> "G7"
 * ```
 */
export function gradeOn({ start, end, spells }: EmploymentEpisode, day: string): string | undefined {
  if (day < start || day > end.on) return undefined
  return spells.findLast((spell) => spell.start <= day)?.grade
}
