import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cpuOfTree } from './cpu-time.ts'

/**
 * Opens portfolios of inquiries in a small database and in a large one, in turn, and says what that takes: one JSON value a
 * line, `{ say }` for people and at last `{ small, large, fewer, more, engine }`, each a list of processor milliseconds.
 */
const [root = '', history = '', smallEvents = '', largeEvents = '', rounds = '', openings = ''] = process.argv.slice(2)
const events: readonly object[] = JSON.parse(history)
const gateway = (file: string) => import(pathToFileURL(path.join(root, 'apps/gateway', file)).href)
const write = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`)
const institution = '00000000-0000-4000-8000-000000000001'
const author = '00000000-0000-4000-8000-000000000002'

interface Place {
  readonly database: {
    within<T>(institutionId: string, mode: 'read', work: (tx: never) => Promise<T>): Promise<T>
    close(): Promise<void>
  }
  /** Runs statements as the owner. */
  readonly run: (statement: string) => Promise<unknown>
  readonly inquiries: number
}

/** A server, or where none starts the embedded engine: how to open a database in it, and what it takes. */
async function openEngine() {
  const [{ openPostgres }, { openPglite }, { relations }, { startPostgres }] = await Promise.all([
    gateway('src/db/postgres.ts'),
    gateway('src/db/pglite.ts'),
    gateway('src/relations.ts'),
    gateway('test/harness/server.ts'),
  ])
  const { sql } = await import(pathToFileURL(path.join(root, 'apps/gateway/node_modules/drizzle-orm/index.js')).href)
  const server = await startPostgres().catch(() => undefined)
  const migrations = path.join(root, 'apps/gateway/migrations')
  const open = async (name: string) => {
    const url = new URL(server?.url ?? 'postgres://nowhere')
    url.pathname = `/${name}`
    const database = server
      ? await openPostgres({ ownerUrl: url.href }, relations)
      : await openPglite(undefined, relations)
    await database.migrate(migrations)
    const run = (statement: string) =>
      database.asOwner((tx: { execute(query: unknown): Promise<unknown> }) => tx.execute(sql.raw(statement)))
    return { database, run }
  }
  const create = async (name: string) => {
    if (!server) return open(name)
    const { default: postgres } = await import(
      pathToFileURL(path.join(root, 'apps/gateway/node_modules/postgres/src/index.js')).href
    )
    const owner = postgres(server.url, { max: 1 })
    await owner.unsafe(`create database ${name}`)
    await owner.end()
    return open(name)
  }
  const pid = server
    ? Number(readFileSync(path.join(server.directory, 'data/postmaster.pid'), 'utf8').split('\n')[0])
    : 0
  return {
    kind: server ? 'PostgreSQL' : 'PGlite',
    create,
    /** Milliseconds of processor time, this process and the server's together. */
    cpuMs: () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000 + (pid === 0 ? 0 : cpuOfTree(pid))
    },
    stop: async () => server?.stop(),
  }
}

/** Fills a database with inquiries of one history each, whose ids are made from their numbers: the same ones every time. */
async function fill({ run }: Pick<Place, 'run'>, inquiries: number, name: string) {
  await run(`insert into commons.institution values ('${institution}', 'bench', 'Bench', '2026-01-01')`)
  await run(
    `insert into commons.person (institution_id, id, name) values ('${institution}', '${author}', 'Bench Author')`,
  )
  const template = JSON.stringify(events).replaceAll("'", "''")
  const step = 500
  for (let at = 1; at <= inquiries; at += step) {
    const to = Math.min(inquiries, at + step - 1)
    const series = `generate_series(${at}, ${to}) n`
    const id = "md5('inquiry ' || n)::uuid"
    await run(
      `insert into commons.inquiry select '${institution}', ${id}, 'What helps?', 'kemmis-mctaggart', 'underway', ${events.length}, '2026-01-01' from ${series}`,
    )
    await run(`insert into commons.inquiry_member select '${institution}', ${id}, '${author}', 'author' from ${series}`)
    await run(
      `insert into commons.inquiry_event select '${institution}', ${id}, e.number, e.event->>'type', e.event, '${author}', '2026-01-01'
        from ${series} cross join jsonb_array_elements('${template}'::jsonb) with ordinality e(event, number)`,
    )
    const share = Math.floor((to / inquiries) * 20)
    if (to === inquiries || Math.floor(((at - 1) / inquiries) * 20) < share)
      write({
        say: `[${'#'.repeat(share)}${'.'.repeat(20 - share)}] ${name}: ${to * events.length} of ${inquiries * events.length} events`,
      })
  }
  await run('analyze commons.inquiry_event')
}

const engine = await openEngine()
const [{ findStanding }, { portfolioOf }] = await Promise.all([
  gateway('src/modules/action-research/store.ts'),
  gateway('src/modules/action-research/portfolio/files.ts'),
])
const { createHash } = await import('node:crypto')
let seed = 20_261_124
const below = (bound: number) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * bound)
}
const idOf = (number: number) =>
  createHash('md5')
    .update(`inquiry ${number}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The processor time of one opening, over many of inquiries drawn by the seed. */
async function open({ database, inquiries }: Place, times: number): Promise<number> {
  const before = engine.cpuMs()
  for (let time = 0; time < times; time += 1) {
    const id = idOf(1 + below(inquiries))
    const standing = await database.within(institution, 'read', (tx) => findStanding(tx, institution, id))
    const { sections } = portfolioOf(standing, { audience: 'team', on: '2026-01-01' })
    if (sections.length === 0) throw new Error(`inquiry ${id} has no portfolio`)
  }
  return (engine.cpuMs() - before) / times
}

try {
  const place = async (name: string, wanted: number): Promise<Place> => {
    const opened = await engine.create(name)
    const inquiries = Math.max(1, Math.round(wanted / events.length))
    await fill(opened, inquiries, name)
    return { ...opened, inquiries }
  }
  const few = await place('few', Number(smallEvents))
  const many = await place('many', Number(largeEvents))
  const figures: Record<'small' | 'large', number[]> = { small: [], large: [] }
  const times = Number(openings)
  await open(few, times)
  await open(many, times)
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const size of round % 2 === 0 ? (['small', 'large'] as const) : (['large', 'small'] as const))
      figures[size].push(await open(size === 'small' ? few : many, times))
    write({
      say: `round ${round + 1}: ${figures.small.at(-1)?.toFixed(2)} and ${figures.large.at(-1)?.toFixed(2)} ms CPU an opening`,
    })
  }
  write({ ...figures, fewer: few.inquiries * events.length, more: many.inquiries * events.length, engine: engine.kind })
  await Promise.all([few.database.close(), many.database.close()])
} finally {
  await engine.stop()
}
