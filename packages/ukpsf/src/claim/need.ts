import { type CodeIndex, maskOf, sizeOf } from '../editions/code-index.ts'
import { asCount, type CountRule } from '../framework/rule.ts'

/** So many of a set of dimensions. */
export interface Need {
  readonly mask: number
  readonly count: number
}

/** Gives a count rule as a need. */
export function needOf(index: CodeIndex, rule: CountRule): Need {
  const { count, from } = asCount(rule)
  return { mask: maskOf(index, from), count }
}

/** Gives how many dimensions a need still lacks; 0 when it has enough. */
export function lackOf({ mask, count }: Need, had: number): number {
  return Math.max(0, count - sizeOf(mask & had))
}

/** Gives what is still needed once some dimensions are there; needs that are met are left out. */
export function needsAfter(needs: readonly Need[], had: number): readonly Need[] {
  return needs.flatMap((need) => {
    const count = lackOf(need, had)
    return count === 0 ? [] : [{ mask: need.mask & ~had, count }]
  })
}
