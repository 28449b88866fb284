import { isPartialDate } from './partial-date.ts'

/** The last day that anything here can happen on. */
export const lastOfDays = '2999-12-31'

/** Whether a value is a calendar day that exists, written `YYYY-MM-DD`, of the years 1000 to 2999; such days compare as text. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && value.length === 10 && isPartialDate(value)
}

/** The day some days after a day, or before it for a negative number. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** How many days lie from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
