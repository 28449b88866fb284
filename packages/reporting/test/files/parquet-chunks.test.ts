import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterAll, describe, expect, test } from 'vitest'
import { parquetChunks } from '../../src/files/parquet-chunks.ts'
import { sampleRow, sampleTable, streamedTable, whole } from './sample.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'reporting-parquet-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const size = 20_050
const bytes = await whole(parquetChunks(streamedTable(size)))

/** What a reader should find in row `id`. */
function expected(id: number) {
  const { share, n, ...plain } = sampleRow(id)
  const told = (name: string, value: typeof share) =>
    typeof value === 'object' && value !== null
      ? { [name]: null, [`${name}_status`]: value.suppressed }
      : { [name]: value, [`${name}_status`]: value === null ? 'missing' : 'shown' }
  return { ...plain, ...told('share', share), ...told('n', n) }
}

describe('read by hyparquet', () => {
  test('every cell is what it was, in row groups of bounded size', async () => {
    const rows = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer })
    expect(rows).toHaveLength(size)
    for (const [id, row] of rows.entries()) {
      const { id: number, n, day, ...plain } = row
      const { id: wanted, n: count, day: on, ...others } = expected(id)
      expect(plain).toEqual(others)
      expect(Number(number)).toBe(wanted)
      expect(n === null ? null : Number(n)).toBe(count)
      expect(day === null ? null : (day as Date).toISOString().slice(0, 10)).toBe(on)
    }
    const { row_groups: groups, key_value_metadata: said } = parquetMetadata(bytes.buffer as ArrayBuffer)
    expect(groups.map((group) => Number(group.num_rows))).toEqual([20_000, 50])
    const codebook = JSON.parse(said?.find(({ key }) => key === 'codebook')?.value ?? '')
    expect(codebook.columns.map(({ label }: { label: string }) => label)).toContain('How many')
  })

  test('a table without rows is a file with its columns', async () => {
    const empty = await whole(parquetChunks(sampleTable(0)))
    const { schema, num_rows: rows } = parquetMetadata(empty.buffer as ArrayBuffer)
    expect(Number(rows)).toBe(0)
    expect(schema).toHaveLength(10)
  })
})

test('read by DuckDB: types, sums, and what is hidden', async () => {
  const file = path.join(folder, 'sample.parquet')
  writeFileSync(file, bytes)
  const duck = await (await DuckDBInstance.create(':memory:')).connect()
  const ask = async (sql: string) => (await duck.runAndReadAll(sql)).getRowObjectsJson()
  const types = await ask(`select column_name, column_type from (describe select * from '${file}')`)
  expect(types.map(({ column_type: type }) => type)).toEqual([
    'BIGINT',
    'VARCHAR',
    'DATE',
    'DOUBLE',
    'VARCHAR',
    'BIGINT',
    'VARCHAR',
    'BOOLEAN',
    'VARCHAR',
  ])
  const ids = Array.from({ length: size }, (_, id) => expected(id))
  const [sums] = await ask(
    `select count(*) as rows, count(*) filter (where share is null and share_status = 'percentage-of-few') as hidden,
      count(*) filter (where share is null and share_status = 'missing') as missing,
      count(*) filter (where (share is null) = (share_status = 'shown')) as wrong, sum(n) as n, sum(share) as share,
      min(day) as first, max(day) as last, count(distinct text) as texts from '${file}'`,
  )
  const sum = (key: 'n' | 'share') => ids.reduce((total, row) => total + Number(row[key] ?? 0), 0)
  expect(sums).toEqual({
    rows: String(size),
    hidden: String(ids.filter((row) => row.share_status === 'percentage-of-few').length),
    missing: String(ids.filter((row) => row.share_status === 'missing').length),
    wrong: '0',
    n: String(sum('n')),
    share: sum('share'),
    first: '2000-01-01',
    last: expected(size - 2).day,
    texts: '14',
  })
  duck.closeSync()
})
