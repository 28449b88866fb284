import { splitCode } from '../framework/code.ts'
import { type Descriptor, formatDescriptor } from '../framework/descriptor.ts'
import { type Result, refuse } from '../refusal.ts'
import { editionById, editions } from './catalogue.ts'

/**
 * Gives the descriptor that a qualified code names. White space and case are treated as `parseDimension` does. Refuses
 * `bare-code`, `malformed-code`, `unknown-edition` and `unknown-code`.
 *
 * @example
 * ```ts
 * import { parseDescriptor } from '@mentoring-commons/ukpsf'
 * parseDescriptor('psf-2023:D3').value?.postNominal //=> "SFHEA"
 * parseDescriptor('D3').refusal?.code //=> "bare-code"
 * ```
 */
export function parseDescriptor(text: string): Result<Descriptor> {
  if (typeof text !== 'string')
    return refuse('malformed-code', `A code is a text such as 'psf-2023:D3', not ${String(text)}.`)
  const parts = splitCode(text)
  if (parts === undefined) {
    if (!/^[Ss]?[Dd][0-9]+$/.test(text.trim())) {
      return refuse('malformed-code', `'${text}' is not a qualified code. Write it as in 'psf-2023:D3'.`)
    }
    const code = text.trim().toUpperCase()
    const written = editions
      .flatMap((edition) => edition.descriptors)
      .filter((descriptor) => descriptor.code === code)
      .map((descriptor) => `'${formatDescriptor(descriptor)}'`)
    const hint = written.length > 0 ? `Write ${written.join(' or ')}.` : `No edition has ${code}.`
    return refuse('bare-code', `'${text}' does not say its edition, and every edition asks for other things. ${hint}`)
  }
  const edition = editionById(parts.edition)
  if (edition.refusal) return edition
  const value = edition.value.descriptors.find((descriptor) => descriptor.code === parts.local)
  if (value !== undefined) return { value }
  const hint = edition.value.dimensions.some((dimension) => dimension.code === parts.local)
    ? ` '${parts.edition}:${parts.local}' is a dimension: read it with parseDimension.`
    : ''
  const all = edition.value.descriptors.map((descriptor) => descriptor.code)
  const range = `It has ${all[0]} to ${all.at(-1)}.`
  return refuse('unknown-code', `${edition.value.id} has no descriptor ${parts.local}.${hint} ${range}`)
}
