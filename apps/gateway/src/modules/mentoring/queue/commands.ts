import { defineQueueThresholds, parseStored, type QueueThresholds } from '@mentoring-commons/mentoring'
import { type Context, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { refuseFuture, visibleRelationship } from '../commands.ts'
import { findProgrammeById } from '../store.ts'
import { mayRecordReview } from './policy.ts'
import { insertReview, putThresholds } from './store.ts'

/** Every command may be sent again with the same key. */
interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** Thresholds of a programme; the defaults where it says nothing. */
export interface ThresholdsInput extends Repeatable {
  readonly programmeId: string
  readonly thresholds: Partial<QueueThresholds>
}

/** Sets after how many days something waits in a programme: its id. */
export function setQueueThresholds(context: Context, { idempotencyKey, ...input }: ThresholdsInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'setQueueThresholds', idempotencyKey, input }, async (tx) => {
    if ((await findProgrammeById(tx, institutionId, input.programmeId)) === undefined)
      throw unknownId('Programme', 'programme')
    const thresholds = accepted(defineQueueThresholds(input.thresholds))
    await putThresholds(tx, institutionId, input.programmeId, thresholds, { by: accountId, at: context.now() })
    return input.programmeId
  })
}

/** A review to record. */
export interface ReviewInput extends Repeatable {
  readonly relationshipId: string
  readonly heldOn: string
}

/** Records that the people of a relationship reviewed it on a day, and nothing of what they found: the relationship's id. */
export function recordReview(context: Context, { idempotencyKey, ...input }: ReviewInput): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId, accountId } = viewer
  return once(context, { command: 'recordReview', idempotencyKey, input }, async (tx) => {
    const { state } = await visibleRelationship(context, tx, input.relationshipId)
    const people = state.participants.map(({ personId }) => personId)
    if (!mayRecordReview(viewer, people))
      throw new Refused({
        code: 'review-of-others',
        message: 'the people who reviewed it record it, or a coordinator whom they told',
        path: 'relationship',
      })
    refuseFuture(context, input.heldOn, 'heldOn')
    const review = accepted(parseStored('review', input))
    const startedOn = 'startedOn' in state ? state.startedOn : undefined
    if (startedOn === undefined || review.heldOn < startedOn)
      throw new Refused({
        code: 'review-before-start',
        message: startedOn
          ? `${review.heldOn} is before ${startedOn}, the day on which it began: correct the day`
          : 'it has not begun, so that there is nothing to review',
        path: 'heldOn',
      })
    await insertReview(tx, institutionId, review, { by: accountId, at: context.now() })
    return state.id
  })
}
