import { holdHeap } from './hold-heap.ts'
import { type FileOptions, importFile } from './import-file.ts'
import type { Mapping } from './mapping.ts'
import type { IntakePort, IntakeWriter } from './port.ts'
import type { RowProblem } from './problem.ts'
import { type ReadyFile, readHeader } from './read-header.ts'
import type { IntakeKind } from './record.ts'
import type { IntakeRefusal } from './refusal.ts'
import type { FileReport, ImportReport } from './report.ts'

/** How far an import has come. Bytes count over all files. */
export interface Progress {
  readonly file: string
  readonly rows: number
  readonly bytes: number
  readonly totalBytes: number
}

/** What to import, and how. */
export interface ImportOptions {
  /** The folder that holds the files of the mapping. */
  readonly dir: string
  readonly mapping: Mapping
  readonly port: IntakePort
  /** Do all of it, report on it, and write nothing. */
  readonly dryRun?: boolean
  /** Import the good rows of a file that has bad ones. */
  readonly skipBadRows?: boolean
  /** Stops the import; of the file that is being read, nothing is kept. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  readonly onProblem?: (problem: RowProblem) => void
}

/** The order in which files are imported, whatever their order in the mapping: people before those who name them. */
const order: readonly IntakeKind[] = ['people', 'participations', 'relationships', 'survey']

/**
 * Imports the files of a mapping: a transaction for each file, of which all stays or nothing.
 *
 * Before a row is read, every file is looked at; where one is missing or lacks a column, nothing is imported at all. When a file is refused for its rows,
 * the files before it stay, and those that name its people are not tried. In a dry run all files share one transaction that is taken back at the end,
 * so that a later file meets the people of an earlier one. Importing the same files again changes nothing.
 */
export function importDirectory(options: ImportOptions): Promise<ImportReport> {
  return holdHeap(() => importAll(options))
}

async function importAll(options: ImportOptions): Promise<ImportReport> {
  const { port, mapping, dryRun = false } = options
  const looked = await lookAtAll(options)
  if (looked.ready === null) return { dryRun, files: looked.reports, warnings: [] }
  const { ready, reports } = looked
  const meter = measure(ready, options.onProgress)

  const importInto = (writer: IntakeWriter, file: ReadyFile) => {
    const fileOptions: FileOptions = {
      skipBadRows: options.skipBadRows ?? false,
      signal: options.signal,
      onProblem: options.onProblem,
      onProgress: (bytes, rows) => meter(file, bytes, rows),
    }
    return importFile(file, writer, fileOptions)
  }

  if (dryRun) {
    return port.transaction(async (writer) => {
      await writer.programme(mapping.programme, mapping.source)
      const files = [
        ...reports,
        ...(await each(ready, options.signal, (file) => writer.nested(() => importInto(writer, file)))),
      ]
      return { keep: false, value: { dryRun, files, warnings: someImported(files) ? await writer.oddities() : [] } }
    })
  }

  const imported = await each(ready, options.signal, (file) =>
    port.transaction(async (writer) => {
      await writer.programme(mapping.programme, mapping.source)
      return importInto(writer, file)
    }),
  )
  const files = [...reports, ...imported]
  if (!someImported(imported)) return { dryRun, files, warnings: [] }
  const warnings = await port.transaction(async (writer) => ({ keep: false, value: await writer.oddities() }))
  return { dryRun, files, warnings }
}

/** Looks at every file in the order of import: those that are ready and reports on absent ones, or reports alone. */
async function lookAtAll({
  dir,
  mapping,
}: ImportOptions): Promise<{ ready: ReadyFile[] | null; reports: FileReport[] }> {
  const ready: ReadyFile[] = []
  const reports: FileReport[] = []
  const good: FileReport[] = []
  const refused: { file: string; as: IntakeKind; refusals: readonly IntakeRefusal[] }[] = []
  for (const as of order) {
    for (const [index, file] of mapping.files.entries()) {
      if (file.as !== as) continue
      const looked = await readHeader(dir, file, index, mapping.delimiter ?? ',')
      if ('refusals' in looked) refused.push({ file: file.file, as, refusals: looked.refusals })
      else if (looked.value === null) reports.push({ outcome: 'absent', file: file.file, as })
      else {
        ready.push(looked.value)
        good.push({ outcome: 'not-tried', file: file.file, as })
      }
    }
  }
  if (refused.length === 0) return { ready, reports }
  const problems = { count: 0, byCode: {}, first: [] }
  return {
    ready: null,
    reports: [...refused.map((file) => ({ outcome: 'refused' as const, ...file, problems })), ...good, ...reports],
  }
}

/** Imports file after file; a refusal keeps files that depend on it from being tried, and a stop all that follow. */
async function each(
  files: readonly ReadyFile[],
  signal: AbortSignal | undefined,
  run: (file: ReadyFile) => Promise<FileReport>,
): Promise<FileReport[]> {
  const reports: FileReport[] = []
  let peopleMissing = false
  for (const ready of files) {
    const { file, as } = { file: ready.file.file, as: ready.file.as }
    if (signal?.aborted) {
      reports.push({ outcome: 'stopped', file, as })
    } else if (peopleMissing && (as === 'participations' || as === 'relationships')) {
      reports.push({ outcome: 'not-tried', file, as })
    } else {
      const report = await run(ready).catch((error: unknown): FileReport => {
        if (signal?.aborted) return { outcome: 'stopped', file, as }
        throw error
      })
      if (as === 'people' && report.outcome === 'refused') peopleMissing = true
      reports.push(report)
    }
  }
  return reports
}

function someImported(files: readonly FileReport[]): boolean {
  return files.some(({ outcome }) => outcome === 'imported')
}

/** Turns the bytes of each file into the bytes of all. */
function measure(files: readonly ReadyFile[], onProgress: ImportOptions['onProgress']) {
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0)
  return (current: ReadyFile, bytes: number, rows: number): void => {
    const before = files.slice(0, files.indexOf(current)).reduce((sum, file) => sum + file.bytes, 0)
    onProgress?.({ file: current.file.file, rows, bytes: before + bytes, totalBytes })
  }
}
