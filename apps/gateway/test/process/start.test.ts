import { statSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import {
  ask,
  commons,
  freePort,
  lockIn,
  migratedDirectory,
  newPath,
  patience,
  type RunningGateway,
  startGateway,
  until,
} from './program.ts'

vi.setConfig({ testTimeout: 2 * patience, hookTimeout: patience })

const everything = `{ programmes(first: 2) { nodes { id key relationships(first: 20) { nodes { id status meetings(first: 20) { nodes { id heldOn } } } } } } }`

/** What the greeting offers to paste. */
function greetingOf(gateway: RunningGateway) {
  const [, query, token] =
    /Paste this query:\n\n([\s\S]+?)\n\nwith this token[^\n]*:\n\n(\S+)\n/.exec(gateway.stdout()) ?? []
  return { query: query ?? '', token: token ?? '' }
}

async function greeted(gateway: RunningGateway) {
  return until('the greeting is whole', gateway, () => {
    const greeting = greetingOf(gateway)
    return greeting.token === '' ? undefined : greeting
  })
}

async function ending(gateway: RunningGateway, signal: NodeJS.Signals) {
  const begun = Date.now()
  gateway.kill(signal)
  return { ...(await gateway.ended), milliseconds: Date.now() - begun }
}

/** A request on a connection of its own: when all of it was sent, and its answer. */
function send(gateway: RunningGateway, token: string) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const asking = request(gateway.graphql, { method: 'POST', headers, agent: false })
  const sent = new Promise((resolve) => asking.once('finish', resolve))
  const answer = new Promise<unknown>((resolve, reject) => {
    asking.once('error', reject)
    asking.once('response', (response) => json(response).then(resolve, reject))
  }).catch(({ message }: Error) => message)
  asking.end(JSON.stringify({ query: everything }))
  return { sent, answer }
}

/** A request of which the end never comes. */
async function hangingRequest(gateway: RunningGateway) {
  const { hostname, port } = new URL(gateway.url)
  const socket = connect(Number(port), hostname).on('error', () => {})
  socket.write(
    'POST /graphql HTTP/1.1\r\nhost: gateway\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
  )
  await wait(300)
}

test('the first loads a made-up demo, says what to paste, and stops though a request hangs; the second loads nothing anew, is quicker, and drops no accepted request', async () => {
  const directory = newPath()
  const port = await freePort()
  const begun = Date.now()
  const first = await startGateway([], { env: { PORT: String(port), DATA_DIR: directory } })
  const firstTook = Date.now() - begun
  expect(first.url).toBe(`http://127.0.0.1:${port}`)
  expect(first.stdout()).toContain('made-up')
  const { query, token } = await greeted(first)
  const answer = await ask(first.graphql, token, query)
  expect(answer.errors).toBeUndefined()
  expect(answer.data.institution.name).toContain('made up')
  expect(answer.data.programmes.nodes[0].impactReport.figures.length).toBeGreaterThan(0)
  const before = await ask(first.graphql, token, everything)
  expect(before.data.programmes.nodes).toHaveLength(1)
  const page = await fetch(first.url)
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(statSync(path.join(directory, 'database')).mode & 0o077, 'nobody else reads the data').toBe(0)
  await hangingRequest(first)
  const firstEnded = await ending(first, 'SIGTERM')
  expect(firstEnded).toMatchObject({ code: 0, signal: null, stderr: '' })
  expect(firstEnded.milliseconds).toBeLessThan(10_000)
  expect(lockIn(directory)).toBeUndefined()

  const again = Date.now()
  const second = await startGateway(['--port', String(port), '--data-dir', directory])
  expect(Date.now() - again).toBeLessThan(firstTook)
  expect(second.stdout()).not.toContain('Loaded')
  const later = await greeted(second)
  expect(await ask(second.graphql, token, everything)).toEqual(before)
  const accepted = Array.from({ length: 20 }, () => send(second, later.token))
  await Promise.all(accepted.map(({ sent }) => sent))
  const ended = await ending(second, 'SIGINT')
  expect(ended).toMatchObject({ code: 0, signal: null, stderr: '' })
  expect(ended.milliseconds).toBeLessThan(10_000)
  for (const { answer } of accepted) expect(await answer).toEqual(before)
  expect(lockIn(directory)).toBeUndefined()
})

test('in production there is no GraphiQL, no development token, and nobody can sign in with an old one', async () => {
  const directory = await migratedDirectory()
  const env = { NODE_ENV: 'production' }
  const gateway = await startGateway(['--port', '0', '--data-dir', directory], { env })
  await until('it says who can sign in', gateway, () => /set AUTH_JWKS_URL/.exec(gateway.stdout()) ?? undefined)
  expect(gateway.stdout()).not.toMatch(/token|Paste|Loaded/)
  expect((await fetch(gateway.url)).status).toBe(404)
  expect((await fetch(`${gateway.url}/graphiql/index.html`)).status).toBe(404)
  for (const through of ['the gateway', 'no gateway']) {
    const token = await commons(['token', '--role', 'coordinator', '--data-dir', directory], { env })
    expect(token, through).toMatchObject({ code: 1, stdout: '' })
    expect(token.stderr, through).toMatch(/^mentoring-commons: development tokens .*never in production.*\n$/)
    if (through === 'the gateway') expect(await ending(gateway, 'SIGTERM')).toMatchObject({ code: 0, stderr: '' })
  }
})
