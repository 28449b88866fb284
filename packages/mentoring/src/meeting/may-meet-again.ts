import { type Result, refuse } from '../refusal.ts'
import type { Relationship } from '../relationship/relationship.ts'
import type { Meeting } from './meeting.ts'

/**
 * Gives how many meetings a relationship has had, or why it may have no more: a flash relationship meets once. Ask it before
 * `recordMeeting`, which sees one meeting at a time.
 *
 * @example
 * ```ts
 * import { mayMeetAgain, type Relationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const flash: Relationship = { id: 'r1', kind: 'flash', participants, status: 'recorded' }
 * mayMeetAgain(flash, []) //=> { "value": 0 }
 * ```
 */
export function mayMeetAgain(relationship: Relationship, meetings: readonly Meeting[]): Result<number> {
  const held = meetings.filter((one) => one.relationshipId === relationship.id)
  const [first] = held
  if (relationship.kind !== 'flash' || first === undefined) return { value: held.length }
  const message = `A flash relationship meets once, and met on ${first.heldOn}: propose a dyad to meet again.`
  return refuse('meeting-not-possible', message, 'relationshipId')
}
