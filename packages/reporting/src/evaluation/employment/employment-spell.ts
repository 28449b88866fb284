import type { Refusal, Result } from '../../refusal.ts'
import { dayRefusal } from '../day.ts'
import { listedRefusal, refuse, repeatedIn, textRefusal } from '../refuse.ts'
import { type LeavingCode, leavingReasons } from './leaving-reason.ts'

/** On what terms somebody is employed, coded as HESA's field TERMS: 1 open-ended, 2 fixed-term, 3 atypical (C18025, C20025). */
export const employmentTerms = ['open-ended', 'fixed-term', 'atypical'] as const

/** One of those. */
export type EmploymentTerms = (typeof employmentTerms)[number]

/** One contract of one person, from its first to its last day. */
export interface EmploymentSpell {
  /** The id that it has in the system it comes from. */
  readonly externalId: string
  readonly personId: string
  readonly start: string
  /** The last day of the contract; absent while it runs. A day that is only planned is not yet an end. */
  readonly end?: string
  /** Why it ended; absent where that is not known, and while it runs. */
  readonly reason?: LeavingCode
  readonly terms: EmploymentTerms
  /** The grade, in the employer's own codes. */
  readonly grade?: string
  /** The code of the department. */
  readonly unit?: string
}

/**
 * The spells of an employer, checked one by one and beside each other, as they were known on a day.
 *
 * Refused, with the place of the spell: an end before the start (a negative duration), a start or an end after `asOf`, a reason without an end, an id
 * that two share, and two spells of one person that overlap.
 *
 * @example
 * ```ts
 * import { checkSpells } from '@mentoring-commons/reporting/evaluation'
 *
 * const spell = { externalId: 'c1', personId: 'p1', start: '2024-09-01', end: '2025-08-31', reason: '3', terms: 'fixed-term' } as const
 * 'value' in checkSpells([spell], '2026-01-31') //=> true
 * const twice = checkSpells([spell, { ...spell, externalId: 'c2', start: '2025-08-31', end: '2025-12-31' }], '2026-01-31')
 * 'refusal' in twice && [twice.refusal.code, twice.refusal.path] //=> ["spells-overlap", [1, "start"]]
 * ```
 */
export function checkSpells(spells: readonly EmploymentSpell[], asOf: string): Result<readonly EmploymentSpell[]> {
  const wrongDay = dayRefusal(asOf, ['asOf'])
  if (wrongDay !== undefined) return { refusal: wrongDay }
  for (const [index, spell] of spells.entries()) {
    const refusal = spellRefusal(spell, asOf)
    if (refusal !== undefined) return { refusal: { ...refusal, path: [index, ...(refusal.path ?? [])] } }
  }
  const repeated = repeatedIn(spells.map(({ externalId }) => externalId))
  if (repeated !== undefined)
    return refuse('spell-repeated', `Two spells have the id "${repeated}". Give each contract an id of its own.`)
  const [overlap] = overlapsIn(spells)
  if (overlap !== undefined) {
    const [earlier, later] = [spells[overlap.earlier], spells[overlap.later]]
    return refuse(
      'spells-overlap',
      `The spell "${later?.externalId}" begins on ${later?.start}, while "${earlier?.externalId}" of the same person ${earlier?.end === undefined ? 'still runs' : `runs until ${earlier.end}`}. End the one the day before, or leave one out.`,
      [overlap.later, 'start'],
    )
  }
  return { value: spells }
}

/**
 * Why one spell is none by itself, or nothing; other spells of the person are not looked at.
 *
 * @example
 * ```ts
 * import { spellRefusal } from '@mentoring-commons/reporting/evaluation'
 *
 * spellRefusal({ externalId: 'c1', personId: 'p1', start: '2025-09-01', end: '2025-08-31', terms: 'fixed-term' }, '2026-01-31')?.code //=> "duration-negative"
 * ```
 */
export function spellRefusal(spell: EmploymentSpell, asOf: string): Refusal | undefined {
  const { externalId, personId, start, end, reason, terms, grade, unit } = spell
  const refusal =
    textRefusal(externalId, ['externalId']) ??
    textRefusal(personId, ['personId']) ??
    dayRefusal(start, ['start']) ??
    (end === undefined ? undefined : dayRefusal(end, ['end'])) ??
    listedRefusal(terms, employmentTerms, ['terms']) ??
    (reason === undefined
      ? undefined
      : listedRefusal(
          reason,
          leavingReasons.map(({ code }) => code),
          ['reason'],
        )) ??
    (grade === undefined ? undefined : textRefusal(grade, ['grade'])) ??
    (unit === undefined ? undefined : textRefusal(unit, ['unit']))
  if (refusal !== undefined) return refusal
  if (start > asOf)
    return refuse('day-in-future', `It starts on ${start}, after ${asOf}. Leave it out until it has begun.`, ['start'])
      .refusal
  if (end === undefined)
    return reason === undefined
      ? undefined
      : refuse('reason-without-end', `It has the reason ${reason} and no end. Give the end, or no reason.`, ['reason'])
          .refusal
  if (end < start)
    return refuse('duration-negative', `It ends on ${end}, before it starts on ${start}. Exchange the days.`, ['end'])
      .refusal
  if (end > asOf)
    return refuse(
      'day-in-future',
      `It ends on ${end}, after ${asOf}. An end that is only planned is left empty until it has come.`,
      ['end'],
    ).refusal
  return undefined
}

/**
 * Pairs of spells of one person that share a day, as places in the list: which began first, and which began while it ran.
 *
 * @example
 * ```ts
 * import { overlapsIn } from '@mentoring-commons/reporting/evaluation'
 *
 * overlapsIn([{ personId: 'p1', start: '2025-02-01' }, { personId: 'p1', start: '2025-01-01', end: '2025-02-01' }]) //=> [{ "earlier": 1, "later": 0 }]
 * ```
 */
export function overlapsIn(
  spells: readonly Pick<EmploymentSpell, 'personId' | 'start' | 'end'>[],
): readonly { readonly earlier: number; readonly later: number }[] {
  const order = spells
    .map((spell, place) => ({ ...spell, place }))
    .sort((a, b) => compare(a.personId, b.personId) || compare(a.start, b.start) || a.place - b.place)
  const overlaps: { earlier: number; later: number }[] = []
  let reach: (typeof order)[number] | undefined
  for (const spell of order) {
    if (
      reach !== undefined &&
      reach.personId === spell.personId &&
      (reach.end === undefined || reach.end >= spell.start)
    )
      overlaps.push({ earlier: reach.place, later: spell.place })
    if (
      reach === undefined ||
      reach.personId !== spell.personId ||
      (reach.end !== undefined && (spell.end === undefined || spell.end > reach.end))
    )
      reach = spell
  }
  return overlaps
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
