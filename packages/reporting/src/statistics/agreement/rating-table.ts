import type { Refusal, Result } from '../../refusal.ts'

/** A category that a rater may give. */
export type Category = string | number

/** How often two raters gave each pair of categories: row the first rater's, column the second's. */
export interface RatingTable {
  readonly categories: readonly Category[]
  readonly counts: readonly (readonly number[])[]
  /** Cases that only one rater, or none, rated; they are not in the counts. */
  readonly incomplete: number
}

/**
 * The table of two raters' ratings of the same cases, case by case in the same order, null where a rater gave none. Categories are all that
 * could be given, in their order from lowest to highest where they have one.
 *
 * @example
 * ```ts
 * import { ratingTable } from '@mentoring-commons/reporting/statistics'
 *
 * const table = ratingTable(['low', 'high', 'low', null], ['low', 'high', 'high', 'low'], ['low', 'high'])
 * 'value' in table && table.value.counts //=> [[1, 1], [0, 1]]
 * 'value' in table && table.value.incomplete //=> 1
 * ```
 */
export function ratingTable(
  first: readonly (Category | null)[],
  second: readonly (Category | null)[],
  categories: readonly Category[],
): Result<RatingTable> {
  if (first.length !== second.length)
    return {
      refusal: {
        code: 'lengths-differ',
        message: `The first rater has ${first.length} ratings and the second ${second.length}. Give both for the same cases, null where one is missing.`,
        path: ['second'],
      },
    }
  if (categories.length > categoriesMax)
    return {
      refusal: {
        code: 'too-large-for-exact',
        message: `There are ${categories.length} categories, and ${categoriesMax} are the most. Take categories together, or use krippendorffAlpha.`,
        path: ['categories'],
      },
    }
  const places = new Map(categories.map((category, index) => [category, index]))
  const counts = categories.map(() => categories.map(() => 0))
  let incomplete = 0
  for (const [index, one] of first.entries()) {
    const other = second[index] ?? null
    for (const [name, rating] of [
      ['first', one],
      ['second', other],
    ] as const)
      if (rating !== null && !places.has(rating)) return { refusal: unknown(name, index, rating, categories) }
    const row = one === null ? undefined : counts[places.get(one) ?? -1]
    const column = other === null ? undefined : places.get(other)
    if (row === undefined || column === undefined) incomplete += 1
    else row[column] = (row[column] ?? 0) + 1
  }
  return { value: { categories, counts, incomplete } }
}

const categoriesMax = 500

const unknown = (name: string, index: number, rating: Category, categories: readonly Category[]): Refusal => ({
  code: 'category-unknown',
  message: `Rating ${index + 1} of the ${name} rater is ${JSON.stringify(rating)}, and the categories are ${categories.slice(0, 20).join(', ')}. Add the category or mend the rating.`,
  path: [name, index],
})
