import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockingPairs } from '../../../src/matching/solver/blocking-pairs.ts'
import { deferredAcceptance, type RankedInstance } from '../../../src/matching/solver/deferred-acceptance.ts'

interface Market {
  readonly pairs: readonly {
    readonly row: number
    readonly column: number
    readonly mine: number
    readonly theirs: number
  }[]
  readonly capacity: readonly number[]
  readonly rows: number
}

const market = (ranks: number): fc.Arbitrary<Market> =>
  fc
    .record({ rows: fc.integer({ min: 0, max: 5 }), columns: fc.integer({ min: 0, max: 5 }) })
    .chain(({ rows, columns }) =>
      fc.record({
        rows: fc.constant(rows),
        capacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: columns, maxLength: columns }),
        pairs: fc.uniqueArray(
          fc.record({
            row: fc.integer({ min: 0, max: Math.max(0, rows - 1) }),
            column: fc.integer({ min: 0, max: Math.max(0, columns - 1) }),
            mine: fc.integer({ min: 0, max: ranks }),
            theirs: fc.integer({ min: 0, max: ranks }),
          }),
          { selector: ({ row, column }) => `${row} ${column}`, maxLength: rows * columns === 0 ? 0 : rows * columns },
        ),
      }),
    )

function instanceOf({ rows, capacity, pairs }: Market): RankedInstance {
  const sorted = [...pairs].sort((a, b) => a.row - b.row || a.mine - b.mine || a.column - b.column)
  return {
    rows,
    columns: capacity.length,
    capacity: Int32Array.from(capacity),
    start: Int32Array.from({ length: rows + 1 }, (_, row) => sorted.filter((pair) => pair.row < row).length),
    column: Int32Array.from(sorted, ({ column }) => column),
    rowRank: Int32Array.from(sorted, ({ mine }) => mine),
    columnRank: Int32Array.from(sorted, ({ theirs }) => theirs),
  }
}

/** Blocking pairs straight from the definition, on the list of pairs. */
function blockingOf({ capacity, pairs }: Market, columnOf: readonly number[]): number {
  const held = pairs.filter(({ row, column }) => columnOf[row] === column)
  return pairs
    .filter(({ row, column, mine, theirs }) => {
      const own = held.find((pair) => pair.row === row)
      if (own && own.mine <= mine) return false
      const theirOwn = held.filter((pair) => pair.column === column)
      const places = capacity[column] ?? 0
      return theirOwn.length < places || theirOwn.some((pair) => pair.theirs > theirs)
    })
    .filter(({ column }) => (capacity[column] ?? 0) > 0).length
}

test('no pair blocks, with places, short lists and people ranked alike, and the checker agrees with the definition', () => {
  fc.assert(
    fc.property(market(3), fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 5, maxLength: 5 }), (one, any) => {
      const instance = instanceOf(one)
      const columnOf = deferredAcceptance(instance)
      expect(blockingPairs(instance, columnOf)).toEqual([])
      expect(blockingOf(one, [...columnOf])).toBe(0)
      const left = [...one.capacity]
      const arbitrary = Array.from({ length: one.rows }, (_, row) => {
        const column = any[row] ?? -1
        if (!one.pairs.some((pair) => pair.row === row && pair.column === column) || (left[column] ?? 0) === 0)
          return -1
        left[column] = (left[column] ?? 0) - 1
        return column
      })
      expect(blockingPairs(instance, Int32Array.from(arbitrary))).toHaveLength(blockingOf(one, arbitrary))
    }),
    { numRuns: 3000 },
  )
})

test('where nobody is ranked alike every row has the best column of all stable matchings', () => {
  fc.assert(
    fc.property(market(1000), (one) => {
      const unalike = one.pairs.every((pair) =>
        one.pairs.every(
          (other) =>
            other === pair ||
            ((other.row !== pair.row || other.mine !== pair.mine) &&
              (other.column !== pair.column || other.theirs !== pair.theirs)),
        ),
      )
      fc.pre(unalike && one.rows <= 4)
      const columnOf = [...deferredAcceptance(instanceOf(one))]
      const mineOf = (row: number, column: number) =>
        one.pairs.find((pair) => pair.row === row && pair.column === column)?.mine ?? Number.POSITIVE_INFINITY
      const visit = (row: number, made: readonly number[], left: readonly number[]): void => {
        if (row === one.rows) {
          if (blockingOf(one, made) > 0) return
          made.forEach((column, at) => {
            expect(mineOf(at, columnOf[at] ?? -1)).toBeLessThanOrEqual(mineOf(at, column))
          })
          return
        }
        visit(row + 1, [...made, -1], left)
        for (const { column } of one.pairs.filter((pair) => pair.row === row && (left[pair.column] ?? 0) > 0))
          visit(
            row + 1,
            [...made, column],
            left.map((places, at) => places - (at === column ? 1 : 0)),
          )
      }
      visit(0, [], one.capacity)
    }),
    { numRuns: 300 },
  )
})
