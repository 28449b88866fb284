// No as a value: what every function gives back when data is wrong.

export { isIsoDate } from './iso-date.ts'
export { type Refusal, type RefusalCode, type Result, refusalCodes } from './refusal.ts'
export { type Warning, type WarningCode, warningCodes } from './warning.ts'

// Programmes, their cohorts, and who did what in them.

export { type Cohort, defineCohort } from './cohort.ts'
export { type CohortParticipation, type ParticipationRole, participationRoles } from './participation.ts'
export { pathway } from './pathway.ts'
export { defineProgramme, type Programme, type ProgrammePolicy } from './programme.ts'

// What a relationship is.

export { parseRelationship } from './parse-relationship.ts'
export { type Participant, type ParticipantRole, participantRoles } from './participant.ts'
export { type EndingReason, endingReasons, type PauseReason, pauseReasons } from './reason.ts'
export {
  type ActiveRelationship,
  type BriefingAct,
  type DatedAct,
  type DeclinedRelationship,
  type EndedRelationship,
  type Formation,
  type FormingRelationship,
  type OfferedRelationship,
  type PausedRelationship,
  type ProposedRelationship,
  type RecordedRelationship,
  type Relationship,
  type RelationshipBase,
  type RelationshipStatus,
  relationshipStatuses,
  type WindingDownRelationship,
} from './relationship.ts'
export { type RelationshipKind, relationshipKinds } from './relationship-kind.ts'

// The life of a relationship.

export { advance } from './advance.ts'
export { allowedSteps } from './allowed-steps.ts'
export { type EndingSeen, endingSeenBy } from './ending-seen-by.ts'
export { type Outstanding, outstanding } from './outstanding.ts'
export { type PersonPair, pairsNotAgain } from './person-pair.ts'
export { proposeRelationship, type RelationshipProposal } from './propose-relationship.ts'
export { type RelationshipRecord, recordRelationship } from './record-relationship.ts'
export { type RelationshipStep, type StepOf, type StepType, stepTypes } from './step.ts'

// That people met, and never what they said.

export { type Meeting, type MeetingMode, meetingModes } from './meeting.ts'
export { recordMeeting } from './record-meeting.ts'
export { defineTopicSet, type TopicCode, type TopicSet } from './topic-set.ts'
