import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startPostgres } from '../harness/server.ts'
import { type IdentityProvider, identityProvider } from '../process/identity-provider.ts'
import { ask, commons, patience, type RunningGateway, startGateway, until } from '../process/program.ts'
import { writePeople } from '../process/synthetic.ts'

vi.setConfig({ testTimeout: 4 * patience, hookTimeout: 2 * patience })

/** A server of this file alone, since it goes away. */
let server: Awaited<ReturnType<typeof startPostgres>>
let idp: IdentityProvider
let gateway: RunningGateway
let token: string
beforeAll(async () => {
  server = await startPostgres()
  idp = await identityProvider()
  const env = { DATABASE_URL: server.url, ...idp.env }
  const folder = writePeople(20)
  await commons(['import', folder.dir, '--map', folder.map], { env })
  const granted = ['coordinator', 'administrator'].map((role) => [
    ...['grant', '--role', role, '--institution', 'made-up'],
    ...['--issuer', idp.issuer, '--subject', 'somebody'],
  ])
  for (const args of granted) expect(await commons(args, { env })).toMatchObject({ code: 0 })
  gateway = await startGateway(['--port', '0'], { env, shared: true })
  token = await idp.token('somebody', 'made-up')
})
afterEach(() => expect(gateway.stderr()).toBe(''))
afterAll(() => server.stop())

const query = '{ programmes(first: 5) { nodes { id key } } }'
const expected = { programmes: { nodes: [{ id: expect.any(String), key: 'made-up-programme' }] } }

async function withOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

const succeeds = () =>
  until('a request succeeds again', gateway, async () => {
    const answer = await ask(gateway.graphql, token, query)
    return answer.errors === undefined ? answer : undefined
  })
const ready = async () => (await fetch(`${gateway.url}/health/ready`)).status

/** That the gateway makes a report for whoever asks now; a job that fails says so, and is asked for again. */
async function expectReport() {
  const programme = (await ask(gateway.graphql, token, query)).data.programmes.nodes[0].id
  const request =
    'mutation ($programme: ID!) { requestReport(programme: $programme, format: CSV) { ... on Job { id } } }'
  const progress = 'query ($id: ID!) { node(id: $id) { ... on Job { status } } }'
  await until('a report is made', gateway, async () => {
    const requested = await ask(gateway.graphql, token, request, { programme })
    const id = requested.data?.requestReport.id
    for (let look = 0; id !== undefined && look < 100; look++) {
      const status = (await ask(gateway.graphql, token, progress, { id })).data?.node?.status
      if (status === 'DONE') return true
      if (status === 'FAILED') return undefined
      await wait(200)
    }
    return undefined
  })
}

test('connections that are killed while requests run cost those requests at most', async () => {
  expect((await ask(gateway.graphql, token, query)).data).toEqual(expected)
  let over = false
  const answers: Awaited<ReturnType<typeof ask>>[] = []
  const asking = Array.from({ length: 4 }, async () => {
    while (!over) answers.push(await ask(gateway.graphql, token, query))
  })
  const killed = await withOwner(async (sql) => {
    let count = 0
    for (let time = 0; time < 5; time++) {
      await wait(100)
      const rows = await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app_user'`
      count += rows.length
    }
    return count
  })
  expect(killed).toBeGreaterThan(0)
  over = true
  await Promise.all(asking)
  for (const { data, errors } of answers) {
    if (errors === undefined) expect(data).toEqual(expected)
    else
      expect(errors[0]).toMatchObject({
        extensions: { code: 'INTERNAL' },
        message: expect.stringContaining('quote request'),
      })
  }
  expect((await succeeds()).data).toEqual(expected)
  await expectReport()
})

test('a server that stops and comes back is told by /health/ready, and requests and reports succeed again', async () => {
  expect(await ready()).toBe(200)
  await server.halt()
  await until('it is not ready', gateway, async () => ((await ready()) === 503 ? true : undefined))
  expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200)
  const answer = await ask(gateway.graphql, token, query)
  expect(answer.errors?.[0]?.extensions?.code).toBe('INTERNAL')
  await server.resume()
  await until('it is ready again', gateway, async () => ((await ready()) === 200 ? true : undefined))
  // Connections that were lost say so late; that must cost no request of those who come back.
  for (const answer of await Promise.all(Array.from({ length: 15 }, () => ask(gateway.graphql, token, query))))
    expect(answer.data).toEqual(expected)
  await expectReport()
})

test('a command sent again after its answer was lost has its effect once', async () => {
  const mutation = `mutation ($key: String!) { registerPerson(name: "Lost answer", idempotencyKey: $key) { ... on Person { id name } } }`
  for (let time = 0; time < 5; time++) {
    const key = randomUUID()
    const leaving = new AbortController()
    const lost = fetch(gateway.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: mutation, variables: { key } }),
      signal: leaving.signal,
    }).catch(() => 'lost')
    await wait(time * 5)
    leaving.abort()
    await lost
    const first = await ask(gateway.graphql, token, mutation, { key })
    const second = await ask(gateway.graphql, token, mutation, { key })
    expect(first.data.registerPerson.name).toBe('Lost answer')
    expect(second).toEqual(first)
  }
  const rows = await withOwner(
    (sql) => sql`select count(*)::integer as n from commons.person where name = 'Lost answer'`,
  )
  expect(rows[0]?.n).toBe(5)
})

test('a server that is away when the gateway stops does not hold it up', async () => {
  await server.halt()
  const begun = Date.now()
  gateway.kill('SIGTERM')
  expect(await gateway.ended).toMatchObject({ code: 0, signal: null })
  expect(Date.now() - begun).toBeLessThan(10_000)
  await server.resume()
})
