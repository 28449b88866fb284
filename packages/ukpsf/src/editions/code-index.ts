import { type DescriptorCode, type DimensionCode, type EditionId, splitCode } from '../framework/code.ts'
import { formatDescriptor } from '../framework/descriptor.ts'
import { formatDimension } from '../framework/dimension.ts'
import type { Edition } from '../framework/edition.ts'

/**
 * The dimensions of one edition by their place, so that a set of them is one number: its lowest bit is the edition's first
 * dimension. Descriptors are indexed the same way, to be found by their codes.
 */
export interface CodeIndex<Code extends string = DimensionCode> {
  readonly edition: EditionId
  /** In the edition's order; at most 31. */
  readonly codes: readonly Code[]
  /** The bit of each code in canonical spelling. */
  readonly bits: ReadonlyMap<string, number>
}

/** Gives the index of codes that stand in the edition's order; throws a RangeError when they are more than 31. */
export function indexCodes<Code extends string>(edition: EditionId, codes: readonly Code[]): CodeIndex<Code> {
  if (codes.length > 31)
    throw new RangeError(`An edition has at most 31 codes of a kind; ${edition} has ${codes.length}`)
  return { edition, codes, bits: new Map(codes.map((code, place) => [code, 1 << place])) }
}

interface Indexes {
  readonly dimensions: CodeIndex
  readonly descriptors: CodeIndex<DescriptorCode>
}

/** An edition never changes, and a claim is read so fast that making its indexes would be a tenth of the work. */
const made = new WeakMap<Edition, Indexes>()

function indexesOf(edition: Edition): Indexes {
  const known = made.get(edition)
  if (known !== undefined) return known
  const indexes = {
    dimensions: indexCodes(edition.id, edition.dimensions.map(formatDimension)),
    descriptors: indexCodes(edition.id, edition.descriptors.map(formatDescriptor)),
  }
  made.set(edition, indexes)
  return indexes
}

/** Gives the index of an edition's dimensions. */
export function indexEdition(edition: Edition): CodeIndex {
  return indexesOf(edition).dimensions
}

/** Gives the index of an edition's descriptors. */
export function indexDescriptors(edition: Edition): CodeIndex<DescriptorCode> {
  return indexesOf(edition).descriptors
}

/** Gives the bit of the code that a text names in any spelling `splitCode` takes; 0 when it names none of them. */
export function bitOf(index: CodeIndex<string>, text: string): number {
  const bit = index.bits.get(text)
  if (bit !== undefined) return bit
  const parts = typeof text === 'string' ? splitCode(text) : undefined
  return parts === undefined ? 0 : (index.bits.get(`${parts.edition}:${parts.local}`) ?? 0)
}

/** Gives the set of some codes of the index. */
export function maskOf(index: CodeIndex, codes: readonly DimensionCode[]): number {
  let mask = 0
  for (const code of codes) mask |= index.bits.get(code) ?? 0
  return mask
}

/** Gives the place of the lowest bit of a set that is not empty. */
export function placeOf(mask: number): number {
  return 31 - Math.clz32(mask & -mask)
}

/** Gives the codes of a set, in the edition's order. */
export function codesIn(index: CodeIndex, mask: number): readonly DimensionCode[] {
  return index.codes.filter((_, place) => (mask >> place) & 1)
}

/** Gives how many dimensions a set has. */
export function sizeOf(mask: number): number {
  let size = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) size += 1
  return size
}
