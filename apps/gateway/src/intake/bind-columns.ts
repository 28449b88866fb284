import type { FieldSpec, MappedFile } from './mapping.ts'
import { nearestName } from './nearest-name.ts'
import { quoteValue } from './quote-value.ts'
import type { IntakeRefusal, Outcome } from './refusal.ts'

/** Where the columns of a file stand. */
export interface BoundColumns {
  /** Cells in each row. */
  readonly width: number
  /** The index of a column by its name; undefined for an optional one that the file does not have. */
  readonly indexOf: ReadonlyMap<string, number>
  /** Columns of the file that the mapping does not name, and that are therefore not imported. */
  readonly ignored: readonly string[]
  /** Optional columns that the file does not have: what they would say is not known. */
  readonly absent: readonly string[]
}

/**
 * Where the columns that a mapping names stand in a file, given the cells of its header line; or every column that is missing.
 *
 * @example
 * ```ts
 * import { bindColumns } from './bind-columns.ts'
 * const people = { file: 'people.csv', as: 'people', fields: { externalId: { column: 'id' }, country: { column: 'country', optional: true } } }
 * bindColumns(people, 0, ['id', 'name']).value.ignored //=> ["name"]
 * bindColumns(people, 0, ['ID']).refusals[0].code //=> "unknown-column"
 * ```
 */
export function bindColumns(file: MappedFile, fileIndex: number, header: readonly string[]): Outcome<BoundColumns> {
  const names = header.map((name) => name.trim())
  const refusals: IntakeRefusal[] = []
  const indexOf = new Map<string, number>()
  names.forEach((name, index) => {
    if (name === '') return
    if (indexOf.has(name)) {
      const message = `${file.file} has the column ${quoteValue(name)} twice; rename or remove one of them`
      refusals.push({ code: 'duplicate-column', message })
    }
    indexOf.set(name, index)
  })
  const wanted = columnsOf(file, fileIndex)
  for (const { column, optional, path } of wanted) {
    if (optional || indexOf.has(column)) continue
    const nearest = nearestName(column, names)
    const hint =
      nearest === null
        ? 'correct the mapping, or mark it "optional": true'
        : `did you mean ${quoteValue(nearest)}? Correct the mapping`
    const has = names.slice(0, 50).map(quoteValue).join(', ')
    const message = `${path}: ${file.file} has no column ${quoteValue(column)}, it has ${has}; ${hint}`
    refusals.push({ code: 'unknown-column', path, message })
  }
  if (refusals.length > 0) return { refusals }
  const used = new Set(wanted.map(({ column }) => column))
  const ignored = names.filter((name) => name !== '' && !used.has(name))
  const absent = [...used].filter((column) => !indexOf.has(column))
  return { value: { width: names.length, indexOf, ignored, absent } }
}

function columnsOf(file: MappedFile, fileIndex: number): { column: string; optional: boolean; path: string }[] {
  const fields = Object.entries<FieldSpec | undefined>(file.fields).flatMap(([name, field]) => {
    if (field?.column === undefined) return []
    return [
      { column: field.column, optional: field.optional ?? false, path: `$.files[${fileIndex}].fields.${name}.column` },
    ]
  })
  if (file.as !== 'survey') return fields
  const items = file.items.map(({ column, optional }, index) => ({
    column,
    optional: optional ?? false,
    path: `$.files[${fileIndex}].items[${index}].column`,
  }))
  return [...fields, ...items]
}
