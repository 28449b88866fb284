import { solveDenseSteps } from './dense.ts'
import { type Assignment, type AssignmentInstance, isSparse } from './instance.ts'
import { solveSparseSteps } from './sparse.ts'

/**
 * Gives the solution of least cost, with its prices: first as many rows as possible have a place (or, where the instance names
 * exits, whichever is cheaper), then the costs are least.
 *
 * @example
 * ```ts
 * import { solveAssignment } from '@mentoring-commons/mentoring'
 *
 * const capacity = Int32Array.of(2, 1)
 * const cost = Float64Array.of(1, 4, 2, 7, Number.POSITIVE_INFINITY, 3)
 * Array.from(solveAssignment({ rows: 3, columns: 2, capacity, cost }).columnOf) //=> [0, 0, 1]
 * ```
 *
 * @throws RangeError when the numbers do not make an instance: a cost that is NaN or minus infinity, a wrong length, a column
 *   that is not there.
 */
export function solveAssignment(instance: AssignmentInstance): Assignment {
  assertInstance(instance)
  const steps = isSparse(instance) ? solveSparseSteps(instance) : solveDenseSteps(instance)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function assertInstance(instance: AssignmentInstance): void {
  const { rows, columns, capacity, cost, exit } = instance
  for (const [name, count] of Object.entries({ rows, columns }))
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${name} is ${count}: give a whole number from 0`)
  assertLength('capacity', capacity, columns)
  assertLength('exit', exit, rows)
  const least = capacity?.find((places) => places < 0)
  if (least !== undefined) throw new RangeError(`a column has ${least} places: give a whole number from 0`)
  if (exit && !exit.every(Number.isFinite))
    throw new RangeError('an exit is not finite: give a finite cost for each row')
  if (!isSparse(instance)) {
    assertLength('cost', cost, rows * columns)
    for (let at = 0; at < cost.length; at += 1)
      if (!((cost[at] as number) > Number.NEGATIVE_INFINITY))
        throw new RangeError(`cost ${at} is ${cost[at]}: give a finite cost, or Infinity for a forbidden pair`)
    return
  }
  const { start, column } = instance
  assertLength('start', start, rows + 1)
  const pairs = start[rows] as number
  assertLength('cost', cost, pairs)
  assertLength('column', column, pairs)
  if (start[0] !== 0) throw new RangeError(`start begins with ${start[0]}: begin with 0`)
  for (let row = 0; row < rows; row += 1)
    if ((start[row + 1] as number) < (start[row] as number)) throw new RangeError(`start goes back after row ${row}`)
  for (let at = 0; at < pairs; at += 1) {
    if (!Number.isFinite(cost[at]))
      throw new RangeError(`cost ${at} is ${cost[at]}: give finite costs, and leave forbidden pairs out`)
    if (!((column[at] as number) >= 0 && (column[at] as number) < columns))
      throw new RangeError(`pair ${at} names column ${column[at]} of ${columns}`)
  }
}

function assertLength(name: string, list: { readonly length: number } | undefined, length: number): void {
  if (list && list.length !== length) throw new RangeError(`${name} has ${list.length} entries: give ${length}`)
}
