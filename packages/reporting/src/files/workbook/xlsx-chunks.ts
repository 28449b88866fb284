import type { ColumnType, Value } from '../../table.ts'
import { type ExportTable, notShown } from '../export-table.ts'
import { fileColumns, missing, shown } from '../file-columns.ts'
import { fileRows } from '../file-rows.ts'
import { type OpenZip, openZip } from '../open-zip.ts'
import { codebookSheet } from './codebook-sheet.ts'
import { columnLetters, sheetCell } from './sheet-cell.ts'
import { sheetNames } from './sheet-names.ts'
import * as parts from './workbook-parts.ts'

/** A workbook to be written: its tables a sheet each, then a codebook of them all, then notes if there are any. */
export interface Workbook {
  readonly title: string
  readonly tables: readonly ExportTable[]
  /** What a reader should know, each as a name and a text. */
  readonly notes?: readonly (readonly [string, string])[]
  /** An instant. Left out, equal tables give equal bytes on any day. */
  readonly madeAt?: string
  /** How many rows a sheet takes, its head included, before the next one goes on: 1,048,576, which is what programs open. */
  readonly sheetRowsMax?: number
}

/**
 * Tables as a workbook of Excel (Office Open XML), a piece at a time. Needs the optional peer `fflate`.
 *
 * The first row of a sheet is frozen; numbers and days are numbers and days; a text is never a formula. What is not shown is `..` with its
 * reason in the column beside. More rows than a sheet takes go on in the next. Throws a RangeError when a text is longer than a cell holds
 * or the file passes 4 GiB, a TypeError on a cell that does not agree with its column.
 *
 * @example
 * ```ts
 * import { xlsxChunks } from '@mentoring-commons/reporting/files'
 *
 * const columns = [{ name: 'n', type: 'integer', label: 'How many' }] as const
 * const { value: first } = await xlsxChunks({ title: 'A', tables: [{ name: 'a', title: 'A', columns, rows: [{ n: 3 }] }] }).next()
 * String.fromCharCode(...first.slice(0, 2)) //=> "PK"
 * ```
 */
export async function* xlsxChunks(book: Workbook): AsyncGenerator<Uint8Array> {
  const { strToU8 } = await import('fflate')
  const zip = await openZip()
  const part = (path: string, text: string) => {
    zip.begin(path)
    zip.write(strToU8(text))
    zip.end()
  }
  part('[Content_Types].xml', parts.contentTypes())
  part('_rels/.rels', parts.rootRelations())
  const nameOf = sheetNames()
  const sheets: string[] = []
  const noted = (book.notes ?? []).map(([name, text]) => ({ name, text }))
  const notes: ExportTable = {
    name: 'notes',
    title: 'Notes',
    columns: [
      { name: 'name', type: 'string', label: 'Of what' },
      { name: 'text', type: 'string', label: 'What to know' },
    ],
    rows: noted,
  }
  for (const table of [...book.tables, codebookSheet(book.tables), ...(noted.length === 0 ? [] : [notes])])
    yield* sheetsOf(zip, table, book.sheetRowsMax ?? 1_048_576, strToU8, () => {
      sheets.push(nameOf(table.title))
      return `xl/worksheets/sheet${sheets.length}.xml`
    })
  part('xl/workbook.xml', parts.workbookXml(sheets))
  part('xl/_rels/workbook.xml.rels', parts.workbookRelations(sheets))
  part('xl/styles.xml', parts.styles())
  part('docProps/core.xml', parts.coreProperties(book.title, book.madeAt))
  zip.finish()
  yield* zip.take()
}

async function* sheetsOf(
  zip: OpenZip,
  table: ExportTable,
  rowsMax: number,
  bytes: (text: string) => Uint8Array,
  nextPath: () => string,
): AsyncGenerator<Uint8Array> {
  const columns = fileColumns(table)
  const letters = columns.map((_, place) => columnLetters(place))
  const types = columns.map(({ type }): ColumnType => type)
  let line = 0
  const begin = () => {
    zip.begin(nextPath())
    const cells = columns.map(({ name }, place) => sheetCell(`${letters[place]}1`, 'string', name, 'head'))
    zip.write(
      bytes(
        `${parts.sheetStart(columns.map(({ type, name }) => width(type, name)))}<row r="1">${cells.join('')}</row>`,
      ),
    )
    line = 1
  }
  const end = () => {
    zip.write(bytes(parts.sheetEnd))
    zip.end()
  }
  begin()
  for await (const rows of fileRows(table, 500)) {
    let text = ''
    for (const row of rows) {
      if (line >= rowsMax) {
        zip.write(bytes(text))
        text = ''
        end()
        begin()
      }
      line += 1
      text += `<row r="${line}">${row.map((cell, place) => cellOf(row, cell, place, columns, `${letters[place]}${line}`, types[place] ?? 'string')).join('')}</row>`
    }
    zip.write(bytes(text))
    yield* zip.take()
  }
  end()
  yield* zip.take()
}

function cellOf(
  row: readonly Value[],
  cell: Value,
  place: number,
  columns: ReturnType<typeof fileColumns>,
  reference: string,
  type: ColumnType,
): string {
  if (cell !== null || columns[place + 1]?.role !== 'status') return sheetCell(reference, type, cell)
  const status = row[place + 1]
  return status === shown || status === missing ? '' : sheetCell(reference, 'string', notShown)
}

function width(type: ColumnType, name: string): number {
  return Math.max(type === 'string' ? 24 : 12, Math.min(60, name.length + 2))
}
