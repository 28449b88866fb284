import { codesIn } from '../editions/code-index.ts'
import type { DimensionCode } from '../framework/code.ts'
import type { ClaimReading } from './claim.ts'
import { needsOf } from './needs-of.ts'
import { smallestSet } from './smallest-set.ts'

/**
 * Gives a smallest set of dimensions that, once they have evidence, leave no criterion of the reading `not-covered`; empty
 * when none is. In the edition's order; of several smallest sets the one that comes first in that order, so the same reading
 * always gives the same set. It closes what can be counted and nothing else. The search is exact and bounded, however many
 * rules an overlay has: see `smallestItems`.
 *
 * @example
 * ```ts
 * import { checkClaim, closeGap } from '@mentoring-commons/ukpsf'
 * const evidence = [{ id: 'e1', on: '2026-03-02', tags: ['psf-2023:V1', 'psf-2023:K1', 'psf-2023:K2', 'psf-2023:A2'] }]
 * const { value: reading } = checkClaim({ descriptor: 'psf-2023:D1', evidence, on: '2026-11-24' })
 * reading && closeGap(reading) //=> ["psf-2023:V3", "psf-2023:K3", "psf-2023:A1"]
 * ```
 */
export function closeGap(reading: ClaimReading): readonly DimensionCode[] {
  const { index, needs } = needsOf(reading)
  const gap = smallestSet(needs)
  if (gap === undefined)
    throw new RangeError(`A reading asks for more dimensions than it names: ${JSON.stringify(reading.criteria)}`)
  return codesIn(index, gap)
}
