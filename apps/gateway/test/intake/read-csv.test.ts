import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CsvRow, type Delimiter, longestRecordBytes, readCsv } from '../../src/intake/read-csv.ts'

async function readAll(chunks: Iterable<Uint8Array>, delimiter: Delimiter = ',') {
  const rows: CsvRow[] = []
  let broken: { line: number; code: string; message: string } | undefined
  let bytes = 0
  for await (const batch of readCsv(chunks, delimiter)) {
    rows.push(...batch.rows)
    bytes = batch.bytes
    broken = batch.broken
  }
  return { rows, broken, bytes }
}

const read = (text: string, delimiter?: Delimiter) => readAll([Buffer.from(text)], delimiter)
const cellsOf = (rows: readonly CsvRow[]) => rows.map((row) => ('cells' in row ? row.cells : row.fault.code))

/** Each cell quoted where it must be, and sometimes where it need not. */
function writeCsv(table: readonly (readonly string[])[], lineEnd: string, quoteAll: boolean): string {
  const cell = (text: string) => (quoteAll || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return table.map((row) => row.map(cell).join(',') + lineEnd).join('')
}

function cut(bytes: Buffer, at: readonly number[]): Buffer[] {
  const places = [...new Set(at.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b)
  return [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length))
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', '🌱', '"', ',', '\n', '\r', ' ', '\ufffd', '\ufeff') }),
  fc.string({ unit: 'grapheme' }),
)
const cellText = text.map((cell) => cell.replaceAll('\0', ''))
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cellText, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  )

test('any table that is written as CSV is read back, wherever the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.array(fc.nat()),
      async (rows, lineEnd, quoteAll, at) => {
        const bytes = Buffer.from(`\ufeff${writeCsv(rows, lineEnd, quoteAll)}`)
        const got = await readAll(cut(bytes, at))
        expect(cellsOf(got.rows)).toEqual(rows)
        expect(got.bytes).toBe(bytes.length)
        expect(got.broken).toBeUndefined()
      },
    ),
    { numRuns: 300 },
  )
})

test('any text gives the same rows, faults and lines, wherever it is cut', async () => {
  const noise = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r'), maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(noise, fc.array(fc.nat(), { minLength: 1 }), async (noisy, at) => {
      const bytes = Buffer.from(noisy)
      expect(await readAll(cut(bytes, at))).toEqual(await readAll([bytes]))
    }),
    { numRuns: 500 },
  )
})

test('another reader finds the same cells in what both can read', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (rows, lineEnd, quoteAll) => {
      const bytes = Buffer.from(`\ufeff${writeCsv(rows, lineEnd, quoteAll)}`)
      expect(cellsOf((await readAll([bytes])).rows)).toEqual(parse(bytes, { bom: true, record_delimiter: lineEnd }))
    }),
  )
})

test('a row says on which line it begins, whatever ends the lines and however often within quotes', async () => {
  const { rows } = await read('a,b\r\n"x\r\ny\nz\rw",1\r\n\r\n2,3\n4,5\r6,7')
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 7, 8, 9])
  expect(cellsOf(rows)[1]).toEqual(['x\r\ny\nz\rw', '1'])
})

test('lines without a character are passed over, lines of empty cells are not', async () => {
  expect(cellsOf((await read('\n\na,b\n\n,\n""\n')).rows)).toEqual([['a', 'b'], ['', ''], ['']])
})

test('a file without a byte, or with only a mark, has no row', async () => {
  expect((await readAll([])).rows).toEqual([])
  expect((await read('\ufeff')).rows).toEqual([])
  expect((await read('\n\r\n')).rows).toEqual([])
})

test('other delimiters leave commas alone', async () => {
  expect(cellsOf((await read('a;b\n1,5;2\n', ';')).rows)).toEqual([
    ['a', 'b'],
    ['1,5', '2'],
  ])
  expect(cellsOf((await read('a\tb\n1,5\t"2\t3"\n', '\t')).rows)).toEqual([
    ['a', 'b'],
    ['1,5', '2\t3'],
  ])
})

test('an unclosed quote ends the file with the line on which it opens', async () => {
  const { rows, broken } = await read('a,b\n1,2\n"x\ny",3\n4,"five\n6,7\n8,9\n')
  expect(cellsOf(rows)).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['x\ny', '3'],
  ])
  expect(broken).toMatchObject({ code: 'broken-quote', line: 5 })
  expect(broken?.message).toBe(
    'the quote that opens on line 5 is never closed; close it, or double it if it is part of the text',
  )
})

test('text after a closing quote ends the file', async () => {
  expect((await read('a,b\n1,"two" x\n')).broken).toMatchObject({ code: 'broken-quote', line: 2 })
  expect((await read('a,b\n1,"two\nthree" x\n')).broken).toMatchObject({
    line: 3,
    message: expect.stringContaining('opens on line 2'),
  })
})

test('a quote inside a cell without quotes spoils its row only', async () => {
  const { rows, broken } = await read('a,b\n1,say "hi"\n3,4\n')
  expect(cellsOf(rows)).toEqual([['a', 'b'], 'stray-quote', ['3', '4']])
  expect(broken).toBeUndefined()
})

test('bytes that are not UTF-8 spoil their row only, and are named by their offset', async () => {
  const bytes = Buffer.concat([
    Buffer.from('a,b\n\ufffd,é'),
    Buffer.from([0xe9]),
    Buffer.from('x\n1,2\n3,\u00e9'),
    Buffer.from([0xe2, 0x82]),
    Buffer.from('\n'),
  ])
  const { rows } = await readAll([bytes])
  expect(cellsOf(rows)).toEqual([['a', 'b'], 'not-utf8', ['1', '2'], 'not-utf8'])
  expect(rows[1]).toMatchObject({
    line: 2,
    fault: { message: expect.stringContaining('the byte 0xE9 at offset 10 of the file') },
  })
  expect(rows[3]).toMatchObject({
    line: 4,
    fault: { message: expect.stringContaining(`the byte 0xE2 at offset ${bytes.indexOf(0xe2, 12)} of`) },
  })
})

test('a replacement character that the file itself holds is no fault', async () => {
  expect(cellsOf((await read('a\n\ufffd\n')).rows)).toEqual([['a'], ['\ufffd']])
})

test('NUL spoils its row', async () => {
  expect(cellsOf((await read('a\nx\0y\nz\n')).rows)).toEqual([['a'], 'nul-character', ['z']])
})

test('an open quote in a large file stops after a megabyte', async () => {
  let given = 0
  function* chunks() {
    yield Buffer.from('a,b\n1,"two\n')
    for (; given < 100; given++) yield Buffer.alloc(65_536, 'x\n')
  }
  const { broken } = await readAll(chunks())
  expect(broken).toMatchObject({ code: 'broken-quote', line: 2 })
  expect(given * 65_536).toBeLessThan(longestRecordBytes + 3 * 65_536)
})

test('a record as long as the bound is read, a longer one ends the file', async () => {
  expect((await read(`${'x'.repeat(longestRecordBytes)}\n`)).broken).toBeUndefined()
  expect((await read(`${'x'.repeat(longestRecordBytes + 1)}\n`)).broken).toMatchObject({
    code: 'record-too-long',
    line: 1,
  })
})
