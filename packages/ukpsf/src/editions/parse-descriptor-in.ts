import { splitCode } from '../framework/code.ts'
import type { Descriptor } from '../framework/descriptor.ts'
import type { Edition } from '../framework/edition.ts'
import { type Result, refuse } from '../refusal.ts'

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
  const { id, descriptors } = edition
  const names = descriptors.map(({ code }) => `${id}:${code}`).join(', ')
  const parts = typeof text === 'string' ? splitCode(text) : undefined
  if (parts === undefined) {
    const bare = typeof text === 'string' && descriptors.some(({ code }) => code === text.trim().toUpperCase())
    return bare
      ? refuse(
          'bare-code',
          `'${text}' does not say its edition. Write '${id}:${text.trim().toUpperCase()}' if that is meant.`,
        )
      : refuse('malformed-code', `'${String(text)}' is not a qualified code. Write one of ${names}.`)
  }
  const code = `${parts.edition}:${parts.local}`
  if (parts.edition !== id)
    return refuse('mixed-editions', `${code} is of another edition than ${id}. Write one of ${names}.`)
  const value = descriptors.find((descriptor) => descriptor.code === parts.local)
  return value === undefined
    ? refuse('unknown-code', `There is no descriptor ${code}. Write one of ${names}.`)
    : { value }
}
