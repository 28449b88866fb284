import { access, chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type DevelopmentIssuer, openDevelopmentIssuer } from './auth/development.ts'
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

/** The development issuer beside an embedded database; in production there is none. */
export async function openDevelopment(config: Config): Promise<DevelopmentIssuer | undefined> {
  if (config.databaseUrl !== undefined || config.production) return undefined
  try {
    const issuer = await openDevelopmentIssuer(config.dataDirectory)
    // A key that cannot sign shows at the start, not when somebody asks for a token.
    await issuer.token('nobody', 'nowhere')
    return issuer
  } catch (error) {
    throw new ConfigError(
      `the development key ${path.join(config.dataDirectory, 'development-key.json')} cannot be used (${firstLine(error)}); remove it, and a new one is made`,
    )
  }
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
    const made = await prepareFolder(place)
    const { openPglite } = await import('./db/pglite.ts')
    const database = await openPglite(place, relations)
    await database.migrate(migrationsFolder)
    await made()
    return { database, lock: taken.lock }
  } catch (error) {
    await taken.lock.release()
    if (error instanceof ConfigError) throw error
    throw new ConfigError(
      `the database in ${place} cannot be opened (${firstLine(error)}); restore it from a backup, or move the directory away to start anew`,
    )
  }
}

/**
 * The folder of the database, readable by its owner only; call the result when the database is made. A mark stands beside
 * it until then, so that what a killed first start leaves half made is made anew, since nobody has been told of any row in it.
 */
async function prepareFolder(place: string): Promise<() => Promise<void>> {
  const mark = `${place}.unfinished`
  const unfinished = await isThere(mark)
  if (unfinished) await rm(place, { recursive: true, force: true })
  else await refuseForeignFiles(place)
  await mkdir(place, { recursive: true })
  await chmod(place, 0o700)
  if (await isThere(path.join(place, 'PG_VERSION'))) return async () => {}
  await writeFile(mark, '')
  return () => rm(mark)
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

/** A foreign directory is not made into a database over what lies there. */
async function refuseForeignFiles(place: string) {
  const entries = await readdir(place).catch(() => [])
  if (entries.length === 0) return
  if (!(await isThere(path.join(place, 'PG_VERSION'))))
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
