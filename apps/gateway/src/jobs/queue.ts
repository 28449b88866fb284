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
  /** Comes back each time a job may have changed; at the latest every second, for other processes' work. */
  changes(jobId: string, signal: AbortSignal): AsyncGenerator<void>
  /** Begins to work. */
  start(): Promise<void>
  stop(): Promise<void>
}

const queueName = 'commons'
const schema = 'commons_queue'

/** Makes or upgrades the queue's tables, as the owner, and lets the gateway's role use them. */
export async function prepareQueue(owner: QueueConnection, report: (error: Error) => void): Promise<void> {
  const boss = bossOn(owner, { migrate: true })
  boss.on('error', report)
  try {
    await boss.start()
    await boss.createQueue(queueName, { retryLimit: 2, retryDelay: 5, expireInSeconds: 900 })
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
      worker = await boss.work<Omit<JobTicket, 'kind'> & Partial<JobTicket>>(
        queueName,
        { pollingIntervalSeconds: 5 },
        async ([job]) => {
          // A ticket that names no kind is one for a report.
          if (job !== undefined) await work({ ...job.data, kind: job.data.kind ?? 'report' })
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
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    ...options,
  } as const
  if (connection.kind === 'embedded')
    return new PgBoss({ ...shared, db: fromPglite(connection.client as never), backend: 'pglite' })
  return new PgBoss({ ...shared, connectionString: options.migrate ? connection.ownerUrl : connection.appUrl, max: 2 })
}
