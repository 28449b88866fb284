import { type Cell, csv } from '../formats/csv.ts'
import { type ExportTable, notShown } from './export-table.ts'
import { fileColumns, missing, shown } from './file-columns.ts'
import { fileRows } from './file-rows.ts'

/**
 * A table as CSV text, a piece at a time: what `csv` writes, so RFC 4180 with CRLF, guarded against formulas; `..` for what is not shown.
 *
 * Equal rows give equal bytes; where the rows are an array with a primary key, in any order. Throws a TypeError on a cell that does not
 * agree with its column, NaN and infinity included.
 *
 * @example
 * ```ts
 * import { csvChunks } from '@mentoring-commons/reporting/files'
 *
 * const columns = [{ name: 'id', type: 'integer', label: 'Id' }, { name: 'n', type: 'integer', label: 'How many', status: 'n_status' }] as const
 * const rows = [{ id: 2, n: { suppressed: 'derivable' } }, { id: 1, n: 4 }] as const
 * let text = ''
 * for await (const piece of csvChunks({ name: 'a', title: 'A', columns, rows, primaryKey: ['id'] })) text += piece
 * text //=> "id,n,n_status\r\n1,4,shown\r\n2,..,derivable\r\n"
 * ```
 */
export async function* csvChunks(table: ExportTable): AsyncGenerator<string> {
  const columns = fileColumns(table)
  yield csv([columns.map(({ name }) => name)])
  for await (const rows of fileRows(table, 1000))
    yield csv(
      rows.map((row) =>
        row.map((cell, place): Cell => {
          if (cell !== null || columns[place + 1]?.role !== 'status') return cell
          const status = row[place + 1]
          return status === shown || status === missing ? null : notShown
        }),
      ),
    )
}
