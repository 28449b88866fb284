import { firstPass } from './first-pass.ts'
import { guardedSums } from './guarded-sums.ts'
import type { Relations } from './relate.ts'
import { secondPass } from './second-pass.ts'
import type { Unknown } from './unknowns.ts'
import type { Grant, Wish } from './wish.ts'

/**
 * What may be shown of a report under rounding so that no count of 1 to 4 people, and no remainder of 1 to 4, can be worked out.
 *
 * The first pass decides from what is public alone and sees through sums; the second seeks a witness for every small count, and so sees
 * what several sums and percentages say together.
 */
export function grant(unknowns: readonly Unknown[], relations: Relations, wish: Wish): Grant {
  const sums = guardedSums(unknowns, relations, wish)
  return secondPass(unknowns, relations, wish, sums, firstPass(unknowns, relations, wish, sums))
}
