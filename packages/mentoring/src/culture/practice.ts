import { identifierRefusal, textRefusal } from '../identifier.ts'
import { dateRefusal } from '../iso-date.ts'
import { fieldsRefusal, listedRefusal } from '../read-fields.ts'
import { type Result, refuse } from '../refusal.ts'

/** Every way a practice may be held. */
export const practiceForms = ['formal', 'informal'] as const

/** Whether mentoring is arranged by a scheme (formal), or simply done (informal); neither is better. */
export type PracticeForm = (typeof practiceForms)[number]

/** One place where mentoring happens. It says that something is done, and names nobody. */
export interface Practice {
  readonly id: string
  readonly title: string
  readonly form: PracticeForm
  /** Where it happens; absent where it belongs to the institution as a whole. */
  readonly departmentId?: string
  /** The programme it came out of, where it came out of one. */
  readonly programmeId?: string
  /** The day it is known to have begun; not after `seenFrom`. Without it nothing is known before `seenFrom`. */
  readonly beganOn?: string
  /** The first day it is known to have been in place. */
  readonly seenFrom: string
  /** The last day it is known to have been in place; after it nothing is known, unless `endedOn` says that it ended. */
  readonly seenTo: string
  /** The day it is known to have ended; not before `seenTo`. */
  readonly endedOn?: string
}

/** What is known of a practice on a day. */
export type PracticeState = 'in-place' | 'not-in-place' | 'not-known'

const fields = ['id', 'title', 'form', 'departmentId', 'programmeId', 'beganOn', 'seenFrom', 'seenTo', 'endedOn']

/**
 * Gives an item of the inventory of practice.
 *
 * @example
 * ```ts
 * import { definePractice } from '@mentoring-commons/mentoring'
 *
 * const made = definePractice({ id: 'p1', title: 'Coffee with a senior colleague', form: 'informal', seenFrom: '2025-01-10', seenTo: '2025-06-20' })
 * 'value' in made //=> true
 * ```
 */
export function definePractice(input: Practice): Result<Practice> {
  const { departmentId, programmeId, beganOn, seenFrom, seenTo, endedOn } = input
  const refusal =
    fieldsRefusal(input, fields, '') ??
    identifierRefusal(input.id, 'id') ??
    textRefusal(input.title, 'title') ??
    listedRefusal(input.form, practiceForms, 'form') ??
    (departmentId === undefined ? undefined : identifierRefusal(departmentId, 'departmentId')) ??
    (programmeId === undefined ? undefined : identifierRefusal(programmeId, 'programmeId')) ??
    (beganOn === undefined ? undefined : dateRefusal(beganOn, 'beganOn')) ??
    dateRefusal(seenFrom, 'seenFrom') ??
    dateRefusal(seenTo, 'seenTo') ??
    (endedOn === undefined ? undefined : dateRefusal(endedOn, 'endedOn'))
  if (refusal) return { refusal }
  if (seenTo < seenFrom) {
    return refuse('window-not-usable', `It was seen until ${seenTo}, before ${seenFrom}: exchange the days.`, 'seenTo')
  }
  if (beganOn !== undefined && beganOn > seenFrom) {
    const message = `It would have begun on ${beganOn}, though it was seen on ${seenFrom}: correct one of the days.`
    return refuse('window-not-usable', message, 'beganOn')
  }
  if (endedOn !== undefined && endedOn < seenTo) {
    const message = `It would have ended on ${endedOn}, though it was seen on ${seenTo}: correct one of the days.`
    return refuse('window-not-usable', message, 'endedOn')
  }
  return { value: input }
}

/** Gives what is known of a practice on a day. Outside the days it was seen only its beginning and its end tell. */
export function practiceStateOn(practice: Practice, on: string): PracticeState {
  const { beganOn, seenFrom, seenTo, endedOn } = practice
  if (on >= seenFrom && on <= seenTo) return 'in-place'
  if (on < seenFrom) return beganOn === undefined ? 'not-known' : on < beganOn ? 'not-in-place' : 'in-place'
  return endedOn === undefined ? 'not-known' : on >= endedOn ? 'not-in-place' : 'in-place'
}
