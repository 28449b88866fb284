import { meets } from '../condition.ts'
import type { Indicator } from '../indicator.ts'
import { notRecorded } from '../measures/group-rows.ts'
import type { Row, Table } from '../table.ts'

/** A row that a figure rests on, and whether it is above the line: one of those that are counted, or only one of those counted among. */
export interface RowBehind {
  readonly row: Row
  readonly counted: boolean
}

/**
 * The rows of a table that a figure of a group rests on. They are rows before disclosure control: show them only to those who may see
 * people one by one.
 *
 * @example
 * ```ts
 * import { rowsBehind } from '@mentoring-commons/reporting'
 *
 * const table = { columns: [{ name: 'year', type: 'integer', label: 'Year' }], rows: [{ year: 1 }, { year: 2 }] } as const
 * const places = { id: 'p', label: 'P', definition: 'P.', by: ['year'], measure: { kind: 'count' }, people: true, unit: 'places' } as const
 * rowsBehind(places, { year: '2' }, table) //=> [{ "row": { "year": 2 }, "counted": true }]
 * ```
 */
export function rowsBehind(query: Indicator, by: Readonly<Record<string, string>>, table: Table): readonly RowBehind[] {
  const { measure, where = [] } = query
  const inGroup = (row: Row) =>
    (query.by ?? []).every((column) => {
      const value = row[column] ?? null
      return (value === null || String(value).trim() === '' ? notRecorded : String(value)) === by[column]
    })
  return table.rows
    .filter((row) => inGroup(row) && where.every((condition) => meets(condition, row)))
    .filter((row) => {
      if (measure.kind === 'count') return true
      const column = measure.kind === 'rate' ? measure.of.column : measure.of
      return meets({ column, op: 'not-null' }, row)
    })
    .map((row) => ({
      row,
      counted:
        measure.kind === 'rate'
          ? meets(measure.of, row)
          : measure.kind === 'distribution'
            ? row[measure.of] === by[measure.of]
            : true,
    }))
}
