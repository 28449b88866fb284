import { byColumn } from '../solver/by-column.ts'
import type { RankedInstance } from '../solver/deferred-acceptance.ts'

/**
 * For a row without a place in a stable matching: the first column of its list where one more place would, after everybody who
 * rather wants the place that becomes free has moved, end with that row; -1 where there is none. Nobody may be alike in the instance.
 * After D. Cantala, "Restabilizing Matching Markets at Senior Level", Games and Economic Behavior 48 (2004) 1-17.
 */
export function vacancyChain(instance: RankedInstance, columnOf: Int32Array): (row: number) => number {
  const { rows, columns, start, column, columnRank } = instance
  const lists = byColumn(instance)
  const place = (row: number, to: number): number => {
    for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) if (column[at] === to) return at
    return Number.POSITIVE_INFINITY
  }
  const ownAt = Float64Array.from({ length: rows }, (_, row) => place(row, columnOf[row] as number))
  const ends = new Int32Array(columns).fill(-2)
  const follow = (first: number): number => {
    const at = ownAt.slice()
    const now = columnOf.slice()
    let to = first
    for (;;) {
      let best = -1
      let bestAt = -1
      for (let entry = lists.from[to] as number; entry < (lists.from[to + 1] as number); entry += 1) {
        const row = lists.row[entry] as number
        const pair = lists.pair[entry] as number
        if (pair >= (at[row] as number)) continue
        if (best >= 0 && (columnRank[pair] as number) >= (columnRank[bestAt] as number)) continue
        best = row
        bestAt = pair
      }
      if (best < 0) return -1
      const left = now[best] as number
      at[best] = bestAt
      now[best] = to
      if (left < 0) return best
      to = left
    }
  }
  return (row) => {
    for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
      const to = column[at] as number
      if (ends[to] === -2) ends[to] = follow(to)
      if (ends[to] === row) return to
    }
    return -1
  }
}
