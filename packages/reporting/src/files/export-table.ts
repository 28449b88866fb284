import type { Suppressed } from '../disclosure/suppressed.ts'
import type { Column, Value } from '../table.ts'

/** A column of a file. Where `status` names a column beside it, a value of this one may be suppressed, and that column says why. */
export interface ExportColumn extends Column {
  readonly status?: string
}

/** What a cell of a file can hold: a value, nothing, or a number that exists and is not shown. */
export type ExportValue = Value | Suppressed

/** One row of a file, by column name. A column that a row does not name is missing there. */
export type ExportRow = Readonly<Record<string, ExportValue>>

/** That values of some columns are values of another table's. */
export interface ForeignKey {
  readonly fields: readonly string[]
  readonly table: string
  readonly references: readonly string[]
}

/**
 * A table on its way into a file.
 *
 * `name` is lower-case letters, digits, `-`, `_` and `.`. Rows that are an array are put in the order of the `primaryKey`, so that their own
 * order leaves no trace, unless `ordered` says that it means something; rows that come as a stream are taken as they come, a batch at a
 * time, and never held together.
 */
export interface ExportTable {
  readonly name: string
  readonly title: string
  readonly description?: string
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly ExportRow[] | Iterable<ExportRow> | AsyncIterable<ExportRow>
  readonly primaryKey?: readonly string[]
  readonly ordered?: boolean
  readonly foreignKeys?: readonly ForeignKey[]
}

/** What stands in a text where a number is not shown, as in the tables of HESA. */
export const notShown = '..'

/** Throws a RangeError when the table cannot be written: a name that no file can bear, a column named twice, a key of no column. */
export function checkTable(table: ExportTable): void {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(table.name))
    throw new RangeError(
      `A table is called ${JSON.stringify(table.name)}. Use lower-case letters, digits, hyphens, underscores and dots.`,
    )
  if (table.columns.length === 0) throw new RangeError(`The table ${table.name} has no column. Give it one.`)
  const names = table.columns.flatMap(({ name, status }) => (status === undefined ? [name] : [name, status]))
  const repeated = names.find((name, place) => names.indexOf(name) !== place || name.trim() === '')
  if (repeated !== undefined)
    throw new RangeError(`The table ${table.name} has the column ${JSON.stringify(repeated)} twice, or without a name.`)
  const keys = [...(table.primaryKey ?? []), ...(table.foreignKeys ?? []).flatMap(({ fields }) => fields)]
  const stray = keys.find((key) => !names.includes(key))
  if (stray !== undefined)
    throw new RangeError(`A key of the table ${table.name} names ${JSON.stringify(stray)}, which is no column of it.`)
}
