import type { Refusal, Result } from './refusal.ts'
import type { Thresholds } from './thresholds.ts'

/** The types a column can have. A date is text of the form `YYYY-MM-DD`. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date'

/** What a cell can hold; `null` is missing. */
export type Value = string | number | boolean | null

/** One column, and so one entry of the codebook. When `values` is given, a cell holds one of them or nothing. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly label: string
  readonly description?: string
  readonly values?: readonly { readonly value: string | number | boolean; readonly label: string }[]
  /** The least and the most that a cell may hold: a number, or a day, such as 0 for a duration or today for what has happened. */
  readonly minimum?: number | string
  readonly maximum?: number | string
}

/** One row, by column name. A column that a row does not name is missing there. */
export type Row = Readonly<Record<string, Value>>

/** A flat table whose cells are known to agree with their columns. */
export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** What the table is called wherever figures of it are shown, whatever it holds on the day: what a ledger knows it by. */
  readonly name?: string
  /** The column that says whom a row is about. Rows with one value there belong to one person, who is told apart by nothing else. */
  readonly entity?: string
  /** Thresholds that were promised to those whom the rows are about, when they were collected: no policy shows more. */
  readonly promised?: Partial<Thresholds>
  /** How many alike each row stands for, row by row, with the same number in all rows of one entity. Without it each stands for itself. */
  readonly weights?: readonly number[]
}

/**
 * A table of these rows, once every cell is checked against its column.
 *
 * Cells that a row leaves out become `null`. Refused, with row and column named: a repeated or empty column name, a cell of a
 * column that is not declared, a cell of the wrong type, a cell outside the listed `values`, below the `minimum` or above the `maximum`.
 *
 * @example
 * ```ts
 * import { defineTable } from '@mentoring-commons/reporting'
 *
 * const columns = [{ name: 'size', type: 'integer', label: 'How many' }] as const
 * const table = defineTable(columns, [{ size: 3 }, {}])
 * 'value' in table && table.value.rows //=> [{ "size": 3 }, { "size": null }]
 * const wrong = defineTable(columns, [{ size: 1.5 }])
 * 'refusal' in wrong && wrong.refusal.path //=> ["rows", 0, "size"]
 * ```
 */
export function defineTable(columns: readonly Column[], rows: readonly Row[]): Result<Table> {
  const byName = new Map<string, Column>()
  for (const [index, column] of columns.entries()) {
    if (column.name.trim() === '')
      return no('column-name-missing', `Column ${index + 1} has no name. Name it.`, ['columns', index])
    if (byName.has(column.name))
      return no('column-name-repeated', `Two columns are called "${column.name}". Rename one.`, ['columns', index])
    byName.set(column.name, column)
  }
  const checked: Row[] = []
  for (const [index, row] of rows.entries()) {
    for (const name of Object.keys(row))
      if (!byName.has(name))
        return no(
          'column-unknown',
          `Row ${index + 1} has "${name}", which is no column. Declare the column or leave the value out.`,
          ['rows', index, name],
        )
    const whole: [string, Value][] = []
    for (const column of columns) {
      const value = Object.hasOwn(row, column.name) ? (row[column.name] ?? null) : null
      const refusal = value === null ? undefined : unfit(column, value, index)
      if (refusal !== undefined) return { refusal }
      whole.push([column.name, value])
    }
    checked.push(Object.fromEntries(whole))
  }
  return { value: { columns, rows: checked } }
}

function unfit(column: Column, value: string | number | boolean, index: number): Refusal | undefined {
  const path = ['rows', index, column.name]
  if (!isOfType(column.type, value))
    return no(
      'value-type-wrong',
      `Row ${index + 1}, column "${column.name}": ${JSON.stringify(value) ?? value} is not of type ${column.type}. Give ${wanted[column.type]}, or null when it is missing.`,
      path,
    ).refusal
  if (column.values !== undefined && !column.values.some((listed) => listed.value === value))
    return no(
      'value-not-listed',
      `Row ${index + 1}, column "${column.name}": ${JSON.stringify(value)} is not listed. Add it to the column's values, or give one of ${column.values.map((listed) => JSON.stringify(listed.value)).join(', ')}.`,
      path,
    ).refusal
  const { minimum, maximum } = column
  if (minimum !== undefined && value < minimum)
    return no(
      'value-out-of-range',
      `Row ${index + 1}, column "${column.name}": ${JSON.stringify(value)} is below ${minimum}, which is the least that it can be. Mend it, or give null when it is not known.`,
      path,
    ).refusal
  if (maximum !== undefined && value > maximum)
    return no(
      'value-out-of-range',
      `Row ${index + 1}, column "${column.name}": ${JSON.stringify(value)} is above ${maximum}, which is the most that it can be. Mend it, or give null when it is not known.`,
      path,
    ).refusal
  return undefined
}

const wanted: Record<ColumnType, string> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a finite number',
  boolean: 'true or false',
  date: 'a day of the calendar as YYYY-MM-DD',
}

/** Whether a value is one of a type; a number that is not finite is of none. */
export function isOfType(type: ColumnType, value: string | number | boolean): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string'
    case 'integer':
      return Number.isSafeInteger(value)
    case 'number':
      return Number.isFinite(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && isDay(value)
  }
}

function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days !== undefined && day >= 1 && day <= days
}

function no(code: Refusal['code'], message: string, path: readonly (string | number)[]): { refusal: Refusal } {
  return { refusal: { code, message, path } }
}
