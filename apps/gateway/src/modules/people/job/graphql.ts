import { builder } from '../../../builder.ts'
import type { Context } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { ownRow } from '../../../own.ts'
import { jobStatuses } from './table.ts'

export const JobStatusEnum = builder.enumType('JobStatus', {
  description: 'Where long work stands.',
  values: enumValues(jobStatuses),
})

/** A job each time it goes on, until it has ended: for subscriptions. It ends as well when nobody listens any more. */
export async function* jobStates(context: Context, id: string) {
  const stop = new AbortController()
  const read = () => context.transact('read', (tx) => tx.query.job.findFirst({ where: ownRow(context, id) }))
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
