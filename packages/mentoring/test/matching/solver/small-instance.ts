import fc from 'fast-check'
import type { DenseInstance, SparseInstance } from '../../../src/matching/solver/instance.ts'
import type { Small } from './brute-force.ts'

/** A small instance with every pair in it. */
export function denseOf({ cost, capacity, exit }: Small): DenseInstance {
  return {
    rows: cost.length,
    columns: capacity.length,
    capacity: Int32Array.from(capacity),
    cost: Float64Array.from(cost.flat().map((each) => each ?? Number.POSITIVE_INFINITY)),
    ...(exit && { exit: Float64Array.from(exit) }),
  }
}

/** The same with its allowed pairs listed row by row. */
export function sparseOf({ cost, capacity, exit }: Small): SparseInstance & { readonly capacity: Int32Array } {
  const rows = cost.map((row) => row.flatMap((each, column) => (each === null ? [] : [[column, each] as const])))
  const start = [0]
  for (const row of rows) start.push((start.at(-1) ?? 0) + row.length)
  return {
    rows: cost.length,
    columns: capacity.length,
    capacity: Int32Array.from(capacity),
    start: Int32Array.from(start),
    column: Int32Array.from(rows.flat().map(([column]) => column)),
    cost: Float64Array.from(rows.flat().map(([, each]) => each)),
    ...(exit && { exit: Float64Array.from(exit) }),
  }
}

/** Small instances of at most `most` rows and columns, from empty to complete, with places from 0 to 3, with exits or without. */
export const smallInstance = (most: number, costs: fc.Arbitrary<number>): fc.Arbitrary<Small> =>
  fc
    .record({
      rows: fc.integer({ min: 0, max: most }),
      columns: fc.integer({ min: 0, max: most }),
      forbidden: fc.integer({ min: 0, max: 9 }),
      withExit: fc.boolean(),
      placesMax: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ rows, columns, forbidden, withExit, placesMax }) => {
      const pair = fc.integer({ min: 0, max: 9 }).chain((die) => (die < forbidden ? fc.constant(null) : costs))
      const of = <T>(each: fc.Arbitrary<T>, length: number) => fc.array(each, { minLength: length, maxLength: length })
      const cost = of(of(pair, columns), rows)
      const capacity = of(fc.integer({ min: 0, max: placesMax }), columns)
      return withExit ? fc.record({ cost, capacity, exit: of(costs, rows) }) : fc.record({ cost, capacity })
    })
