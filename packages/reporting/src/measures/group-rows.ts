import { isBlank } from '../condition.ts'
import { type Clause, clausesOfGroup } from '../count.ts'
import type { Result } from '../refusal.ts'
import type { Row, Table, Value } from '../table.ts'

/** The name of the group of rows in which the column to split by is blank. */
export const notRecorded = '(not recorded)'

/** Rows that share their values in the columns to split by. */
export interface RowGroup {
  readonly by: Readonly<Record<string, string>>
  readonly clauses: readonly Clause[]
  readonly rows: readonly Row[]
}

/** The groups of a table's rows, ordered by the columns' listed values, else by number or text; blanks last. */
export function groupRows(table: Table, by: readonly string[]): Result<readonly RowGroup[]> {
  const groups = new Map<string, { values: Value[]; rows: Row[] }>()
  for (const [index, row] of table.rows.entries()) {
    const values = by.map((column) => (isBlank(row[column] ?? null) ? null : (row[column] ?? null)))
    const reserved = values.indexOf(notRecorded)
    if (reserved >= 0) {
      const column = by[reserved] ?? ''
      const message = `Row ${index + 1}, column "${column}" holds "${notRecorded}", which names the rows where it is blank. Leave the cell blank instead.`
      return { refusal: { code: 'group-name-reserved', message, path: ['rows', index, column] } }
    }
    const key = JSON.stringify(values)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { values, rows: [row] })
    else group.rows.push(row)
  }
  if (by.length === 0 && groups.size === 0) groups.set('[]', { values: [], rows: [] })
  const rank = by.map((name) => rankOf(table, name))
  const ordered = [...groups.values()].sort((a, b) => {
    for (const [place, before] of rank.entries()) {
      const order = before(a.values[place] ?? null, b.values[place] ?? null)
      if (order !== 0) return order
    }
    return 0
  })
  return {
    value: ordered.map(({ values, rows }) => ({
      by: Object.fromEntries(
        by.map((name, place) => [name, values[place] === null ? notRecorded : String(values[place])]),
      ),
      clauses: by.flatMap((name, place) => clausesOfGroup(name, values[place] ?? null)),
      rows,
    })),
  }
}

function rankOf(table: Table, name: string): (a: Value, b: Value) => number {
  const listed = table.columns.find((column) => column.name === name)?.values?.map((entry) => entry.value)
  return (a, b) => {
    if (a === b) return 0
    if (a === null) return 1
    if (b === null) return -1
    if (listed !== undefined) return listed.indexOf(a) - listed.indexOf(b)
    return a < b ? -1 : 1
  }
}
