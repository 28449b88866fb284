import type { Column } from '../table.ts'
import { csv } from './csv.ts'

/** A CSV file and the CSV file that explains its columns. */
export interface CsvWithCodebook {
  readonly csv: string
  readonly codebook: string
}

/** What the codebook says of one column; `missing` maps a code to its meaning, in the order printed. */
export interface CodebookEntry extends Column {
  readonly missing?: readonly { readonly code: string; readonly label: string }[]
}

/**
 * The codebook of columns as CSV: column, label, type, description, allowed values and missing codes, one row a column.
 *
 * Values and codes stand as `value=label`, separated by ` | `. An empty missing code is printed as `(empty)`.
 *
 * @example
 * ```ts
 * import { codebook } from '@mentoring-commons/reporting'
 *
 * codebook([{ name: 'size', type: 'integer', label: 'How many' }]) //=> "column,label,type,description,values,missing\r\nsize,How many,integer,,,(empty)=not known\r\n"
 * ```
 */
export function codebook(columns: readonly CodebookEntry[]): string {
  const rows = columns.map(
    ({ name, label, type, description = null, values = [], missing = [{ code: '', label: 'not known' }] }) => [
      name,
      label,
      type,
      description,
      values.map((entry) => `${entry.value}=${entry.label}`).join(' | ') || null,
      missing.map((entry) => `${entry.code === '' ? '(empty)' : entry.code}=${entry.label}`).join(' | ') || null,
    ],
  )
  return csv([['column', 'label', 'type', 'description', 'values', 'missing'], ...rows])
}
