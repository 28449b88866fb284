import { inForce } from './in-force.ts'
import type { OutcomeSet } from './outcome-set.ts'
import type { PartialDate } from './partial-date.ts'
import type { Result } from './refusal.ts'

/**
 * The edition of a list of outcomes that was in force on every day of a date. Refuses `not-a-date`, `date-too-imprecise`,
 * `nothing-in-force` and `periods-overlap`.
 *
 * @example
 * ```ts
 * import { outcomeSetOn, sedaValues } from '@mentoring-commons/award'
 *
 * outcomeSetOn(sedaValues, '2016-03').value?.id //=> 'seda-values-2014'
 * outcomeSetOn(sedaValues, '2014-10-15').refusal?.code //=> 'date-too-imprecise'
 * ```
 */
export function outcomeSetOn(sets: readonly OutcomeSet[], date: PartialDate): Result<OutcomeSet> {
  return inForce(sets, date, (set) => `"${set.title}"`)
}
