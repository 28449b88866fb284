import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import Fastify, { type FastifyInstance } from 'fastify'
import { buildSchema, graphql } from 'graphql'
import { createHandler } from 'graphql-sse/lib/use/fastify'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, noChromium, withChromium } from '../../../tooling/browser/chromium.ts'
import { bundleGraphiql } from '../graphiql/bundle.ts'
import { addGraphiql } from '../src/http/graphiql.ts'

const names = ['graphiql.css', 'graphiql.js', 'index.html']
const chromium = findChromium()

const schema = buildSchema(`
  type Query { institution: Institution  programmes(first: Int!): Programmes! }
  type Institution { key: String!  name: String! }
  type Programmes { nodes: [Programme!]! }
  type Programme { key: String!  title: String! }
  type Subscription { tick: Int! }
`)
const rootValue = {
  institution: { key: 'alderbrook', name: 'University of Alderbrook' },
  programmes: () => ({ nodes: [{ key: 'first-year', title: 'Peer mentoring in the first year' }] }),
}

/** What the requests said about who asks. */
const asked: (string | undefined)[] = []
let stopped = 0

const tick = schema.getSubscriptionType()?.getFields().tick
if (tick) tick.subscribe = ticks

async function* ticks() {
  try {
    for (let count = 41; ; count += 1) {
      yield { tick: count }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  } finally {
    stopped += 1
  }
}

function serve(folder: string): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true })
  addGraphiql(app, pathToFileURL(`${folder}${path.sep}`))
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/graphql')) return
    asked.push(request.headers.authorization)
    if (request.headers.authorization === 'Bearer stale')
      return reply.code(401).send({ errors: [{ message: 'the token is too old' }] })
  })
  app.post<{ Body: { query: string } }>('/graphql', async ({ body }) =>
    graphql({ schema, source: body.query, rootValue }),
  )
  app.all('/graphql/stream', createHandler({ schema }))
  return app
}

let folder: string
let app: FastifyInstance
let address: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'graphiql-'))
  await bundleGraphiql(folder)
  app = serve(folder)
  address = await app.listen({ host: '127.0.0.1', port: 0 })
}, 60_000)

afterAll(async () => {
  await app?.close()
  if (folder) await rm(folder, { recursive: true })
})

