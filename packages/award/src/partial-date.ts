import type { Refusal } from './refusal.ts'

/** A date as exactly as it is known: `2009`, `2009-07` or `2009-07-01`; years 1000 to 2999. */
export type PartialDate = string

const PATTERN = /^([12]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

/**
 * True when a text is a date that exists, known to the year, the month or the day.
 *
 * @example
 * ```ts
 * import { isPartialDate } from '@mentoring-commons/award'
 *
 * isPartialDate('2009-07') //=> true
 * isPartialDate('2009-02-29') //=> false
 * ```
 */
export function isPartialDate(text: string): boolean {
  const [, year, month, day] = PATTERN.exec(text) ?? []
  if (year === undefined) return false
  return month === undefined || day === undefined || Number(day) <= daysIn(Number(year), Number(month))
}

/**
 * The first day that a partial date may stand for. Throws a RangeError for what is no date.
 *
 * @example
 * ```ts
 * import { firstDay } from '@mentoring-commons/award'
 *
 * firstDay('2009-07') //=> '2009-07-01'
 * ```
 */
export function firstDay(date: PartialDate): string {
  const [year, month = '01', day = '01'] = parts(date)
  return `${year}-${month}-${day}`
}

/**
 * The last day that a partial date may stand for. Throws a RangeError for what is no date.
 *
 * @example
 * ```ts
 * import { lastDay } from '@mentoring-commons/award'
 *
 * lastDay('2009-07') //=> '2009-07-31'
 * ```
 */
export function lastDay(date: PartialDate): string {
  const [year, month = '12', day] = parts(date)
  return `${year}-${month}-${day ?? daysIn(Number(year), Number(month))}`
}

/** The same date some years later, as exactly known; 29 February becomes the 28th where the year has no 29th. */
export function addYears(date: PartialDate, years: number): PartialDate {
  const [year, month, day] = parts(date)
  const later = Number(year) + years
  if (month === undefined) return `${later}`
  if (day === undefined) return `${later}-${month}`
  return `${later}-${month}-${day === '29' && month === '02' ? daysIn(later, 2) : day}`
}

/** The fault of a text that is no date. */
export function* dateFaults(date: PartialDate, path: string): Generator<Refusal> {
  if (isPartialDate(date)) return
  const message = `${path} is "${date}", which is no date: write YYYY, YYYY-MM or YYYY-MM-DD, as exactly as it is known.`
  yield { code: 'not-a-date', message, path }
}

function parts(date: PartialDate): [year: string, month?: string, day?: string] {
  if (!isPartialDate(date)) throw new RangeError(`not a partial date: ${date}`)
  return date.split('-') as [string, string?, string?]
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}
