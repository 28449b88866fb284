import { access, readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Config, ConfigError } from './config.ts'
import type { Relations } from './context.ts'
import type { Database } from './db/database.ts'
import { type Lock, takeLock } from './db/lock.ts'
import { relations } from './relations.ts'

/** Where the migrations lie, seen from the source and from the build alike. */
const migrationsFolder = path.resolve(import.meta.dirname, '../migrations')

/** A database that is up to date; of an embedded one this process is the owner, and holds the lock. */
export interface OpenedDatabase {
  readonly database: Database<Relations>
  readonly lock: Lock | undefined
}

/** Opens the database that the configuration names. Each thing that can be wrong with it is one line that says what to do. */
export async function openDatabase(config: Config): Promise<OpenedDatabase> {
  return config.databaseUrl === undefined ? openEmbedded(config.dataDirectory) : openServer(config, config.databaseUrl)
}

/** Somebody else owns the data directory: whoever they are may do the work instead. */
export class DirectoryInUse extends ConfigError {}

async function openEmbedded(directory: string): Promise<OpenedDatabase> {
  const taken = await takeLock(directory).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(
      `the data directory ${directory} cannot be used (${error.code ?? error.message}); choose another with --data-dir DIR`,
    )
  })
  if ('heldBy' in taken) {
    const { pid, address } = taken.heldBy
    throw new DirectoryInUse(
      `the data directory ${directory} is in use by process ${pid}${address ? ` at ${address}` : ''}; stop it, or choose another with --data-dir DIR`,
    )
  }
  const place = path.join(directory, 'database')
  try {
    await refuseForeignFiles(place)
    const { openPglite } = await import('./db/pglite.ts')
    const database = await openPglite(place, relations)
    await database.migrate(migrationsFolder)
    return { database, lock: taken.lock }
  } catch (error) {
    await taken.lock.release()
    if (error instanceof ConfigError) throw error
    throw new ConfigError(
      `the database in ${place} cannot be opened (${firstLine(error)}); restore it from a backup, or move the directory away to start anew`,
    )
  }
}

/** An interrupted or foreign directory is not made into a database over what lies there. */
async function refuseForeignFiles(place: string) {
  const entries = await readdir(place).catch(() => [])
  if (entries.length === 0) return
  const whole = await access(path.join(place, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (!whole)
    throw new ConfigError(
      `${place} holds files but no database; move them away, or choose another directory with --data-dir DIR`,
    )
}

async function openServer(config: Config, ownerUrl: string): Promise<OpenedDatabase> {
  const where = new URL(ownerUrl)
  const place = `${where.hostname}:${where.port || '5432'}${where.pathname}`
  let database: Database<Relations> | undefined
  try {
    const { openPostgres } = await import('./db/postgres.ts')
    database = await openPostgres(
      { ownerUrl, ...(config.appDatabaseUrl === undefined ? {} : { appUrl: config.appDatabaseUrl }) },
      relations,
    )
    await database.migrate(migrationsFolder)
    await database.ping()
    return { database, lock: undefined }
  } catch (error) {
    await database?.close()
    throw new ConfigError(
      `the database at ${place} cannot be used (${firstLine(error)}); check DATABASE_URL, that the server runs, and that its user may create roles and schemas`,
    )
  }
}

function firstLine(error: unknown): string {
  const inner = (error as Error).cause instanceof Error ? ((error as Error).cause as Error) : (error as Error)
  const code = (inner as NodeJS.ErrnoException).code
  return (inner.message || code || String(inner)).split('\n')[0] ?? ''
}
