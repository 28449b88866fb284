import type { BlockingPair, RankedInstance } from './deferred-acceptance.ts'

/**
 * Gives every pair in which both would strictly rather have each other than what they have: none means that the matching is
 * stable, weakly where people are ranked alike. Looks at every pair, and shares nothing with the solver.
 *
 * @example
 * ```ts
 * import { blockingPairs } from '@mentoring-commons/mentoring'
 *
 * const lists = { start: Int32Array.of(0, 2, 4), column: Int32Array.of(0, 1, 0, 1), columnRank: Int32Array.of(1, 0, 0, 1) }
 * blockingPairs({ rows: 2, columns: 2, ...lists }, Int32Array.of(0, 1)) //=> [{ "row": 1, "column": 0 }]
 * ```
 */
export function blockingPairs(instance: RankedInstance, columnOf: Int32Array): readonly BlockingPair[] {
  const { rows, columns, capacity, start, column, rowRank, columnRank } = instance
  const load = new Int32Array(columns)
  const worstHeld = new Int32Array(columns).fill(-1)
  const ownRank = new Float64Array(rows).fill(Number.POSITIVE_INFINITY)
  const rankOf = (pair: number, row: number) => (rowRank ? (rowRank[pair] as number) : pair - (start[row] as number))
  const eachPair = (see: (pair: number, row: number, to: number) => void) => {
    for (let row = 0; row < rows; row += 1)
      for (let pair = start[row] as number; pair < (start[row + 1] as number); pair += 1)
        see(pair, row, column[pair] as number)
  }
  eachPair((pair, row, to) => {
    if (columnOf[row] !== to) return
    load[to] = (load[to] as number) + 1
    worstHeld[to] = Math.max(worstHeld[to] as number, columnRank[pair] as number)
    ownRank[row] = rankOf(pair, row)
  })
  const blocking: BlockingPair[] = []
  eachPair((pair, row, to) => {
    const places = capacity ? (capacity[to] as number) : 1
    if (places === 0 || rankOf(pair, row) >= (ownRank[row] as number)) return
    if ((load[to] as number) < places || (columnRank[pair] as number) < (worstHeld[to] as number))
      blocking.push({ row, column: to })
  })
  return blocking
}
