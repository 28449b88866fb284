import type { AnyRelations } from 'drizzle-orm'
import type { JobTicket } from '../context.ts'
import type { Database, Transaction } from '../db/database.ts'
import type { Queue } from './queue.ts'

/** A queue that starts when it is first needed, or shortly after the gateway has begun to answer. */
export interface LazyQueue extends Omit<Queue, 'start'> {
  ready(): Promise<void>
  /** Starts it in a moment, for jobs that an earlier process left waiting. */
  startSoon(): void
}

/** The queue of a database, not started yet: starting it costs more than all the rest of a start. */
export function lazyQueue<R extends AnyRelations>(
  database: Database<R>,
  work: (ticket: JobTicket) => Promise<void>,
  report: (error: Error) => void,
): LazyQueue {
  let started: Promise<Queue> | undefined
  let running: Queue | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const start = () => {
    started ??= open(database, work, report).then(
      (queue) => {
        running = queue
        return queue
      },
      (error) => {
        started = undefined
        throw error
      },
    )
    return started
  }
  // A database that is away for a while must not leave jobs waiting for good.
  const startIn = (milliseconds: number) => {
    timer = setTimeout(() => {
      if (stopped) return
      start().catch((error) => {
        report(error)
        startIn(5_000)
      })
    }, milliseconds)
    timer.unref()
  }
  return {
    ready: async () => {
      await start()
    },
    enqueue: async (tx: Transaction, ticket) => {
      if (running === undefined) throw new TypeError('wait for ready() before the transaction that queues a job')
      await running.enqueue(tx, ticket)
    },
    schedule: async (tx: Transaction, which, crons) => {
      if (running === undefined) throw new TypeError('wait for ready() before the transaction that schedules a job')
      await running.schedule(tx, which, crons)
    },
    upcoming: (cron, after, count) => {
      if (running === undefined) throw new TypeError('wait for ready() before asking when a schedule is due')
      return running.upcoming(cron, after, count)
    },
    announce: (jobId) => running?.announce(jobId),
    changes: async function* (jobId, signal) {
      yield* (await start()).changes(jobId, signal)
    },
    startSoon: () => startIn(2_000),
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await (await started?.catch(() => undefined))?.stop()
    },
  }
}

async function open<R extends AnyRelations>(
  database: Database<R>,
  work: (ticket: JobTicket) => Promise<void>,
  report: (error: Error) => void,
): Promise<Queue> {
  const { openQueue, prepareQueue } = await import('./queue.ts')
  const connection = database.queue()
  await prepareQueue(connection, report)
  const queue = openQueue(connection, work, report)
  await queue.start()
  return queue
}
