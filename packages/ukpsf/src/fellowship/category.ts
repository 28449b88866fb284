import type { Descriptor } from '../framework/descriptor.ts'

/** A category of fellowship, whatever edition it was awarded in. */
export type Category = 'associate' | 'fellow' | 'senior' | 'principal'

/** The categories in the order in which descriptors are numbered. No edition asks for one before another. */
export const categories: readonly Category[] = ['associate', 'fellow', 'senior', 'principal']

const byTitle: Readonly<Record<string, Category>> = {
  Associate: 'associate',
  'Associate Fellow': 'associate',
  Fellow: 'fellow',
  'Senior Fellow': 'senior',
  'Principal Fellow': 'principal',
}

/**
 * Gives the category of a descriptor. 2006's Associate and the later Associate Fellow are one category here; their
 * post-nominals stay apart. Throws a `RangeError` for a title that no edition has.
 *
 * @example
 * ```ts
 * import { categoryOf, parseDescriptor } from '@mentoring-commons/ukpsf'
 * const descriptor = parseDescriptor('psf-2023:D3').value
 * descriptor && categoryOf(descriptor) //=> "senior"
 * ```
 */
export function categoryOf(descriptor: Pick<Descriptor, 'category'>): Category {
  const category = Object.hasOwn(byTitle, descriptor.category) ? byTitle[descriptor.category] : undefined
  if (category === undefined) throw new RangeError(`'${descriptor.category}' is not a category of any edition.`)
  return category
}

/** Says whether the category that a person holds is at least another; nobody's `none` is below all. */
export function holdsAtLeast(held: Category | 'none', asked: Category): boolean {
  return held !== 'none' && categories.indexOf(held) >= categories.indexOf(asked)
}
