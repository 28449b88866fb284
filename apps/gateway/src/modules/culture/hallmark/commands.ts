import { type HallmarkReading, readHallmark } from '@mentoring-commons/mentoring'
import { type Context, viewerOf } from '../../../context.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { insertHallmark } from './store.ts'

/** A reading to record. */
export type HallmarkInput = Omit<HallmarkReading, 'id' | 'departmentId'> & {
  readonly departmentId?: string | null | undefined
  readonly idempotencyKey?: string | null | undefined
}

/** Records how far a group found one hallmark to be there: the reading's id. */
export function recordHallmark(context: Context, { idempotencyKey, ...input }: HallmarkInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'recordHallmark', idempotencyKey, input }, async (tx) => {
    const { departmentId, ...rest } = input
    const today = context.now().slice(0, 10)
    if (input.on > today)
      throw new Refused({
        code: 'day-in-the-future',
        message: `${input.on} is after today, ${today}: record what was read`,
        path: 'on',
      })
    const part = departmentId ? { departmentId } : {}
    const state = accepted(readHallmark({ id: context.newId(), ...rest, ...part }))
    await insertHallmark(tx, institutionId, state, { recordedBy: accountId, recordedAt: context.now() })
    return state.id
  })
}
