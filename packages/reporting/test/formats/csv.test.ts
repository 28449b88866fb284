import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codebook, csv, type DisclosedFigure, defineTable, figuresCsv, tableCsv, unguarded } from '../../src/index.ts'
import { valued } from '../fixtures.ts'

/** RFC 4180 read by its grammar, character by character; sharing nothing with the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = []
  let at = 0
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      let field = ''
      if (text[at] === '"') {
        at += 1
        while (text[at] !== '"' || text[at + 1] === '"') {
          if (at >= text.length) throw new Error('a quote is never closed')
          field += text[at]
          at += text[at] === '"' ? 2 : 1
        }
        at += 1
      } else while (at < text.length && text[at] !== ',' && text[at] !== '\r') field += text[at++]
      row.push(field)
      if (text[at] === ',') at += 1
      else break
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`a row ends in ${JSON.stringify(text.slice(at, at + 2))}`)
    at += 2
    rows.push(row)
  }
  return rows
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', "'", ' ', '\t', 'é', '＝', 'a') }),
)

test('what is written is read again, by another reader', () => {
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(nasty, { minLength: width, maxLength: width }), { minLength: 1 }))
  fc.assert(
    fc.property(table, (rows) => {
      expect(parse(csv(rows)).map((row) => row.map(unguarded))).toEqual(rows)
    }),
    { numRuns: 500 },
  )
})

test('no text is left that a spreadsheet would run', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const [[field = ''] = []] = parse(csv([[text]]))
      expect(/^[=+\-@\t\r\n＝＋－＠]/.test(field.trimStart())).toBe(false)
    }),
  )
  expect(csv([['=1+1', ' @x', '-5', -5]])).toBe("'=1+1,' @x,'-5,-5\r\n")
})

test('a table with its codebook', () => {
  const columns = [
    {
      name: 'ok',
      type: 'boolean',
      label: 'Fine, "really"',
      values: [
        { value: true, label: 'yes' },
        { value: false, label: 'no' },
      ],
    },
    { name: 'n', type: 'number', label: 'N', description: 'How many' },
  ] as const
  const written = tableCsv(valued(defineTable(columns, [{ ok: true, n: -0.5 }, { n: 2 }])))
  expect(written.csv).toBe('ok,n\r\ntrue,-0.5\r\n,2\r\n')
  expect(parse(written.codebook)).toEqual([
    ['column', 'label', 'type', 'description', 'values', 'missing'],
    ['ok', 'Fine, "really"', 'boolean', '', 'true=yes | false=no', '(empty)=not known'],
    ['n', 'N', 'number', 'How many', '', '(empty)=not known'],
  ])
})

const said = { label: 'L', unit: 'people', definition: 'D.' } as const
const figures: readonly DisclosedFigure[] = [
  { ...said, id: 'a', by: { id: '=1' }, n: 5, value: 5 },
  { ...said, id: 'b', by: { area: 'x' }, n: { suppressed: 'derivable' }, suppressed: 'few-responses' },
  { ...said, id: 'c', by: {}, n: 8, value: 37.5, uncertainty: { kind: 'interval', low: 13.68, high: 69.43 } },
  { ...said, id: 'd', by: {}, n: 8, value: 0, uncertainty: { kind: 'sd', sd: 1 } },
]

test('figures with their status; what is not shown is neither empty nor zero', () => {
  expect(parse(figuresCsv(figures).csv)).toEqual([
    ['id', 'label', 'by_id', 'by_area', 'value', 'status', 'n', 'n_status', 'unit', 'low', 'high', 'sd', 'definition'],
    ['a', 'L', "'=1", '', '5', 'shown', '5', 'shown', 'people', '', '', '', 'D.'],
    ['b', 'L', '', 'x', '..', 'few-responses', '..', 'derivable', 'people', '', '', '', 'D.'],
    ['c', 'L', '', '', '37.5', 'shown', '8', 'shown', 'people', '13.68', '69.43', '', 'D.'],
    ['d', 'L', '', '', '0', 'shown', '8', 'shown', 'people', '', '', '1', 'D.'],
  ])
})

test('the codebook has an entry for every column, and the code for what is not shown', () => {
  const { csv: data, codebook: book } = figuresCsv(figures)
  expect(
    parse(book)
      .slice(1)
      .map(([name]) => name),
  ).toEqual(parse(data)[0])
  expect(parse(book).find(([name]) => name === 'value')?.[5]).toBe('..=not shown, see status')
  expect(codebook([])).toBe('column,label,type,description,values,missing\r\n')
})
