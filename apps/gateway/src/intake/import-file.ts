import { createReadStream } from 'node:fs'
import type { Ending, IntakeWriter, Written } from './port.ts'
import type { RowProblem } from './problem.ts'
import { quoteValue } from './quote-value.ts'
import { type CsvRow, readCsv } from './read-csv.ts'
import type { ReadyFile } from './read-header.ts'
import { type RowReading, recordReader } from './read-record.ts'
import type { IntakeKind, RecordOf } from './record.ts'
import type { ImportedFile, RefusedFile } from './report.ts'
import { tallyProblems } from './tally-problems.ts'
import { tallyWarnings } from './warning.ts'

/** A batch is written when it holds this many rows, or rows of this many characters. */
const batchRows = 1000
const batchCharacters = 1_000_000

/** How an import treats a file. */
export interface FileOptions {
  readonly skipBadRows: boolean
  readonly signal?: AbortSignal | undefined
  /** Called with each problem, in the order of the file's lines. */
  readonly onProblem?: ((problem: RowProblem) => void) | undefined
  /** Called after each stretch of the file. */
  readonly onProgress?: ((bytes: number, rows: number) => void) | undefined
}

type TakenRow = Exclude<RowReading<RecordOf[IntakeKind]>, { problems: unknown }> & { readonly line: number }

/**
 * Reads a file and writes its records through `writer`, a batch at a time. The writes are to be kept only where the report says
 * `imported`. All rows are read even when one is bad, so that the report names every problem; after the first, nothing more is written unless bad rows are skipped.
 * Throws the signal's reason when the import is stopped.
 */
export async function importFile(
  ready: ReadyFile,
  writer: IntakeWriter,
  options: FileOptions,
): Promise<Ending<ImportedFile | RefusedFile>> {
  const { file, columns } = ready
  const { skipBadRows, signal, onProblem, onProgress } = options
  const read = recordReader(file, columns)
  const problems = tallyProblems()
  const warnings = tallyWarnings()
  const written = { inserted: 0, updated: 0, unchanged: 0 }
  let taken: TakenRow[] = []
  let met: RowProblem[] = []
  let characters = 0
  let rows = 0
  let skipped = 0

  const takeRow = (row: CsvRow): void => {
    rows++
    if ('fault' in row) {
      met.push({ file: file.file, ...row.fault })
      skipped++
      return
    }
    const { line, cells } = row
    if (cells.length !== columns.width) {
      const message = `the row has ${cells.length} cells where the header has ${columns.width}; is a delimiter missing, or a cell without quotes?`
      met.push({ file: file.file, line, code: 'cell-count', message })
      skipped++
      return
    }
    const reading = read(cells)
    if ('problems' in reading) {
      met.push(...reading.problems.map((problem) => ({ file: file.file, line, ...problem })))
      skipped++
      return
    }
    for (const cell of cells) characters += cell.length
    taken.push({ ...reading, line })
  }

  const flush = async (): Promise<void> => {
    const spoilt = await spoiltRows(file.as, file.file, taken, writer)
    const good = taken.filter(({ line }) => !spoilt.has(line))
    for (const fate of spoilt.values()) {
      if (fate.problem === undefined) {
        written.unchanged++
        warnings.add({ code: 'said-twice', subject: `line ${fate.line}` })
      } else {
        met.push(fate.problem)
        skipped++
      }
    }
    for (const problem of met.sort((a, b) => a.line - b.line)) {
      problems.add(problem)
      onProblem?.(problem)
    }
    for (const row of good) for (const warning of row.warnings) warnings.add(warning)
    if (good.length > 0 && (skipBadRows || problems.count() === 0)) {
      const result = await write(
        ready,
        writer,
        good.map(({ record }) => record),
      )
      written.inserted += result.inserted
      written.updated += result.updated
      written.unchanged += result.unchanged
    }
    taken = []
    met = []
    characters = 0
  }

  const refused = (broken: RefusedFile['refusals']): Ending<RefusedFile> => ({
    keep: false,
    value: { outcome: 'refused', file: file.file, as: file.as, refusals: broken, problems: problems.read() },
  })

  await writer.beginFile()
  if (file.as === 'survey') await writer.survey(file)
  let header = true
  const stream = createReadStream(ready.path)
  try {
    for await (const batch of readCsv(stream, ready.delimiter)) {
      signal?.throwIfAborted()
      for (const row of batch.rows) {
        if (header) {
          header = false
          continue
        }
        takeRow(row)
        if (taken.length >= batchRows || met.length >= batchRows || characters >= batchCharacters) await flush()
      }
      onProgress?.(batch.bytes, rows)
      if (batch.broken !== undefined) {
        await flush()
        const { code, line, message } = batch.broken
        return refused([{ code, message: `${file.file}:${line}: ${message}` }])
      }
    }
  } finally {
    stream.destroy()
  }
  await flush()
  signal?.throwIfAborted()
  if (problems.count() > 0 && !skipBadRows) return refused([])
  const counts = { rows, ...written, skipped, problems: problems.read(), warnings: warnings.read() }
  return {
    keep: true,
    value: {
      outcome: 'imported',
      file: file.file,
      as: file.as,
      ...counts,
      ignoredColumns: columns.ignored,
      absentColumns: columns.absent,
    },
  }
}

