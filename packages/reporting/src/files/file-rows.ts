import type { Suppressed } from '../disclosure/suppressed.ts'
import type { Value } from '../table.ts'
import { isOfType } from '../table.ts'
import { checkTable, type ExportColumn, type ExportRow, type ExportTable, type ExportValue } from './export-table.ts'
import { missing, shown } from './file-columns.ts'

/** The rows of a table's file in batches, each row in the order of its file columns. A value that is not shown is null, with its reason in the cell behind. */
export async function* fileRows(table: ExportTable, batchSize: number): AsyncGenerator<readonly (readonly Value[])[]> {
  checkTable(table)
  let batch: (readonly Value[])[] = []
  let number = 0
  for await (const row of ordered(table)) {
    number += 1
    batch.push(cells(table, row, number))
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function ordered({ rows, primaryKey = [], ordered: meant }: ExportTable): ExportTable['rows'] {
  if (!Array.isArray(rows) || primaryKey.length === 0 || meant) return rows
  const before = (a: ExportRow, b: ExportRow) => {
    for (const key of primaryKey) {
      const [left = null, right = null] = [a[key], b[key]]
      if (left === right) continue
      if (left === null) return 1
      if (right === null) return -1
      return left < right ? -1 : 1
    }
    return 0
  }
  return (rows as readonly ExportRow[]).toSorted(before)
}

function cells(table: ExportTable, row: ExportRow, number: number): readonly Value[] {
  const known = new Set(table.columns.map(({ name }) => name))
  const stray = Object.keys(row).find((name) => !known.has(name))
  if (stray !== undefined)
    throw new TypeError(`Row ${number} of ${table.name} has ${JSON.stringify(stray)}, no column.`)
  return table.columns.flatMap((column): Value[] => {
    const value = row[column.name] ?? null
    const said = `Row ${number} of ${table.name}, column ${JSON.stringify(column.name)}`
    if (isHidden(value)) {
      if (column.status === undefined) throw new TypeError(`${said}, hides a value, and has no status to say so.`)
      return [null, value.suppressed]
    }
    if (value === null && (table.primaryKey ?? []).includes(column.name))
      throw new TypeError(`${said}, is empty, and belongs to the primary key.`)
    if (value !== null) checkType(column, value, said)
    return column.status === undefined ? [value] : [value, value === null ? missing : shown]
  })
}

function checkType({ type, values }: ExportColumn, value: string | number | boolean, said: string) {
  if (!isOfType(type, value)) throw new TypeError(`${said}: ${String(value)} is not of type ${type}.`)
  if (values !== undefined && !values.some((listed) => listed.value === value))
    throw new TypeError(`${said}: ${JSON.stringify(value)} is none of its listed values.`)
}

function isHidden(value: ExportValue): value is Suppressed {
  return typeof value === 'object' && value !== null
}
