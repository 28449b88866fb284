import type { Refusal } from '../refusal.ts'
import { refuse, shown } from './refuse.ts'

const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/
const instantForm = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/
const dayLength = 86_400_000

/** The number of a calendar day, counted from 1970-01-01; undefined where the text is no such day. */
export function dayNumber(text: string): number | undefined {
  const parts = dayForm.exec(text)
  if (parts === null) return undefined
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
  return new Date(at).toISOString().slice(0, 10) === text ? at / dayLength : undefined
}

/** The calendar day of a number that `dayNumber` gave. */
export function dayOf(number: number): string {
  return new Date(number * dayLength).toISOString().slice(0, 10)
}

/** Days from one day to another that are known to be days. */
export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from)
}

/** The number of a day that was checked before; a RangeError for anything else. */
export function numberOf(day: string): number {
  const number = dayNumber(day)
  if (number === undefined) throw new RangeError(`${shown(day)} is no day of the calendar as YYYY-MM-DD`)
  return number
}

/** Why a value is no calendar day, or nothing. */
export function dayRefusal(value: unknown, path: readonly (string | number)[]): Refusal | undefined {
  if (typeof value === 'string' && dayNumber(value) !== undefined) return undefined
  return refuse('day-wrong', `${path.join('.')} is ${shown(value)}. Give a day of the calendar as YYYY-MM-DD.`, path)
    .refusal
}

/** Why a value is no instant in UTC, or nothing. Instants of one form are in order as texts are. */
export function instantRefusal(value: unknown, path: readonly (string | number)[]): Refusal | undefined {
  const day = typeof value === 'string' ? instantForm.exec(value)?.[1] : undefined
  if (day !== undefined && dayNumber(day) !== undefined) return undefined
  return refuse(
    'instant-wrong',
    `${path.join('.')} is ${shown(value)}. Give an instant in UTC such as 2026-03-31T17:00:00Z.`,
    path,
  ).refusal
}

/** Whether an instant comes before another, whatever decimals they are written with. */
export function isBefore(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other)
}
