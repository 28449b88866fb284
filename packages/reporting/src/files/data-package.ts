import type { ExportTable } from './export-table.ts'
import { tableSchema } from './table-schema.ts'

/** A file of a package as it was written: where, how large, and with which SHA-256 (in hex) if one was taken. */
export interface WrittenFile {
  readonly path: string
  readonly mediaType: string
  readonly title: string
  readonly bytes: number
  readonly sha256?: string
}

/** A file that holds a table, and in which format. */
export interface TableFile extends WrittenFile {
  readonly table: ExportTable
  readonly format: 'csv' | 'parquet'
}

/** What a package says of itself. `created` is an instant; a licence has a name, an address, or both. */
export interface PackageSaying {
  /** Lower-case letters, digits, `-`, `_` and `.`. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly version?: string
  readonly created?: string
  readonly licence?: { readonly name?: string; readonly path?: string; readonly title?: string }
  readonly keywords?: readonly string[]
}

/**
 * The descriptor of a Frictionless Data Package, version 2, as JSON text: `datapackage.json`.
 *
 * A table in two formats is two resources, `NAME` as CSV and `NAME-parquet`; keys point to the CSV. A code that stands for what is not
 * shown is among the missing values of its field, apart from the empty text.
 *
 * Source: the Data Package Standard, version 2.0 (datapackage.org); certainty 2+.
 *
 * @example
 * ```ts
 * import { dataPackage } from '@mentoring-commons/reporting/files'
 *
 * const columns = [{ name: 'n', type: 'integer', label: 'How many' }] as const
 * const table = { name: 'a', title: 'A', columns, rows: [] }
 * const file = { table, format: 'csv', path: 'data/a.csv', mediaType: 'text/csv', title: 'A', bytes: 3 } as const
 * JSON.parse(dataPackage({ name: 'p', title: 'P', description: 'D.' }, [file])).resources[0].schema.fields[0].type //=> "integer"
 * ```
 */
export function dataPackage(saying: PackageSaying, files: readonly (WrittenFile | TableFile)[]): string {
  const { name, title, description, version, created, licence, keywords } = saying
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title,
    description,
    ...(version === undefined ? {} : { version }),
    ...(created === undefined ? {} : { created }),
    ...(licence === undefined ? {} : { licenses: [licence] }),
    ...(keywords === undefined ? {} : { keywords }),
    resources: files.map(resource),
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}

function resource(file: WrittenFile | TableFile): object {
  const { path, mediaType, title, bytes, sha256 } = file
  const held = {
    path,
    title,
    mediatype: mediaType,
    bytes,
    ...(sha256 === undefined ? {} : { hash: `sha256:${sha256}` }),
  }
  if (!('table' in file)) return { name: path.replace(/^.*\//, '').toLowerCase(), ...held }
  const { table, format } = file
  return {
    name: format === 'csv' ? table.name : `${table.name}-${format}`,
    type: 'table',
    ...(table.description === undefined ? {} : { description: table.description }),
    format,
    ...held,
    ...(format === 'csv' ? { encoding: 'utf-8', dialect: { lineTerminator: '\r\n', doubleQuote: true } } : {}),
    schema: tableSchema(table),
  }
}
