import { capacityOf, type DenseInstance, exitsOf } from './instance.ts'
import { emptyPlaces, type Places } from './places.ts'

/** What the dense solver knows, kept from row to row. */
export interface DenseSearch {
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
  /** The row from which each column was found. */
  readonly finder: Int32Array
  /** Rows that have been reached, with the length of their ways. */
  readonly rows: Int32Array
  readonly rowDistance: Float64Array
  /** Columns that are settled, with the length of their ways. */
  readonly settled: Int32Array
  readonly settledAt: Float64Array
  settledCount: number
  /** The nearest column that is not settled; -1 while it is not known. */
  nearest: number
  /** A column with a free place at the end of a shortest way; -1 while none is found. */
  freeColumn: number
}

/** A search in which nobody has a place yet, and every price is zero. */
export function denseSearchFor(instance: DenseInstance): DenseSearch {
  const { rows, columns } = instance
  const capacity = capacityOf(instance)
  return {
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
    settledCount: 0,
    nearest: -1,
    freeColumn: -1,
  }
}
