import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCertificate } from '../../../src/matching/solver/check-certificate.ts'
import type { AssignmentInstance } from '../../../src/matching/solver/instance.ts'
import { solveAssignment } from '../../../src/matching/solver/solve-assignment.ts'
import { bruteForce, type Small } from './brute-force.ts'
import { denseOf, smallInstance, sparseOf } from './small-instance.ts'

const kinds = { dense: denseOf, sparse: sparseOf } as const

function costOf({ cost, exit }: Small, columnOf: Int32Array): number {
  return [...columnOf].reduce(
    (sum, column, row) => sum + (column < 0 ? (exit?.[row] ?? 0) : (cost[row]?.[column] ?? Number.NaN)),
    0,
  )
}

describe.each(Object.entries(kinds))('the %s solver', (_, instanceOf) => {
  test.each([
    ['few whole costs, many ties', fc.integer({ min: 0, max: 3 }), 2000, 7],
    ['whole costs, negative ones too', fc.integer({ min: -50, max: 50 }), 1000, 7],
    ['broken costs', fc.double({ min: -1, max: 1, noNaN: true }), 1000, 7],
    ['whole costs up to 8 x 8', fc.integer({ min: 0, max: 9 }), 60, 8],
  ])('agrees with trying everything: %s', (_name, costs, numRuns, most) => {
    fc.assert(
      fc.property(smallInstance(most, costs), (one) => {
        const instance = instanceOf(one)
        const solution = solveAssignment(instance)
        const check = checkCertificate(instance, solution)
        expect(check.faults).toEqual([])
        const best = bruteForce(one)
        if (!one.exit) expect(check.placed).toBe(best.placed)
        expect(costOf(one, solution.columnOf)).toBeCloseTo(best.cost, 9)
      }),
      { numRuns },
    )
  })
})

test.each([
  ['nobody', { rows: 0, columns: 0, cost: new Float64Array() }],
  ['no column', { rows: 3, columns: 0, cost: new Float64Array() }],
  ['no row', { rows: 0, columns: 3, cost: new Float64Array() }],
] as const)('an empty pool has an empty answer: %s', (_, instance) => {
  const solution = solveAssignment(instance)
  expect([...solution.columnOf]).toEqual(Array(instance.rows).fill(-1))
  expect(checkCertificate(instance, solution).faults).toEqual([])
})

test.each<[string, AssignmentInstance]>([
  ['NaN', { rows: 1, columns: 1, cost: Float64Array.of(Number.NaN) }],
  ['minus infinity', { rows: 1, columns: 1, cost: Float64Array.of(Number.NEGATIVE_INFINITY) }],
  ['a cost too few', { rows: 1, columns: 2, cost: Float64Array.of(1) }],
  ['places below zero', { rows: 1, columns: 1, capacity: Int32Array.of(-1), cost: Float64Array.of(1) }],
  ['half a row', { rows: 0.5, columns: 2, cost: Float64Array.of(1) }],
  [
    'an endless exit',
    { rows: 1, columns: 1, exit: Float64Array.of(Number.POSITIVE_INFINITY), cost: Float64Array.of(1) },
  ],
  [
    'a stranger among columns',
    { rows: 1, columns: 1, start: Int32Array.of(0, 1), column: Int32Array.of(1), cost: Float64Array.of(1) },
  ],
  [
    'infinity in a sparse instance',
    {
      rows: 1,
      columns: 1,
      start: Int32Array.of(0, 1),
      column: Int32Array.of(0),
      cost: Float64Array.of(Number.POSITIVE_INFINITY),
    },
  ],
  [
    'starts that go back',
    { rows: 2, columns: 1, start: Int32Array.of(0, 1, 0), column: Int32Array.of(), cost: Float64Array.of() },
  ],
])('numbers that make no instance are a RangeError: %s', (_, instance) => {
  expect(() => solveAssignment(instance)).toThrow(RangeError)
})

