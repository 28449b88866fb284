import postgres from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startPostgres } from '../harness/server.ts'
import { expectFounding } from '../process/founding.ts'
import { type IdentityProvider, identityProvider } from '../process/identity-provider.ts'
import { commons, patience, startGateway } from '../process/program.ts'
import { writePeople } from '../process/synthetic.ts'

vi.setConfig({ testTimeout: 4 * patience, hookTimeout: 2 * patience })

/** A server of this file alone, since roles belong to all databases of a server. */
let server: Awaited<ReturnType<typeof startPostgres>>
let idp: IdentityProvider
let superuser: postgres.Sql
beforeAll(async () => {
  server = await startPostgres()
  idp = await identityProvider()
  superuser = postgres(server.url, { max: 1, onnotice: () => {} })
})
afterAll(async () => {
  await superuser.end()
  await server.stop()
})

/** The address of a new database and its owner, who may create roles and is no superuser. */
async function plainOwner(name: string): Promise<string> {
  await superuser.unsafe(`create role ${name} login createrole nosuperuser password 'plain'`)
  await superuser.unsafe(`create database ${name} owner ${name}`)
  const url = new URL(server.url)
  url.username = name
  url.password = 'plain'
  url.pathname = `/${name}`
  return url.toString()
}

async function expectToWork(env: Readonly<Record<string, string>>) {
  expect(await commons(['migrate'], { env })).toMatchObject({ code: 0, stderr: 'the database is up to date\n' })
  const folder = writePeople(30)
  const imported = await commons(['import', folder.dir, '--map', folder.map], { env })
  expect(imported).toMatchObject({ code: 0, stdout: '' })
  const again = await commons(['import', folder.dir, '--map', folder.map], { env })
  expect(again.stderr).toMatch(/Nothing changed: all of it was there already\.\n$/)
  const report = await commons(['report', 'made-up-programme', '--as', 'analyst', '--format', 'json'], { env })
  expect(JSON.parse(report.stdout).programme).toBe('made-up-programme')
  expect(await commons(['token', '--role', 'coordinator'], { env })).toMatchObject({ code: 1, stdout: '' })
  await expectFounding(idp, { args: [], env }, () => startGateway(['--port', '0'], { env }))
}

test('an owner who is no superuser, but may create roles, migrates, imports, lists, reports and serves', async () => {
  await expectToWork({ DATABASE_URL: await plainOwner('plain'), ...idp.env })
})

test('a second such owner on the same server is told of APP_DATABASE_URL, and works with it', async () => {
  const env = { DATABASE_URL: await plainOwner('second'), ...idp.env }
  const refused = await commons(['migrate'], { env })
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toMatch(/^mentoring-commons: [^\n]+ set APP_DATABASE_URL[^\n]+\n$/)
  await superuser.unsafe("alter role app_user password 'shared'")
  const app = new URL(env.DATABASE_URL)
  app.username = 'app_user'
  app.password = 'shared'
  await expectToWork({ ...env, APP_DATABASE_URL: app.toString() })
})
