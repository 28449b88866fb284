import { type Assignment, type AssignmentInstance, isSparse } from './instance.ts'

/** What a check of a solution found. */
export interface CertificateCheck {
  /** No pair is forbidden, no column has more rows than places, the prices allow it, and primal equals dual. */
  readonly holds: boolean
  /** What the pairs and exits cost. */
  readonly primal: number
  /** What the prices say that no solution can cost less than. */
  readonly dual: number
  /** Rows that have a place. */
  readonly placed: number
  /** What does not hold, at most ten sentences. */
  readonly faults: readonly string[]
}

/** Primal and dual may differ by this much, of the sum of what was added up. */
const tolerance = 1e-9

/**
 * Checks a solution by its prices alone, without solving anything again: weak duality of linear programming then says that
 * nothing costs less. Sums are exact where all numbers are whole.
 *
 * @example
 * ```ts
 * import { checkCertificate, solveAssignment } from '@mentoring-commons/mentoring'
 *
 * const instance = { rows: 2, columns: 2, cost: Float64Array.of(1, 2, 2, 5) }
 * const { holds, primal, dual } = checkCertificate(instance, solveAssignment(instance))
 * const seen = [holds, primal, dual]
 * seen //=> [true, 4, 4]
 * ```
 */
export function checkCertificate(instance: AssignmentInstance, solution: Assignment): CertificateCheck {
  const { rows, columns, capacity } = instance
  const { columnOf, rowPrice, columnPrice, exit } = solution
  const faults: string[] = []
  const fault = (sentence: string) => {
    if (faults.length < 10) faults.push(sentence)
  }
  const places = (column: number) => (capacity ? (capacity[column] as number) : 1)
  const pairs = pairsOf(instance)
  const load = new Int32Array(columns)
  const made = new Int32Array(rows)
  const primal = sumOf()
  const dual = sumOf()
  let placed = 0

  for (let row = 0; row < rows; row += 1) {
    const price = rowPrice[row] as number
    const own = columnOf[row] as number
    const leaving = exit[row] as number
    if (instance.exit && instance.exit[row] !== leaving) fault(`row ${row} has another exit than the instance`)
    dual.add(price, 1)
    if (exceeds(price, leaving)) fault(`row ${row} is priced ${price}, above its exit ${leaving}`)
    pairs(row, (column, cost) => {
      const prices = price + (columnPrice[column] as number)
      if (exceeds(prices, cost)) fault(`row ${row} and column ${column} are priced ${prices}, above their cost ${cost}`)
      if (column !== own) return
      made[row] = (made[row] as number) + 1
      primal.add(cost, 1)
    })
    if (own < 0) primal.add(leaving, 1)
    else if (made[row] !== 1) fault(`row ${row} has column ${own}, which it may not have`)
    else {
      placed += 1
      load[own] = (load[own] as number) + 1
    }
  }
  for (let column = 0; column < columns; column += 1) {
    const price = columnPrice[column] as number
    if (exceeds(price, 0)) fault(`column ${column} is priced ${price}, above zero`)
    if ((load[column] as number) > places(column))
      fault(`column ${column} has ${load[column]} rows, more than its places`)
    if (price !== 0) dual.add(price, places(column))
  }
  if (!(Math.abs(primal.total() - dual.total()) <= tolerance * Math.max(1, primal.size(), dual.size())))
    fault(`primal ${primal.total()} and dual ${dual.total()} differ`)
  return { holds: faults.length === 0, primal: primal.total(), dual: dual.total(), placed, faults }
}

const exceeds = (price: number, bound: number): boolean =>
  !(price <= bound + tolerance * Math.max(1, Math.abs(bound), Math.abs(price)))

type EachPair = (row: number, see: (column: number, cost: number) => void) => void

function pairsOf(instance: AssignmentInstance): EachPair {
  const { cost } = instance
  if (!isSparse(instance)) {
    return (row, see) => {
      const base = row * instance.columns
      for (let column = 0; column < instance.columns; column += 1)
        if (cost[base + column] !== Number.POSITIVE_INFINITY) see(column, cost[base + column] as number)
    }
  }
  return (row, see) => {
    const end = instance.start[row + 1] as number
    for (let at = instance.start[row] as number; at < end; at += 1)
      see(instance.column[at] as number, cost[at] as number)
  }
}

/** A sum of products that stays exact for whole numbers of any size, and is a plain sum otherwise. */
function sumOf() {
  let whole = 0n
  let broken = 0
  let size = 0
  return {
    add(value: number, times: number) {
      size += Math.abs(value * times)
      if (Number.isSafeInteger(value)) whole += BigInt(value) * BigInt(times)
      else broken += value * times
    },
    total: () => Number(whole) + broken,
    size: () => size,
  }
}
