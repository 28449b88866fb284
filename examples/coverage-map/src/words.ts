import type { CriterionAnswer, Evidence, Family } from '@mentoring-commons/ukpsf'
import type { CellState } from './reading.ts'

/** What a family is called. */
export const families: Readonly<Record<Family, string>> = { V: 'Values', K: 'Knowledge', A: 'Areas of activity' }

/** What an answer is called, and its icon as a path. */
export const answers: Readonly<Record<CriterionAnswer, { readonly word: string; readonly icon: string }>> = {
  covered: { word: 'Covered', icon: 'M3 8.5l3.5 3.5L13 4.5' },
  'not-covered': { word: 'Not covered', icon: 'M8 3v7M8 12.5v.5' },
  'for-a-reviewer': {
    word: 'For a reviewer',
    icon: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6.5v3',
  },
}

/** What a state of a cell means, and its icon as a path. */
export const states: Readonly<
  Record<CellState, { readonly word: string; readonly means: string; readonly icon: string }>
> = {
  none: { word: 'No evidence', means: 'nothing is tagged with it', icon: 'M4 8h8' },
  once: { word: 'Claimed once', means: 'a single point: one piece alone stands for it', icon: 'M6.6 6.2L8.3 5v6' },
  claimed: { word: 'Claimed', means: 'by two pieces or more, none confirmed', icon: 'M5.5 3.5v9M10.5 3.5v9' },
  confirmed: { word: 'Confirmed', means: 'somebody else confirmed the tag', icon: 'M3 8.5l3.5 3.5L13 4.5' },
}

/** A day in words, or the text as it is where it is no day. */
export function day(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return iso
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/** The day of evidence, or its period. */
export function when({ on }: Evidence): string {
  return typeof on === 'string' ? day(on) : `${day(on.from)} to ${day(on.to)}`
}

/** What evidence is called. */
export function nameOf({ id, title }: Evidence): string {
  return title ?? id
}

/** A code without its edition. */
export function local(code: string): string {
  return code.slice(code.indexOf(':') + 1)
}

/** A number with its noun. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
