import { codebook } from '../formats/codebook.ts'
import type { ExportTable } from './export-table.ts'
import { fileColumns } from './file-columns.ts'

/**
 * The codebook of a table's file as CSV: a row a column, statuses included.
 *
 * @example
 * ```ts
 * import { tableCodebook } from '@mentoring-commons/reporting/files'
 *
 * const columns = [{ name: 'n', type: 'integer', label: 'How many' }] as const
 * tableCodebook({ name: 'a', title: 'A', columns, rows: [] }) //=> "column,label,type,description,values,missing\r\nn,How many,integer,,,(empty)=not known\r\n"
 * ```
 */
export function tableCodebook(table: ExportTable): string {
  return codebook(fileColumns(table))
}
