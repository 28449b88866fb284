import type { DimensionCode } from '../framework/code.ts'
import { formatDimension } from '../framework/dimension.ts'
import type { Edition } from '../framework/edition.ts'
import { type Result, refuse } from '../refusal.ts'
import { psf2023 } from './psf-2023.ts'
import { ukpsf2006 } from './ukpsf-2006.ts'
import { ukpsf2011 } from './ukpsf-2011.ts'

/** Every edition this package knows, oldest first. */
export const editions: readonly Edition[] = [ukpsf2006, ukpsf2011, psf2023]

/**
 * Gives an edition by its id, in exactly that spelling. Refuses `unknown-edition`.
 *
 * @example
 * ```ts
 * import { editionById } from '@mentoring-commons/ukpsf'
 * editionById('psf-2023').value?.families.value //=> ["V", "K", "A"]
 * editionById('psf-2030').refusal?.code //=> "unknown-edition"
 * ```
 */
export function editionById(id: string): Result<Edition> {
  const value = editions.find((edition) => edition.id === id)
  if (value !== undefined) return { value }
  return refuse('unknown-edition', `There is no edition '${id}' here. Use ${editionIds()}.`)
}

/** Gives the ids of all editions as a phrase: `ukpsf-2006, ukpsf-2011 or psf-2023`. */
export function editionIds(): string {
  const ids = editions.map((edition) => edition.id)
  return `${ids.slice(0, -1).join(', ')} or ${ids.at(-1)}`
}

/** Gives the qualified codes of an edition's dimensions, in its order. */
export function dimensionCodes(edition: Edition): readonly DimensionCode[] {
  return edition.dimensions.map(formatDimension)
}
