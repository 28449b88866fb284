import { type ParticipantRole, participantRoles } from '../people/participant.ts'
import { code, day, id, list, listed, type ObjectShape, object, optional, whole } from '../shape/shape.ts'

/** That somebody completed a training. */
export interface TrainingRecord {
  readonly personId: string
  /** A code of the programme's own list of trainings. */
  readonly training: string
  readonly completedOn: string
  /** The last day on which it counts; absent: for ever. */
  readonly validUntil?: string
}

/** That somebody was briefed for a role in a programme. */
export interface BriefingRecord {
  readonly personId: string
  readonly programmeId: string
  readonly role: ParticipantRole
  readonly completedOn: string
}

/**
 * Every function of supervision.
 *
 * Source: EMCC UK on supervision, after Hawkins and Smith (certainty 1).
 */
export const supervisionFunctions = ['developmental', 'resourcing', 'qualitative'] as const

/** What a supervision session did for the mentors. */
export type SupervisionFunction = (typeof supervisionFunctions)[number]

/** That mentors brought their practice to a supervisor. It names no mentee, and holds nothing of what was said. */
export interface SupervisionSession {
  readonly id: string
  readonly mentorIds: readonly string[]
  readonly supervisorId: string
  readonly heldOn: string
  readonly durationMinutes: number
  /** `individual` with one mentor, `group` with two or more. */
  readonly mode: 'individual' | 'group'
  /** Each at most once; may be empty. */
  readonly functions: readonly SupervisionFunction[]
}

/** The declared shape of a record of training. */
export const trainingShape: ObjectShape<TrainingRecord> = object<TrainingRecord>({
  personId: id,
  training: code,
  completedOn: day,
  validUntil: optional(day),
})

/** The declared shape of a record of a briefing. */
export const briefingShape: ObjectShape<BriefingRecord> = object<BriefingRecord>({
  personId: id,
  programmeId: id,
  role: listed(participantRoles),
  completedOn: day,
})

/** The declared shape of a supervision session. */
export const supervisionShape: ObjectShape<SupervisionSession> = object<SupervisionSession>({
  id,
  mentorIds: list<string>(id, 1),
  supervisorId: id,
  heldOn: day,
  durationMinutes: whole(1, 1440),
  mode: listed(['individual', 'group']),
  functions: list<SupervisionFunction>(listed(supervisionFunctions)),
})
