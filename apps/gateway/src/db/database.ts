import type { AnyRelations, SQL } from 'drizzle-orm'
import type { PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { PgAsyncTransaction } from 'drizzle-orm/pg-core/async'

/** An open transaction, whichever engine runs it. */
// biome-ignore lint/suspicious/noExplicitAny: stores name tables, not relations, so any set of relations serves them
export type Transaction<R extends AnyRelations = any> = PgAsyncTransaction<PgQueryResultHKT, R>

/** What a transaction may do: a read cannot change anything, even by mistake. */
export type Mode = 'read' | 'write'

/** How the job queue reaches the database. `run` runs one statement as the owner. */
export type QueueConnection = { readonly run: (statement: string) => Promise<void> } & (
  | { readonly kind: 'embedded'; readonly client: unknown }
  | { readonly kind: 'server'; readonly ownerUrl: string; readonly appUrl: string }
)

/** One database, embedded or a server. All work happens in transactions that say whose rows they are about. */
export interface Database<R extends AnyRelations> {
  readonly kind: 'embedded' | 'server'
  /** Brings the schema up to date. Safe when several processes do it at once. */
  migrate(folder: string): Promise<void>
  /** Runs `work` inside one institution: row-level security shows and accepts that institution's rows only. */
  within<T>(institutionId: string, mode: Mode, work: (tx: Transaction<R>) => Promise<T>): Promise<T>
  /**
   * Runs `work` inside one institution as `data_eraser`, who may rewrite what is otherwise only added to: to erase a person, nothing
   * else. Row-level security holds for it as it does for requests.
   */
  erasing<T>(institutionId: string, work: (tx: Transaction<R>) => Promise<T>): Promise<T>
  /** Runs `work` as the owner of the tables: to found institutions and name first administrators, nothing else. */
  asOwner<T>(work: (tx: Transaction<R>) => Promise<T>): Promise<T>
  /** Answers when the database does. */
  ping(): Promise<void>
  queue(): QueueConnection
  close(): Promise<void>
}

/** The rows of a raw statement: the drivers wrap them differently. */
export async function rowsOf<T>(tx: Transaction, statement: SQL): Promise<readonly T[]> {
  const result: unknown = await tx.execute(statement)
  return Array.isArray(result) ? result : (result as { rows: T[] }).rows
}
