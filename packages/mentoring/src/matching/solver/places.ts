/** Who holds which place of which column: each column lists its rows, in as many entries as it has places. */
export interface Places {
  /** Where the entries of each column begin; `columns + 1` long. */
  readonly from: Int32Array
  /** The rows that hold places; the first `load` entries of a column count. */
  readonly holder: Int32Array
  readonly load: Int32Array
  /** The entry that each row holds; -1 where it holds none. */
  readonly entryOf: Int32Array
  /** The column of each row; -1 where it has none. */
  readonly columnOf: Int32Array
}

/** Places that nobody holds yet. */
export function emptyPlaces(rows: number, capacity: Int32Array): Places {
  const from = new Int32Array(capacity.length + 1)
  for (let column = 0; column < capacity.length; column += 1)
    from[column + 1] = (from[column] as number) + (capacity[column] as number)
  return {
    from,
    holder: new Int32Array(from[capacity.length] as number),
    load: new Int32Array(capacity.length),
    entryOf: new Int32Array(rows).fill(-1),
    columnOf: new Int32Array(rows).fill(-1),
  }
}

/** Gives a row a free place of a column. */
export function take({ from, holder, load, entryOf, columnOf }: Places, row: number, column: number): void {
  const entry = (from[column] as number) + (load[column] as number)
  load[column] = (load[column] as number) + 1
  holder[entry] = row
  entryOf[row] = entry
  columnOf[row] = column
}

/**
 * Moves rows along a path that a search found: `column` has a free place or, when it is -1, `row` leaves its own; each row
 * on the way takes the column it was found from, and hands its entry to the row that found that column.
 */
export function moveAlong(places: Places, row: number, column: number, finder: Int32Array, source: number): void {
  const { holder, entryOf, columnOf } = places
  let mover = row
  let vacated = columnOf[mover] as number
  let entry = entryOf[mover] as number
  if (column >= 0) take(places, mover, column)
  else {
    columnOf[mover] = -1
    entryOf[mover] = -1
  }
  while (mover !== source) {
    mover = finder[vacated] as number
    const next = columnOf[mover] as number
    const nextEntry = entryOf[mover] as number
    holder[entry] = mover
    entryOf[mover] = entry
    columnOf[mover] = vacated
    vacated = next
    entry = nextEntry
  }
}
