import { byColumn } from './by-column.ts'
import { heapFor } from './heap.ts'
import { type Assignment, exitsOf, type SparseInstance } from './instance.ts'

/** By how much the least cost of a solved instance would change, exactly where costs are whole numbers. */
export interface Margins {
  /** For each column, with one more place: 0 at most. */
  readonly placeMore: Float64Array
  /** For each column, with one place fewer: 0 at least. */
  readonly placeLess: Float64Array
  /** For each row, without the row. */
  readonly rowLess: Float64Array
}

/**
 * Gives what one place more, one place fewer or one row fewer would change in a solved instance: the shortest ways of moving rows on that lead
 * from outside to each column, and back, by one search each over the reduced costs; nothing is solved again.
 * After R. K. Ahuja, T. L. Magnanti and J. B. Orlin, "Network Flows" (1993), on the sensitivity of flows of least cost.
 */
export function marginsOf(instance: SparseInstance, solution: Assignment): Margins {
  const { columns } = instance
  const { columnOf, columnPrice, rowPrice } = solution
  const more = waysIn(instance, solution)
  const less = waysOut(instance, solution)
  const exit = exitsOf(instance)
  const placeMore = Float64Array.from(
    { length: columns },
    (_, at) => (more[at] as number) + (columnPrice[at] as number),
  )
  const placeLess = Float64Array.from(
    { length: columns },
    (_, at) => (less[at] as number) - (columnPrice[at] as number),
  )
  // What a row leaves behind is one more place, and its own pair costs exactly the sum of its prices.
  const rowLess = Float64Array.from(columnOf, (own, row) =>
    own < 0 ? -(exit[row] as number) : (more[own] as number) - (rowPrice[row] as number),
  )
  return { placeMore, placeLess, rowLess }
}

/** The reduced length of the shortest way to one more place of each column: a row without a place, or a place given up, comes first. */
function waysIn(instance: SparseInstance, { columnOf, rowPrice, columnPrice }: Assignment): Float64Array {
  const { rows, columns, start, column, cost } = instance
  const held = heldBy(columns, columnOf)
  const distance = columnPrice.map((price) => -price)
  const heap = heapFor(columns)
  const relax = (row: number, at: number): void => {
    for (let pair = start[row] as number; pair < (start[row + 1] as number); pair += 1) {
      const to = column[pair] as number
      const length = at + (cost[pair] as number) - (rowPrice[row] as number) - (columnPrice[to] as number)
      if (length >= (distance[to] as number)) continue
      distance[to] = length
      heap.push(to, distance)
    }
  }
  for (let at = 0; at < columns; at += 1) heap.push(at, distance)
  for (let row = 0; row < rows; row += 1) if ((columnOf[row] as number) < 0) relax(row, 0)
  while (heap.size > 0) {
    const nearest = heap.pop(distance)
    for (const row of held[nearest] ?? []) relax(row, distance[nearest] as number)
  }
  return distance
}

/** The reduced length of the shortest way from one place fewer of each column to a place that is free, or to somebody's exit. */
function waysOut(instance: SparseInstance, { columnOf, rowPrice, columnPrice }: Assignment): Float64Array {
  const { columns, cost, capacity } = instance
  const exit = exitsOf(instance)
  const held = heldBy(columns, columnOf)
  const lists = byColumn(instance)
  const distance = new Float64Array(columns).fill(Number.POSITIVE_INFINITY)
  const heap = heapFor(columns)
  const shorten = (at: number, length: number): void => {
    if (length >= (distance[at] as number)) return
    distance[at] = length
    heap.push(at, distance)
  }
  for (let at = 0; at < columns; at += 1) if ((held[at]?.length ?? 0) < (capacity?.[at] ?? 1)) shorten(at, 0)
  for (const [row, own] of columnOf.entries())
    if (own >= 0) shorten(own, (exit[row] as number) - (rowPrice[row] as number))
  while (heap.size > 0) {
    const to = heap.pop(distance)
    for (let at = lists.from[to] as number; at < (lists.from[to + 1] as number); at += 1) {
      const row = lists.row[at] as number
      const own = columnOf[row] as number
      if (own < 0) continue
      const reduced =
        (cost[lists.pair[at] as number] as number) - (rowPrice[row] as number) - (columnPrice[to] as number)
      shorten(own, (distance[to] as number) + reduced)
    }
  }
  return distance
}

function heldBy(columns: number, columnOf: Int32Array): readonly (readonly number[])[] {
  const held: number[][] = Array.from({ length: columns }, () => [])
  for (const [row, own] of columnOf.entries()) if (own >= 0) held[own]?.push(row)
  return held
}
