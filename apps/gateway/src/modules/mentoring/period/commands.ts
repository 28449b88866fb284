import { pairsNotAgain, transferRelationship as transfer } from '@mentoring-commons/mentoring'
import { type Context, viewerOf } from '../../../context.ts'
import { sqlState, sqlStateOf } from '../../../db/errors.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { takePlaces } from '../capacity/commands.ts'
import { refuseFuture, staleVersion, visibleRelationship } from '../commands.ts'
import { refuseConflicts } from '../conflict/commands.ts'
import { declinedRelationships, insertRelationship, updateRelationship } from '../store.ts'

/** Who leaves, who takes their place, and the version that it was decided on. */
export interface TransferInput {
  readonly relationshipId: string
  readonly leaving: string
  readonly joining: string
  readonly on: string
  readonly by?: string | undefined
  readonly expectedVersion: number
  readonly idempotencyKey?: string | null | undefined
}

/**
 * Ends a relationship as reassigned and proposes the one that continues it, in one transaction: the id of the one that was proposed.
 * Refused where a conflict stands between the people who would be together, or where the one who joins has no room.
 */
export function transferRelationship(context: Context, { idempotencyKey, ...input }: TransferInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'transferRelationship', idempotencyKey, input }, async (tx) => {
    const stored = await visibleRelationship(context, tx, input.relationshipId)
    const { leaving, joining, on, by } = input
    refuseFuture(context, on, 'on')
    if (stored.version !== input.expectedVersion) throw staleVersion(stored.version)
    if (by !== undefined && !stored.state.participants.some(({ personId }) => personId === by))
      throw new Refused({
        code: 'not-a-participant',
        message:
          'a transfer is asked for by one of the people in the relationship; leave `by` out where the programme asks',
        path: 'by',
      })
    const declined = await declinedRelationships(tx, institutionId, stored.programmeId)
    const { ended, proposed } = accepted(
      transfer(
        stored.state,
        {
          ...{ id: context.newId(), on, leaving, joining },
          ...(by === undefined ? {} : { by }),
          notAgain: declined.flatMap((one) => pairsNotAgain(one)),
        },
        stored.policy,
      ),
    )
    const recorded = { by: accountId, at: context.now() }
    const step = { type: 'end', on, reason: 'reassigned', ...(by === undefined ? {} : { by }) } as const
    if (!(await updateRelationship(tx, institutionId, ended, stored.version, step, recorded)))
      throw staleVersion(undefined)
    await takePlaces(context, tx, proposed.participants, 'proposal')
    await refuseConflicts(context, tx, proposed.participants, on, 'joining')
    try {
      await insertRelationship(tx, institutionId, stored.programmeId, proposed, recorded)
    } catch (error) {
      throw sqlStateOf(error) === sqlState.foreignKeyViolation ? unknownId('Person', 'joining') : error
    }
    return proposed.id
  })
}
