import type { SparseInstance } from './instance.ts'
import { emptyPlaces, moveAlong, type Places, take } from './places.ts'

/** The pairs of an instance, without what they cost. */
export type EligiblePairs = Pick<SparseInstance, 'rows' | 'columns' | 'start' | 'column'> & {
  readonly capacity: Int32Array
}

/** A largest matching, with the cover that proves it: every pair has its row or its column in the cover. */
export interface MaximumMatching {
  readonly columnOf: Int32Array
  readonly size: number
  /** 1 for each row of the cover. */
  readonly rowCover: Uint8Array
  /** 1 for each column of the cover; the rows of the cover and the places of its columns add up to `size`. */
  readonly columnCover: Uint8Array
}

/**
 * Gives a largest matching among the pairs that `allows` lets through, in O(pairs * sqrt(rows + places)).
 * After J. E. Hopcroft and R. M. Karp, "An n^(5/2) Algorithm for Maximum Matchings in Bipartite Graphs", SIAM Journal on
 * Computing 2 (1973) 225-231; the cover is that of D. König (1931).
 */
export function maximumMatching(pairs: EligiblePairs, allows: (pair: number) => boolean = () => true): MaximumMatching {
  const { rows, columns, start, capacity } = pairs
  const places = emptyPlaces(rows, capacity)
  let size = takeAnything(pairs, places, allows)
  const layers: Layers = {
    rowLayer: new Int32Array(rows),
    columnLayer: new Int32Array(columns),
    queue: new Int32Array(rows),
    next: new Int32Array(rows),
    nextHolder: new Int32Array(columns),
  }
  const finder = new Int32Array(columns)
  while (layOut(pairs, places, allows, layers)) {
    layers.next.set(start.subarray(0, rows))
    layers.nextHolder.set(places.from.subarray(0, columns))
    for (let row = 0; row < rows; row += 1) {
      if ((places.columnOf[row] as number) >= 0) continue
      const end = descend(pairs, places, allows, layers, finder, row)
      if (end < 0) continue
      moveAlong(places, finder[end] as number, end, finder, row)
      size += 1
    }
  }
  // The last layers reach exactly the rows and columns that alternating paths lead to from rows without a place.
  const rowCover = Uint8Array.from(layers.rowLayer, (layer) => (layer < 0 ? 1 : 0))
  const columnCover = Uint8Array.from(layers.columnLayer, (layer) => (layer < 0 ? 0 : 1))
  return { columnOf: places.columnOf, size, rowCover, columnCover }
}

interface Layers {
  readonly rowLayer: Int32Array
  readonly columnLayer: Int32Array
  readonly queue: Int32Array
  /** Where each row goes on looking in its list. */
  readonly next: Int32Array
  /** Where each column goes on looking among its rows. */
  readonly nextHolder: Int32Array
}

function takeAnything(
  { rows, start, column, capacity }: EligiblePairs,
  places: Places,
  allows: (pair: number) => boolean,
): number {
  let size = 0
  for (let row = 0; row < rows; row += 1) {
    for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
      const to = column[at] as number
      if ((places.load[to] as number) >= (capacity[to] as number) || !allows(at)) continue
      take(places, row, to)
      size += 1
      break
    }
  }
  return size
}

/** Lays rows and columns out by their distance from rows without a place; tells whether a free place is among them. */
function layOut(
  { rows, start, column, capacity }: EligiblePairs,
  { from, holder, load, columnOf }: Places,
  allows: (pair: number) => boolean,
  { rowLayer, columnLayer, queue }: Layers,
): boolean {
  columnLayer.fill(-1)
  let count = 0
  for (let row = 0; row < rows; row += 1) {
    rowLayer[row] = (columnOf[row] as number) < 0 ? 0 : -1
    if (rowLayer[row] === 0) queue[count++] = row
  }
  let last = Number.POSITIVE_INFINITY
  for (let head = 0; head < count; head += 1) {
    const row = queue[head] as number
    const layer = rowLayer[row] as number
    if (layer >= last) break
    for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
      const to = column[at] as number
      if ((columnLayer[to] as number) >= 0 || !allows(at)) continue
      columnLayer[to] = layer
      if ((load[to] as number) < (capacity[to] as number)) last = layer + 1
      const end = (from[to] as number) + (load[to] as number)
      for (let entry = from[to] as number; entry < end; entry += 1) {
        const next = holder[entry] as number
        if ((rowLayer[next] as number) >= 0) continue
        rowLayer[next] = layer + 1
        queue[count++] = next
      }
    }
  }
  return last < Number.POSITIVE_INFINITY
}

/** Walks down the layers from a row to a free place, each pair at most once in a round; gives the column, or -1. */
function descend(
  { start, column, capacity }: EligiblePairs,
  { from, holder, load }: Places,
  allows: (pair: number) => boolean,
  { rowLayer, columnLayer, queue, next, nextHolder }: Layers,
  finder: Int32Array,
  source: number,
): number {
  let depth = 0
  queue[0] = source
  while (depth >= 0) {
    const row = queue[depth] as number
    const at = next[row] as number
    if (at >= (start[row + 1] as number)) {
      rowLayer[row] = -1
      depth -= 1
      continue
    }
    const to = column[at] as number
    let holding = -1
    if (columnLayer[to] === depth && allows(at)) {
      finder[to] = row
      if ((load[to] as number) < (capacity[to] as number)) {
        for (let each = 0; each <= depth; each += 1) rowLayer[queue[each] as number] = -1
        return to
      }
      const end = (from[to] as number) + (load[to] as number)
      let entry = nextHolder[to] as number
      while (entry < end && rowLayer[holder[entry] as number] !== depth + 1) entry += 1
      if (entry < end) holding = holder[entry++] as number
      nextHolder[to] = entry
    }
    if (holding < 0) next[row] = at + 1
    else queue[++depth] = holding
  }
  return -1
}
