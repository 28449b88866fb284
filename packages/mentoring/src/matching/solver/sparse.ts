import { bidForPlaces, type Choice } from './bids.ts'
import { type Heap, heapFor } from './heap.ts'
import { type Assignment, capacityOf, exitsOf, type SolverProgress, type SparseInstance } from './instance.ts'
import { emptyPlaces, moveAlong, type Places } from './places.ts'

const rowsBetweenSteps = 64

/** What a search for a shortest path needs, kept from row to row. */
interface Search {
  readonly instance: SparseInstance
  readonly exit: Float64Array
  readonly capacity: Int32Array
  readonly places: Places
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
  readonly heap: Heap
  readonly distance: Float64Array
  readonly finder: Int32Array
  /** Rows and columns that this search has settled, with the rows' distances. */
  readonly rows: Int32Array
  readonly rowDistance: Float64Array
  readonly settled: Int32Array
  readonly touched: Int32Array
}

/**
 * Solves a sparse instance by shortest augmenting paths over reduced costs, a path a row, and yields every 64 rows.
 * After R. Jonker and A. Volgenant, "A Shortest Augmenting Path Algorithm for Dense and Sparse Linear Assignment Problems",
 * Computing 38 (1987) 325-340; places are native: a column lists the rows that hold it, and is never repeated.
 */
export function* solveSparseSteps(instance: SparseInstance): Generator<SolverProgress, Assignment, void> {
  const { rows, columns } = instance
  const capacity = capacityOf(instance)
  const search: Search = {
    instance,
    capacity,
    exit: exitsOf(instance),
    places: emptyPlaces(rows, capacity),
    rowPrice: new Float64Array(rows),
    columnPrice: new Float64Array(columns),
    heap: heapFor(columns),
    distance: new Float64Array(columns).fill(Number.POSITIVE_INFINITY),
    finder: new Int32Array(columns),
    rows: new Int32Array(rows),
    rowDistance: new Float64Array(rows),
    settled: new Int32Array(columns),
    touched: new Int32Array(columns),
  }
  const { columnPrice: prices } = search
  const waiting = bidForPlaces({
    ...search,
    rows,
    cost: instance.cost,
    choose: (row, choice) => chooseOf(instance, row, prices, choice),
    pairOf: (row, column) => pairOf(instance, row, column),
  })
  for (let at = 0; at < waiting.length; at += 1) {
    if (at % rowsBetweenSteps === 0) yield { done: rows - waiting.length + at, of: rows }
    findPlace(search, waiting[at] as number)
  }
  const { places, rowPrice, columnPrice, exit } = search
  return { columnOf: places.columnOf, rowPrice, columnPrice, exit }
}

function chooseOf({ start, column, cost }: SparseInstance, row: number, price: Float64Array, choice: Choice): void {
  const end = start[row + 1] as number
  let best = -1
  let second = -1
  let low = choice.low
  let next = low
  for (let pair = start[row] as number; pair < end; pair += 1) {
    const each = (cost[pair] as number) - (price[column[pair] as number] as number)
    if (each >= next) continue
    if (each >= low) {
      next = each
      second = pair
    } else {
      next = low
      second = best
      low = each
      best = pair
    }
  }
  choice.best = best < 0 ? -1 : (column[best] as number)
  choice.bestPair = best
  choice.low = low
  choice.second = second < 0 ? -1 : (column[second] as number)
  choice.secondPair = second
  choice.next = next
}

function pairOf({ start, column }: SparseInstance, row: number, to: number): number {
  let pair = start[row] as number
  while (column[pair] !== to) pair += 1
  return pair
}

/** Finds the shortest way for a row to a free place, or for it or another to its exit, and moves rows along it. */
function findPlace(search: Search, source: number): void {
  const { exit, capacity, places, rowPrice, columnPrice, heap, distance, finder, settled, touched } = search
  const { from, holder, load } = places
  let leaver = -1
  let toExit = Number.POSITIVE_INFINITY
  let rowCount = 0
  let settledCount = 0
  let touchedCount = 0
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
    touchedCount = relax(search, next, at, toExit, touchedCount)
    if (entry < entryEnd) {
      next = holder[entry++] as number
      continue
    }
    let reached = false
    while (heap.size > 0 && !reached && end < 0) {
      const nearest = heap.pop(distance)
      const length = distance[nearest] as number
      if (length >= toExit) break
      at = length
      if ((load[nearest] as number) < (capacity[nearest] as number)) end = nearest
      else {
        settled[settledCount++] = nearest
        entry = from[nearest] as number
        entryEnd = entry + (load[nearest] as number)
        reached = entry < entryEnd
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
    columnPrice[column] = (columnPrice[column] as number) + (distance[column] as number) - reach
  }
  if (end >= 0) moveAlong(places, finder[end] as number, end, finder, source)
  else moveAlong(places, leaver, -1, finder, source)
  for (let each = 0; each < touchedCount; each += 1) distance[touched[each] as number] = Number.POSITIVE_INFINITY
  heap.clear()
}

/** Shortens the ways to the columns of a row that has been reached; gives how many columns have been touched so far. */
function relax(search: Search, row: number, at: number, toExit: number, touchedCount: number): number {
  const { instance, columnPrice, distance, finder, heap, touched } = search
  const { start, column, cost } = instance
  const offset = at - (search.rowPrice[row] as number)
  const end = start[row + 1] as number
  let count = touchedCount
  for (let edge = start[row] as number; edge < end; edge += 1) {
    const to = column[edge] as number
    const known = distance[to] as number
    const reduced = (cost[edge] as number) - (columnPrice[to] as number) + offset
    const length = reduced < at ? at : reduced
    if (length >= known || length >= toExit) continue
    if (known === Number.POSITIVE_INFINITY) touched[count++] = to
    distance[to] = length
    finder[to] = row
    heap.push(to, distance)
  }
  return count
}
