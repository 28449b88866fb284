import { type Assignment, capacityOf, type DenseInstance, exitsOf, type SolverProgress } from './instance.ts'
import { emptyPlaces, moveAlong, type Places, take } from './places.ts'

const rowsBetweenSteps = 16

/** What a search for a shortest path needs, kept from row to row. */
interface Search {
  readonly instance: DenseInstance
  readonly exit: Float64Array
  readonly capacity: Int32Array
  readonly places: Places
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
  /** The prices of columns; minus infinity once a column is settled, so that no way to it is shorter. */
  readonly openPrice: Float64Array
  /** The ways to columns; infinity once a column is settled, so that it is never the nearest. */
  readonly distance: Float64Array
  readonly finder: Int32Array
  readonly rows: Int32Array
  readonly rowDistance: Float64Array
  readonly settled: Int32Array
  readonly settledAt: Float64Array
}

/**
 * Solves a dense instance by shortest augmenting paths, and yields every 16 rows. After R. Jonker and A. Volgenant, "A Shortest
 * Augmenting Path Algorithm for Dense and Sparse Linear Assignment Problems", Computing 38 (1987) 325-340, and D. F. Crouse,
 * "On implementing 2D rectangular assignment algorithms", IEEE Transactions on Aerospace and Electronic Systems 52 (2016)
 * 1679-1696; places are native: a column lists the rows that hold it, and is never repeated.
 */
export function* solveDenseSteps(instance: DenseInstance): Generator<SolverProgress, Assignment, void> {
  const { rows, columns } = instance
  const capacity = capacityOf(instance)
  const search: Search = {
    instance,
    capacity,
    exit: exitsOf(instance),
    places: emptyPlaces(rows, capacity),
    rowPrice: new Float64Array(rows),
    columnPrice: new Float64Array(columns),
    openPrice: new Float64Array(columns),
    distance: new Float64Array(columns),
    finder: new Int32Array(columns),
    rows: new Int32Array(rows),
    rowDistance: new Float64Array(rows),
    settled: new Int32Array(columns),
    settledAt: new Float64Array(columns),
  }
  const waiting = takeCheapest(search)
  for (let at = 0; at < waiting.length; at += 1) {
    if (at % rowsBetweenSteps === 0) yield { done: rows - waiting.length + at, of: rows }
    findPlace(search, waiting[at] as number)
  }
  const { places, rowPrice, columnPrice, exit } = search
  return { columnOf: places.columnOf, rowPrice, columnPrice, exit }
}

/** Prices every row at its cheapest pair or exit, gives it that place where it is free, and lists the rows that still want one. */
function takeCheapest({ instance, exit, capacity, places, rowPrice }: Search): Int32Array {
  const { rows, columns, cost } = instance
  const waiting = new Int32Array(rows)
  let count = 0
  for (let row = 0; row < rows; row += 1) {
    const base = row * columns
    let price = exit[row] as number
    let free = -1
    let found = false
    for (let to = 0; to < columns; to += 1) {
      const each = cost[base + to] as number
      if (each > price || (each === price && free >= 0)) continue
      price = each
      free = (places.load[to] as number) < (capacity[to] as number) ? to : -1
      found = true
    }
    rowPrice[row] = price
    if (free >= 0) take(places, row, free)
    else if (found) waiting[count++] = row
  }
  return waiting.subarray(0, count)
}

/** The nearest column that is not settled, or minus one, as the last row to be relaxed left it. */
let nearest = -1

/** Finds the shortest way for a row to a free place, or for it or another to its exit, and moves rows along it. */
function findPlace(search: Search, source: number): void {
  const { exit, capacity, places, rowPrice, columnPrice, openPrice, distance, finder, settled, settledAt } = search
  const { from, holder, load } = places
  distance.fill(Number.POSITIVE_INFINITY)
  openPrice.set(columnPrice)
  let leaver = -1
  let toExit = Number.POSITIVE_INFINITY
  let rowCount = 0
  let settledCount = 0
  let end = -1
  let at = 0
  let next = source
  let entry = 0
  let entryEnd = 0
  for (;;) {
    search.rows[rowCount] = next
    search.rowDistance[rowCount++] = at
    const leaving = at + (exit[next] as number) - (rowPrice[next] as number)
    if (leaving < toExit) {
      toExit = leaving
      leaver = next
    }
    relax(search.instance, next, at - (rowPrice[next] as number), openPrice, distance, finder)
    if (entry < entryEnd) {
      next = holder[entry++] as number
      continue
    }
    let reached = false
    while (nearest >= 0 && !reached && end < 0) {
      const column = nearest
      const length = distance[column] as number
      if (length >= toExit) break
      if (length > at) at = length
      if ((load[column] as number) < (capacity[column] as number)) end = column
      else {
        settled[settledCount] = column
        settledAt[settledCount++] = at
        openPrice[column] = Number.NEGATIVE_INFINITY
        distance[column] = Number.POSITIVE_INFINITY
        entry = from[column] as number
        entryEnd = entry + (load[column] as number)
        reached = entry < entryEnd
        if (!reached) nearest = leastOf(distance)
      }
    }
    if (!reached) break
    next = holder[entry++] as number
  }
  const reach = end >= 0 ? at : toExit
  for (let each = 0; each < rowCount; each += 1) {
    const row = search.rows[each] as number
    rowPrice[row] = (rowPrice[row] as number) + reach - (search.rowDistance[each] as number)
  }
  for (let each = 0; each < settledCount; each += 1) {
    const column = settled[each] as number
    columnPrice[column] = (columnPrice[column] as number) + (settledAt[each] as number) - reach
  }
  if (end >= 0) moveAlong(places, finder[end] as number, end, finder, source)
  else moveAlong(places, leaver, -1, finder, source)
}

/** Shortens the ways to all columns from a row that has been reached, and notes the nearest column that is not settled. */
function relax(
  { columns, cost }: DenseInstance,
  row: number,
  offset: number,
  openPrice: Float64Array,
  distance: Float64Array,
  finder: Int32Array,
): void {
  const base = row * columns
  let least = Number.POSITIVE_INFINITY
  let column = -1
  for (let to = 0; to < columns; to += 1) {
    const length = (cost[base + to] as number) - (openPrice[to] as number) + offset
    let known = distance[to] as number
    if (length < known) {
      known = length
      distance[to] = length
      finder[to] = row
    }
    if (known < least) {
      least = known
      column = to
    }
  }
  nearest = column
}

function leastOf(distance: Float64Array): number {
  let least = Number.POSITIVE_INFINITY
  let column = -1
  for (let to = 0; to < distance.length; to += 1) {
    if ((distance[to] as number) < least) {
      least = distance[to] as number
      column = to
    }
  }
  return column
}
