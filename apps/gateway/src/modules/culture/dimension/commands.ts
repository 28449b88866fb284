import { type DimensionKey, type ParticipantRole, readDimension as read } from '@mentoring-commons/mentoring'
import { type Context, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { mayReadRelationship } from '../../mentoring/policy.ts'
import { loadRelationship } from '../../mentoring/store.ts'
import { once } from '../../people/idempotency.ts'
import { insertReading } from './store.ts'

/** How the viewer reads a relationship of theirs, in a role that they have there. */
export interface ReadingInput {
  readonly relationshipId: string
  readonly party: ParticipantRole
  readonly dimension: DimensionKey
  readonly reading: number
  readonly on: string
  readonly idempotencyKey?: string | null | undefined
}

/** Records how the viewer reads a relationship along one dimension: the reading's id. */
export function readDimension(context: Context, { idempotencyKey, ...input }: ReadingInput): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId, personId } = viewer
  return once(context, { command: 'readDimension', idempotencyKey, input }, async (tx) => {
    const stored = await loadRelationship(tx, institutionId, input.relationshipId, 'look')
    const people = stored?.state.participants ?? []
    if (
      stored === undefined ||
      !mayReadRelationship(
        viewer,
        people.map((one) => one.personId),
      )
    )
      throw unknownId('Relationship', 'relationship')
    if (personId === null || !people.some((one) => one.personId === personId && one.role === input.party))
      throw new Refused({
        code: 'party-not-held',
        message: `only somebody who is ${input.party} in this relationship reads it as that`,
        path: 'party',
      })
    const today = context.now().slice(0, 10)
    if (input.on > today)
      throw new Refused({
        code: 'day-in-the-future',
        message: `${input.on} is after today, ${today}: say how you read it now`,
        path: 'on',
      })
    const id = context.newId()
    await insertReading(tx, institutionId, { id, personId, recordedAt: context.now() }, accepted(read(input)))
    return id
  })
}
