import type { Assignment, SolverProgress, SparseInstance } from './instance.ts'
import type { EligiblePairs } from './maximum.ts'
import { solveSparseSteps } from './sparse.ts'

/** One aim among several: a whole cost for every pair, and one for leaving each row without a place. */
export interface Aim {
  readonly cost: (pair: number) => number
  readonly exit: number
}

/** The matchings that are equally good by all aims so far: which pairs and exits they may use, and which columns they must fill. */
export interface Face {
  readonly pair: Uint8Array
  readonly exit: Uint8Array
  readonly fill: Uint8Array
}

/** One aim met: the instance that was solved on the face, its solution, and the smaller face that is left. */
export interface AimMet {
  readonly instance: SparseInstance
  readonly solution: Assignment
  readonly face: Face
}

/** The face of all matchings that use the pairs that `allows` lets through. */
export function wholeFace({ rows, columns, column }: EligiblePairs, allows: (pair: number) => boolean): Face {
  return {
    pair: Uint8Array.from(column, (_, pair) => (allows(pair) ? 1 : 0)),
    exit: new Uint8Array(rows).fill(1),
    fill: new Uint8Array(columns),
  }
}

/**
 * Writes one aim over a face as an instance of least cost. A surcharge above whatever the aim can differ by falls on every
 * column that need not be filled, and twice on an exit that may not be used, so that an answer of least cost lies on the face.
 * All numbers stay whole, and below 2^53 where `2 * rows * range` does.
 */
export function instanceOnFace(pairs: EligiblePairs, face: Face, { cost, exit }: Aim): SparseInstance {
  const { rows, columns, start, column, capacity } = pairs
  let low = Math.min(0, exit)
  let high = Math.max(0, exit)
  let count = 0
  for (let at = 0; at < column.length; at += 1) {
    if (face.pair[at] === 0) continue
    const each = cost(at)
    low = Math.min(low, each)
    high = Math.max(high, each)
    count += 1
  }
  const free = face.fill.every((must) => must === 0) && face.exit.every((may) => may === 1)
  const surcharge = free ? 0 : rows * (high - low) + 1
  const onFace = {
    start: new Int32Array(rows + 1),
    column: new Int32Array(count),
    cost: new Float64Array(count),
    exit: new Float64Array(rows),
  }
  let to = 0
  for (let row = 0; row < rows; row += 1) {
    for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
      if (face.pair[at] === 0) continue
      const own = column[at] as number
      onFace.column[to] = own
      onFace.cost[to++] = cost(at) + (face.fill[own] === 1 ? 0 : surcharge)
    }
    onFace.start[row + 1] = to
    onFace.exit[row] = exit + (face.exit[row] === 1 ? surcharge : 2 * surcharge)
  }
  return { rows, columns, capacity, ...onFace }
}

/**
 * Gives the face of all matchings of least cost, by complementary slackness: they use pairs whose cost is the sum of their
 * prices, exits that rows are priced at, and fill every column that has a price.
 */
export function faceOf(
  pairs: EligiblePairs,
  face: Face,
  instance: SparseInstance,
  { rowPrice, columnPrice, exit }: Assignment,
): Face {
  const next: Face = {
    pair: new Uint8Array(face.pair.length),
    exit: new Uint8Array(pairs.rows),
    fill: Uint8Array.from(columnPrice, (price) => (price < 0 ? 1 : 0)),
  }
  let from = 0
  for (let row = 0; row < pairs.rows; row += 1) {
    const price = rowPrice[row] as number
    next.exit[row] = face.exit[row] === 1 && price === exit[row] ? 1 : 0
    for (let at = pairs.start[row] as number; at < (pairs.start[row + 1] as number); at += 1) {
      if (face.pair[at] === 0) continue
      const prices = price + (columnPrice[pairs.column[at] as number] as number)
      if (instance.cost[from++] === prices) next.pair[at] = 1
    }
  }
  return next
}

/** Meets one aim on a face. */
export function* meetAimSteps(pairs: EligiblePairs, face: Face, aim: Aim): Generator<SolverProgress, AimMet, void> {
  const instance = instanceOnFace(pairs, face, aim)
  const solution = yield* solveSparseSteps(instance)
  return { instance, solution, face: faceOf(pairs, face, instance, solution) }
}
