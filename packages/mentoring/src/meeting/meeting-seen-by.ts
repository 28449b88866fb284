import type { Participant } from '../people/participant.ts'
import type { Meeting } from './meeting.ts'

/** What the programme sees of a meeting: that it was held. */
export type MeetingSeen = Omit<Meeting, 'topics' | 'session'>

/**
 * Gives a meeting as somebody may see it: whole to those who take part in the relationship, and to everybody else, whatever
 * their office, without its topics and stages. Whether they may see that it was held is for the caller to know.
 *
 * @example
 * ```ts
 * import { meetingSeenBy } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const meeting = { id: 'm1', relationshipId: 'r1', heldOn: '2026-02-03', durationMinutes: 60, mode: 'online' as const, topics: ['career'] }
 * 'topics' in meetingSeenBy(meeting, participants, 'ada') //=> true
 * 'topics' in meetingSeenBy(meeting, participants, 'coordinator') //=> false
 * ```
 */
export function meetingSeenBy(
  meeting: Meeting,
  participants: readonly Participant[],
  personId: string,
): Meeting | MeetingSeen {
  if (participants.some((one) => one.personId === personId)) return meeting
  const { id, relationshipId, heldOn, durationMinutes, mode } = meeting
  return { id, relationshipId, heldOn, durationMinutes, mode }
}
