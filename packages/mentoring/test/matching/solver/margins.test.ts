import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SparseInstance } from '../../../src/matching/solver/instance.ts'
import { marginsOf } from '../../../src/matching/solver/margins.ts'
import { solveAssignment } from '../../../src/matching/solver/solve-assignment.ts'

const instances: fc.Arbitrary<SparseInstance> = fc
  .record({ rows: fc.integer({ min: 0, max: 6 }), columns: fc.integer({ min: 0, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      grid: fc.array(fc.option(fc.integer({ min: 0, max: 9 })), {
        minLength: rows * columns,
        maxLength: rows * columns,
      }),
      capacity: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: columns, maxLength: columns }),
      exit: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: rows, maxLength: rows }),
      rows: fc.constant(rows),
      columns: fc.constant(columns),
    }),
  )
  .map(({ rows, columns, grid, capacity, exit }) => {
    const start = new Int32Array(rows + 1)
    const column: number[] = []
    const cost: number[] = []
    for (let row = 0; row < rows; row += 1) {
      for (let to = 0; to < columns; to += 1) {
        const each = grid[row * columns + to]
        if (each === null || each === undefined) continue
        column.push(to)
        cost.push(each)
      }
      start[row + 1] = column.length
    }
    return {
      rows,
      columns,
      start,
      column: Int32Array.from(column),
      cost: Float64Array.from(cost),
      capacity: Int32Array.from(capacity),
      exit: Float64Array.from(exit),
    }
  })

function leastCost(instance: SparseInstance): number {
  const { columnOf } = solveAssignment(instance)
  const { start, column, cost, exit } = instance
  return columnOf.reduce((sum, own, row) => {
    if (own < 0) return sum + (exit?.[row] ?? 0)
    let at = start[row] ?? 0
    while (column[at] !== own) at += 1
    return sum + (cost[at] ?? 0)
  }, 0)
}

/** The instance with other places in one column. */
const withPlaces = (instance: SparseInstance, column: number, by: number): SparseInstance => ({
  ...instance,
  capacity: Int32Array.from(instance.capacity ?? [], (places, at) => places + (at === column ? by : 0)),
})

/** The instance in which one row has no pair, and leaves for nothing. */
function withoutRow(instance: SparseInstance, row: number): SparseInstance {
  const [first, last] = [instance.start[row] ?? 0, instance.start[row + 1] ?? 0]
  const kept = (_: unknown, at: number) => at < first || at >= last
  return {
    ...instance,
    start: instance.start.map((at, each) => (each > row ? at - (last - first) : at)),
    column: instance.column.filter(kept),
    cost: instance.cost.filter(kept),
    exit: Float64Array.from(instance.exit ?? [], (exit, at) => (at === row ? 0 : exit)),
  }
}

test('what a place more, a place fewer or a row fewer changes is what solving again gives', () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const now = leastCost(instance)
      const { placeMore, placeLess, rowLess } = marginsOf(instance, solveAssignment(instance))
      for (let column = 0; column < instance.columns; column += 1) {
        expect(placeMore[column]).toBe(leastCost(withPlaces(instance, column, 1)) - now)
        const places = instance.capacity?.[column] ?? 0
        expect(placeLess[column]).toBe(
          places === 0 ? Number.POSITIVE_INFINITY : leastCost(withPlaces(instance, column, -1)) - now,
        )
      }
      for (let row = 0; row < instance.rows; row += 1)
        expect((rowLess[row] ?? 0) + 0).toBe(leastCost(withoutRow(instance, row)) - now)
    }),
    { numRuns: 500 },
  )
})
