import { stepsOfOne } from '../score/pair-score.ts'
import type { SolverProgress } from '../solver/instance.ts'
import { marginsOf } from '../solver/margins.ts'
import { solveSparseSteps } from '../solver/sparse.ts'
import type { Market } from './market.ts'

/** Tells of one change whether a best total with it has one mentee more. Each answer is exact, and none takes another match. */
export interface TotalChanges {
  /** One more place with a mentor who takes part. */
  readonly place: (mentor: number) => boolean
  /** A mentor becomes free of the one thing that kept mentees away, a code's bit; no when too many mentors were asked about before. */
  readonly opened: (mentor: number, bit: number) => boolean
  /** A mentee without a mentor may have some more mentors. */
  readonly offered: (row: number, mentors: Iterable<number>) => boolean
}

/** So many pairs are looked at in all for mentors who would become free. */
const lookedMax = 2_000_000

/**
 * Reads off one solution what changes give a best total one mentee more. A place more may only move somebody who is matched, and a mentee who could
 * have a place may cost the others more than it brings: so the total and the number of mentees are counted as one cost, the total first.
 */
export function* totalChangeSteps(
  { pairs, steps, rules, scorer, menteeOf }: Market,
  columnOf: Int32Array,
): Generator<SolverProgress, TotalChanges, void> {
  const { rows, columns, start, column, capacity } = pairs
  const weight = rows + 2
  const costOf = (score: number): number => weight * (stepsOfOne - score)
  const exit = new Float64Array(rows).fill(weight * stepsOfOne + 1)
  const instance = { rows, columns, start, column, capacity, cost: Float64Array.from(steps, costOf), exit }
  const { placeMore, placeLess, rowLess } = marginsOf(instance, { ...(yield* solveSparseSteps(instance)), columnOf })
  const addsOne = (change: number): boolean => change < 0 && change - weight * Math.round(change / weight) === -1
  const pairCost = (row: number, mentor: number): number => costOf(scorer.steps(menteeOf[row] as number, mentor))
  const known = new Map<number, boolean>()
  const opens = (mentor: number, bit: number): boolean => {
    let least = 0
    for (let row = 0; row < rows; row += 1)
      if (rules(menteeOf[row] as number, mentor) === bit)
        least = Math.min(least, pairCost(row, mentor) + (rowLess[row] as number))
    return addsOne(least)
  }
  return {
    place: (mentor) => addsOne(placeMore[mentor] as number),
    opened: (mentor, bit) => {
      const before = known.get(mentor)
      if (before !== undefined) return before
      if (known.size > 0 && (known.size + 1) * rows > lookedMax) return false
      const answer = opens(mentor, bit)
      known.set(mentor, answer)
      return answer
    },
    offered: (row, mentors) => {
      let least = 0
      for (const mentor of mentors)
        least = Math.min(least, pairCost(row, mentor) + (placeLess[mentor] as number) + (rowLess[row] as number))
      return addsOne(least)
    },
  }
}
