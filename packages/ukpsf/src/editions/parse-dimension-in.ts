import type { Dimension } from '../framework/dimension.ts'
import type { Edition } from '../framework/edition.ts'
import type { Result } from '../refusal.ts'
import { bitOf, indexEdition, placeOf } from './code-index.ts'
import { refuseCode } from './read-codes.ts'

/**
 * Gives the dimension of one edition that a qualified code names; spelling is treated as `parseDimension` does. A program that
 * uses this and not `parseDimension` need not carry the other editions. Refuses `bare-code`, `malformed-code`, `unknown-code`,
 * and `mixed-editions` for a code of any other edition.
 *
 * @example
 * ```ts
 * import { parseDimensionIn, psf2023 } from '@mentoring-commons/ukpsf'
 * parseDimensionIn(psf2023, 'psf-2023:k3').value?.title //=> "Evaluating practice critically"
 * parseDimensionIn(psf2023, 'ukpsf-2011:K3').refusal?.code //=> "mixed-editions"
 * ```
 */
export function parseDimensionIn(edition: Edition, text: string): Result<Dimension> {
  const index = indexEdition(edition)
  const bit = bitOf(index, text)
  const value = bit === 0 ? undefined : edition.dimensions[placeOf(bit)]
  return value === undefined ? { refusal: refuseCode(index, text) } : { value }
}
