import { type Refusal, refuse } from './refusal.ts'

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Tells whether a value is a day of the calendar written `YYYY-MM-DD`, years 0001 to 9999 (Gregorian, as ISO 8601 counts).
 *
 * @example
 * ```ts
 * import { isIsoDate } from '@mentoring-commons/mentoring'
 *
 * isIsoDate('2024-02-29') //=> true
 * isIsoDate('2023-02-29') //=> false
 * ```
 */
export function isIsoDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const [year, month, day] = value.split('-').map(Number) as [number, number, number]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && leap ? 29 : daysOfMonth[month - 1]
  return year >= 1 && days !== undefined && day >= 1 && day <= days
}

/** Gives the refusal of a value that is no such day, and nothing for one that is. */
export function dateRefusal(value: unknown, path: string): Refusal | undefined {
  if (isIsoDate(value)) return undefined
  return refuse(
    'date-not-iso',
    `${JSON.stringify(value)} is not a day: write it as YYYY-MM-DD, such as 2024-02-29.`,
    path,
  ).refusal
}
