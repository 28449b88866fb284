import { isIdentifier } from '../identifier.ts'
import { isIsoDate } from '../iso-date.ts'
import { isParticipantRole, participantsRefusal } from '../people/participant.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import { endingReasons, pauseReasons } from './reason.ts'
import { type Relationship, type RelationshipStatus, relationshipStatuses } from './relationship.ts'
import { isRelationshipKind, kindFitRefusal } from './relationship-kind.ts'

/**
 * Gives a stored JSON value as the relationship that it is, or where its shape is wrong; a property of no use in its status
 * is refused, so that nothing is kept unseen.
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
  if (!isObject(stored)) return wrong(stored, '', 'an object')
  const status = relationshipStatuses.find((one) => one === stored.status)
  if (status === undefined) return wrong(stored.status, 'status', `one of ${relationshipStatuses.join(', ')}`)
  const refusal = fieldsRefusal(stored, { ...base, ...fieldsOf[status] }, '')
  if (refusal) return { refusal }
  const relationship = stored as unknown as Relationship
  const meaningless = meaningRefusal(relationship)
  return meaningless ? { refusal: meaningless } : { value: relationship }
}

type Field = {
  readonly is: (value: unknown) => boolean
  readonly asks: string
  readonly optional?: true
  readonly each?: Fields
}
type Fields = Readonly<Record<string, Field>>

const id: Field = { is: isIdentifier, asks: 'an id' }
const day: Field = { is: isIsoDate, asks: 'a day YYYY-MM-DD' }
const role: Field = { is: isParticipantRole, asks: 'a participant role' }
const listed = (values: readonly string[]): Field => ({
  is: (value) => values.some((one) => one === value),
  asks: `one of ${values.join(', ')}`,
})
const listOf = (each: Fields): Field => ({ is: Array.isArray, asks: 'a list', each })
const optional = (field: Field): Field => ({ ...field, optional: true })

const base: Fields = {
  id,
  cohortId: optional(id),
  kind: { is: isRelationshipKind, asks: 'a kind of relationship' },
  participants: listOf({ personId: id, role }),
  status: { is: () => true, asks: 'a status' },
}
const acts = listOf({ personId: id, on: day })
const asked: Fields = { proposedOn: day, accepted: acts }
const formation: Fields = { ...asked, signatures: acts, briefings: listOf({ personId: id, on: day, role }) }
const inCourse: Fields = { ...formation, startedOn: day, since: day }

const fieldsOf: Readonly<Record<RelationshipStatus, Fields>> = {
  proposed: asked,
  offered: asked,
  forming: formation,
  active: inCourse,
  paused: { ...inCourse, reason: listed(pauseReasons) },
  'winding-down': inCourse,
  ended: { ...formation, startedOn: optional(day), on: day, reason: listed(endingReasons), by: optional(id) },
  declined: { ...asked, on: day, by: id },
  recorded: { completed: optional({ is: (value) => typeof value === 'boolean', asks: 'true or false' }) },
}

function fieldsRefusal(value: Readonly<Record<string, unknown>>, fields: Fields, path: string): Refusal | undefined {
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key))
  if (unknown !== undefined) return wrong(value[unknown], `${path}${unknown}`, 'absent').refusal
  for (const [key, field] of Object.entries(fields)) {
    const found = value[key]
    if (found === undefined && field.optional) continue
    if (!field.is(found)) return wrong(found, `${path}${key}`, field.asks).refusal
    if (!field.each) continue
    for (const [index, item] of (found as readonly unknown[]).entries()) {
      const place = `${path}${key}[${index}]`
      if (!isObject(item)) return wrong(item, place, 'an object').refusal
      const refusal = fieldsRefusal(item, field.each, `${place}.`)
      if (refusal) return refusal
    }
  }
  return undefined
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

function wrong(value: unknown, path: string, asks: string) {
  const found = value === undefined ? 'nothing' : JSON.stringify(value)
  const where = path === '' ? 'The stored value' : `"${path}"`
  return refuse('not-a-relationship', `${where} must be ${asks}, but is ${found}: correct the stored value.`, path)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
