import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { sheetNames } from '../../src/files/workbook/sheet-names.ts'
import { xlsxChunks } from '../../src/files/workbook/xlsx-chunks.ts'
import { nastyTexts, sampleRow, sampleTable, streamedTable, whole } from './sample.ts'

// Debian's own Python, as python3-openpyxl installs for it alone.
const python = '/usr/bin/python3'
const hasOpenpyxl = spawnSync(python, ['-c', 'import openpyxl']).status === 0
const hasPandas = hasOpenpyxl && spawnSync(python, ['-c', 'import pandas']).status === 0
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
const hasOffice = spawnSync('soffice', ['--version']).status === 0

const folder = mkdtempSync(path.join(tmpdir(), 'reporting-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const size = 40
const notes = [['policy', '=HYPERLINK("http://example.org")']] as const
const bytes = await whole(
  xlsxChunks({ title: 'Report <1>', tables: [sampleTable(size)], notes, madeAt: '2026-01-31T09:00:00Z' }),
)
const file = path.join(folder, 'sample.xlsx')
writeFileSync(file, bytes)
const parts = unzipSync(bytes)
const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())

describe('the parts', () => {
  test('are those of a workbook, the head of every sheet frozen, without one formula', () => {
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml')
    expect(part('xl/workbook.xml')).toContain('name="Sample"')
    for (const place of [1, 2, 3]) {
      const sheet = part(`xl/worksheets/sheet${place}.xml`)
      expect(sheet).toContain('ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"')
      expect(sheet).not.toMatch(/<f[ >]/)
      expect(sheet).not.toMatch(/NaN|Infinity/u.test(nastyTexts.join()) ? /<v>(NaN|Infinity)/ : /NaN|Infinity/)
    }
  })

  test.skipIf(!hasXmllint)('are well-formed by xmllint (skipped where it is absent)', () => {
    for (const name of Object.keys(parts)) {
      const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input: part(name), encoding: 'utf8' })
      expect(status, `${name}: ${stderr}`).toBe(0)
    }
  })
})

test('more rows than a sheet takes go on in the next, with their head', async () => {
  const long = unzipSync(await whole(xlsxChunks({ title: 'T', tables: [streamedTable(25)], sheetRowsMax: 11 })))
  const rows = [1, 2, 3].map(
    (at) => strFromU8(long[`xl/worksheets/sheet${at}.xml`] ?? new Uint8Array()).split('<row ').length - 1,
  )
  expect(rows).toEqual([11, 11, 6])
  const names = [...strFromU8(long['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet name="([^"]*)"/g)].map(
    ([, name]) => name,
  )
  expect(names).toEqual(['Sample', 'Sample (2)', 'Sample (3)', 'Codebook'])
})

test('a text that no cell holds is refused, never cut', async () => {
  const columns = [{ name: 't', type: 'string', label: 'T' }] as const
  const table = (length: number) => ({ name: 't', title: 'T', columns, rows: [{ t: 'x'.repeat(length) }] })
  await expect(whole(xlsxChunks({ title: 'T', tables: [table(32_768)] }))).rejects.toThrow(/32767/)
  await expect(whole(xlsxChunks({ title: 'T', tables: [table(32_767)] }))).resolves.toBeInstanceOf(Uint8Array)
})

test('names of sheets are short, clean and each their own', () => {
  const nameOf = sheetNames()
  expect(['a/b:c', 'A/B*C', 'x'.repeat(40), 'x'.repeat(40), "''", 'History'].map(nameOf)).toEqual([
    'a b c',
    'A B C (2)',
    'x'.repeat(31),
    `${'x'.repeat(27)} (2)`,
    'sheet',
    'History (2)',
  ])
})

test.runIf(process.env.CI === 'true')('has a reader that is not ours where nothing may be skipped', () => {
  expect(hasOpenpyxl && hasPandas && hasXmllint, 'python3-openpyxl, python3-pandas and xmllint').toBe(true)
})

const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
out = {'names': book.sheetnames, 'title': book.properties.title, 'frozen': [sheet.freeze_panes for sheet in book], 'rows': {}}
for sheet in book:
    out['rows'][sheet.title] = [[[cell.data_type, cell.value.isoformat()[:10] if cell.is_date and cell.value else openpyxl.utils.escape.unescape(cell.value) if isinstance(cell.value, str) else cell.value, cell.number_format] for cell in row] for row in sheet.iter_rows()]
json.dump(out, sys.stdout)
`

describe.skipIf(!hasOpenpyxl)('read by openpyxl (skipped where Debian’s python3-openpyxl is absent)', () => {
  const { stdout, stderr } = spawnSync(python, ['-c', script, file], { encoding: 'utf8', maxBuffer: 1e8 })
  test('sheets, texts, numbers, days, truth values, hidden and missing values', () => {
    expect(stdout, stderr).not.toBe('')
    const read = JSON.parse(stdout)
    expect(read.names).toEqual(['Sample', 'Codebook', 'Notes'])
    expect(read.title).toBe('Report <1>')
    expect(read.frozen).toEqual(['A2', 'A2', 'A2'])
    const [head, ...rows] = read.rows.Sample as [string, unknown, string][][]
    expect(head?.map(([, value]) => value)).toEqual('id,text,day,share,share_status,n,n_status,done,grade'.split(','))
    expect(rows).toHaveLength(size)
    for (const [id, cells] of rows.entries()) {
      const { text, day, share, n, done, grade } = sampleRow(id)
      const hidden = (value: typeof share) => (typeof value === 'object' && value !== null ? '..' : value)
      expect(cells.map(([, value]) => value).filter((_, at) => at !== 4 && at !== 6)).toEqual([
        id,
        text,
        day,
        hidden(share),
        hidden(n),
        done,
        grade,
      ])
      expect(cells[0]?.[0]).toBe('n')
      expect(cells[1]?.[0]).not.toBe('f')
      if (day !== null) expect(cells[2]?.[2]).toBe('yyyy\\-mm\\-dd')
    }
    expect(read.rows.Notes[1].map(([, value]: [string, unknown]) => value)).toEqual(notes[0])
    expect(read.rows.Codebook).toHaveLength(10)
  })
})

test.skipIf(!hasPandas)('read by pandas: numbers are numbers, days are days (skipped where it is absent)', () => {
  const ask = `import pandas, sys
t = pandas.read_excel(sys.argv[1], na_values=['..'], keep_default_na=True)
print(t['id'].dtype, t['day'].dtype, t['share'].dtype, int(t['n'].sum()), t['done'].dtype)`
  const { stdout, stderr } = spawnSync(python, ['-c', ask, file], { encoding: 'utf8' })
  const n = Array.from({ length: size }, (_, id) => sampleRow(id).n).reduce<number>(
    (sum, value) => sum + (typeof value === 'number' ? value : 0),
    0,
  )
  expect(stdout.trim(), stderr).toBe(`int64 datetime64[ns] float64 ${n} bool`)
})

// No place needs an office to be installed: there is such a test where it is.
if (hasOffice)
  test('opened by LibreOffice', () => {
    const { status, stderr } = spawnSync('soffice', ['--headless', '--convert-to', 'csv', '--outdir', folder, file], {
      encoding: 'utf8',
      timeout: 50_000,
    })
    expect(status, stderr).toBe(0)
  })
