import type { Participant, ParticipantRole } from '../people/participant.ts'
import type { EndingReason, PauseReason } from './reason.ts'
import type { RelationshipKind } from './relationship-kind.ts'

/** Every status, in the order in which a relationship may meet them; `recorded` stands apart. */
export const relationshipStatuses = [
  'proposed',
  'offered',
  'forming',
  'active',
  'paused',
  'winding-down',
  'ended',
  'declined',
  'recorded',
] as const

/** The administrative status of a relationship: a fact, and never its phase, which is somebody's judgement at a date. */
export type RelationshipStatus = (typeof relationshipStatuses)[number]

/** That a person did something on a day: accepted, or signed. */
export interface DatedAct {
  readonly personId: string
  readonly on: string
}

/** That a person signed the agreement on a day: the version that is named, or one that is kept elsewhere. */
export interface SignatureAct extends DatedAct {
  readonly version?: number
}

/** That a person completed the briefing for a role on a day. */
export interface BriefingAct extends DatedAct {
  readonly role: ParticipantRole
}

/** What every relationship has, whatever its status. */
export interface RelationshipBase {
  readonly id: string
  /** Absent where the relationship belongs to no cohort, as an informal one. */
  readonly cohortId?: string
  readonly kind: RelationshipKind
  readonly participants: readonly Participant[]
  /** The relationship that this one carries on with another person, as after a transfer. */
  readonly continues?: string
}

/** The mentees (or peers) are asked; those in `accepted` have said yes. */
export interface ProposedRelationship extends RelationshipBase {
  readonly status: 'proposed'
  readonly proposedOn: string
  readonly accepted: readonly DatedAct[]
}

/** All mentees (or peers) have accepted, and the mentors and facilitators are asked. */
export interface OfferedRelationship extends RelationshipBase {
  readonly status: 'offered'
  readonly proposedOn: string
  readonly accepted: readonly DatedAct[]
}

/** What is known of the way to an active relationship: each list in the order in which it happened. */
export interface Formation extends RelationshipBase {
  readonly proposedOn: string
  readonly accepted: readonly DatedAct[]
  readonly signatures: readonly SignatureAct[]
  readonly briefings: readonly BriefingAct[]
}

/** Everybody has accepted; something that the policy asks for is not done yet. */
export interface FormingRelationship extends Formation {
  readonly status: 'forming'
}

/** The people meet. */
export interface ActiveRelationship extends Formation {
  readonly status: 'active'
  /** The day it became active for the first time. */
  readonly startedOn: string
  /** The day it became active, or active again after a pause. */
  readonly since: string
}

/** The relationship rests, and may be taken up again. */
export interface PausedRelationship extends Formation {
  readonly status: 'paused'
  readonly startedOn: string
  readonly since: string
  readonly reason: PauseReason
}

/** The people are bringing the relationship to its close. */
export interface WindingDownRelationship extends Formation {
  readonly status: 'winding-down'
  readonly startedOn: string
  readonly since: string
}

/** The relationship is over. What a participant may see of it is what `endingSeenBy` gives, never `reason` and `by`. */
export interface EndedRelationship extends Formation {
  readonly status: 'ended'
  /** Absent where it ended before it ever became active. */
  readonly startedOn?: string
  readonly on: string
  readonly reason: EndingReason
  /** The participant who ended it; absent where the programme did. */
  readonly by?: string
}

/** Somebody who was asked said no. Those in `accepted` had said yes before. */
export interface DeclinedRelationship extends RelationshipBase {
  readonly status: 'declined'
  readonly proposedOn: string
  readonly accepted: readonly DatedAct[]
  readonly on: string
  readonly by: string
}

/** Imported history whose course is not known: no dates, agreement or ending, because none are known. */
export interface RecordedRelationship extends RelationshipBase {
  readonly status: 'recorded'
  /** Whether it was completed; absent where that is not known. */
  readonly completed?: boolean
}

/** A relationship: participants with roles, in one status, with what is true in that status. A JSON value. */
export type Relationship =
  | ProposedRelationship
  | OfferedRelationship
  | FormingRelationship
  | ActiveRelationship
  | PausedRelationship
  | WindingDownRelationship
  | EndedRelationship
  | DeclinedRelationship
  | RecordedRelationship

/** Gives the fields that every status has, and no other. */
export function baseOf(relationship: RelationshipBase): RelationshipBase {
  const { id, cohortId, kind, participants, continues } = relationship
  return {
    id,
    ...(cohortId === undefined ? {} : { cohortId }),
    kind,
    participants: participants.map(({ personId, role }) => ({ personId, role })),
    ...(continues === undefined ? {} : { continues }),
  }
}

/** Gives the fields that every status from `forming` on has, and no other. */
export function formationOf(relationship: Formation): Formation {
  const { proposedOn, accepted, signatures, briefings } = relationship
  return { ...baseOf(relationship), proposedOn, accepted, signatures, briefings }
}