/** What keeps a row from being written: a problem, or that an earlier row says the same. */
interface Fate {
  readonly line: number
  readonly problem?: RowProblem
}

/** The rows of a batch that cannot be written, by line. */
async function spoiltRows(
  as: IntakeKind,
  file: string,
  rows: readonly TakenRow[],
  writer: IntakeWriter,
): Promise<Map<number, Fate>> {
  const spoilt = new Map<number, Fate>()
  if (rows.length === 0) return spoilt
  const named = new Set(rows.flatMap(({ people }) => people))
  const unknown = named.size === 0 ? new Set<string>() : await writer.unknownPeople([...named])
  const erased = as === 'people' ? await writer.erasedPeople(rows.map(({ identity }) => identity)) : new Set<string>()
  const known = rows.filter((row) => {
    if (erased.has(row.identity)) {
      const message = `${quoteValue(row.identity)} is a person who was erased here; take the row out of the source, where they are still kept`
      spoilt.set(row.line, { line: row.line, problem: { file, line: row.line, code: 'person-erased', message } })
      return false
    }
    const strangers = row.people.filter((person) => unknown.has(person))
    if (strangers.length === 0) return true
    const listed = strangers.slice(0, 5).map(quoteValue).join(', ')
    const message = `the row names ${strangers.length === 1 ? 'the person' : `${strangers.length} people, among them`} ${listed}, whom no row of people has brought; add them there, or correct the row`
    spoilt.set(row.line, { line: row.line, problem: { file, line: row.line, code: 'unknown-person', message } })
    return false
  })
  for (const { line, firstLine } of await writer.repeated(known.map(({ identity, line }) => ({ identity, line })))) {
    if (as === 'participations') {
      spoilt.set(line, { line })
      continue
    }
    const identity = known.find((row) => row.line === line)?.identity ?? ''
    const message = `the row has the same identity (${quoteValue(identity)}) as line ${firstLine}; keep one of them, or give each its own`
    spoilt.set(line, { line, problem: { file, line, code: 'duplicate-id', message } })
  }
  return spoilt
}

function write({ file }: ReadyFile, writer: IntakeWriter, records: readonly RecordOf[IntakeKind][]): Promise<Written> {
  switch (file.as) {
    case 'people':
      return writer.people(records as RecordOf['people'][])
    case 'participations':
      return writer.participations(records as RecordOf['participations'][])
    case 'relationships':
      return writer.relationships(records as RecordOf['relationships'][])
    case 'survey':
      return writer.responses(file, records as RecordOf['survey'][])
  }
}
