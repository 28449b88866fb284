import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../step/program.ts'
import { alternate } from './alternate.ts'
import type { Bench, Result, Setting } from './bench.ts'
import { cpuOfTree } from './cpu-time.ts'
import { type Server, startServer } from './server.ts'

/** Asks a gateway its smallest query; throws an Error when the answer is another. */
async function askTypename({ origin }: Server): Promise<void> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  })
  const text = await response.text()
  if (!/"__typename":\s*"Query"/.test(text)) throw new Error(`POST /graphql answered ${response.status}: ${text}`)
}

async function askRoot({ origin }: Server): Promise<void> {
  const response = await fetch(`${origin}/`)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`GET / answered ${response.status}: ${text}`)
}

/** The processor time from the start of a program to its first answer. */
async function cpuToAnswer(start: () => Promise<Server>, ask: (server: Server) => Promise<void>): Promise<number> {
  const server = await start()
  try {
    await ask(server)
    return cpuOfTree(server.pid)
  } finally {
    await server.stop()
  }
}

/** The programs that are compared. */
export interface Programs {
  /** Takes `--port 0 --data-dir FOLDER`, prints its address and answers `POST /graphql`. */
  readonly gateway: string
  /** Takes a folder, prints its address and answers `GET /`. */
  readonly bare: string
}

/** Compares the second start of a gateway program with that of a bare one on a database of its own. */
export async function compareStartup({ gateway, bare }: Programs, setting: Setting): Promise<readonly Result[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'startup-'))
  const ours = () => startServer(gateway, ['--port', '0', '--data-dir', path.join(folder, 'ours')])
  const peer = () => startServer(bare, [path.join(folder, 'peer')])
  try {
    setting.say('first starts, which make the data directories and are not measured')
    await cpuToAnswer(ours, askTypename)
    await cpuToAnswer(peer, askRoot)
    const result = await alternate(
      { name: 'startup', unit: 'ms CPU', bar: 1.5 },
      { ours: () => cpuToAnswer(ours, askTypename), peer: () => cpuToAnswer(peer, askRoot) },
      setting.quick ? 3 : 15,
      setting,
    )
    return [result]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The second start, on a data directory that is there already, to the first answer. */
export const startup: Bench = {
  name: 'startup',
  title: 'second start to the first answered query, beside an empty PGlite behind a bare Fastify',
  run: (setting) => {
    const gateway = path.join(root, 'apps/gateway/dist/main.js')
    if (!existsSync(gateway)) throw new Error('the gateway is not built: run npm run build first')
    return compareStartup({ gateway, bare: path.join(import.meta.dirname, 'peers/pglite-fastify.mjs') }, setting)
  },
}
