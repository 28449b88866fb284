import { type Result, refuse } from '../refusal.ts'
import type { Relationship } from '../relationship/relationship.ts'
import type { ConflictRecord } from './conflict-record.ts'
import { conflictBetween } from './conflicts-between.ts'
import { type ManagementLine, managersAbove } from './management-line.ts'

/** What is known of the two people. */
export interface Acquaintance {
  readonly relationships: readonly Relationship[]
  readonly records: readonly ConflictRecord[]
  /** Where given, a manager above the person assessed, or below, is refused too. */
  readonly lines?: readonly ManagementLine[]
}

/**
 * Gives the assessor who may assess a person (peer review, a panel, an award) on a day, or why not. Nobody assesses whom
 * they mentor or have mentored, for as long as both live: a mentor or facilitator of a relationship that was taken up, is being
 * taken up, or is imported history. Nor whoever has a conflict with the person on that day, `mentoring` among them, which also keeps a
 * mentee from assessing their mentor, and peers each other, where it is recorded. Only an offer that was declined, or a
 * relationship that ended before it began, leaves nothing.
 *
 * Source: the strongest conflict clause found, an academic mentoring agreement (docsbay.net; certainty 1).
 *
 * @example
 * ```ts
 * import { mayAssess, type Relationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const past: Relationship = { id: 'r1', kind: 'dyad', participants, status: 'recorded', completed: true }
 * const asked = mayAssess('mia', 'ada', { relationships: [past], records: [] }, '2031-01-01')
 * 'refusal' in asked && asked.refusal.code //=> "mentored-before"
 * 'value' in mayAssess('zoe', 'ada', { relationships: [past], records: [] }, '2031-01-01') //=> true
 * ```
 */
export function mayAssess(assessorId: string, personId: string, known: Acquaintance, on: string): Result<string> {
  if (assessorId === personId) {
    return refuse('conflict-stands', `"${personId}" would assess themselves: name somebody else.`, 'assessorId')
  }
  const mentored = known.relationships.find((one) => hasMentored(one, assessorId, personId))
  if (mentored !== undefined) {
    const message = `"${assessorId}" mentors "${personId}", or has: name somebody else, at any time.`
    return refuse('mentored-before', message, 'assessorId')
  }
  const [conflict] = conflictBetween(assessorId, personId, known.records, on)
  if (conflict !== undefined) {
    const code = conflict.kind === 'mentoring' ? 'mentored-before' : 'conflict-stands'
    const message = `"${assessorId}" and "${personId}" have a conflict of kind ${conflict.kind}: name somebody else.`
    return refuse(code, message, 'assessorId')
  }
  const lines = known.lines ?? []
  const isAbove = (over: string, under: string) => managersAbove(under, lines, on).includes(over)
  if (isAbove(assessorId, personId) || isAbove(personId, assessorId)) {
    const message = `"${assessorId}" and "${personId}" stand in one line of management: name somebody else.`
    return refuse('conflict-stands', message, 'assessorId')
  }
  return { value: assessorId }
}

function hasMentored(relationship: Relationship, mentorId: string, menteeId: string): boolean {
  const { participants, status } = relationship
  const leads = participants.some((one) => one.personId === mentorId && ['mentor', 'facilitator'].includes(one.role))
  const isLed = participants.some((one) => one.personId === menteeId && ['mentee', 'peer'].includes(one.role))
  if (!leads || !isLed || status === 'declined') return false
  return status !== 'ended' || relationship.startedOn !== undefined
}
