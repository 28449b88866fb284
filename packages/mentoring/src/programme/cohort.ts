import { identifierRefusal, textRefusal } from '../identifier.ts'
import { dateRefusal } from '../iso-date.ts'
import { type Result, refuse } from '../refusal.ts'

/** One round of a programme. A date that is not known is absent, never guessed. */
export interface Cohort {
  readonly id: string
  readonly programmeId: string
  readonly label: string
  readonly startsOn?: string
  /** The last day; never before `startsOn`. */
  readonly endsOn?: string
}

/**
 * Gives a cohort whose dates, where they are known, are in order; a cohort of one day is one.
 *
 * @example
 * ```ts
 * import { defineCohort } from '@mentoring-commons/mentoring'
 *
 * defineCohort({ id: 'c1', programmeId: 'p1', label: 'Autumn' }) //=> { "value": { "id": "c1", "programmeId": "p1", "label": "Autumn" } }
 * ```
 */
export function defineCohort(input: Cohort): Result<Cohort> {
  const { id, programmeId, label, startsOn, endsOn } = input
  const refusal =
    identifierRefusal(id, 'id') ??
    identifierRefusal(programmeId, 'programmeId') ??
    textRefusal(label, 'label') ??
    (startsOn === undefined ? undefined : dateRefusal(startsOn, 'startsOn')) ??
    (endsOn === undefined ? undefined : dateRefusal(endsOn, 'endsOn'))
  if (refusal) return { refusal }
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn) {
    const message = `The cohort would end on ${endsOn}, before it starts on ${startsOn}: correct one date, or leave it out.`
    return refuse('end-before-start', message, 'endsOn')
  }
  const dates = { ...(startsOn === undefined ? {} : { startsOn }), ...(endsOn === undefined ? {} : { endsOn }) }
  return { value: { id, programmeId, label, ...dates } }
}
