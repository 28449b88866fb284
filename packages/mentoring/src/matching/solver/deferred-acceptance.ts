/** Rows and columns that rank each other: the pairs of each row, best first, and what the column of each pair makes of the row. */
export interface RankedInstance {
  readonly rows: number
  readonly columns: number
  /** Places of each column, whole numbers from 0; one each when absent. */
  readonly capacity?: Int32Array
  /** Where the pairs of each row begin; `rows + 1` long. */
  readonly start: Int32Array
  /** The column of each pair; within a row, best first. */
  readonly column: Int32Array
  /** What the row makes of the pair, from 0 for the best, never falling within a row; equal numbers are alike. Its place in the list when absent. */
  readonly rowRank?: Int32Array
  /** What the column makes of the pair, from 0 for the best; equal numbers are alike. */
  readonly columnRank: Int32Array
}

/** A pair that would rather have each other than what they have. */
export interface BlockingPair {
  readonly row: number
  readonly column: number
}

/**
 * Gives a matching that no pair would leave for each other, the best such for every row where nobody is ranked alike.
 *
 * Who is ranked alike is told apart by the order of the list and then by the smaller row: the matching is then weakly stable,
 * which is that no two people would both strictly gain. After D. Gale and L. S. Shapley, "College Admissions and the Stability of
 * Marriage", American Mathematical Monthly 69 (1962) 9-15; for ties R. W. Irving, "Stable marriage and indifference", Discrete
 * Applied Mathematics 48 (1994) 261-272. Every pair is looked at once.
 *
 * @example
 * ```ts
 * import { deferredAcceptance } from '@mentoring-commons/mentoring'
 *
 * const lists = { start: Int32Array.of(0, 2, 4), column: Int32Array.of(0, 1, 0, 1), columnRank: Int32Array.of(1, 0, 0, 1) }
 * Array.from(deferredAcceptance({ rows: 2, columns: 2, ...lists })) //=> [1, 0]
 * ```
 */
export function deferredAcceptance(instance: RankedInstance): Int32Array {
  const { rows, columns, capacity, start, column, columnRank } = instance
  const from = new Int32Array(columns + 1)
  for (let to = 0; to < columns; to += 1)
    from[to + 1] = (from[to] as number) + Math.min(capacity ? (capacity[to] as number) : 1, rows)
  // The pairs that each column holds for now: a heap with the worst on top.
  const held = new Int32Array(from[columns] as number)
  const load = new Int32Array(columns)
  const columnOf = new Int32Array(rows).fill(-1)
  const next = start.slice(0, rows)
  const rowOf = new Int32Array(column.length)
  for (let row = 0; row < rows; row += 1) rowOf.fill(row, start[row], start[row + 1])

  const worse = (one: number, other: number): boolean => {
    const rank = columnRank[one] as number
    const otherRank = columnRank[other] as number
    return rank > otherRank || (rank === otherRank && one > other)
  }
  const hold = (pair: number, base: number, count: number): void => {
    let at = count
    while (at > 0) {
      const up = (at - 1) >> 1
      const above = held[base + up] as number
      if (!worse(pair, above)) break
      held[base + at] = above
      at = up
    }
    held[base + at] = pair
  }
  const replaceWorst = (pair: number, base: number, count: number): void => {
    let at = 0
    for (let down = 1; down < count; down = 2 * at + 1) {
      if (down + 1 < count && worse(held[base + down + 1] as number, held[base + down] as number)) down += 1
      const below = held[base + down] as number
      if (!worse(below, pair)) break
      held[base + at] = below
      at = down
    }
    held[base + at] = pair
  }

  for (let first = 0; first < rows; first += 1) {
    let row = first
    while (row >= 0) {
      const pair = next[row] as number
      if (pair >= (start[row + 1] as number)) break
      next[row] = pair + 1
      const to = column[pair] as number
      const base = from[to] as number
      const places = (from[to + 1] as number) - base
      const count = load[to] as number
      if (places === 0) continue
      if (count < places) {
        hold(pair, base, count)
        load[to] = count + 1
        columnOf[row] = to
        break
      }
      const worst = held[base] as number
      if (!worse(worst, pair)) continue
      replaceWorst(pair, base, count)
      columnOf[row] = to
      row = rowOf[worst] as number
      columnOf[row] = -1
    }
  }
  return columnOf
}
