import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { figureTable, parquetChunks } from '@mentoring-commons/reporting/files'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPostgres } from '../../src/db/postgres.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { relations } from '../../src/relations.ts'
import { seedFacts } from '../harness/facts.ts'
import { freshOwnerUrl, migrations } from '../harness/gateway.ts'

const page = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/analytics.md'), 'utf8')
const python = '/usr/bin/python3'
const hasR = spawnSync('Rscript', ['-e', 'library(RPostgreSQL)']).status === 0
const hasPython = spawnSync(python, ['-c', 'import pandas, psycopg2']).status === 0

const institution = institutionIdOf('north')
const folder = mkdtempSync(path.join(tmpdir(), 'analytics-page-'))
const logins = ['analyst', 'data_steward'].map((role) => `${role}_${institution}`)
let owner: postgres.Sql
let ownerUrl: string

beforeAll(async () => {
  ownerUrl = await freshOwnerUrl()
  const database = await openPostgres({ ownerUrl }, relations)
  await database.migrate(migrations)
  await database.close()
  owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await seedFacts(owner, institution, 'north')
  for (const name of logins)
    await owner.unsafe(
      `create role "${name}" login in role ${name.startsWith('analyst') ? 'analyst' : 'data_steward'} password 'tool'`,
    )
})
afterAll(async () => {
  for (const name of logins) await owner.unsafe(`drop role "${name}"`)
  await owner.end()
  rmSync(folder, { recursive: true, force: true })
})

/** The one block of code under a heading of the page. */
function block(heading: string, language: string): string {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? ''
  const blocks = [...section.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, code]) => code ?? '')
  expect(blocks, `${heading} has one block of ${language}`).toHaveLength(1)
  return blocks[0] ?? ''
}

function environment(role: 'analyst' | 'data_steward'): NodeJS.ProcessEnv {
  const { hostname, port, pathname } = new URL(ownerUrl)
  return {
    PATH: process.env.PATH,
    PGHOST: hostname,
    PGPORT: port,
    PGDATABASE: pathname.slice(1),
    PGUSER: `${role}_${institution}`,
    PGPASSWORD: 'tool',
  }
}

function run(program: string, args: readonly string[], role: 'analyst' | 'data_steward'): string {
  const { stdout, stderr, status } = spawnSync(program, args, {
    env: environment(role),
    encoding: 'utf8',
    timeout: 50_000,
  })
  expect(status, stderr).toBe(0)
  return stdout
}

test.runIf(process.env.CI === 'true')('has R and Python where nothing may be skipped', () => {
  expect([hasR, hasPython], 'r-cran-rpostgresql, python3-psycopg2, python3-pandas').toEqual([true, true])
})

describe('the page on connecting tools', () => {
  test('its SQL runs for either login', async () => {
    for (const role of ['analyst', 'data_steward'] as const) {
      const { PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD } = environment(role)
      const tool = postgres(`postgres://${PGUSER}:${PGPASSWORD}@${PGHOST}:${PGPORT}/${PGDATABASE}`, { max: 1 })
      const [about, columns] = (await tool.unsafe(block('What is in it', 'sql'))) as unknown as postgres.RowList<
        postgres.Row[]
      >[]
      expect(about?.[0]?.version).toMatch(/^\d+\.\d+\.\d+$/)
      expect(columns?.length).toBeGreaterThan(role === 'analyst' ? 30 : 100)
      await tool.end()
    }
  })

  test('every view of the schema is named in it, and no other', async () => {
    const rows = await owner<
      { name: string }[]
    >`select relname as name from pg_class where relnamespace = 'analytics'::regnamespace`
    const named = [
      ...page.matchAll(/`(?:analytics\.)?((?:fact|dim)_[a-z_]+|disclosed_figure(?:_latest)?|about|dictionary)\b/g),
    ].map(([, name]) => name)
    expect([...new Set(named)].sort()).toEqual(rows.map(({ name }) => name).sort())
  })

  test.skipIf(!hasR)('its R runs, as an analyst (skipped where RPostgreSQL is absent)', () => {
    const file = path.join(folder, 'page.R')
    writeFileSync(file, block('R\n', 'r'))
    const told = run('Rscript', ['--vanilla', file], 'analyst')
    expect(told).toMatch(/people\.mentee\s+5\s+shown/)
    expect(told).toMatch(/people\.mentor\s+NA\s+derivable/)
    expect(told).toContain('shown: 1 of 2')
  })

  test.skipIf(!hasPython)('its Python runs, as a data steward (skipped where psycopg2 or pandas is absent)', () => {
    const told = run(python, ['-c', block('Python', 'python')], 'data_steward')
    expect(told).toMatch(/2025\/26\s+First\s+1\s+45/)
    expect(told).toMatch(/end\s+q\s+1\s+Yes\s+1/)
  })

  test('its SQL for DuckDB runs over an exported file', async () => {
    const figure = { id: 'people.mentee', label: 'Mentees', unit: 'people', definition: 'Different people.' }
    const table = figureTable([
      { ...figure, by: { cohort: '1' }, value: 5, n: 5 },
      { ...figure, by: { cohort: '2' }, suppressed: 'derivable', n: { suppressed: 'derivable' } },
    ])
    const chunks: Uint8Array[] = []
    for await (const chunk of parquetChunks(table)) chunks.push(chunk)
    writeFileSync(path.join(folder, 'figures.parquet'), Buffer.concat(chunks))
    const instance = await DuckDBInstance.create(':memory:')
    const duck = await instance.connect()
    await duck.run(`set file_search_path = '${folder}'`)
    const answers = []
    for (const statement of block('DuckDB', 'sql')
      .split(';')
      .filter((text) => text.trim() !== ''))
      answers.push((await duck.runAndReadAll(statement)).getRowObjectsJson())
    expect(answers[1]).toEqual([{ id: 'people.mentee', cohort: '1', value: 5, status: 'shown' }])
    expect(answers[2]).toEqual([
      { status: 'derivable', figures: '1' },
      { status: 'shown', figures: '1' },
    ])
    duck.closeSync()
    instance.closeSync()
  })
})
