import { bidForPlaces, type Choice } from './bids.ts'
import { type Heap, heapFor } from './heap.ts'
import { type Assignment, capacityOf, exitsOf, type SolverProgress, type SparseInstance } from './instance.ts'
import { findNearPairs, type NearPairs, noNearPairs } from './near-pairs.ts'
import { emptyPlaces, moveAlong, type Places } from './places.ts'

const rowsBetweenSteps = 64
/** Where its near pairs were so much more often too few than enough, all pairs of a row are looked at at once. */
const missesMax = 8

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
  readonly near: NearPairs
  /** Rows with pairs that are not near and have not been looked at, by the least that a way through one can be. */
  readonly later: Heap
  readonly laterFrom: Float64Array
  /** What a way through a row in `later` takes up to the row, less its price. */
  readonly offset: Float64Array
  /** Rows and columns that this search has settled, with the rows' distances. */
  readonly rows: Int32Array
  readonly rowDistance: Float64Array
  readonly settled: Int32Array
  readonly touched: Int32Array
  rowCount: number
  touchedCount: number
  /** The shortest way found so far: to the free column `end`, or out by the exit of `leaver` when that is -1. */
  reach: number
  end: number
  leaver: number
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
    near: noNearPairs(rows),
    later: heapFor(rows),
    laterFrom: new Float64Array(rows),
    offset: new Float64Array(rows),
    rows: new Int32Array(rows),
    rowDistance: new Float64Array(rows),
    settled: new Int32Array(columns),
    touched: new Int32Array(columns),
    rowCount: 0,
    touchedCount: 0,
    reach: 0,
    end: -1,
    leaver: -1,
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
  const { places, rowPrice, columnPrice, heap, near, distance, later, laterFrom, finder, settled, touched } = search
  const { from, holder, load } = places
  search.reach = Number.POSITIVE_INFINITY
  search.end = -1
  search.leaver = -1
  search.rowCount = 0
  search.touchedCount = 0
  let settledCount = 0
  let at = 0
  let entry = 0
  let entryEnd = 0
  visit(search, source, at)
  for (;;) {
    if (entry < entryEnd) {
      visit(search, holder[entry++] as number, at)
      continue
    }
    const length = heap.size > 0 ? (distance[heap.first()] as number) : Number.POSITIVE_INFINITY
    const unseen = later.size > 0 ? (laterFrom[later.first()] as number) : Number.POSITIVE_INFINITY
    if (unseen < length && unseen < search.reach) {
      const row = later.pop(laterFrom)
      near.missed[row] = (near.missed[row] as number) + 2
      relaxAll(search, row, at, search.offset[row] as number)
      continue
    }
    if (length >= search.reach) break
    const nearest = heap.pop(distance)
    at = length
    settled[settledCount++] = nearest
    entry = from[nearest] as number
    entryEnd = entry + (load[nearest] as number)
  }
  const { reach, end, leaver, rowCount, touchedCount } = search
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
  later.clear()
}

/** Reaches a row: looks at its exit and its near pairs, and puts the others off until nothing nearer is left. */
function visit(search: Search, row: number, at: number): void {
  const { instance, near, columnPrice, later, laterFrom, exit } = search
  search.rows[search.rowCount] = row
  search.rowDistance[search.rowCount++] = at
  const offset = at - (search.rowPrice[row] as number)
  const leaving = at + (exit[row] as number) - (search.rowPrice[row] as number)
  if (leaving < search.reach) {
    search.reach = leaving
    search.end = -1
    search.leaver = row
  }
  const missed = near.missed[row] as number
  if (missed > missesMax) {
    relaxAll(search, row, at, offset)
    return
  }
  if ((near.from[row] as number) < 0) findNearPairs(near, instance, row, columnPrice)
  relax(search, row, at, offset, near.column, near.cost, near.from[row] as number, near.end[row] as number)
  const unseen = (near.beyond[row] as number) + offset
  near.missed[row] = missed - 1
  if (unseen >= search.reach) return
  search.offset[row] = offset
  laterFrom[row] = unseen
  later.push(row, laterFrom)
}

/** Looks at all pairs of a row that has been reached. */
function relaxAll(search: Search, row: number, at: number, offset: number): void {
  const { start, column, cost } = search.instance
  relax(search, row, at, offset, column, cost, start[row] as number, start[row + 1] as number)
}

/** Shortens the ways to the columns of some pairs of a row; a free place that is nearer than every end so far becomes the end. */
function relax(
  search: Search,
  row: number,
  at: number,
  offset: number,
  column: Int32Array,
  cost: Float64Array,
  first: number,
  last: number,
): void {
  const { columnPrice, distance, finder, heap, touched, capacity } = search
  const { load } = search.places
  let { reach, touchedCount } = search
  for (let pair = first; pair < last; pair += 1) {
    const to = column[pair] as number
    const reduced = (cost[pair] as number) - (columnPrice[to] as number) + offset
    const length = reduced < at ? at : reduced
    const known = distance[to] as number
    if (length >= known || length >= reach) continue
    finder[to] = row
    if ((load[to] as number) < (capacity[to] as number)) {
      reach = length
      search.end = to
      continue
    }
    if (known === Number.POSITIVE_INFINITY) touched[touchedCount++] = to
    distance[to] = length
    heap.push(to, distance)
  }
  search.reach = reach
  search.touchedCount = touchedCount
}
