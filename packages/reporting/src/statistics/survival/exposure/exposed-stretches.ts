import type { ExposureSpell } from './service-spell.ts'
import { dayOfSpell } from './spell-day.ts'

/** Days after the end of day `after` up to the end of day `upTo`, which may be infinite. */
export interface DayStretch {
  readonly after: number
  readonly upTo: number
}

/** When one person counts as exposed: for good from the first exposure, or while one lasts, those that touch or overlap being one. */
export function exposedStretches(
  exposures: readonly ExposureSpell[],
  counts: 'since-first' | 'while',
  lagDays: number,
): readonly DayStretch[] {
  const days = exposures
    .map(({ start, end }) => ({
      first: dayOfSpell(start),
      last: end === undefined ? Number.POSITIVE_INFINITY : dayOfSpell(end),
    }))
    .sort((a, b) => a.first - b.first)
  const [earliest] = days
  if (earliest === undefined) return []
  if (counts === 'since-first') return [{ after: earliest.first + lagDays, upTo: Number.POSITIVE_INFINITY }]
  const merged: { first: number; last: number }[] = []
  for (const { first, last } of days) {
    const before = merged.at(-1)
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last)
    else merged.push({ first, last })
  }
  return merged
    .map(({ first, last }) => ({ after: first + lagDays, upTo: last }))
    .filter(({ after, upTo }) => after < upTo)
}
