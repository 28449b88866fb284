import { csvChunks } from './csv-chunks.ts'
import { dataPackage, type PackageSaying, type TableFile, type WrittenFile } from './data-package.ts'
import type { Digest } from './digest.ts'
import type { ExportTable } from './export-table.ts'
import { openZip } from './open-zip.ts'
import { parquetChunks } from './parquet-chunks.ts'
import { type CrateSaying, type Provenance, roCrate } from './ro-crate.ts'
import { tableCodebook } from './table-codebook.ts'

/**
 * Tables to be taken away together. Their rows are read once for each format: a stream that can be read once only takes one format.
 * `others` are files that are ready, by path.
 */
export interface TakeAway {
  readonly saying: PackageSaying & Pick<CrateSaying, 'published'> & { readonly crateLicence: CrateSaying['licence'] }
  readonly provenance: Provenance
  readonly tables: readonly ExportTable[]
  readonly formats: readonly ('csv' | 'parquet')[]
  readonly others?: readonly {
    readonly path: string
    readonly mediaType: string
    readonly title: string
    readonly bytes: Uint8Array
  }[]
  /** Begins a SHA-256, such as `() => createHash('sha256')` of Node. Without one no hash is said. */
  readonly newDigest?: () => Digest
}

/**
 * Tables in one zip, a piece at a time: each as CSV and Parquet with its codebook, `datapackage.json` (Frictionless, version 2) and
 * `ro-crate-metadata.json` (RO-Crate 1.3 with PROV). Needs the optional peers `fflate` and, for Parquet, `hyparquet-writer`.
 *
 * @example
 * ```ts
 * import { packageChunks } from '@mentoring-commons/reporting/files'
 *
 * const saying = { name: 'p', title: 'P', description: 'D.', published: '2026-01-31', crateLicence: { name: 'Internal', description: 'For staff.' } }
 * const provenance = { madeAt: '2026-01-31T09:00:00Z', madeBy: { id: '#u', kind: 'Organization', name: 'U' }, software: { name: 'S', version: '1' }, inputs: [] } as const
 * const columns = [{ name: 'n', type: 'integer', label: 'How many' }] as const
 * const tables = [{ name: 'a', title: 'A', columns, rows: [{ n: 3 }] }]
 * const { value: first } = await packageChunks({ saying, provenance, tables, formats: ['csv'] }).next()
 * String.fromCharCode(...first.slice(0, 2)) //=> "PK"
 * ```
 */
export async function* packageChunks(all: TakeAway): AsyncGenerator<Uint8Array> {
  const { strToU8 } = await import('fflate')
  const zip = await openZip()
  const files: (WrittenFile | TableFile)[] = []
  async function* put(
    file: Omit<WrittenFile, 'bytes' | 'sha256'> & Partial<Pick<TableFile, 'table' | 'format'>>,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    how: 'deflate' | 'store',
  ): AsyncGenerator<Uint8Array> {
    zip.begin(file.path, how)
    const digest = all.newDigest?.()
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.length
      digest?.update(chunk)
      zip.write(chunk)
      yield* zip.take()
    }
    zip.end()
    files.push({ ...file, bytes, ...(digest === undefined ? {} : { sha256: digest.digest('hex') }) })
    yield* zip.take()
  }
  async function* encoded(chunks: AsyncIterable<string>) {
    for await (const chunk of chunks) yield strToU8(chunk)
  }
  for (const table of all.tables) {
    const { name, title } = table
    if (all.formats.includes('csv'))
      yield* put(
        { path: `data/${name}.csv`, mediaType: 'text/csv', title, table, format: 'csv' },
        encoded(csvChunks(table)),
        'deflate',
      )
    if (all.formats.includes('parquet'))
      yield* put(
        { path: `data/${name}.parquet`, mediaType: 'application/vnd.apache.parquet', title, table, format: 'parquet' },
        parquetChunks(table),
        'store',
      )
    yield* put(
      { path: `data/${name}.codebook.csv`, mediaType: 'text/csv', title: `Codebook of ${title}` },
      [strToU8(tableCodebook(table))],
      'deflate',
    )
  }
  for (const { bytes, ...file } of all.others ?? []) yield* put(file, [bytes], 'deflate')
  const { saying, provenance } = all
  yield* put(
    { path: 'datapackage.json', mediaType: 'application/json', title: 'What the files hold' },
    [strToU8(dataPackage(saying, files))],
    'deflate',
  )
  const crate = {
    name: saying.title,
    description: saying.description,
    published: saying.published,
    licence: saying.crateLicence,
  }
  zip.begin('ro-crate-metadata.json')
  zip.write(strToU8(roCrate(crate, provenance, files)))
  zip.end()
  zip.finish()
  yield* zip.take()
}
