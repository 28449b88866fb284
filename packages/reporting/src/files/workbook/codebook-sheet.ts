import type { ExportTable } from '../export-table.ts'
import { fileColumns } from '../file-columns.ts'

/** A list of values can be longer than a cell holds: beyond this it says how many there are. */
const listLengthMax = 8_000

/** The columns of some tables as a table of their own, a row a column. */
export function codebookSheet(tables: readonly ExportTable[]): ExportTable {
  const names = ['sheet', 'column', 'label', 'type', 'description', 'values', 'missing']
  return {
    name: 'codebook',
    title: 'Codebook',
    columns: names.map((name) => ({ name, type: 'string', label: name })),
    rows: tables.flatMap((table) =>
      fileColumns(table).map(({ name, label, type, description = null, values = [], missing = [] }) => ({
        sheet: table.title,
        column: name,
        label,
        type,
        description,
        values: listed(values.map((entry) => `${entry.value}=${entry.label}`)),
        missing: listed(missing.map(({ code, label: said }) => `${code === '' ? '(empty)' : code}=${said}`)),
      })),
    ),
  }
}

function listed(entries: readonly string[]): string | null {
  if (entries.length === 0) return null
  const text = entries.join(' | ')
  return text.length <= listLengthMax ? text : `${entries.length} values: ${text.slice(0, listLengthMax)} …`
}
