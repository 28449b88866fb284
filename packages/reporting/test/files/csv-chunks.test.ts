import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvChunks } from '../../src/files/csv-chunks.ts'
import { figureTable } from '../../src/files/figure-table.ts'
import { packageChunks } from '../../src/files/package-chunks.ts'
import { parquetChunks } from '../../src/files/parquet-chunks.ts'
import { tableCodebook } from '../../src/files/table-codebook.ts'
import { xlsxChunks } from '../../src/files/workbook/xlsx-chunks.ts'
import { disclose, figuresCsv, hesa, measure } from '../../src/index.ts'
import { doneBy, peopleBy, peopleTable, rateBy, valued } from '../fixtures.ts'
import { sampleRow, sampleTable, streamedTable, text, whole } from './sample.ts'
import { takeAway } from './take-away.ts'

const order = fc.uniqueArray(fc.integer({ min: 0, max: 49 }), { minLength: 50, maxLength: 50 })

describe('the bytes of unchanged data', () => {
  test('are the same on a second run, whatever order the rows come in', async () => {
    const [csv, parquet, xlsx] = [
      await text(csvChunks(sampleTable(50))),
      await whole(parquetChunks(sampleTable(50))),
      await whole(xlsxChunks({ title: 'S', tables: [sampleTable(50)] })),
    ]
    const zip = await whole(packageChunks(takeAway([sampleTable(50)])))
    await fc.assert(
      fc.asyncProperty(order, async (ids) => {
        const table = sampleTable(50, ids)
        expect(await text(csvChunks(table))).toBe(csv)
        expect(await whole(parquetChunks(table))).toEqual(parquet)
        expect(await whole(xlsxChunks({ title: 'S', tables: [table] }))).toEqual(xlsx)
        expect(await whole(packageChunks(takeAway([table])))).toEqual(zip)
      }),
      { numRuns: 5 },
    )
    expect(await text(csvChunks(streamedTable(50)))).toBe(csv)
  })

  test('are the same when the rows behind figures are shuffled', async () => {
    const table = peopleTable([30, 4, 60], [10, 2, 30])
    const files = async (rows: (typeof table)['rows']) => {
      const sets = [peopleBy, doneBy, rateBy].map((indicator) => valued(measure(indicator, { ...table, rows })))
      return text(csvChunks(figureTable(disclose(sets, hesa))))
    }
    const first = await files(table.rows)
    expect(first).toContain('percentage-of-few')
    expect(await files(table.rows.toReversed())).toBe(first)
    expect(await files([...table.rows.slice(41), ...table.rows.slice(0, 41)])).toBe(first)
  })
})

test('a table of figures says as CSV what figuresCsv says', async () => {
  const table = peopleTable([30, 4, 60], [10, 2, 30])
  const figures = disclose([valued(measure(peopleBy, table))], hesa)
  expect(await text(csvChunks(figureTable(figures)))).toBe(figuresCsv(figures).csv)
})

test('what is hidden, missing and nought stay three things', async () => {
  const [head, ...lines] = (await text(csvChunks(sampleTable(3)))).trim().split('\r\n')
  expect(head).toBe('id,text,day,share,share_status,n,n_status,done,grade')
  expect(lines.map((line) => line.split(',').slice(3, 7))).toEqual([
    ['..', 'percentage-of-few', '0', 'shown'],
    ['0.125', 'shown', '..', 'derivable'],
    ['', 'missing', '2', 'shown'],
  ])
  expect(tableCodebook(sampleTable(0))).toContain(
    'share,A share,number,,,"..=not shown, see share_status | (empty)=not known"',
  )
})

describe('refused', () => {
  const columns = [
    { name: 'x', type: 'number', label: 'X' },
    { name: 'who', type: 'string', label: 'Who', values: [{ value: 'a', label: 'A' }] },
  ] as const
  const of = (row: object, extra: object = {}) => ({ name: 't', title: 'T', columns, rows: [row as never], ...extra })
  const every = [
    (table: ReturnType<typeof of>) => text(csvChunks(table)),
    (table: ReturnType<typeof of>) => whole(parquetChunks(table)),
    (table: ReturnType<typeof of>) => whole(xlsxChunks({ title: 'T', tables: [table] })),
    (table: ReturnType<typeof of>) => whole(packageChunks(takeAway([table]))),
  ]
  test.each([
    ['a NaN', { x: Number.NaN }],
    ['infinity', { x: Number.POSITIVE_INFINITY }],
    ['a text for a number', { x: '1' }],
    ['a value that is not listed', { who: 'b' }],
    ['a column that is not there', { y: 1 }],
    ['a hidden value without a status', { x: { suppressed: 'derivable' } }],
  ])('%s, in every format', async (_name, row) => {
    for (const write of every) await expect(write(of(row))).rejects.toThrow(TypeError)
  })
  test.each([
    ['a name that no file bears', { name: '../t' }],
    ['a column named twice', { columns: [...columns, columns[0]] }],
    ['a key of no column', { primaryKey: ['z'] }],
    ['no column', { columns: [] }],
  ])('%s', async (_name, extra) => {
    for (const write of every) await expect(write(of({}, extra) as never)).rejects.toThrow(RangeError)
  })
  test('an empty key', async () => {
    await expect(text(csvChunks({ ...sampleTable(0), rows: [{ ...sampleRow(1), id: null }] }))).rejects.toThrow(/empty/)
  })
})
