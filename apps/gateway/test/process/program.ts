import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Database } from '../../src/db/database.ts'
import { rowsOf } from '../../src/db/database.ts'
import { openPglite } from '../../src/db/pglite.ts'
import { relations } from '../../src/relations.ts'
import { ofFile, ofTest, scratch } from './left-over.ts'

const root = path.resolve(import.meta.dirname, '../..')
/** Where the programs lie; another build than the usual one may be put to the test. */
const dist = path.resolve(root, process.env.GATEWAY_DIST ?? 'dist')
for (const program of ['main.js', 'commons.js'])
  if (!existsSync(path.join(dist, program)))
    throw new Error(`${path.join(dist, program)} is not there: run npm run build, since these tests run what it made`)

/** How long anything may take on a busy machine. */
export const patience = 120_000

type Environment = Readonly<Record<string, string>>

/** How a program ended. */
export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** A program that runs, or ran. */
export interface Running {
  readonly pid: number
  readonly ended: Promise<Ending>
  stdout(): string
  stderr(): string
  kill(signal: NodeJS.Signals): void
}

/** What a gateway said when it was ready. */
export interface RunningGateway extends Running {
  /** The address without a path. */
  readonly url: string
  readonly graphql: string
}

/** Starts a program with nothing of the test's environment but what is needed to run; it is killed after the test, or after the file when `shared`. */
export function start(
  program: 'main' | 'commons',
  args: readonly string[],
  { env = {}, shared = false, cwd = scratch }: { env?: Environment; shared?: boolean; cwd?: string } = {},
): Running {
  const child = spawn(process.execPath, [path.join(dist, `${program}.js`), ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const children = shared ? ofFile : ofTest
  children.add(child)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  return {
    pid: child.pid ?? 0,
    ended,
    stdout: () => stdout,
    stderr: () => stderr,
    kill: (signal) => child.kill(signal),
  }
}

/** Runs a command of the operator to its end. */
export function commons(args: readonly string[], options: { env?: Environment; cwd?: string } = {}): Promise<Ending> {
  return start('commons', args, options).ended
}

/** Starts a gateway on a port that is free, and gives it once it says that it is ready. */
export async function startGateway(
  args: readonly string[],
  options: { env?: Environment; shared?: boolean } = {},
): Promise<RunningGateway> {
  const running = start('main', args, options)
  const graphql = await until(
    'the gateway is ready',
    running,
    () => /^Mentoring Commons is ready: (\S+)$/m.exec(running.stdout())?.[1],
  )
  return { ...running, graphql, url: graphql.replace(/\/graphql$/, '') }
}

/** Waits until something is so; a program that ends before is the reason why it never will be. */
export async function until<T>(
  what: string,
  running: Running | undefined,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  let ended: Ending | undefined
  running?.ended.then((ending) => {
    ended = ending
  })
  for (const begun = Date.now(); Date.now() - begun < patience; await wait(20)) {
    const over = ended
    const found = await look()
    if (found !== undefined) return found
    if (over !== undefined) throw new Error(`the program ended before ${what}: ${JSON.stringify(over)}`)
  }
  throw new Error(`it took too long until ${what}: ${running?.stdout() ?? ''} ${running?.stderr() ?? ''}`)
}

/** An answer of the API. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers by hand
  readonly data?: any
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
}

/** Asks a running gateway over HTTP. */
export async function ask(
  graphql: string,
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as Answer
}

/** A path in the test's own folder where nothing is yet. */
export function newPath(name = 'data'): string {
  return path.join(scratch, `${name}-${randomUUID().slice(0, 8)}`)
}

/** A data directory that is migrated and empty. It is copied from one that was made with this very build. */
export async function migratedDirectory(): Promise<string> {
  const directory = newPath()
  cpSync(await template(), directory, { recursive: true })
  return directory
}

/** Making a database costs more than all the rest of a test, so it is kept for as long as the build stays the same. */
async function template(): Promise<string> {
  const hash = createHash('sha256').update(dist)
  for (const folder of [dist, path.join(root, 'migrations')])
    for (const name of readdirSync(folder).sort()) hash.update(`${name} ${statSync(path.join(folder, name)).mtimeMs}`)
  const results = path.join(root, '.results')
  const name = `data-${hash.digest('hex').slice(0, 16)}`
  const kept = path.join(results, name)
  if (existsSync(kept)) return kept
  for (const old of existsSync(results) ? readdirSync(results) : [])
    if (/^data-[0-9a-f]{16}$/.test(old) && old !== name)
      rmSync(path.join(results, old), { recursive: true, force: true })
  const making = path.join(results, `${name}.${randomUUID()}`)
  const { code, stderr } = await commons(['migrate', '--data-dir', making])
  if (code !== 0) throw new Error(`the data directory for tests could not be made: ${stderr}`)
  try {
    renameSync(making, kept)
  } catch {
    // Another file of this run was first.
    rmSync(making, { recursive: true, force: true })
  }
  return kept
}

/** How many rows each table of a data directory holds, which no program may be using. */
export async function countsIn(directory: string): Promise<Readonly<Record<string, number>>> {
  const database = await openPglite(path.join(directory, 'database'), relations)
  try {
    return await countRows(database)
  } finally {
    await database.close()
  }
}

/** How many rows each table of a database holds. */
export function countRows(database: Pick<Database<typeof relations>, 'asOwner'>) {
  return database.asOwner(async (tx) => {
    const tables = await rowsOf<{ name: string }>(
      tx,
      sql`select tablename as name from pg_tables where schemaname = 'commons' order by 1`,
    )
    const counts: Record<string, number> = {}
    for (const { name } of tables) {
      const [row] = await rowsOf<{ n: number }>(
        tx,
        sql`select count(*)::integer as n from commons.${sql.identifier(name)}`,
      )
      counts[name] = row?.n ?? -1
    }
    return counts
  })
}

/** Who holds a data directory, as its lock says. */
export function lockIn(directory: string): { pid: number; address?: string } | undefined {
  const file = path.join(directory, 'owner.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** A port on which nothing listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
