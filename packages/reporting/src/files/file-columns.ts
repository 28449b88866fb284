import { type SuppressionReason, suppressionReasons } from '../disclosure/suppressed.ts'
import type { CodebookEntry } from '../formats/codebook.ts'
import { type ExportTable, notShown } from './export-table.ts'

/** A column as it stands in a file: a table's own, or the one beside it that says whether a value is shown. */
export interface FileColumn extends CodebookEntry {
  readonly role: 'value' | 'status'
  /** Whether no cell of it is ever empty. */
  readonly required: boolean
}

/** What a status says of a value that is there. */
export const shown = 'shown'

/** What a status says of a value that was never there. */
export const missing = 'missing'

const reasons = Object.entries(suppressionReasons) as [SuppressionReason, string][]
const states = [
  { value: shown, label: 'The value is shown.' },
  { value: missing, label: 'There is no value.' },
  ...reasons.map(([value, label]) => ({ value, label })),
]

/** The columns of a table's file, in order: a status stands right behind the column that it speaks of. */
export function fileColumns(table: ExportTable): readonly FileColumn[] {
  const keys = table.primaryKey ?? []
  return table.columns.flatMap(({ status, ...column }): FileColumn[] => {
    const required = keys.includes(column.name)
    const empty = required ? [] : [{ code: '', label: 'not known' }]
    if (status === undefined) return [{ missing: empty, ...column, role: 'value', required }]
    const codes = [{ code: notShown, label: `not shown, see ${status}` }, ...empty]
    const told: FileColumn = {
      name: status,
      type: 'string',
      label: `Whether ${column.name} is shown, or why not`,
      values: states,
      missing: [],
      role: 'status',
      required: true,
    }
    return [{ missing: codes, ...column, role: 'value', required }, told]
  })
}
