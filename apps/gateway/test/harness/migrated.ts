import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    migrated: string
  }
}

/** One migrated database for a run of tests, as a file that each test opens a copy of: migrating takes as long as most tests. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(path.join(tmpdir(), 'commons-migrated-'))
  const file = path.join(folder, 'image.tar')
  const client = await PGlite.create()
  const migrationsFolder = path.resolve(import.meta.dirname, '../../migrations')
  await migrate(drizzle({ client }), {
    migrationsFolder,
    migrationsSchema: 'commons_journal',
    migrationsTable: 'migration',
  })
  await writeFile(file, new Uint8Array(await (await client.dumpDataDir('none')).arrayBuffer()))
  await client.close()
  project.provide('migrated', file)
  return () => rm(folder, { recursive: true, force: true })
}
