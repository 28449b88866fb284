import type { EndingReason } from './reason.ts'
import type { Relationship } from './relationship.ts'

/** What one person may see of an ending: never who ended it. */
export interface EndingSeen {
  readonly on: string
  readonly reason: EndingReason
}

/**
 * Gives the ending as one participant may see it; nothing where the relationship has not ended or the person takes no part.
 *
 * The person who ended it sees the reason that is kept; everybody else sees `no-fault`, also where the programme ended
 * it, because its reason may tell what the other party reported. Only `completed`, which no winding down is reached without
 * and which blames nobody, is seen by all.
 *
 * @example
 * ```ts
 * import { endingSeenBy, type Relationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const before = { id: 'r1', kind: 'dyad' as const, participants, proposedOn: '2026-01-05', accepted: [], signatures: [], briefings: [] }
 * const ended: Relationship = { ...before, status: 'ended', on: '2026-03-02', by: 'ada', reason: 'conflict' }
 * endingSeenBy(ended, 'ada') //=> { "on": "2026-03-02", "reason": "conflict" }
 * endingSeenBy(ended, 'mia') //=> { "on": "2026-03-02", "reason": "no-fault" }
 * ```
 */
export function endingSeenBy(relationship: Relationship, personId: string): EndingSeen | undefined {
  if (relationship.status !== 'ended') return undefined
  if (!relationship.participants.some((one) => one.personId === personId)) return undefined
  const { on, by, reason } = relationship
  const seesReason = by === personId || reason === 'completed'
  return { on, reason: seesReason ? reason : 'no-fault' }
}
