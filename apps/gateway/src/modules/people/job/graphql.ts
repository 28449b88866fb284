import { builder } from '../../../builder.ts'
import type { Context } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { ownRow } from '../../../own.ts'
import { type JobKind, jobStatuses } from './table.ts'

/** Where a job stands, and how far it is. */
export interface JobState {
  readonly status: (typeof jobStatuses)[number]
  readonly done: number
  readonly total: number
  readonly message: string
}

export const JobStatusEnum = builder.enumType('JobStatus', {
  description: 'Where long work stands.',
  values: enumValues(jobStatuses),
})

/** A job of a kind each time it goes on, until it has ended: for subscriptions. It ends as well when nobody listens any more. */
export async function* jobStates(context: Context, id: string, kind: JobKind) {
  const stop = new AbortController()
  const read = () =>
    context.transact('read', (tx) => tx.query.job.findFirst({ where: { ...ownRow(context, id), kind } }))
  let seen = ''
  try {
    const changes = context.jobs.changes(id, stop.signal)
    for (let row = await read(); row !== undefined; row = await read()) {
      const state = JSON.stringify([row.status, row.done, row.message])
      if (state !== seen) yield row
      seen = state
      if (row.status !== 'waiting' && row.status !== 'running') return
      await changes.next()
    }
  } finally {
    stop.abort()
  }
}
