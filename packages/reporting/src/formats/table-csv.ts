import type { Table } from '../table.ts'
import { type CsvWithCodebook, codebook } from './codebook.ts'
import { csv } from './csv.ts'

/**
 * A table as CSV with its codebook. Rows and columns keep their order; a missing value is an empty field.
 *
 * A table of rows about people is not disclosed: this is for whoever may see the rows.
 *
 * @example
 * ```ts
 * import { tableCsv } from '@mentoring-commons/reporting'
 *
 * const table = { columns: [{ name: 'size', type: 'integer', label: 'How many' }], rows: [{ size: 3 }, {}] } as const
 * tableCsv(table).csv //=> "size\r\n3\r\n\r\n"
 * ```
 */
export function tableCsv(table: Table): CsvWithCodebook {
  const names = table.columns.map((column) => column.name)
  const rows = table.rows.map((row) => names.map((name) => row[name] ?? null))
  return { csv: csv([names, ...rows]), codebook: codebook(table.columns) }
}
