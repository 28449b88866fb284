import type { Refusal } from '../../refusal.ts'
import { checkValues } from './check-values.ts'

/** Why two lists are no pairs that can be reckoned with, or nothing when they are, at least `least` of them. */
export function checkPairs(first: readonly number[], second: readonly number[], least: number): Refusal | undefined {
  if (first.length !== second.length)
    return {
      code: 'lengths-differ',
      message: `There are ${first.length} first and ${second.length} second values. Give both of each pair, and leave out whoever has only one.`,
      path: ['second'],
    }
  return checkValues(first, 'first', least) ?? checkValues(second, 'second', least)
}
