import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { findChromium, noChromium, withChromium } from '../browser/chromium.ts'
import { fencesIn } from '../examples/fence.ts'
import { programOf } from '../examples/program.ts'
import { root } from '../step/program.ts'
import type { Tally } from '../step/tally.ts'
import { exportedNames, install, linkPeers } from './consumer.ts'
import { packAll, type Tarball } from './tarball.ts'

/** What a place that ran the bundle answers: the names each package gave there, and the examples that ran. */
interface Answer {
  readonly names: Readonly<Record<string, readonly string[]>>
  readonly examples: number
}

// The examples' comparison without Node: enough for values that JSON can say.
const same = `const order = (v) => v && typeof v === 'object' && !Array.isArray(v)
  ? Object.fromEntries(Object.keys(v).sort().map((k) => [k, order(v[k])])) : Array.isArray(v) ? v.map(order) : v
export function same(actual, expected, place) {
  const [a, b] = [actual, expected].map((v) => JSON.stringify(order(v)))
  if (a !== b) throw new Error(place + ' gives ' + a + ', not ' + b)
}
`

/** Writes the entry that imports every package and runs every README's examples, and bundles it for the browser. */
async function bundle(
  folder: string,
  tarballs: readonly Tarball[],
): Promise<{ readonly code: string; readonly examples: number }> {
  writeFileSync(path.join(folder, 'same.ts'), same)
  const readmes = tarballs.flatMap(({ source }) => {
    const file = path.join(source, 'README.md')
    if (!existsSync(file)) return []
    return fencesIn(readFileSync(file, 'utf8'), path.relative(root, file)).filter(({ language }) => language === 'ts')
  })
  readmes.forEach((fence, index) => {
    writeFileSync(path.join(folder, `readme-${index}.ts`), programOf(fence).code)
  })
  const lines = [
    ...tarballs.map(({ name }, index) => `import * as m${index} from '${name}'`),
    ...readmes.map((_, index) => `import './readme-${index}.ts'`),
    `export const names = { ${tarballs.map(({ name }, index) => `'${name}': Object.keys(m${index}).sort()`).join(', ')} }`,
    `export const examples = ${readmes.length}`,
  ]
  writeFileSync(path.join(folder, 'entry.ts'), lines.join('\n'))
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: ['entry.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  })
  return { code: outputFiles[0]?.text ?? '', examples: readmes.length }
}

async function serve(code: string): Promise<{ readonly server: Server; readonly address: string }> {
  const files: Record<string, readonly [type: string, body: string]> = {
    '/': ['text/html', '<!doctype html><html lang="en"><title>Bundle</title>'],
    '/bundle.js': ['text/javascript', code],
    '/worker.js': [
      'text/javascript',
      "import * as all from './bundle.js'\npostMessage({ names: all.names, examples: all.examples })",
    ],
  }
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? []
    response.writeHead(type ? 200 : 404, { 'content-type': type ?? 'text/plain' }).end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

async function inThread(folder: string, code: string): Promise<Answer> {
  const file = path.join(folder, 'thread.mjs')
  writeFileSync(path.join(folder, 'bundle.mjs'), code)
  const post = 'parentPort.postMessage({ names: all.names, examples: all.examples })'
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'\nimport * as all from './bundle.mjs'\n${post}\n`,
  )
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const worker = new Worker(file)
  worker.on('message', resolve).on('error', reject)
  return promise.finally(() => worker.terminate())
}

async function inChromium(
  executable: string,
  code: string,
): Promise<{ readonly page: Answer; readonly worker: Answer; readonly errors: readonly string[] }> {
  const { server, address } = await serve(code)
  try {
    return await withChromium(executable, async (browser) => {
      const tab = await browser.newPage()
      const errors: string[] = []
      tab.on('pageerror', (error) => errors.push(error.message))
      await tab.goto(address)
      const page: Answer = await tab.evaluate(
        "import('/bundle.js').then(({ names, examples }) => ({ names, examples }))",
      )
      const worker: Answer = await tab.evaluate(`new Promise((resolve, reject) => {
        const worker = new Worker('/worker.js', { type: 'module' })
        worker.onmessage = (event) => resolve(event.data)
        worker.onerror = (event) => reject(new Error(event.message ?? 'the worker did not start'))
      })`)
      return { page, worker, errors }
    })
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

/** Bundles all packages for the browser and runs them on a page, in a Web Worker and in a worker thread of Node. */
export async function checkBrowserBundle(tally: Tally): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bundle-'))
  try {
    tally.say('packing and installing')
    const tarballs = await packAll(root, folder)
    const consumer = path.join(folder, 'consumer')
    await install(tarballs, consumer)
    for (const tarball of tarballs) linkPeers(consumer, tarball)
    const expected: Record<string, readonly string[]> = {}
    for (const { name } of tarballs) expected[name] = await exportedNames(consumer, name, 'imported')
    tally.say('bundling')
    const { code, examples } = await bundle(consumer, tarballs)
    const check = (where: string, answer: Answer) => {
      for (const { name } of tarballs) {
        const same = JSON.stringify(answer.names[name]) === JSON.stringify(expected[name])
        tally.check(
          same,
          `${name} ${where}`,
          `it gives ${answer.names[name]?.join(', ')} instead of ${expected[name]?.join(', ')}`,
        )
      }
      tally.check(
        answer.examples === examples && examples > 0,
        `examples of the READMEs ${where}`,
        `${answer.examples} ran`,
      )
    }
    tally.say('in a worker thread')
    check('in a worker thread', await inThread(consumer, code))
    const executable = findChromium()
    if (executable === undefined) {
      tally.skip('on a page and in a Web Worker', noChromium, 2 * tarballs.length + 3)
      return
    }
    tally.say('in Chromium')
    const { page, worker, errors } = await inChromium(executable, code)
    check('on a page', page)
    check('in a Web Worker', worker)
    tally.check(errors.length === 0, 'the page has no error', errors.join('\n'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
