import { splitCode } from '../framework/code.ts'
import { type Dimension, formatDimension } from '../framework/dimension.ts'
import type { Edition } from '../framework/edition.ts'
import { type Result, refuse } from '../refusal.ts'
import { editionById, editions } from './catalogue.ts'

/**
 * Gives the dimension that a qualified code names. White space around the code is dropped and case is folded, so
 * `' PSF-2023:k3 '` is `psf-2023:K3`; nothing else is guessed. Refuses `bare-code`, `malformed-code`, `unknown-edition` and
 * `unknown-code`.
 *
 * @example
 * ```ts
 * import { parseDimension } from '@mentoring-commons/ukpsf'
 * parseDimension('psf-2023:K3').value?.title //=> "Evaluating practice critically"
 * parseDimension('ukpsf-2011:K3').value?.title //=> "Student learning, in general and in the subject"
 * parseDimension('K3').refusal?.code //=> "bare-code"
 * ```
 */
export function parseDimension(text: string): Result<Dimension> {
  if (typeof text !== 'string')
    return refuse('malformed-code', `A code is a text such as 'psf-2023:K3', not ${String(text)}.`)
  const parts = splitCode(text)
  if (parts === undefined) return isBare(text) ? refuseBare(text) : refuseMalformed(text)
  const edition = editionById(parts.edition)
  if (edition.refusal) return edition
  const value = edition.value.dimensions.find((dimension) => dimension.code === parts.local)
  return value === undefined ? refuseUnknown(edition.value, parts.local) : { value }
}

function isBare(text: string): boolean {
  return /^[AKVakv][0-9]+$/.test(text.trim())
}

function refuseBare(text: string) {
  const code = text.trim().toUpperCase()
  const meanings = dimensionsCalled(code)
  const written = meanings.map((dimension) => `'${formatDimension(dimension)}' (${dimension.title})`)
  return refuse(
    'bare-code',
    `'${text}' does not say its edition, and K1, K3 and K5 mean different things in ukpsf-2011 and psf-2023. ${
      written.length > 0 ? `Write ${written.join(' or ')}.` : `No edition has ${code}.`
    }`,
  )
}

function refuseMalformed(text: string) {
  return refuse(
    'malformed-code',
    `'${text}' is not a qualified code. Write the edition, a colon and the code without spaces, as in 'psf-2023:K3'.`,
  )
}

function refuseUnknown(edition: Edition, code: string) {
  if (edition.descriptors.some((descriptor) => descriptor.code === code)) {
    return refuse(
      'unknown-code',
      `'${edition.id}:${code}' is a descriptor, not a dimension. Read it with parseDescriptor.`,
    )
  }
  const others = dimensionsCalled(code).map((dimension) => `${dimension.edition} (${dimension.title})`)
  const elsewhere =
    others.length > 0 ? `${code} is of ${others.join(' and ')}: use a code of ${edition.id} instead. ` : ''
  const ranges = edition.families.value.map((family) => {
    const codes = edition.dimensions.filter((dimension) => dimension.family === family)
    return `${codes[0]?.code} to ${codes.at(-1)?.code}`
  })
  return refuse('unknown-code', `${edition.id} has no ${code}. ${elsewhere}${edition.id} has ${ranges.join(', ')}.`)
}

function dimensionsCalled(code: string): readonly Dimension[] {
  return editions.flatMap((edition) => edition.dimensions).filter((dimension) => dimension.code === code)
}
