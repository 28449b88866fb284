import { EventEmitter, on } from 'node:events'
import { sql } from 'drizzle-orm'
import { fromDrizzle, fromPglite, PgBoss } from 'pg-boss'
import type { JobTicket } from '../context.ts'
import type { QueueConnection, Transaction } from '../db/database.ts'

/** Long work, done once each by some process of the gateway. */
export interface Queue {
  /** Queues a job inside the transaction that writes its row: both are there, or neither. */
  enqueue(tx: Transaction, ticket: JobTicket): Promise<void>
  /** Tells that a job was committed or went on, so that nobody waits for the next look. */
  announce(jobId: string): void
  /** Has a schedule's jobs queued at the times of these cron expressions, and at no others. */
  schedule(
    tx: Transaction,
    which: { readonly institutionId: string; readonly scheduleId: string },
    crons: readonly string[],
  ): Promise<void>
  /** The next instants that a cron expression names; undefined where it is none. */
  upcoming(cron: string, after: string, count: number): readonly string[] | undefined
  /** Comes back each time a job may have changed; at the latest every second, for other processes' work. */
  changes(jobId: string, signal: AbortSignal): AsyncGenerator<void>
  /** Begins to work. */
  start(): Promise<void>
  stop(): Promise<void>
}

const queueName = 'commons'
/** The queue's own, by which what is due is sent. */
const sendQueue = '__pgboss__send-it'
/** The most cron expressions of one schedule. */
const cronsMax = 12
const schema = 'commons_queue'

/** Makes or upgrades the queue's tables, as the owner, and lets the gateway's role use them. */
export async function prepareQueue(owner: QueueConnection, report: (error: Error) => void): Promise<void> {
  const boss = bossOn(owner, { migrate: true })
  boss.on('error', report)
  try {
    await boss.start()
    await boss.createQueue(queueName, { retryLimit: 2, retryDelay: 5, expireInSeconds: 900 })
    await boss.createQueue(sendQueue)
    await owner.run(`grant usage on schema ${schema} to app_user`)
    await owner.run(`grant select, insert, update, delete on all tables in schema ${schema} to app_user`)
    await owner.run(`grant usage, select on all sequences in schema ${schema} to app_user`)
    await owner.run(`grant execute on all functions in schema ${schema} to app_user`)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** The queue as the running gateway uses it. */
export function openQueue(
  connection: QueueConnection,
  work: (ticket: JobTicket) => Promise<void>,
  report: (error: Error) => void,
): Queue {
  const boss = bossOn(connection, { migrate: false })
  boss.on('error', report)
  const events = new EventEmitter().setMaxListeners(0)
  let worker: string | undefined
  return {
    enqueue: async (tx, ticket) => {
      await boss.send(queueName, ticket, { db: fromDrizzle(tx as never, sql as never) })
    },
    schedule: async (tx, { institutionId, scheduleId }, crons) => {
      const db = fromDrizzle(tx as never, sql as never)
      for (let place = 0; place < cronsMax; place++) {
        const [key, cron] = [`${scheduleId}-${place}`, crons[place]]
        if (cron === undefined) await boss.unschedule(queueName, key, { db })
        else await boss.schedule(queueName, cron, { institutionId, scheduleId }, { key, tz: 'UTC', missed: 'once', db })
      }
    },
    upcoming: (cron, after, count) => {
      try {
        return boss.previewSchedule(cron, { from: new Date(after), count }).map((at) => at.toISOString())
      } catch {
        return undefined
      }
    },
    announce: (jobId) => {
      events.emit(jobId)
      if (worker !== undefined) boss.notifyWorker(worker)
    },
    changes: async function* (jobId, signal) {
      const clock = setInterval(() => events.emit(jobId), 1_000)
      try {
        for await (const _ of on(events, jobId, { signal })) yield
      } catch (error) {
        if ((error as Error).name !== 'AbortError') throw error
      } finally {
        clearInterval(clock)
      }
    },
    start: async () => {
      await boss.start()
      worker = await boss.work<Pick<JobTicket, 'institutionId'> & Partial<JobTicket>>(
        queueName,
        { pollingIntervalSeconds: 5 },
        async ([job]) => {
          // A ticket that names no kind is one for a report; one of a schedule has the id that the queue gave it.
          if (job !== undefined) await work({ jobId: job.id, ...job.data, kind: job.data.kind ?? 'report' })
        },
      )
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 2_000 })
    },
  }
}

function bossOn(connection: QueueConnection, options: { migrate: boolean }): PgBoss {
  const shared = {
    schema,
    supervise: !options.migrate,
    // What came due while no process was there is made up for once.
    schedule: !options.migrate,
    reindex: false,
    monitorVacuum: false,
    ...options,
  } as const
  if (connection.kind === 'embedded')
    return new PgBoss({ ...shared, db: fromPglite(connection.client as never), backend: 'pglite' })
  return new PgBoss({ ...shared, connectionString: options.migrate ? connection.ownerUrl : connection.appUrl, max: 2 })
}
