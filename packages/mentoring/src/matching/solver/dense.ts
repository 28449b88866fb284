import { bidForPlaces, type Choice } from './bids.ts'
import { type DenseSearch, denseSearchFor } from './dense-search.ts'
import type { Assignment, DenseInstance, SolverProgress } from './instance.ts'
import { moveAlong } from './places.ts'

const rowsBetweenSteps = 16

/**
 * Solves a dense instance: rows bid for places first, then those that are left find shortest augmenting paths. Yields every 16
 * paths. After R. Jonker and A. Volgenant, "A Shortest Augmenting Path Algorithm for Dense and Sparse Linear Assignment Problems",
 * Computing 38 (1987) 325-340, and D. F. Crouse, "On implementing 2D rectangular assignment algorithms", IEEE Transactions on
 * Aerospace and Electronic Systems 52 (2016) 1679-1696; places are native: a column lists the rows that hold it, and is never repeated.
 */
export function* solveDenseSteps(instance: DenseInstance): Generator<SolverProgress, Assignment, void> {
  const { rows } = instance
  const search = denseSearchFor(instance)
  if (isFullAndComplete(instance)) lowestOfColumns(instance, search.columnPrice)
  const { columnPrice: prices } = search
  const waiting = bidForPlaces({
    ...search,
    rows,
    cost: instance.cost,
    choose: (row, choice) => chooseOf(instance, row, prices, choice),
    pairOf: (row, column) => row * instance.columns + column,
  })
  for (let at = 0; at < waiting.length; at += 1) {
    if (at % rowsBetweenSteps === 0) yield { done: rows - waiting.length + at, of: rows }
    findPlace(search, waiting[at] as number)
  }
  const { places, rowPrice, columnPrice, exit } = search
  lowerPrices(rowPrice, columnPrice)
  return { columnOf: places.columnOf, rowPrice, columnPrice, exit }
}

/** Whether all places are taken in the end whatever happens, so that prices above zero do no harm on the way. */
function isFullAndComplete({ rows, columns, capacity, cost, exit }: DenseInstance): boolean {
  const places = capacity ? capacity.reduce((sum, each) => sum + each, 0) : columns
  return !exit && places === rows && !cost.includes(Number.POSITIVE_INFINITY)
}

function lowestOfColumns({ rows, columns, cost }: DenseInstance, price: Float64Array): void {
  price.set(cost.subarray(0, columns))
  for (let row = 1; row < rows; row += 1) {
    const base = row * columns
    for (let column = 0; column < columns; column += 1) {
      const each = cost[base + column] as number
      if (each < (price[column] as number)) price[column] = each
    }
  }
}

function chooseOf({ columns, cost }: DenseInstance, row: number, price: Float64Array, choice: Choice): void {
  const base = row * columns
  let best = -1
  let second = -1
  let low = choice.low
  let next = low
  for (let column = 0; column < columns; column += 1) {
    const each = (cost[base + column] as number) - (price[column] as number)
    if (each >= next) continue
    if (each >= low) {
      next = each
      second = column
    } else {
      next = low
      second = best
      low = each
      best = column
    }
  }
  choice.best = best
  choice.bestPair = base + best
  choice.low = low
  choice.second = second
  choice.secondPair = base + second
  choice.next = next
}

/** Where all places are taken, prices may stand above zero: moves them all down, and those of rows up. */
function lowerPrices(rowPrice: Float64Array, columnPrice: Float64Array): void {
  const most = columnPrice.reduce((high, price) => Math.max(high, price), 0)
  if (most === 0) return
  for (let column = 0; column < columnPrice.length; column += 1)
    columnPrice[column] = (columnPrice[column] as number) - most
  for (let row = 0; row < rowPrice.length; row += 1) rowPrice[row] = (rowPrice[row] as number) + most
}

