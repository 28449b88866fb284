import { participantsRefusal } from '../people/participant.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import { parseShape } from '../shape/parse-shape.ts'
import type { Relationship } from './relationship.ts'
import { kindFitRefusal } from './relationship-kind.ts'
import { relationshipShape } from './relationship-shape.ts'

/**
 * Gives a stored JSON value as the relationship that it is, or where its shape is wrong; a property of no use in its status
 * is refused, so that nothing is kept unseen: with `content-is-never-kept` where its name says that it holds what was said.
 *
 * Beyond the shape: the participants fit the kind (except in `recorded`), whoever acts takes part, and the dates are in
 * order. Whether the policy of the time was followed is not judged again.
 *
 * @example
 * ```ts
 * import { parseRelationship } from '@mentoring-commons/mentoring'
 *
 * const stored = JSON.parse('{"id":"j1","kind":"dyad","participants":[{"personId":"ada","role":"mentee"}],"status":"recorded"}')
 * 'value' in parseRelationship(stored) //=> true
 * const { id, ...rest } = stored
 * const parsed = parseRelationship(rest)
 * 'refusal' in parsed && parsed.refusal.path //=> "id"
 * ```
 */
export function parseRelationship(stored: unknown): Result<Relationship> {
  const parsed = parseShape(stored, relationshipShape, 'not-a-relationship')
  if ('refusal' in parsed) return parsed
  const meaningless = meaningRefusal(parsed.value)
  return meaningless ? { refusal: meaningless } : parsed
}

function meaningRefusal(relationship: Relationship): Refusal | undefined {
  if (relationship.status === 'recorded') return participantsRefusal(relationship.participants)
  const signed = 'signatures' in relationship ? relationship.signatures : []
  const briefed = 'briefings' in relationship ? relationship.briefings : []
  const actors = [...relationship.accepted, ...signed, ...briefed].map((act) => act.personId)
  if ('by' in relationship && relationship.by !== undefined) actors.push(relationship.by)
  const days = (list: readonly { readonly on: string }[]) => list.map((act) => act.on)
  const begun = [relationship.proposedOn, ...days(relationship.accepted)]
  const after = [
    ...('startedOn' in relationship && relationship.startedOn !== undefined ? [relationship.startedOn] : []),
    ...('since' in relationship ? [relationship.since] : []),
    ...('on' in relationship ? [relationship.on] : []),
  ]
  return (
    kindFitRefusal(relationship.kind, relationship.participants) ??
    strangerRefusal(relationship, actors) ??
    orderRefusal([...begun, ...days(signed), ...after]) ??
    orderRefusal([...begun, ...days(briefed), ...after])
  )
}

function strangerRefusal({ participants }: Relationship, actors: readonly string[]): Refusal | undefined {
  const stranger = actors.find((actor) => !participants.some((one) => one.personId === actor))
  if (stranger === undefined) return undefined
  return refuse('not-a-participant', `"${stranger}" acts but takes no part: correct the stored value.`).refusal
}

function orderRefusal(days: readonly string[]): Refusal | undefined {
  const late = days.findIndex((one, index) => index > 0 && one < (days[index - 1] ?? one))
  if (late === -1) return undefined
  return refuse('date-goes-back', `${days[late]} follows ${days[late - 1]}: correct the stored value.`).refusal
}
