import { PGlite } from '@electric-sql/pglite'
import { type AnyRelations, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Database, Transaction } from './database.ts'

/** An embedded database in a directory that this process owns (take the lock first), or in memory, there from an image if one is given. */
export async function openPglite<R extends AnyRelations>(
  directory: string | undefined,
  relations: R,
  image?: Blob,
): Promise<Database<R>> {
  const client = await PGlite.create({
    ...(directory === undefined ? {} : { dataDir: directory }),
    ...(image === undefined ? {} : { loadDataDir: image }),
  })
  const db = drizzle({ client, relations })
  return {
    kind: 'embedded',
    migrate: async (migrationsFolder) => {
      await migrate(db, { migrationsFolder, migrationsSchema: 'commons_journal', migrationsTable: 'migration' })
    },
    within: (institutionId, mode, work) =>
      db.transaction(
        async (tx) => {
          await tx.execute(sql`set local role app_user`)
          await tx.execute(sql`select ctx.enter(${institutionId})`)
          return work(tx as unknown as Transaction<R>)
        },
        mode === 'read' ? { accessMode: 'read only', isolationLevel: 'repeatable read' } : {},
      ),
    erasing: (institutionId, work) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`set local role data_eraser`)
        await tx.execute(sql`select ctx.enter(${institutionId})`)
        return work(tx as unknown as Transaction<R>)
      }),
    asOwner: (work) => db.transaction((tx) => work(tx as unknown as Transaction<R>)),
    ping: async () => {
      await client.query('select 1')
    },
    queue: () => ({
      kind: 'embedded',
      client,
      run: async (statement) => {
        await client.exec(statement)
      },
    }),
    close: () => client.close(),
  }
}
