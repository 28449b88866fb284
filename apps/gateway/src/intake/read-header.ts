import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BoundColumns, bindColumns } from './bind-columns.ts'
import type { MappedFile } from './mapping.ts'
import { type CsvRow, type Delimiter, readCsv } from './read-csv.ts'
import type { IntakeRefusal, Outcome } from './refusal.ts'

/** A file of a mapping as it lies in a folder. `index` is its place in the mapping. */
export interface SourceFile {
  readonly file: MappedFile
  readonly index: number
  readonly path: string
  readonly delimiter: Delimiter
}

/** A source file that is there and has the columns that its mapping names; null stands for an optional one that is not there. */
export type ReadyFile = SourceFile & { readonly bytes: number; readonly columns: BoundColumns }

/** Looks at a file of a mapping before anything is imported: is it there, and does it have the columns? */
export async function readHeader(
  dir: string,
  file: MappedFile,
  index: number,
  delimiter: Delimiter,
): Promise<Outcome<ReadyFile | null>> {
  const path = join(dir, file.file)
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error) {
    if (file.optional && found.code === 'ENOENT') return { value: null }
    const hint = 'put it there, correct the mapping, or mark the file "optional": true'
    return refusal(
      'missing-file',
      `$.files[${index}].file: ${file.file} is not in the folder of the import (${found.code}); ${hint}`,
    )
  }
  if (!found.isFile())
    return refusal('missing-file', `$.files[${index}].file: ${file.file} is no file; name a CSV file`)
  const first = await firstRow(path, delimiter)
  if (first === null)
    return refusal('empty-file', `${file.file} is empty; it needs a header line that names its columns`)
  if ('fault' in first)
    return refusal(first.fault.code, `${file.file}:${first.line}: in the header, ${first.fault.message}`)
  const bound = bindColumns(file, index, first.cells)
  return 'refusals' in bound
    ? bound
    : { value: { file, index, path, delimiter, bytes: found.size, columns: bound.value } }
}

async function firstRow(path: string, delimiter: Delimiter): Promise<CsvRow | null> {
  const stream = createReadStream(path)
  try {
    for await (const { rows, broken } of readCsv(stream, delimiter)) {
      if (rows[0] !== undefined) return rows[0]
      if (broken !== undefined) return { line: broken.line, fault: broken }
    }
    return null
  } finally {
    stream.destroy()
  }
}

function refusal(code: IntakeRefusal['code'], message: string): { refusals: readonly IntakeRefusal[] } {
  return { refusals: [{ code, message }] }
}
