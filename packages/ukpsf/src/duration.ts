import { isIsoDate } from './iso-date.ts'

/** A length of time in one unit of the calendar. */
export type Duration =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly years: number }

const greatest = { days: 3660, weeks: 520, months: 120, years: 10 } as const

/** Says whether a value is a length of time: one unit, a whole number of at least 1, no longer than ten years. */
export function isDuration(value: unknown): value is Duration {
  if (typeof value !== 'object' || value === null) return false
  const [[unit, count] = [], ...more] = Object.entries(value)
  if (more.length > 0 || unit === undefined || !(unit in greatest)) return false
  return Number.isInteger(count) && count >= 1 && count <= greatest[unit as keyof typeof greatest]
}

/**
 * Gives the day so long after a day. Months and years keep the day of the month, or take the last one where the month is
 * shorter: a month after 31 January is 28 or 29 February. Throws a `RangeError` for what is no day or no length of time, and
 * past the year 9999.
 */
export function addDuration(date: string, duration: Duration): string {
  if (!isIsoDate(date)) throw new RangeError(`'${date}' is not a day of the calendar.`)
  if (!isDuration(duration)) throw new RangeError(`${JSON.stringify(duration)} is not a length of time.`)
  if ('days' in duration) return fromDayNumber(dayNumber(date) + duration.days)
  if ('weeks' in duration) return fromDayNumber(dayNumber(date) + duration.weeks * 7)
  const months = 'months' in duration ? duration.months : duration.years * 12
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const month = `${written(Math.floor(count / 12), 4)}-${written((count % 12) + 1, 2)}`
  const day = [0, 1, 2, 3].map((back) => `${month}-${written(Number(date.slice(8)) - back, 2)}`).find(isIsoDate)
  if (day === undefined) throw new RangeError(`${JSON.stringify(duration)} after ${date} is past the year 9999.`)
  return day
}

/** Gives the number of days from one day to another; less than 0 where the second comes first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

// Years are counted from March, so that the day that leap years add is the last of its year.
function dayNumber(date: string): number {
  const month = Number(date.slice(5, 7))
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const days = Math.floor(((month + 9) % 12) * 30.6 + 0.5) + Number(date.slice(8)) - 1
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + days
}

function fromDayNumber(days: number): string {
  let year = Math.floor(days / 365.2425) + 1
  while (dayNumber(`${written(year, 4)}-01-01`) > days) year -= 1
  let month = 12
  while (dayNumber(`${written(year, 4)}-${written(month, 2)}-01`) > days) month -= 1
  const first = `${written(year, 4)}-${written(month, 2)}`
  const day = `${first}-${written(days - dayNumber(`${first}-01`) + 1, 2)}`
  if (!isIsoDate(day)) throw new RangeError('A day past the year 9999 cannot be written.')
  return day
}

const written = (value: number, digits: number): string => String(value).padStart(digits, '0')