/** Finds the shortest way for a row to a free place, or for it or another to its exit, and moves rows along it. */
function findPlace(search: DenseSearch, source: number): void {
  const { exit, places, rowPrice, columnPrice, openPrice, distance, finder, settled, settledAt } = search
  const { from, holder, load } = places
  distance.fill(Number.POSITIVE_INFINITY)
  openPrice.set(columnPrice)
  search.settledCount = 0
  search.freeColumn = -1
  search.nearest = -1
  let leaver = -1
  let toExit = Number.POSITIVE_INFINITY
  let rowCount = 0
  let at = 0
  let row = source
  // The rows that hold settled columns are reached one after the other; those of columns before `reached` all are.
  let reached = 0
  let entry = 0
  let entryEnd = 0
  for (;;) {
    search.rows[rowCount] = row
    search.rowDistance[rowCount++] = at
    const leaving = at + (exit[row] as number) - (rowPrice[row] as number)
    if (leaving < toExit) {
      toExit = leaving
      leaver = row
    }
    const isLast = entry === entryEnd && reached === search.settledCount
    const offset = at - (rowPrice[row] as number)
    if (isLast) relaxLast(search, row, offset, at)
    else relax(search, row, offset, at)
    while (entry === entryEnd && search.freeColumn < 0) {
      if (reached === search.settledCount) {
        if (search.nearest < 0) findNearest(search)
        if (search.nearest < 0 || (distance[search.nearest] as number) >= toExit) break
        at = Math.max(at, distance[search.nearest] as number)
        settleUpTo(search, at)
      } else {
        const column = settled[reached++] as number
        entry = from[column] as number
        entryEnd = entry + (load[column] as number)
      }
    }
    if (search.freeColumn >= 0 || entry === entryEnd) break
    row = holder[entry++] as number
  }
  const end = search.freeColumn
  const reach = end >= 0 ? at : toExit
  for (let each = 0; each < rowCount; each += 1) {
    const own = search.rows[each] as number
    rowPrice[own] = (rowPrice[own] as number) + reach - (search.rowDistance[each] as number)
  }
  for (let each = 0; each < search.settledCount; each += 1) {
    const column = settled[each] as number
    columnPrice[column] = (columnPrice[column] as number) + (settledAt[each] as number) - reach
  }
  if (end >= 0) moveAlong(places, finder[end] as number, end, finder, source)
  else moveAlong(places, leaver, -1, finder, source)
}

/** Settles a column: its way is known, and no way to it is looked for again. A free one ends the search instead. */
function settle(search: DenseSearch, column: number, at: number): void {
  const { places, capacity, settled, settledAt, openPrice, distance } = search
  if ((places.load[column] as number) < (capacity[column] as number)) {
    search.freeColumn = column
    return
  }
  settled[search.settledCount] = column
  settledAt[search.settledCount] = at
  search.settledCount += 1
  openPrice[column] = Number.NEGATIVE_INFINITY
  distance[column] = Number.POSITIVE_INFINITY
}

/** Shortens the ways to all columns from a row that has been reached; a column that lies no further than the row is settled at once. */
function relax(search: DenseSearch, row: number, offset: number, at: number): void {
  const { openPrice, distance, finder } = search
  const { columns, cost } = search.instance
  const base = row * columns
  for (let column = 0; column < columns; column += 1) {
    const length = (cost[base + column] as number) - (openPrice[column] as number) + offset
    if (length >= (distance[column] as number)) continue
    finder[column] = row
    if (length > at) distance[column] = length
    else {
      settle(search, column, at)
      if (search.freeColumn >= 0) return
    }
  }
  search.nearest = -1
}

/** The same, and finds the nearest column where no further row is waiting to be reached. */
function relaxLast(search: DenseSearch, row: number, offset: number, at: number): void {
  const { openPrice, distance, finder, settledCount } = search
  const { columns, cost } = search.instance
  const base = row * columns
  let least = Number.POSITIVE_INFINITY
  let nearest = -1
  for (let column = 0; column < columns; column += 1) {
    const length = (cost[base + column] as number) - (openPrice[column] as number) + offset
    let known = distance[column] as number
    if (length < known) {
      finder[column] = row
      if (length > at) {
        distance[column] = length
        known = length
      } else {
        settle(search, column, at)
        if (search.freeColumn >= 0) return
        continue
      }
    }
    if (known < least) {
      least = known
      nearest = column
    }
  }
  search.nearest = search.settledCount === settledCount ? nearest : -1
}

function findNearest(search: DenseSearch): void {
  const { distance } = search
  let least = Number.POSITIVE_INFINITY
  let nearest = -1
  for (let column = 0; column < distance.length; column += 1) {
    if ((distance[column] as number) < least) {
      least = distance[column] as number
      nearest = column
    }
  }
  search.nearest = nearest
}

/** Settles every column that is as near as the nearest. */
function settleUpTo(search: DenseSearch, at: number): void {
  const { distance } = search
  const first = search.nearest
  search.nearest = -1
  for (let column = first; column < distance.length; column += 1) {
    if ((distance[column] as number) > at) continue
    settle(search, column, at)
    if (search.freeColumn >= 0) return
  }
}
