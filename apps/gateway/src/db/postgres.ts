import { hkdfSync } from 'node:crypto'
import { type AnyRelations, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Database, Transaction } from './database.ts'
import { sqlState, sqlStateOf } from './errors.ts'
import { surviveLoss } from './survive-loss.ts'
import { textArray } from './text-array.ts'

/** Where a server is: the owner's address migrates, the application's address serves. */
export interface ServerAddress {
  readonly ownerUrl: string
  /** The address of `app_user`; without one its password is derived from the owner's. */
  readonly appUrl?: string
  readonly poolSize?: number
}

// The driver reads the server's array types by a query that nobody waits for: cut off, it would end the process.
const settings = { onnotice: () => {}, connect_timeout: 10, fetch_types: false, types: { textArray } }

/** A PostgreSQL server, 15 or later. The pool signs in as `app_user`, never as the owner. */
export async function openPostgres<R extends AnyRelations>(address: ServerAddress, relations: R): Promise<Database<R>> {
  const owner = postgres(address.ownerUrl, { ...settings, max: 1, idle_timeout: 5 })
  const ownerDb = drizzle({ client: surviveLoss(owner), relations })
  const appUrl = address.appUrl ?? derivedAppUrl(address.ownerUrl)
  const app = postgres(appUrl, { ...settings, max: address.poolSize ?? 10 })
  const appDb = drizzle({ client: surviveLoss(app), relations })
  await requireVersion(owner).catch(async (error) => {
    await Promise.all([owner.end(), app.end()])
    throw error
  })
  return {
    kind: 'server',
    migrate: async (migrationsFolder) => {
      // Two gateways that start together must not both migrate; the owner has one connection, so it keeps the lock.
      await owner`select pg_advisory_lock(hashtext('mentoring-commons migrate'))`
      try {
        await migrate(ownerDb, { migrationsFolder, migrationsSchema: 'commons_journal', migrationsTable: 'migration' })
        if (address.appUrl === undefined) await giveAppPassword(owner, new URL(appUrl))
      } finally {
        await owner`select pg_advisory_unlock(hashtext('mentoring-commons migrate'))`
      }
    },
    within: (institutionId, mode, work) =>
      appDb.transaction(
        async (tx) => {
          await tx.execute(sql`select ctx.enter(${institutionId})`)
          return work(tx as unknown as Transaction<R>)
        },
        mode === 'read' ? { accessMode: 'read only', isolationLevel: 'repeatable read' } : {},
      ),
    // The application's own role cannot become this one: the owner's connection takes it on, and so owns nothing while it erases.
    erasing: (institutionId, work) =>
      ownerDb.transaction(async (tx) => {
        await tx.execute(sql`set local role data_eraser`)
        await tx.execute(sql`select ctx.enter(${institutionId})`)
        return work(tx as unknown as Transaction<R>)
      }),
    asOwner: (work) => ownerDb.transaction((tx) => work(tx as unknown as Transaction<R>)),
    ping: async () => {
      await app`select 1`
    },
    queue: () => ({
      kind: 'server',
      ownerUrl: address.ownerUrl,
      appUrl,
      run: async (statement) => {
        await owner.unsafe(statement)
      },
    }),
    close: async () => {
      await Promise.all([owner.end({ timeout: 5 }), app.end({ timeout: 5 })])
    },
  }
}

async function requireVersion(owner: postgres.Sql) {
  const [row] = await owner<{ version: string }[]>`select current_setting('server_version_num') as version`
  if (Number(row?.version) < 150_000)
    throw new RangeError(`PostgreSQL 15 or later is needed; this server is ${row?.version}`)
}

/** The same owner password gives the same application password, so several gateways agree without sharing a secret. */
function derivedAppUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  if (url.password === '')
    throw new RangeError('its address has no password to derive one for app_user from; set APP_DATABASE_URL')
  const secret = hkdfSync('sha256', decodeURIComponent(url.password), url.username, 'mentoring-commons app_user', 24)
  url.username = 'app_user'
  url.password = Buffer.from(secret).toString('hex')
  return url.toString()
}

/** The roles of a server are shared by its databases: while another one changes a role, the change is tried again. */
async function giveAppPassword(owner: postgres.Sql, appUrl: URL, tries = 5): Promise<void> {
  try {
    // ALTER ROLE takes no parameter; the derived password is hexadecimal, so it needs no quoting of its own.
    await owner.unsafe(`alter role app_user password '${appUrl.password}'`)
  } catch (error) {
    const state = sqlStateOf(error)
    if (state === sqlState.internalError && tries > 1) return giveAppPassword(owner, appUrl, tries - 1)
    if (state !== sqlState.insufficientPrivilege) throw error
    throw new RangeError('the role app_user of this server is not its to change; set APP_DATABASE_URL')
  }
}
