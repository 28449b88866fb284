import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactTable, type FigureSet, type Indicator, measure, type Table, tableOfAlike } from '../../src/index.ts'
import { populationOf } from '../../src/ledger/population.ts'
import { base, codeOf, valued } from '../fixtures.ts'

const columns = [
  { name: 'who', type: 'string', label: 'Who' },
  { name: 'group', type: 'string', label: 'Group' },
  { name: 'role', type: 'string', label: 'Role' },
  { name: 'done', type: 'boolean', label: 'Done' },
  { name: 'score', type: 'integer', label: 'Score' },
] as const
const row = fc.record({
  who: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { freq: 9 }),
  group: fc.option(fc.constantFrom('g1', 'g2'), { freq: 4 }),
  role: fc.option(fc.constantFrom('x', 'y'), { freq: 4 }),
  done: fc.option(fc.boolean(), { freq: 4 }),
  score: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }),
})
const table = fc
  .array(row, { maxLength: 25 })
  .chain((rows) => fc.constantFrom<Table>({ columns, rows, entity: 'who' }, { columns, rows }))

const asked: readonly Indicator[] = [
  { kind: 'count' } as const,
  { kind: 'count-distinct', of: 'who' } as const,
  { kind: 'count-distinct', of: 'role' } as const,
  { kind: 'rate', of: { column: 'done', op: 'is-true' } } as const,
  { kind: 'mean', of: 'score' } as const,
  { kind: 'distribution', of: 'role', choices: ['x', 'y'], respondent: 'who', many: true } as const,
].flatMap((measured, place) =>
  [[], ['group'], ['group', 'done']].flatMap((by) =>
    [[], [{ column: 'role', op: 'eq', value: 'x' } as const]].map((where) => ({
      ...base,
      id: `i${place}`,
      measure: measured,
      by,
      where,
    })),
  ),
)

/** A set without the name of its table, floating numbers to the tenth place. */
function plain({ figures, counts }: FigureSet) {
  const near = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(10)) : value
  return JSON.parse(JSON.stringify({ figures, counts: counts.map(({ table: _table, ...count }) => count) }, near))
}

describe('a compact table', () => {
  test('is measured as the whole is', () => {
    fc.assert(
      fc.property(table, (whole) => {
        // Different values of a column that is not the entity are told apart only where they are not made anew.
        for (const indicator of asked) {
          if (whole.entity === undefined && JSON.stringify(indicator.measure).includes('"who"')) continue
          const [full, compact] = [measure(indicator, whole), measure(indicator, compactTable(whole))]
          if ('refusal' in full) expect(codeOf(compact)).toBe(full.refusal.code)
          else expect(plain(valued(compact))).toEqual(plain(full.value))
        }
      }),
      { numRuns: 150, seed: 6 },
    )
  })

  test('is the same for rows in any order, compact already, and to a ledger the population that the whole is', () => {
    fc.assert(
      fc.property(table, (whole) => {
        const compact = compactTable(whole)
        expect(compactTable({ ...whole, rows: whole.rows.toReversed() })).toEqual(compact)
        expect(compactTable(compact)).toEqual(compact)
        expect(populationOf(compact)).toEqual(populationOf(whole))
      }),
      { numRuns: 200, seed: 6 },
    )
  })

  test('says of nobody who they are', () => {
    const rows = [{ who: 'secret', group: 'g1', role: 'x', done: true, score: 1 }]
    expect(JSON.stringify(compactTable({ columns, rows, entity: 'who' }))).not.toContain('secret')
  })

  test('takes together what a database counted apart', () => {
    const alike = { rows: [{ group: 'g1' }], named: true }
    const compact = tableOfAlike({ columns: [columns[0], columns[1]], entity: 'who' }, [
      { ...alike, size: 3 },
      { ...alike, size: 4 },
      { ...alike, size: 5, named: false },
    ])
    expect(compact.rows).toEqual([
      { who: '#1', group: 'g1' },
      { who: null, group: 'g1' },
    ])
    expect(compact.weights).toEqual([7, 5])
  })

  test('with weights that are none is a fault of the caller', () => {
    const rows = [{ who: 'a' }]
    for (const weights of [[], [0], [1.5], [1, 1]])
      expect(() =>
        measure({ ...base, id: 'i', measure: { kind: 'count' } }, { columns: [columns[0]], rows, weights }),
      ).toThrow(RangeError)
  })
})