test('a wrong solution does not pass the check', () => {
  const instance = { rows: 2, columns: 2, cost: Float64Array.of(1, 2, 2, 5) }
  const right = solveAssignment(instance)
  const check = (change: Partial<typeof right>) => checkCertificate(instance, { ...right, ...change })
  expect(check({}).holds).toBe(true)
  expect(check({ columnOf: Int32Array.of(0, 1) }).faults).toEqual(['primal 6 and dual 4 differ'])
  expect(check({ columnOf: Int32Array.of(1, 1) }).faults[0]).toContain('more than its places')
  expect(check({ rowPrice: Float64Array.of(9, 9) }).holds).toBe(false)
  expect(check({ columnPrice: Float64Array.of(1, 0) }).holds).toBe(false)
  expect(check({ columnPrice: Float64Array.of(Number.NaN, 0) }).holds).toBe(false)
})

test.each([
  ['many rows, few columns of many places', 300, 3, 80],
  ['too few places', 200, 30, 5],
  ['just as many places as rows', 120, 40, 3],
  ['more places than rows', 60, 90, 2],
  ['long rows', 150, 140, 1],
  ['long rows, some columns free', 140, 150, 1],
])('larger instances are proven, and dense and sparse cost the same: %s', (_, rows, columns, places) => {
  fc.assert(
    fc.property(
      fc.infiniteStream(fc.integer({ min: 0, max: 99 })),
      fc.integer({ min: 0, max: 60 }),
      (dice, forbidden) => {
        const cost = Array.from({ length: rows }, () =>
          Array.from({ length: columns }, () => {
            const die: number = dice.next().value
            return die < forbidden ? null : (die * 7919) % 50
          }),
        )
        const one = { cost, capacity: Array<number>(columns).fill(places) }
        const checks = [denseOf(one), sparseOf(one)].map((instance) =>
          checkCertificate(instance, solveAssignment(instance)),
        )
        expect(checks.flatMap(({ faults }) => faults)).toEqual([])
        expect(checks[0]?.placed).toBe(checks[1]?.placed)
        expect(costOf(one, solveAssignment(denseOf(one)).columnOf)).toBe(
          costOf(one, solveAssignment(sparseOf(one)).columnOf),
        )
      },
    ),
    { numRuns: 15 },
  )
})

test.each([
  ['few pairs are cheap', (row: number, column: number) => (column < 20 ? 0 : 1_000_000) + ((row * column) % 97)],
  ['columns are dearer and dearer', (row: number, column: number) => column * 100 + ((row * 31) % 89)],
  ['the product of both places', (row: number, column: number) => (row + 1) * (column + 1)],
  ['all are alike', () => 7],
  ['broken costs', (row: number, column: number) => Math.sin(row * 200 + column)],
])('long sparse rows are proven, with exits and without: %s', (_, costOfPair) => {
  const cost = Array.from({ length: 130 }, (_, row) =>
    Array.from({ length: 120 }, (_, column) => ((row * 7 + column * 3) % 11 === 0 ? null : costOfPair(row, column))),
  )
  const all = cost.flat().filter((each) => each !== null)
  for (const exit of [undefined, Array<number>(130).fill(all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0)]) {
    const one = { cost, capacity: Array<number>(120).fill(1), ...(exit && { exit }) }
    const [sparse, dense] = [sparseOf(one), denseOf(one)].map((instance) => {
      const { faults, primal, placed } = checkCertificate(instance, solveAssignment(instance))
      expect(faults).toEqual([])
      return { primal, placed }
    })
    expect(sparse?.primal).toBeCloseTo(dense?.primal ?? Number.NaN, 6)
    if (!exit) expect(sparse?.placed).toBe(dense?.placed)
  }
})

test('prices that add up to the cost of a worse solution do not pass the check', () => {
  const instance = { rows: 1, columns: 2, cost: Float64Array.of(1, 2) }
  const exit = Float64Array.of(9)
  const check = (row: number, columns: readonly number[]) =>
    checkCertificate(instance, {
      columnOf: Int32Array.of(1),
      rowPrice: Float64Array.of(row),
      columnPrice: Float64Array.from(columns),
      exit,
    }).faults
  expect(check(2, [0, 0])).toEqual(['row 0 and column 0 are priced 2, above their cost 1'])
  expect(check(0, [0, 2])).toEqual(['column 1 is priced 2, above zero'])
  expect(
    checkCertificate(instance, {
      columnOf: Int32Array.of(-1),
      rowPrice: Float64Array.of(9),
      columnPrice: Float64Array.of(-9, -9),
      exit,
    }).holds,
  ).toBe(false)
})
