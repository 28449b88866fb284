import { dayNumber } from '../../../evaluation/day.ts'
import type { Refusal } from '../../../refusal.ts'
import type { ExposureSpell, ServiceSpell } from './service-spell.ts'

/** Why spells make no history, or nothing when their days exist, follow each other, begin by the close and do not overlap within a person. */
export function checkSpells(
  service: readonly ServiceSpell[],
  exposures: readonly ExposureSpell[],
  { open, close }: { readonly open?: string; readonly close: string },
): Refusal | undefined {
  const closing = checkDay(close, ['close']) ?? (open === undefined ? undefined : checkDay(open, ['open']))
  if (closing) return closing
  if (open !== undefined && open > close)
    return {
      code: 'stretch-wrong',
      message: `The data are to be open from ${open} and closed on ${close}. Let them close on a later day.`,
      path: ['open'],
    }
  for (const [name, spells] of [
    ['service', service],
    ['exposures', exposures],
  ] as const)
    for (const [index, spell] of spells.entries()) {
      const wrong = checkSpell(spell, close, [name, index])
      if (wrong) return wrong
    }
  return checkOverlap(service)
}

function checkDay(day: string, path: readonly (string | number)[]): Refusal | undefined {
  if (dayNumber(day) !== undefined) return undefined
  return {
    code: 'day-wrong',
    message: `${path.join('.')} is ${JSON.stringify(day)}. Give a day of the calendar as YYYY-MM-DD.`,
    path,
  }
}

function checkSpell(
  { start, end }: { readonly start: string; readonly end?: string },
  close: string,
  path: readonly (string | number)[],
): Refusal | undefined {
  const wrong = checkDay(start, [...path, 'start']) ?? (end === undefined ? undefined : checkDay(end, [...path, 'end']))
  if (wrong) return wrong
  if (start > close)
    return {
      code: 'date-after-close',
      message: `${path.join('.')} starts on ${start}, after the data were closed on ${close}. Leave it out, or close later.`,
      path: [...path, 'start'],
    }
  if (end === undefined || end >= start) return undefined
  return {
    code: 'stretch-wrong',
    message: `${path.join('.')} ends on ${end}, before it starts on ${start}. Mend one of the days.`,
    path: [...path, 'end'],
  }
}

/** Days of one form are in order as texts are. */
function checkOverlap(service: readonly ServiceSpell[]): Refusal | undefined {
  const ordered = [...service.entries()].sort(
    ([, a], [, b]) => compare(a.person, b.person) || compare(a.start, b.start),
  )
  for (const [place, [index, spell]] of ordered.entries()) {
    const before = ordered[place - 1]?.[1]
    if (before === undefined || before.person !== spell.person) continue
    if ('end' in before && before.end < spell.start) continue
    return {
      code: 'spells-overlap',
      message: `${spell.person} starts on ${spell.start} while an earlier spell, from ${before.start}, lasts. Make one spell of renewed contracts, and end what ended.`,
      path: ['service', index],
    }
  }
  return undefined
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
