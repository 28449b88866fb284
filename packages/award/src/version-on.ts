import { inForce } from './in-force.ts'
import type { PartialDate } from './partial-date.ts'
import type { Result } from './refusal.ts'
import type { Scheme, SchemeVersion } from './scheme.ts'

/**
 * The version of a scheme that was in force on every day of a date. A bound that is not on record bounds nothing; a bound known to
 * the month leaves the days of that month undecided. Refuses `not-a-date`, `date-too-imprecise`, `nothing-in-force` and, for a
 * scheme that `defineScheme` would not accept, `periods-overlap`.
 *
 * @example
 * ```ts
 * import { type Scheme, theoryAndPractice, versionOn } from '@mentoring-commons/award'
 *
 * const [only] = theoryAndPractice.versions
 * const scheme: Scheme = { ...theoryAndPractice, versions: [{ ...only, validFrom: '2009-07' }] }
 * versionOn(scheme, '2009-08-01').value?.version //=> '1'
 * versionOn(scheme, '2009-07-15').refusal?.code //=> 'date-too-imprecise'
 * versionOn(scheme, '2009-06-30').refusal?.code //=> 'nothing-in-force'
 * ```
 */
export function versionOn(scheme: Scheme, date: PartialDate): Result<SchemeVersion> {
  return inForce(scheme.versions, date, (version) => `version "${version.version}"`)
}
