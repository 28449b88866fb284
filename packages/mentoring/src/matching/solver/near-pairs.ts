import type { SparseInstance } from './instance.ts'

/** In a row with fewer pairs all are near. */
const pairsMin = 64
const sampled = 48
/** Near are the pairs that are no dearer than this many of the sampled ones. */
const nearOfSampled = 4

/** For each row, the pairs that are cheapest with their prices when it is first looked at; prices of columns may only fall after that. */
export interface NearPairs {
  /** Where the near pairs of a row lie in `column` and `cost`. */
  readonly from: Int32Array
  readonly end: Int32Array
  column: Int32Array
  cost: Float64Array
  size: number
  /** What every other pair of a row costs with its price, at least; infinity where all are near. */
  readonly beyond: Float64Array
  /** How often of late the near pairs of a row were not enough, less how often they were. */
  readonly missed: Int32Array
}

/** No pairs yet. */
export function noNearPairs(rows: number): NearPairs {
  return {
    from: new Int32Array(rows).fill(-1),
    end: new Int32Array(rows),
    column: new Int32Array(64 * rows),
    cost: new Float64Array(64 * rows),
    size: 0,
    beyond: new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
    missed: new Int32Array(rows),
  }
}

const sample = new Float64Array(sampled)

/** Looks for the near pairs of a row by a sample of what its pairs cost with their prices. */
export function findNearPairs(near: NearPairs, instance: SparseInstance, row: number, price: Float64Array): void {
  const { start, column, cost } = instance
  const first = start[row] as number
  const end = start[row + 1] as number
  const count = end - first
  makeRoom(near, count)
  let limit = Number.POSITIVE_INFINITY
  if (count >= pairsMin) {
    for (let at = 0; at < sampled; at += 1) {
      const pair = first + Math.floor((at * count) / sampled)
      sample[at] = (cost[pair] as number) - (price[column[pair] as number] as number)
    }
    sample.sort()
    limit = sample[nearOfSampled - 1] as number
  }
  let to = near.size
  let beyond = Number.POSITIVE_INFINITY
  near.from[row] = to
  for (let pair = first; pair < end; pair += 1) {
    const own = column[pair] as number
    const each = (cost[pair] as number) - (price[own] as number)
    if (each <= limit) {
      near.column[to] = own
      near.cost[to++] = cost[pair] as number
    } else if (each < beyond) beyond = each
  }
  near.end[row] = to
  near.size = to
  near.beyond[row] = beyond
}

function makeRoom(near: NearPairs, count: number): void {
  const needed = near.size + count
  if (needed <= near.column.length) return
  const length = Math.max(needed, 2 * near.column.length)
  const { column, cost } = near
  near.column = new Int32Array(length)
  near.column.set(column)
  near.cost = new Float64Array(length)
  near.cost.set(cost)
}
