import { dateFaults, firstDay, lastDay, type PartialDate } from './partial-date.ts'
import type { Refusal } from './refusal.ts'

/** From when to when something is in force, both days included; a bound that is absent is not on record, and bounds nothing. */
export interface Period {
  readonly validFrom?: PartialDate
  readonly validTo?: PartialDate
}

/** How a date stands to a period: on every day of it, on none, or not decidable from what is known. */
export type Standing = 'throughout' | 'outside' | 'unclear'

/** The four days that say all about a period whose bounds are partly known. */
interface Reach {
  readonly startsFrom: string
  readonly startsBy: string
  readonly endsFrom: string
  readonly endsBy: string
}

const BEGINNING = '0000-00-00'
const END = '9999-99-99'

/** How a date stands to a period. A partial bound may be any of its days; a partial date means every one of its days. */
export function standing(period: Period, date: PartialDate): Standing {
  const { startsFrom, startsBy, endsFrom, endsBy } = reach(period)
  const [first, last] = [firstDay(date), lastDay(date)]
  if (last < startsFrom || first > endsBy) return 'outside'
  return startsBy <= first && last <= endsFrom ? 'throughout' : 'unclear'
}

/** True when two periods share a day however their partial bounds are read. */
export function overlapForCertain(a: Period, b: Period): boolean {
  const [left, right] = [reach(a), reach(b)]
  return left.startsBy <= right.endsFrom && right.startsBy <= left.endsFrom
}

/** The faults of a period: bounds that are no dates, or an end before any possible start. */
export function* periodFaults(period: Period, path: string): Generator<Refusal> {
  const { validFrom, validTo } = period
  if (validFrom !== undefined) yield* dateFaults(validFrom, `${path}.validFrom`)
  if (validTo !== undefined) yield* dateFaults(validTo, `${path}.validTo`)
  if (validFrom === undefined || validTo === undefined || firstDay(validFrom) <= lastDay(validTo)) return
  const message = `${path} ends on ${validTo}, before it begins on ${validFrom}: correct one of the two.`
  yield { code: 'period-backwards', message, path: `${path}.validTo` }
}

function reach({ validFrom, validTo }: Period): Reach {
  const startsFrom = validFrom === undefined ? BEGINNING : firstDay(validFrom)
  const endsBy = validTo === undefined ? END : lastDay(validTo)
  const startsBy = validFrom === undefined ? BEGINNING : lastDay(validFrom)
  const endsFrom = validTo === undefined ? END : firstDay(validTo)
  return {
    startsFrom,
    startsBy: startsBy < endsBy ? startsBy : endsBy,
    endsFrom: endsFrom > startsFrom ? endsFrom : startsFrom,
    endsBy,
  }
}