describe('the files', () => {
  const read = (name: string) => readFile(path.join(folder, name), 'utf8')

  test('are three', async () => {
    expect((await readdir(folder)).sort()).toEqual(names)
  })

  test('the page loads only the two beside it, and holds no script or style of its own', async () => {
    const html = await read('index.html')
    const loaded = [...html.matchAll(/\s(?:src|href|srcset|action|data)="([^"]*)"/g)].map(([, at]) => at)
    expect(loaded).toEqual(['data:,', 'graphiql.css', 'graphiql.js'])
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?:/i)
    expect(html).toMatch(/<html lang="en">/)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
  })

  test('the style sheet loads nothing', async () => {
    const css = await read('graphiql.css')
    const loaded = [...css.matchAll(/url\(\s*["']?([^"')]{0,24})/g)].map(([, at]) => at)
    expect(loaded.length).toBeGreaterThan(0)
    expect(loaded.filter((at) => !at?.startsWith('data:image/'))).toEqual([])
    expect(css).not.toMatch(/@import|@font-face|https?:/)
  })

  test('the program names no delivery network and starts no worker', async () => {
    const js = await read('graphiql.js')
    expect(js).not.toMatch(/unpkg|jsdelivr|esm\.sh|cdnjs|skypack|googleapis|new Worker\(|importScripts/)
    expect(Buffer.byteLength(js)).toBeLessThan(1_600_000)
  })
})

describe('over HTTP', () => {
  test.each(names)('%s has its type and a policy that lets in nothing from elsewhere', async (name) => {
    const { statusCode, headers, body } = await app.inject(`/graphiql/${name}`)
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toMatch(/^text\/(?:css|javascript|html); charset=utf-8$/)
    expect(body.length).toBeGreaterThan(500)
    const policy = String(headers['content-security-policy']).split('; ')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy.join()).not.toMatch(/https?:|\*|unsafe-eval|script-src[^,]*unsafe/)
  })

  test.each(['/', '/graphiql'])('%s leads there', async (url) => {
    const { statusCode, headers } = await app.inject(url)
    expect([statusCode, headers.location]).toEqual([302, '/graphiql/index.html'])
  })

  test.each(['bundle.ts', '..%2Fpackage.json', 'toString', '%00'])('%s is not served', async (name) => {
    expect((await app.inject(`/graphiql/${name}`)).statusCode).toBe(404)
  })

  test('what is not built says so', async () => {
    const bare = serve(path.join(folder, 'nowhere'))
    const { statusCode, body } = await bare.inject('/graphiql/index.html')
    expect([statusCode, body]).toEqual([404, 'GraphiQL is not built; run npm run build\n'])
  })
})

describe('in a browser', () => {
  /** Opens the page and gives what it complained of and which hosts it asked. */
  async function visit(use: (page: Page) => Promise<void>) {
    const faults: string[] = []
    const hosts = new Set<string>()
    await withChromium(chromium as string, async (browser) => {
      const page = await browser.newPage({ viewport: { width: 1200, height: 800 } })
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      page.on('request', (request) => {
        if (!/^(?:data|blob):/.test(request.url())) hosts.add(new URL(request.url()).origin)
      })
      await page.goto(`${address}/graphiql/index.html`)
      await use(page)
    })
    return { faults, hosts: [...hosts] }
  }

  const editor = (page: Page) => page.getByRole('textbox', { name: 'Query' })
  const answer = (page: Page) => page.locator('.result-window')

  async function write(page: Page, query: string) {
    await editor(page).focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(query)
  }

  async function run(page: Page) {
    await editor(page).focus()
    await page.keyboard.press('Control+Enter')
  }

  const shows = (page: Page, text: string) =>
    expect.poll(() => answer(page).innerText(), { timeout: 15_000 }).toContain(text)

  test('the first query is answered by the keyboard alone, and nothing is asked of another host', async ({ skip }) => {
    skip(chromium === undefined, noChromium)
    const { faults, hosts } = await visit(async (page) => {
      await run(page)
      await shows(page, 'University of Alderbrook')
      await shows(page, 'Peer mentoring in the first year')
      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
      await page.locator('.graphiql-doc-explorer').getByText('Subscription').first().waitFor()
      if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT })
    })
    expect(faults).toEqual([])
    expect(hosts).toEqual([address])
  }, 90_000)

  test('a pasted token goes with every request, and is kept in this tab only', async ({ skip }) => {
    skip(chromium === undefined, noChromium)
    const { hosts } = await visit(async (page) => {
      const token = page.getByLabel('Bearer token')
      expect(await token.getAttribute('type')).toBe('password')
      await token.fill(' Bearer abc.def ')
      await token.press('Enter')
      asked.length = 0
      await run(page)
      await shows(page, 'University of Alderbrook')
      expect(asked).toEqual(['Bearer abc.def'])
      expect(await page.evaluate('JSON.stringify(localStorage) + document.cookie')).not.toContain('abc.def')
      asked.length = 0
      await page.reload()
      await expect.poll(() => asked, { timeout: 15_000 }).toContain('Bearer abc.def')
      expect(await token.inputValue()).toBe('abc.def')

      await token.fill('stale')
      await run(page)
      await shows(page, 'the token is too old')
    })
    expect(hosts).toEqual([address])
  }, 90_000)

  test('a subscription shows what comes until it is stopped, and a refused one its reason', async ({ skip }) => {
    skip(chromium === undefined, noChromium)
    const { hosts } = await visit(async (page) => {
      await write(page, 'subscription { tick }')
      stopped = 0
      await run(page)
      await shows(page, '"tick": ')
      const first = await answer(page).innerText()
      await expect.poll(() => answer(page).innerText(), { timeout: 15_000 }).not.toBe(first)
      await shows(page, '"tick": ')
      expect(stopped).toBe(0)
      await page.getByRole('button', { name: 'Stop query (Ctrl-Enter)' }).click()
      await expect.poll(() => stopped, { timeout: 15_000 }).toBe(1)

      await page.getByLabel('Bearer token').fill('stale')
      await run(page)
      await shows(page, 'the token is too old')
    })
    expect(hosts).toEqual([address])
  }, 90_000)
})
