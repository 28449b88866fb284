import type { ColumnSource } from 'hyparquet-writer'
import type { ColumnType, Value } from '../table.ts'
import type { ExportTable } from './export-table.ts'
import { type FileColumn, fileColumns } from './file-columns.ts'
import { fileRows } from './file-rows.ts'

const dayMs = 86_400_000
/** How many rows are held at a time, and so in one row group. */
const groupRows = 20_000

const kinds: Record<ColumnType, object> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
}

/**
 * A table as a Parquet file, a piece at a time, compressed by Snappy. Needs the optional peer `hyparquet-writer`.
 *
 * Integers are INT64, numbers DOUBLE, days DATE. A value that is not shown is null with its reason in the status beside it, so that a null
 * is missing only where the status says `missing`. At most 20,000 rows are held at a time. The codebook lies in the file, as JSON under
 * the key `codebook`. Equal rows give equal bytes. Throws a TypeError on a cell that does not agree with its column.
 *
 * @example
 * ```ts
 * import { parquetChunks } from '@mentoring-commons/reporting/files'
 *
 * const columns = [{ name: 'n', type: 'integer', label: 'How many', status: 'n_status' }] as const
 * const { value: first } = await parquetChunks({ name: 'a', title: 'A', columns, rows: [{ n: { suppressed: 'derivable' } }] }).next()
 * String.fromCharCode(...first.slice(0, 4)) //=> "PAR1"
 * ```
 */
export async function* parquetChunks(table: ExportTable): AsyncGenerator<Uint8Array> {
  // ESM alone, and not needed by who writes no Parquet: imported here, this file serves CommonJS and those too.
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const columns = fileColumns(table)
  const target = new ByteWriter()
  const writer = new ParquetWriter({
    writer: target,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type, required }) => ({
        name,
        ...kinds[type],
        repetition_type: required ? ('REQUIRED' as const) : ('OPTIONAL' as const),
      })),
    ],
    kvMetadata: [{ key: 'codebook', value: JSON.stringify({ title: table.title, columns: columns.map(described) }) }],
    createdBy: 'mentoring-commons',
  })
  const taken = () => {
    const bytes = target.getBytes().slice()
    target.index = 0
    return bytes
  }
  for await (const rows of fileRows(table, groupRows)) {
    const columnData = columns.map((column, place) => sourceOf(column, rows, place))
    await writer.write({ columnData, rowGroupSize: rows.length })
    yield taken()
  }
  await writer.finish()
  yield taken()
}

function sourceOf({ name, type }: FileColumn, rows: readonly (readonly Value[])[], place: number): ColumnSource {
  return { name, data: rows.map((row) => stored(type, row[place] ?? null)), offsetIndex: false }
}

function stored(type: ColumnType, value: Value): Value | bigint {
  if (value === null) return null
  if (type === 'integer') return BigInt(value)
  return type === 'date' ? Date.parse(`${value}T00:00:00Z`) / dayMs : value
}

function described({ name, label, type, description, values, missing }: FileColumn) {
  return { name, label, type, description, values, missing }
}
