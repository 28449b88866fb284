import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Linear, systemOf } from '../../src/disclosure/bounds.ts'
import { propagate } from '../../src/disclosure/propagate.ts'
import { secondPass } from '../../src/disclosure/second-pass.ts'
import { isPinned } from '../../src/disclosure/witness.ts'

const size = 3
const top = 5
const all = Array.from({ length: (top + 1) ** size }, (_, code) =>
  Array.from({ length: size }, (_, place) => Math.floor(code / (top + 1) ** place) % (top + 1)),
)
const at = (terms: Linear['terms'], values: readonly number[]) =>
  terms.reduce((sum, [unknown, by]) => sum + by * (values[unknown] ?? 0), 0)

/** Systems that a truth satisfies, with slack, so that some pin and some do not. */
const coefficients = fc
  .array(fc.constantFrom(-1, 0, 1), { minLength: size, maxLength: size })
  .filter((row) => row.some((by) => by !== 0))
const puzzle = fc
  .tuple(
    fc.constantFrom(...all),
    fc.array(fc.tuple(coefficients, fc.constantFrom(0, 0, 1, 2), fc.constantFrom(0, 0, 1, 2)), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([truth, rows]) => {
    const constraints = rows.map(([row, below, above]): Linear => {
      const terms = row.flatMap((by, unknown) => (by === 0 ? [] : [[unknown, by] as const]))
      return { kind: 'linear', terms, low: at(terms, truth) - below, high: at(terms, truth) + above }
    })
    return { truth, constraints }
  })
const bounds = { low: Array.from({ length: size }, () => 0), high: Array.from({ length: size }, () => top) }

test('a number counts as pinned exactly when no other assignment gives another', () => {
  fc.assert(
    fc.property(puzzle, ({ truth, constraints }) => {
      const fitting = all.filter((values) =>
        constraints.every(({ terms, low, high }) => at(terms, values) >= low && at(terms, values) <= high),
      )
      const system = systemOf(size, constraints)
      const drawn = propagate(system, bounds, [...constraints.keys()])
      for (let unknown = 0; unknown < size; unknown += 1) {
        const terms = [[unknown, 1] as const]
        expect(drawn !== undefined && isPinned(system, drawn.bounds, truth, terms)).toBe(
          fitting.every((values) => values[unknown] === truth[unknown]),
        )
        for (const values of fitting) {
          expect(values[unknown]).toBeGreaterThanOrEqual(drawn?.bounds.low[unknown] ?? 0)
          expect(values[unknown]).toBeLessThanOrEqual(drawn?.bounds.high[unknown] ?? 0)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('constraints that contradict each other leave nothing', () => {
  const contradiction: Linear[] = [
    { kind: 'linear', terms: [[0, 1]], low: 2, high: 2 },
    { kind: 'linear', terms: [[0, 1]], low: 3, high: 3 },
  ]
  expect(propagate(systemOf(1, contradiction), { low: [0], high: [5] }, [0, 1])).toBeUndefined()
})

test('what bounds cannot see is withdrawn: two equal parts of about five, each about zero, are two and two', () => {
  const count = (value: number, depth: number) =>
    ({
      table: 't',
      unit: 'rows',
      clauses: Array.from({ length: depth }, () => ({ column: 'a', op: 'not-null', values: [] }) as const),
      value,
      least: 0,
      people: true,
    }) as const
  const sumOf: Linear = {
    kind: 'linear',
    terms: [
      [2, 1],
      [0, -1],
      [1, -1],
    ],
    low: 0,
    high: 0,
  }
  const equal: Linear = {
    kind: 'linear',
    terms: [
      [0, 1],
      [1, -1],
    ],
    low: 0,
    high: 0,
  }
  const wish = { counts: [0, 1, 2], rates: [], known: [equal] }
  const relations = { wholes: [[2], [2], []], families: [], constraints: [sumOf] }
  const first = { counts: new Set([0, 1, 2]), rates: [] }
  expect(
    secondPass([count(2, 1), count(2, 1), count(4, 0)], relations, wish, [[[0, 1]], [[1, 1]]], first).counts,
  ).toEqual(new Set([0, 1]))
})
