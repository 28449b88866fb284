import { peopleOf } from '../people/participant.ts'
import { type Result, refuse } from '../refusal.ts'
import { peopleAskedFirst } from './outstanding.ts'
import type { Relationship } from './relationship.ts'
import type { StatusPeriod } from './status-period.ts'
import type { RelationshipStep } from './step.ts'

/**
 * Gives the whole life of a relationship as periods, in order and without a gap; the last one lasts.
 *
 * `steps` are all steps that it took, in order; a `propose` among them is passed over. The way to active is read from
 * the relationship itself, whatever the policy was then, and so are its first and last days; pauses come from the steps.
 * Steps that do not lead to the present status on its day are refused. Empty for recorded history, whose course is not known.
 *
 * @example
 * ```ts
 * import { periodsOf, type Relationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const accepted = [{ personId: 'ada', on: '2026-01-07' }, { personId: 'mia', on: '2026-01-09' }]
 * const before = { id: 'r1', kind: 'dyad' as const, participants, proposedOn: '2026-01-05', accepted, signatures: [], briefings: [] }
 * const now: Relationship = { ...before, status: 'paused', startedOn: '2026-01-09', since: '2026-03-01', reason: 'absence' }
 * const periods = periodsOf(now, [{ type: 'pause', on: '2026-03-01', reason: 'absence' }])
 * 'value' in periods && periods.value.map(({ status }) => status) //=> ["proposed", "offered", "active", "paused"]
 * 'value' in periods && periods.value[2] //=> { "status": "active", "from": "2026-01-09", "to": "2026-03-01" }
 * ```
 */
export function periodsOf(
  relationship: Relationship,
  steps: readonly (RelationshipStep | { readonly type: 'propose' })[],
): Result<readonly StatusPeriod[]> {
  if (relationship.status === 'recorded') return { value: [] }
  const starts = [...untilActive(relationship), ...course(relationship, steps)]
  const last = starts.at(-1)
  const isInCourse = 'since' in relationship
  const leadsHere = last?.status === relationship.status && (!isInCourse || last.from === relationship.since)
  if (!leadsHere) {
    const now = isInCourse ? `${relationship.status} since ${relationship.since}` : relationship.status
    const message = `The steps lead to ${last?.status} on ${last?.from}, but the relationship is ${now}: give all its steps, in order.`
    return refuse('steps-do-not-lead-here', message, 'steps')
  }
  return { value: starts.map((start, index) => withEnd(start, starts[index + 1])) }
}

type Start = Pick<StatusPeriod, 'status' | 'from'>

function untilActive(relationship: Exclude<Relationship, { readonly status: 'recorded' }>): readonly Start[] {
  const { participants, accepted, proposedOn } = relationship
  const starts: Start[] = [{ status: 'proposed', from: proposedOn }]
  const lastOf = (people: readonly string[]) => {
    const days = people.map((person) => accepted.find((act) => act.personId === person)?.on)
    if (days.includes(undefined)) return undefined
    return (days as readonly string[]).reduce((latest, one) => (one > latest ? one : latest), proposedOn)
  }
  const first = peopleAskedFirst(participants)
  const everybody = peopleOf(participants)
  const offeredOn = lastOf(first)
  if (offeredOn !== undefined && first.length < everybody.length) starts.push({ status: 'offered', from: offeredOn })
  const formingOn = lastOf(everybody)
  if (formingOn === undefined || !('signatures' in relationship)) return starts
  const startedOn = 'startedOn' in relationship ? relationship.startedOn : undefined
  const passedAtOnce = startedOn === formingOn && relationship.signatures.length + relationship.briefings.length === 0
  if (!passedAtOnce) starts.push({ status: 'forming', from: formingOn })
  if (startedOn !== undefined) starts.push({ status: 'active', from: startedOn })
  return starts
}

function course(
  relationship: Relationship,
  steps: readonly { readonly type: string; readonly on?: string }[],
): readonly Start[] {
  const starts = steps.flatMap(({ type, on }): Start[] => {
    if (on === undefined) return []
    if (type === 'pause') return [{ status: 'paused', from: on }]
    if (type === 'resume') return [{ status: 'active', from: on }]
    return type === 'wind-down' ? [{ status: 'winding-down', from: on }] : []
  })
  if (relationship.status === 'ended' || relationship.status === 'declined') {
    starts.push({ status: relationship.status, from: relationship.on })
  }
  return starts
}

function withEnd(start: Start, next: Start | undefined): StatusPeriod {
  return next === undefined ? start : { ...start, to: next.from }
}
