import { dimensionCodes } from '../editions/catalogue.ts'
import { formatDescriptor } from '../framework/descriptor.ts'
import type { Edition } from '../framework/edition.ts'
import type { WordedPart } from './wording.ts'

/** The parts in the order in which a wording is checked. */
export const wordedParts: readonly WordedPart[] = ['dimensions', 'descriptors', 'criteria', 'families']

/** Gives the qualified codes of a part of an edition, in the edition's order. */
export function codesOfPart(edition: Edition, part: WordedPart): readonly string[] {
  switch (part) {
    case 'dimensions':
      return dimensionCodes(edition)
    case 'descriptors':
      return edition.descriptors.map(formatDescriptor)
    case 'criteria':
      return edition.descriptors.flatMap(({ criteria }) => criteria.map(({ code }) => `${edition.id}:${code}`))
    case 'families':
      return edition.families.value.map((family) => `${edition.id}:${family}`)
  }
}
