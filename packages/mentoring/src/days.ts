import { isIsoDate } from './iso-date.ts'

const msPerDay = 86_400_000

/** Gives the number of days from one day to another: 0 for the same day, less than 0 where the second is earlier. Throws for what is no day. */
export function daysBetween(first: string, second: string): number {
  return (instantOf(second) - instantOf(first)) / msPerDay
}

/** Gives the day so many days after a day. Throws for what is no day, and where the answer lies after the year 9999. */
export function daysAfter(first: string, days: number): string {
  if (!Number.isSafeInteger(days)) throw new RangeError(`No whole number of days: ${days}`)
  const later = new Date(instantOf(first) + days * msPerDay)
  const written = Number.isNaN(later.getTime()) ? '' : later.toISOString().slice(0, 10)
  if (!isIsoDate(written)) throw new RangeError(`${days} days after ${first} is no day that can be written`)
  return written
}

function instantOf(day: string): number {
  if (!isIsoDate(day)) throw new TypeError(`${JSON.stringify(day)} is no day: write it as YYYY-MM-DD`)
  return Date.parse(`${day}T00:00:00Z`)
}
