import { isIsoDate } from '../iso-date.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** Gives the refusal of a text that is empty or no text, or nothing. */
export function refuseText(text: string, path: string): Refusal | undefined {
  if (typeof text === 'string') {
    // Nearly every text begins with a visible ASCII character, and trimming costs more than looking at it.
    const first = text.charCodeAt(0)
    if ((first > 32 && first < 127) || text.trim() !== '') return undefined
  }
  return refuse('empty-text', `${path} must be a text that is not empty; got '${String(text)}'.`, path).refusal
}

/** Gives the refusal of what is no day, or nothing. */
export function refuseDay(day: string, path: string): Refusal | undefined {
  if (isIsoDate(day)) return undefined
  return refuse('malformed-date', `'${day}' is not a day of the calendar. Write it as YYYY-MM-DD.`, path).refusal
}

/** Gives the refusal of what is not a whole number of a range, or nothing. */
export function refuseNumber(number: unknown, min: number, max: number, path: string): Refusal | undefined {
  if (Number.isSafeInteger(number) && Number(number) >= min && Number(number) <= max) return undefined
  const range = max === Number.POSITIVE_INFINITY ? `from ${min}` : `from ${min} to ${max}`
  return refuse('impossible-number', `${path} must be a whole number ${range}; got ${String(number)}.`, path).refusal
}
