/** Rows that each want one place and columns that have places, with a cost for every pair: the problem of the dense solver. */
export interface DenseInstance {
  readonly rows: number
  readonly columns: number
  /** Places of each column, whole numbers from 0; one each when absent. */
  readonly capacity?: Int32Array
  /** Row by row, `rows * columns` long; `Infinity` for a pair that may not be made. */
  readonly cost: Float64Array
  /** What it costs to leave a row without a place. When absent, as many rows as possible get one, whatever it costs. */
  readonly exit?: Float64Array
}

/** The same problem where only some pairs may be made, listed row by row. */
export interface SparseInstance {
  readonly rows: number
  readonly columns: number
  /** Places of each column, whole numbers from 0; one each when absent. */
  readonly capacity?: Int32Array
  /** Where the pairs of each row begin in `column` and `cost`; `rows + 1` long. */
  readonly start: Int32Array
  /** The column of each pair. No column stands twice in a row. */
  readonly column: Int32Array
  /** The cost of each pair; finite. */
  readonly cost: Float64Array
  /** What it costs to leave a row without a place. When absent, as many rows as possible get one, whatever it costs. */
  readonly exit?: Float64Array
}

/** A problem of least cost, dense or sparse. */
export type AssignmentInstance = DenseInstance | SparseInstance

/**
 * A solution of least cost with the prices that prove it: no pair costs less than the sum of its two prices, no row's price
 * is above its exit, no column's price is above zero, and the prices, places counted, add up to the cost.
 */
export interface Assignment {
  /** The column of each row; -1 where it has none. */
  readonly columnOf: Int32Array
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
  /** What leaving a row cost: the exits of the instance, or those that were taken so that as many rows as possible got a place. */
  readonly exit: Float64Array
}

/** How far a solver has come. */
export interface SolverProgress {
  /** Rows that have been dealt with. */
  readonly done: number
  readonly of: number
}

/** Tells whether an instance lists its pairs row by row. */
export function isSparse(instance: AssignmentInstance): instance is SparseInstance {
  return 'start' in instance
}

/** The places of each column, at most as many as there are rows. */
export function capacityOf({ rows, columns, capacity }: AssignmentInstance): Int32Array {
  return capacity ? capacity.map((places) => Math.min(places, rows)) : new Int32Array(columns).fill(1)
}

/**
 * The exits of the instance, or, when it names none, one above whatever all other pairs can differ by: then no row is left out
 * that can have a place. Exact where costs are whole numbers and `rows` times their range is below 2^53.
 */
export function exitsOf({ rows, cost, exit }: AssignmentInstance): Float64Array {
  if (exit) return exit
  let low = 0
  let high = 0
  for (let at = 0; at < cost.length; at += 1) {
    const each = cost[at] as number
    if (each < low) low = each
    if (each > high && each !== Number.POSITIVE_INFINITY) high = each
  }
  return new Float64Array(rows).fill(high + rows * (high - low) + 1)
}
