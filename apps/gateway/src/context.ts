import type { Claims } from './auth/verifier.ts'
import type { BadgeKeys } from './badges/badge-keys.ts'
import type { Database, Mode, Transaction } from './db/database.ts'
import type { JobKind } from './modules/people/job/table.ts'
import type { AccountRole } from './modules/people/table.ts'
import type { relations } from './relations.ts'

/** How the tables hang together, as a type. */
export type Relations = typeof relations
/** An open transaction that knows the relations. */
export type Tx = Transaction<Relations>

/** Whoever is asking: an account of one institution, with the roles it holds there. */
export interface Viewer {
  readonly accountId: string
  readonly institutionId: string
  readonly institutionKey: string
  readonly subject: string
  readonly personId: string | null
  readonly roles: ReadonlySet<AccountRole>
}

/** What the gateway has at hand, whoever asks. */
export interface Services {
  readonly database: Database<Relations>
  /** The instant that counts as now, as an ISO string. */
  readonly now: () => string
  readonly newId: () => string
  readonly jobs: JobQueue
  readonly links: SignedLinks
  readonly badges: BadgeKeys
}

/** What a worker is told: whose job, which, and of what kind. Everything else stands in the job's row. */
export interface JobTicket {
  readonly institutionId: string
  readonly jobId: string
  readonly kind: JobKind
  /** The schedule whose time has come; the job's row is made when it is begun. */
  readonly scheduleId?: string
}

/** Long work, done in its own time. */
export interface JobQueue {
  /** Comes back when the queue takes jobs. Wait for it outside a transaction: an embedded database has one connection. */
  ready(): Promise<void>
  /** Queues a job inside the transaction that writes its row. */
  enqueue(tx: Transaction, ticket: JobTicket): Promise<void>
  /** Tells that a job was committed, or went on. */
  announce(jobId: string): void
  /** Has a report of a schedule queued at each time that these cron expressions name, in UTC, from when the transaction ends; at none when there are none. */
  schedule(
    tx: Transaction,
    which: { readonly institutionId: string; readonly scheduleId: string },
    crons: readonly string[],
  ): Promise<void>
  /** The next instants that a cron expression names after one; undefined where it is none. */
  upcoming(cron: string, after: string, count: number): readonly string[] | undefined
  /** Comes back each time a job may have changed. */
  changes(jobId: string, signal: AbortSignal): AsyncGenerator<void>
}

/** Addresses that open one thing for a while, without signing in. */
export interface SignedLinks {
  /** The address of a path of the gateway, as others reach it. */
  address(path: string): string
  sign(path: string, now: string): { readonly url: string; readonly expiresAt: string }
}

/** One request: who asks, and where their rows are. */
export interface Context extends Services {
  readonly requestId: string
  readonly claims: Claims | null
  readonly viewer: Viewer | null
  /** Reads inside the viewer's institution. */
  readonly db: Tx
  readonly transact: <T>(mode: Mode, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** The people whom the viewer is in a relationship with, or is asked to be: looked up when first asked for. */
  readonly partners: () => Promise<ReadonlySet<string>>
}

/** The viewer of a request that is allowed to be here; a caller's bug otherwise, since the schema asks first. */
export function viewerOf(context: Context): Viewer {
  if (context.viewer === null) throw new TypeError('this field has no lock: it was reached by nobody')
  return context.viewer
}
