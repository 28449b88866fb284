import type { Result } from '../../refusal.ts'
import { dayRefusal } from '../day.ts'
import { refuse, textRefusal } from '../refuse.ts'

/** The days over which somebody was being mentored, or was mentoring, in one relationship. */
export interface ExposureSpell {
  readonly relationshipId: string
  readonly personId: string
  readonly start: string
  /** The last day; absent while it goes on. */
  readonly end?: string
}

/**
 * Exposure spells as they were known on a day. Several of one person may overlap.
 *
 * Refused: a blank id, a day that is none or after `asOf`, and an end before the start.
 *
 * @example
 * ```ts
 * import { checkExposures } from '@mentoring-commons/reporting/evaluation'
 *
 * const early = checkExposures([{ relationshipId: 'r1', personId: 'p1', start: '2027-01-01' }], '2026-01-31')
 * 'refusal' in early && early.refusal.code //=> "day-in-future"
 * ```
 */
export function checkExposures(exposures: readonly ExposureSpell[], asOf: string): Result<readonly ExposureSpell[]> {
  const wrongDay = dayRefusal(asOf, ['asOf'])
  if (wrongDay !== undefined) return { refusal: wrongDay }
  for (const [index, { relationshipId, personId, start, end }] of exposures.entries()) {
    const refusal =
      textRefusal(relationshipId, [index, 'relationshipId']) ??
      textRefusal(personId, [index, 'personId']) ??
      dayRefusal(start, [index, 'start']) ??
      (end === undefined ? undefined : dayRefusal(end, [index, 'end']))
    if (refusal !== undefined) return { refusal }
    if (start > asOf || (end ?? start) > asOf)
      return refuse(
        'day-in-future',
        `The exposure of "${personId}" has a day after ${asOf}. Nobody is mentored yet then: leave it out.`,
        [index],
      )
    if (end !== undefined && end < start)
      return refuse('duration-negative', `It ends on ${end}, before it starts on ${start}. Exchange the days.`, [
        index,
        'end',
      ])
  }
  return { value: exposures }
}
