import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, rowsOf } from '../../src/db/database.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import { columnsOf, inquiryOf } from '../../src/modules/action-research/store.ts'
import { foundInstitution } from '../../src/modules/people/commands.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { relations } from '../../src/relations.ts'
import { startPostgres } from '../harness/server.ts'

const kills = 500
/** Writers that have started while others write, so that nobody waits for a start. */
const ahead = 2
const institution = institutionIdOf('u')
const migrations = path.join(import.meta.dirname, '../../migrations')
const scratch = mkdtempSync(path.join(tmpdir(), 'inquiry-writer-'))
const script = path.join(scratch, 'writer.mjs')
let server: Awaited<ReturnType<typeof startPostgres>>
let database: Database<typeof relations>

beforeAll(async () => {
  server = await startPostgres()
  database = await openPostgres({ ownerUrl: server.url }, relations)
  await database.migrate(migrations)
  await database.within(institution, 'write', (tx) =>
    foundInstitution(tx, { key: 'u', name: 'U', now: '2026-01-01T00:00:00Z' }),
  )
  // One file starts in a fraction of the time that its hundred sources take.
  await build({
    entryPoints: [path.join(import.meta.dirname, 'inquiry-writer.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    conditions: ['@mentoring-commons/source'],
    banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" },
    logLevel: 'error',
  })
})
afterAll(async () => {
  await database?.close()
  await server?.stop()
  rmSync(scratch, { recursive: true, force: true })
})

interface Batch {
  readonly stream: string
  readonly version: number
  readonly mark: string
}

/** What a writer has said: every batch that it decided on, and those of them that it said were committed. */
interface Said {
  readonly decided: Batch[]
  readonly committed: Batch[]
}

interface Writer {
  readonly child: ChildProcess
  readonly ready: Promise<void>
  readonly ended: Promise<void>
  readonly said: Said
  /** Hears of each batch, when it is decided. */
  onDecided: (count: number) => void
}

/** A promise that is kept from outside. */
function later() {
  let resolve: () => void = () => {}
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<void>((keep, breakIt) => {
    resolve = keep
    reject = breakIt
  })
  return { promise, resolve, reject }
}

function startWriter(): Writer {
  const child = spawn(process.execPath, [script, server.url, institution], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(scratch, 'cache') },
  })
  const said: Said = { decided: [], committed: [] }
  const ready = later()
  const ended = later()
  const writer: Writer = { child, ready: ready.promise, ended: ended.promise, said, onDecided: () => {} }
  createInterface({ input: child.stdout })
    .on('line', (line) => {
      const [word, stream = '', version = '', mark = ''] = line.split(' ')
      if (word === 'ready') ready.resolve()
      // What was cut off in the middle of a line was not said.
      if (word === 'decided' && mark.length === 36) {
        said.decided.push({ stream, version: Number(version), mark })
        writer.onDecided(said.decided.length)
      }
      const last = said.decided.at(-1)
      if (word === 'committed' && last?.stream === stream && version !== '') said.committed.push(last)
    })
    .on('close', () => ended.resolve())
  child.stdin.on('error', () => {})
  child.on('error', ready.reject)
  child.on('close', () => ready.reject(new Error('a writer ended before it was ready')))
  ready.promise.catch(() => {})
  return writer
}

/** Lets a writer write, and kills it when it has decided on so many batches and so many milliseconds more have gone. */
async function writeUntilKilled(writer: Writer, batches: number, delay: number): Promise<Said> {
  await writer.ready
  const enough = later()
  writer.onDecided = (count) => {
    if (count === batches) enough.resolve()
  }
  writer.child.stdin?.write('go\n')
  await Promise.race([enough.promise, writer.ended])
  if (delay > 0) await wait(delay)
  writer.child.kill('SIGKILL')
  await writer.ended
  return writer.said
}

test(`of ${kills} writers that are killed between deciding and committing, no acknowledged event is lost and no batch is half there`, async () => {
  const begun = performance.now()
  let seed = 20_261_124
  const below = (bound: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * bound)
  }
  const all: Said[] = []
  const waiting: Writer[] = Array.from({ length: ahead }, startWriter)
  for (let kill = 0; kill < kills; kill++) {
    const writer = waiting.shift()
    if (writer === undefined) throw new Error('no writer waits')
    if (kill + ahead < kills) waiting.push(startWriter())
    all.push(await writeUntilKilled(writer, 4 + below(12), below(3)))
    if ((kill + 1) % 50 === 0)
      process.stderr.write(`${kill + 1} of ${kills} killed, ${Math.round((performance.now() - begun) / 1000)} s\n`)
  }
  // Whoever was killed leaves a transaction that the server has yet to notice.
  await wait(500)

  const rows = await database.asOwner((tx) =>
    rowsOf<{ id: string; number: number; event: string }>(
      tx,
      sql`select inquiry_id as id, number, event::text as event from commons.inquiry_event order by 1, 2`,
    ),
  )
  const streams = new Map<string, { number: number; event: never }[]>()
  for (const { id, number, event } of rows)
    streams.set(id, [...(streams.get(id) ?? []), { number, event: JSON.parse(event) as never }])
  const marksOf = (id: string) =>
    (streams.get(id) ?? []).map(({ event }) => {
      const { type, values, problem } = event as { type: string; values?: string[]; problem?: string }
      return type === 'InquiryBegun' ? values?.[0] : problem?.split('/')[0]
    })

  let lost = 0
  let halfThere = 0
  let unsaid = 0
  for (const { decided, committed } of all)
    for (const batch of decided) {
      const marks = marksOf(batch.stream)
      const there = marks.filter((mark) => mark === batch.mark).length
      const inPlace = [0, 1, 2].every((part) => marks[batch.version + part] === batch.mark)
      if (there !== 0 && !(there === 3 && inPlace)) halfThere += 1
      if (committed.includes(batch) && there === 0) lost += 1
      if (!committed.includes(batch) && there === 3) unsaid += 1
    }
  const acknowledged = all.reduce((sum, { committed }) => sum + committed.length * 3, 0)
  const decided = all.reduce((sum, said) => sum + said.decided.length * 3, 0)
  process.stderr.write(
    `${decided} events decided, ${acknowledged} acknowledged, ${rows.length} stored; ${unsaid} batches were committed and not said; ${Math.round((performance.now() - begun) / 1000)} s\n`,
  )
  expect(lost).toBe(0)
  expect(halfThere).toBe(0)
  // Nothing is stored that nobody decided on, and each writer was cut off in the middle of its work.
  expect(rows.length).toBe(acknowledged + unsaid * 3)
  expect(acknowledged).toBeGreaterThan(kills * 3)
  expect(decided - acknowledged).toBeGreaterThanOrEqual(kills)

  // Each stream is read whole, and its row says what its events say.
  const inquiries = await database.asOwner((tx) =>
    rowsOf<{ id: string; question: string; modelId: string; status: string; version: number }>(
      tx,
      sql`select id, question, model_id as "modelId", status, version from commons.inquiry`,
    ),
  )
  expect(inquiries.length).toBe(streams.size)
  for (const { id, ...row } of inquiries) {
    const events = streams.get(id) ?? []
    expect(row).toEqual({ ...columnsOf(inquiryOf(id, events)), version: events.length })
  }
})
