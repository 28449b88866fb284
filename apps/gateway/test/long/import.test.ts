import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { openPglite } from '../../src/db/pglite.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import type { ImportReport } from '../../src/intake/report.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { relations } from '../../src/relations.ts'
import { startPostgres } from '../harness/server.ts'

const megabyte = 1_000_000
const migrations = join(import.meta.dirname, '../../migrations')
const scratch = mkdtempSync(join(tmpdir(), 'import-'))
let server: Awaited<ReturnType<typeof startPostgres>>
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server.stop()
  rmSync(scratch, { recursive: true })
})

/** A folder with a `people.csv` of at least so many bytes; how many people it holds. */
function writePeople(name: string, bytes: number, wide: boolean): { dir: string; people: number } {
  const dir = mkdtempSync(join(scratch, name))
  const file = openSync(join(dir, 'people.csv'), 'w')
  const country = wide ? `"${'Long, "" name '.repeat(12)}"` : '"Bosnia, and Herzegovina"'
  let people = 0
  for (let written = writeSync(file, 'id,country,continent\n'); written < bytes; ) {
    let text = ''
    for (let row = 0; row < 2000; row++) text += `P${people++},${country},Éurope\n`
    written += writeSync(file, text)
  }
  closeSync(file)
  return { dir, people }
}

interface Ending {
  readonly idle: number
  readonly peak: number
  readonly report: ImportReport
}

function start(dir: string, target: string, onRows: (rows: number, child: ChildProcess) => void = () => {}) {
  const child = spawn(
    process.execPath,
    ['--conditions=@mentoring-commons/source', join(import.meta.dirname, 'import-child.ts'), dir, target, migrations],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return new Promise<Ending | undefined>((resolve, reject) => {
    let ending: Ending | undefined
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line)
      if ('rows' in said) onRows(said.rows, child)
      else ending = said
    })
    child.on('error', reject).on('close', () => resolve(ending))
  })
}

test('a file of 200 MB is read in less than 150 MB above idle', async () => {
  const { dir, people } = writePeople('narrow-', 200 * megabyte, false)
  const ending = await start(dir, 'nowhere')
  expect(ending?.report.files).toMatchObject([{ outcome: 'imported', rows: people, inserted: people }])
  expect(((ending?.peak ?? 0) - (ending?.idle ?? 0)) / megabyte).toBeLessThan(150)
})

test('a file of 200 MB is imported into PostgreSQL in less than 300 MB in all', async () => {
  const { dir, people } = writePeople('wide-', 200 * megabyte, true)
  const ending = await start(dir, server.url)
  expect(ending?.report.files).toMatchObject([{ outcome: 'imported', rows: people, inserted: people }])
  expect((ending?.peak ?? 0) / megabyte).toBeLessThan(300)
})

describe('an import that is killed in the middle of a file leaves nothing of it', () => {
  const killed = async (target: string) => {
    const { dir, people } = writePeople('killed-', 4 * megabyte, false)
    const ending = await start(dir, target, (rows, child) => {
      if (rows > people / 3) child.kill('SIGKILL')
    })
    expect(ending).toBeUndefined()
  }
  const count = async (database: Awaited<ReturnType<typeof openPglite<typeof relations>>>) => {
    const rows = await database.within(institutionIdOf('u'), 'read', (tx) =>
      rowsOf<{ people: number; programmes: number }>(
        tx,
        sql`select (select count(*) from commons.person)::integer as people, (select count(*) from commons.programme)::integer as programmes`,
      ),
    )
    await database.close()
    return rows[0]
  }

  test('on the embedded database', async () => {
    const directory = join(scratch, 'data')
    await killed(directory)
    expect(await count(await openPglite(directory, relations))).toEqual({ people: 0, programmes: 0 })
  })

  test('on PostgreSQL', async () => {
    const url = new URL(server.url)
    url.pathname = '/killed'
    const owner = postgres(server.url, { max: 1 })
    await owner.unsafe('create database killed')
    await owner.end()
    await killed(url.toString())
    expect(await count(await openPostgres({ ownerUrl: url.toString() }, relations))).toEqual({
      people: 0,
      programmes: 0,
    })
  })
})
