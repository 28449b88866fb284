import { expect, test } from 'vitest'
import { type Column, defineTable, type Row } from '../src/index.ts'
import { codeOf, valued } from './fixtures.ts'

const columns: readonly Column[] = [
  { name: 'id', type: 'string', label: 'Id' },
  { name: 'n', type: 'integer', label: 'N' },
  { name: 'share', type: 'number', label: 'Share' },
  { name: 'on', type: 'date', label: 'Day' },
  { name: 'ok', type: 'boolean', label: 'Ok', values: [{ value: true, label: 'yes' }] },
]

test('cells that are left out are null, in the order of the columns', () => {
  expect(valued(defineTable(columns, [{ n: 1 }])).rows).toEqual([{ id: null, n: 1, share: null, on: null, ok: null }])
})

test.each<[Row, string]>([
  [{ n: 1.5 }, 'value-type-wrong'],
  [{ n: '1' }, 'value-type-wrong'],
  [{ share: Number.NaN }, 'value-type-wrong'],
  [{ share: Number.POSITIVE_INFINITY }, 'value-type-wrong'],
  [{ on: '2026-02-29' }, 'value-type-wrong'],
  [{ on: '2026-2-1' }, 'value-type-wrong'],
  [{ ok: false }, 'value-not-listed'],
  [{ other: 1 }, 'column-unknown'],
])('%o is refused as %s, with row and column', (row, code) => {
  const result = defineTable(columns, [{}, row])
  expect(codeOf(result)).toBe(code)
  expect('refusal' in result && result.refusal.path).toEqual(['rows', 1, Object.keys(row)[0]])
  expect('refusal' in result && result.refusal.message).toContain('Row 2')
})

test('a leap day is a day; names of the prototype are no cells', () => {
  expect(valued(defineTable(columns, [{ on: '2024-02-29' }])).rows[0]?.on).toBe('2024-02-29')
  const odd: readonly Column[] = [{ name: 'constructor', type: 'string', label: 'C' }]
  expect(valued(defineTable(odd, [{}])).rows).toEqual([{ constructor: null }])
})

test('columns need names of their own', () => {
  expect(codeOf(defineTable([{ name: ' ', type: 'string', label: 'A' }], []))).toBe('column-name-missing')
  expect(codeOf(defineTable([...columns, ...columns], []))).toBe('column-name-repeated')
})
