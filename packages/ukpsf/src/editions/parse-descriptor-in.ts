import type { Descriptor } from '../framework/descriptor.ts'
import type { Edition } from '../framework/edition.ts'
import type { Result } from '../refusal.ts'
import { bitOf, indexDescriptors, placeOf } from './code-index.ts'
import { refuseCode } from './read-codes.ts'

/**
 * Gives the descriptor of one edition that a qualified code names; spelling is treated as `parseDescriptor` does. A program
 * that uses this and not `parseDescriptor` need not carry the other editions. Refuses `bare-code`, `malformed-code`,
 * `unknown-code`, and `mixed-editions` for a code of any other edition.
 *
 * @example
 * ```ts
 * import { parseDescriptorIn, psf2023 } from '@mentoring-commons/ukpsf'
 * parseDescriptorIn(psf2023, 'psf-2023:D3').value?.postNominal //=> "SFHEA"
 * parseDescriptorIn(psf2023, 'ukpsf-2011:D3').refusal?.code //=> "mixed-editions"
 * ```
 */
export function parseDescriptorIn(edition: Edition, text: string): Result<Descriptor> {
  const index = indexDescriptors(edition)
  const bit = bitOf(index, text)
  const value = bit === 0 ? undefined : edition.descriptors[placeOf(bit)]
  return value === undefined ? { refusal: refuseCode(index, text) } : { value }
}
