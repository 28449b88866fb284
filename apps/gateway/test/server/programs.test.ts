import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { describe, expect, inject, test, vi } from 'vitest'
import { freshOwnerUrl } from '../harness/gateway.ts'
import { expectFounding } from '../process/founding.ts'
import { identityProvider } from '../process/identity-provider.ts'
import { commons, patience, start, startGateway, until } from '../process/program.ts'
import { writePeople } from '../process/synthetic.ts'

vi.setConfig({ testTimeout: 4 * patience })

async function withSql<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

test('an institution is founded with its first administrator, who lets others in', async () => {
  const idp = await identityProvider()
  const env = { DATABASE_URL: await freshOwnerUrl(), ...idp.env }
  await expectFounding(idp, { args: [], env }, () => startGateway(['--port', '0'], { env }))
})

test('an owner who is no superuser, but may create roles, migrates, imports, lists, reports and serves', async () => {
  const idp = await identityProvider()
  const name = `plain_${randomUUID().replaceAll('-', '')}`
  await withSql(inject('ownerUrl'), async (sql) => {
    await sql.unsafe(`create role ${name} login createrole nosuperuser password 'plain'`)
    await sql.unsafe(`create database ${name} owner ${name}`)
  })
  const url = new URL(inject('ownerUrl'))
  url.username = name
  url.password = 'plain'
  url.pathname = `/${name}`
  // Roles belong to the server and those of this run's other databases have another owner, so a plain owner uses its own address of app_user.
  const env = { DATABASE_URL: url.toString(), ...idp.env }
  expect(await commons(['migrate'], { env })).toMatchObject({ code: 0, stderr: 'the database is up to date\n' })
  const folder = writePeople(30)
  const imported = await commons(['import', folder.dir, '--map', folder.map], { env })
  expect(imported).toMatchObject({ code: 0, stdout: '' })
  const again = await commons(['import', folder.dir, '--map', folder.map], { env })
  expect(again.stderr).toMatch(/Nothing changed: all of it was there already\.\n$/)
  const report = await commons(['report', 'made-up-programme', '--as', 'analyst', '--format', 'json'], { env })
  expect(JSON.parse(report.stdout).programme).toBe('made-up-programme')
  const token = await commons(['token', '--role', 'coordinator'], { env })
  expect(token).toMatchObject({ code: 1, stdout: '' })
  await expectFounding(idp, { args: [], env }, () => startGateway(['--port', '0'], { env }))
})

test('two gateways that start at the same moment on an empty database both come up', async () => {
  const env = { DATABASE_URL: await freshOwnerUrl() }
  const both = [0, 1].map(() => start('main', ['--port', '0'], { env }))
  for (const one of both) await until('it is ready', one, () => /is ready/.exec(one.stdout()) ?? undefined)
  for (const one of both) one.kill('SIGTERM')
  for (const one of both) expect(await one.ended).toMatchObject({ code: 0, stderr: '' })
})

describe('a database that cannot be used is one line', () => {
  const wrong: readonly [string, (url: URL) => void, RegExp][] = [
    [
      'a wrong password',
      (url) => {
        url.password = 'guessed'
      },
      /password authentication failed/,
    ],
    [
      'a database that is not there',
      (url) => {
        url.pathname = '/nowhere'
      },
      /"nowhere" does not exist/,
    ],
  ]
  test.each(wrong)('%s', async (_, change, line) => {
    const url = new URL(inject('ownerUrl'))
    change(url)
    for (const [program, args] of [
      ['main', ['--port', '0']],
      ['commons', ['migrate']],
    ] as const) {
      const ended = await start(program, args, { env: { DATABASE_URL: url.toString() } }).ended
      expect(ended).toMatchObject({ code: 1, stdout: '' })
      expect(ended.stderr).toMatch(/^mentoring-commons: the database at [^\n]+ check DATABASE_URL[^\n]+\n$/)
      expect(ended.stderr).toMatch(line)
      expect(ended.stderr).not.toContain('guessed')
    }
  })
})
