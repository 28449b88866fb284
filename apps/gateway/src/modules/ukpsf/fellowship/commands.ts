import { defineFellowship } from '@mentoring-commons/ukpsf'
import { type Context, viewerOf } from '../../../context.ts'
import { sqlState, sqlStateOf } from '../../../db/errors.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { insertFellowship, insertGoodStanding, loadFellowship } from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** A fellowship that was awarded elsewhere. */
export interface AwardedElsewhere extends Repeatable {
  readonly personId: string
  readonly descriptor: string
  readonly awardedOn: string
}

/** Records a fellowship that was awarded elsewhere: its id. */
export function recordFellowship(context: Context, { idempotencyKey, ...input }: AwardedElsewhere): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'recordFellowship', idempotencyKey, input }, async (tx) => {
    const { id, personId, descriptor, category, awardedOn } = accepted(
      defineFellowship({ id: context.newId(), ...input }),
    )
    refuseFuture(context, awardedOn, 'awardedOn')
    try {
      await insertFellowship(tx, { institutionId, id, personId, descriptor, category, awardedOn })
    } catch (error) {
      if (sqlStateOf(error) === sqlState.foreignKeyViolation) throw unknownId('Person', 'person')
      if (sqlStateOf(error) !== sqlState.uniqueViolation) throw error
      throw new Refused({
        code: 'fellowship-recorded',
        message: `this person has a fellowship of ${descriptor} already; see Person.fellowships`,
        path: 'descriptor',
      })
    }
    return id
  })
}

/** Records that a fellow's good standing was reviewed: the fellowship's id. The same day again changes nothing. */
export function recordGoodStanding(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly fellowshipId: string; readonly on: string },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'recordGoodStanding', idempotencyKey, input }, async (tx) => {
    const row = await loadFellowship(tx, institutionId, input.fellowshipId, 'look')
    if (row === undefined) throw unknownId('Fellowship', 'fellowship')
    refuseFuture(context, input.on, 'on')
    if (input.on < row.awardedOn)
      throw new Refused({
        code: 'reversed-period',
        message: `${input.on} is before the award on ${row.awardedOn}; a review comes after it`,
        path: 'on',
      })
    await insertGoodStanding(tx, { institutionId, fellowshipId: row.id, reviewedOn: input.on, recordedBy: accountId })
    return row.id
  })
}

/** Refuses a day that has not come yet. */
export function refuseFuture(context: Context, day: string, path: string): void {
  const today = context.now().slice(0, 10)
  if (day > today)
    throw new Refused({
      code: 'day-not-come',
      message: `${day} has not come yet (today is ${today}); record what has happened`,
      path,
    })
}
