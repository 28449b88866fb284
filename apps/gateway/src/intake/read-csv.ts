import { isUtf8 } from 'node:buffer'
import type { IntakeCode } from './refusal.ts'

/** The longest record that is read, in bytes: an unclosed quote must not draw the rest of a large file into memory. */
export const longestRecordBytes = 1_000_000

/** The characters that may stand between cells. */
export type Delimiter = ',' | ';' | '\t'

/** What is wrong with one row, or with the rest of a file. `line` is the physical line, counted from 1. */
export interface CsvFault {
  readonly line: number
  readonly code: IntakeCode
  readonly message: string
}

/** A row that could be read, or one whose end is certain but whose text is not. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly fault: CsvFault }

/** The rows that a stretch of the file completed; `bytes` counts from the start of the file. */
export interface CsvBatch {
  readonly rows: readonly CsvRow[]
  readonly bytes: number
  /** Set on the last batch of a file in which, from here on, it is not certain where rows end. */
  readonly broken?: CsvFault
}

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d
const byteOrderMark = [0xef, 0xbb, 0xbf]

/** Where the scanner stands in a cell. `closing` is: after a quote inside a quoted cell, which may be the end or the first half of a doubled one. */
type Place = 'start' | 'plain' | 'quoted' | 'closing'

/**
 * The rows of a CSV file (RFC 4180), a batch for each stretch of bytes, in memory bounded by a stretch and one record.
 *
 * Lines end in LF, CRLF or CR, also mixed; lines without any character are passed over; a byte order mark is dropped. Cells are
 * given as they stand, not trimmed. A cell that is not UTF-8, holds NUL or has a stray quote spoils its row only; a
 * quoted cell that never ends, text after a closing quote or a record of more than a megabyte ends the file there, since nobody can tell where its rows end.
 *
 * @example
 * ```ts
 * import { readCsv } from './read-csv.ts'
 * const read = []
 * for await (const { rows } of readCsv([Buffer.from('name,place\r\nAda,"Bern, ""old"" town"\r\n')])) read.push(...rows)
 * read[1] //=> { "line": 2, "cells": ["Ada", "Bern, \"old\" town"] }
 * ```
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  delimiter: Delimiter = ',',
): AsyncGenerator<CsvBatch> {
  const scanner = new CsvScanner(delimiter.charCodeAt(0))
  for await (const chunk of chunks) {
    const batch = scanner.scan(chunk)
    yield batch
    if (batch.broken !== undefined) return
  }
  yield scanner.finish()
}

class CsvScanner {
  private readonly delimiter: number
  private buffer: Buffer = Buffer.alloc(0)
  /** Offset in the file of the first byte of `buffer`. */
  private base = 0
  private position = 0
  private place: Place = 'start'
  private line = 1
  private afterReturn = false
  private cellStart = 0
  private cellHasDoubledQuote = false
  private quoteLine = 0
  private recordLine = 1
  /** Offset in the file. */
  private recordStart = 0
  private cells: string[] = []
  private fault: CsvFault | undefined
  private rows: CsvRow[] = []

  constructor(delimiter: number) {
    this.delimiter = delimiter
  }

  scan(chunk: Uint8Array): CsvBatch {
    this.base += this.cellStart
    this.position -= this.cellStart
    this.buffer = Buffer.concat([this.buffer.subarray(this.cellStart), chunk])
    this.cellStart = 0
    if (this.base === 0 && this.position < 3 && !this.skipByteOrderMark()) return this.batch()
    return this.batch(this.run())
  }

  finish(): CsvBatch {
    const broken = this.run()
    if (broken !== undefined) return this.batch(broken)
    if (this.place === 'quoted') return this.batch(this.unclosed())
    if (this.place !== 'start' || this.cells.length > 0) {
      this.endCell(this.place === 'closing' ? this.position - 1 : this.position)
      this.endRecord()
    }
    return this.batch()
  }

  /** Whether scanning may go on: a mark can be told from text only when its three bytes are there. */
  private skipByteOrderMark(): boolean {
    const wanted = Math.min(3, this.buffer.length)
    for (let index = 0; index < wanted; index++) if (this.buffer[index] !== byteOrderMark[index]) return true
    if (wanted < 3) return false
    this.position = 3
    this.cellStart = 3
    this.recordStart = 3
    return true
  }

  private batch(broken?: CsvFault): CsvBatch {
    const rows = this.rows
    this.rows = []
    const bytes = this.base + this.position
    return broken === undefined ? { rows, bytes } : { rows, bytes, broken }
  }

  private run(): CsvFault | undefined {
    const { buffer, delimiter } = this
    const end = buffer.length
    for (; this.position < end; this.position++) {
      let byte = buffer[this.position] as number
      if (this.place === 'plain') {
        while (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn && byte !== quote) {
          if (++this.position === end) break
          byte = buffer[this.position] as number
        }
        if (this.position === end) break
      }
      if (this.base + this.position - this.recordStart > longestRecordBytes) return this.tooLong()
      const secondHalf = byte === lineFeed && this.afterReturn
      this.afterReturn = byte === carriageReturn
      if (this.place === 'quoted') {
        if (byte === quote) this.place = 'closing'
        else if (byte === carriageReturn || (byte === lineFeed && !secondHalf)) this.line++
      } else if (secondHalf && this.place === 'start' && this.cells.length === 0) {
        this.startRecord()
      } else if (byte === delimiter) {
        this.endCell(this.place === 'closing' ? this.position - 1 : this.position)
      } else if (byte === lineFeed || byte === carriageReturn) {
        this.endLine()
      } else if (byte === quote) {
        this.meetQuote()
      } else if (this.place === 'closing') {
        return this.textAfterQuote()
      } else {
        this.place = 'plain'
      }
    }
    if (this.base + this.position - this.recordStart > longestRecordBytes) return this.tooLong()
    return undefined
  }

  private meetQuote(): void {
    if (this.place === 'start') {
      this.place = 'quoted'
      this.quoteLine = this.line
      this.cellStart = this.position + 1
    } else if (this.place === 'closing') {
      this.place = 'quoted'
      this.cellHasDoubledQuote = true
    } else {
      this.fault ??= this.faultOf(
        'stray-quote',
        'a quote stands inside a cell that does not begin with one; put the whole cell in quotes and double the quotes inside it',
      )
    }
  }

  private endLine(): void {
    if (this.place !== 'start' || this.cells.length > 0) {
      this.endCell(this.place === 'closing' ? this.position - 1 : this.position)
      this.endRecord()
    }
    this.line++
    this.startRecord()
  }

  private startRecord(): void {
    this.cellStart = this.position + 1
    this.recordLine = this.line
    this.recordStart = this.base + this.cellStart
  }

  /** Takes the cell that ends before `end`, an index in the buffer. */
  private endCell(end: number): void {
    let text = this.buffer.toString('utf8', this.cellStart, end)
    if (text.includes('\ufffd') && !isUtf8(this.buffer.subarray(this.cellStart, end))) {
      const bytes = this.buffer.subarray(this.cellStart, end)
      const wrong = firstWrongByte(bytes, text)
      const hex = (bytes[wrong] ?? 0).toString(16).toUpperCase().padStart(2, '0')
      this.fault ??= this.faultOf(
        'not-utf8',
        `the byte 0x${hex} at offset ${this.base + this.cellStart + wrong} of the file is not UTF-8; save the file as UTF-8 ("CSV UTF-8" in a spreadsheet)`,
      )
    }
    if (this.cellHasDoubledQuote) text = text.replaceAll('""', '"')
    if (text.includes('\0'))
      this.fault ??= this.faultOf('nul-character', `cell ${this.cells.length + 1} holds the character NUL; remove it`)
    this.cells.push(text)
    this.cellStart = this.position + 1
    this.cellHasDoubledQuote = false
    this.place = 'start'
  }

  private endRecord(): void {
    const { recordLine: line, cells, fault } = this
    this.rows.push(fault === undefined ? { line, cells } : { line, fault })
    this.cells = []
    this.fault = undefined
  }

  private faultOf(code: IntakeCode, message: string): CsvFault {
    return { line: this.recordLine, code, message }
  }

  private unclosed(): CsvFault {
    return {
      line: this.quoteLine,
      code: 'broken-quote',
      message: `the quote that opens on line ${this.quoteLine} is never closed; close it, or double it if it is part of the text`,
    }
  }

  private textAfterQuote(): CsvFault {
    return {
      line: this.line,
      code: 'broken-quote',
      message: `text follows the closing quote of the cell that opens on line ${this.quoteLine}; a quote inside a quoted cell is written twice`,
    }
  }

  private tooLong(): CsvFault {
    if (this.place === 'quoted') {
      return {
        line: this.quoteLine,
        code: 'broken-quote',
        message: `the quote that opens on line ${this.quoteLine} is not closed within ${longestRecordBytes} bytes of its record; close it, or double it if it is part of the text`,
      }
    }
    return this.faultOf(
      'record-too-long',
      `the record is longer than ${longestRecordBytes} bytes; is this a CSV file with one record a line?`,
    )
  }
}

/** The index of the first byte of the first ill-formed sequence, given the bytes as a lenient decoder reads them. */
function firstWrongByte(bytes: Buffer, text: string): number {
  let offset = 0
  let from = 0
  for (;;) {
    const at = text.indexOf('\ufffd', from)
    if (at < 0) return 0
    offset += Buffer.byteLength(text.slice(from, at))
    const genuine = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd
    if (!genuine) return offset
    offset += 3
    from = at + 1
  }
}
