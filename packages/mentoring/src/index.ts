// No as a value: what every function gives back when data is wrong.

export { isIsoDate } from './iso-date.ts'
export { type Refusal, type RefusalCode, type Result, refusalCodes } from './refusal.ts'
export { type Warning, type WarningCode, warningCodes } from './warning.ts'

// Programmes, their cohorts, and who did what in them.

export { type CohortParticipation, type ParticipationRole, participationRoles } from './people/participation.ts'
export { pathway } from './people/pathway.ts'
export { type Cohort, defineCohort } from './programme/cohort.ts'
export { defineProgramme, type Programme, type ProgrammePolicy } from './programme/programme.ts'

// What a relationship is.

export { type Participant, type ParticipantRole, participantRoles } from './people/participant.ts'
export { parseRelationship } from './relationship/parse-relationship.ts'
export { type EndingReason, endingReasons, type PauseReason, pauseReasons } from './relationship/reason.ts'
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
} from './relationship/relationship.ts'
export { type RelationshipKind, relationshipKinds } from './relationship/relationship-kind.ts'

// The life of a relationship.

export { advance } from './relationship/advance.ts'
export { allowedSteps } from './relationship/allowed-steps.ts'
export { type EndingSeen, endingSeenBy } from './relationship/ending-seen-by.ts'
export { type Outstanding, outstanding } from './relationship/outstanding.ts'
export { type PersonPair, pairsNotAgain } from './relationship/person-pair.ts'
export { proposeRelationship, type RelationshipProposal } from './relationship/propose-relationship.ts'
export { type RelationshipRecord, recordRelationship } from './relationship/record-relationship.ts'
export { type RelationshipStep, type StepOf, type StepType, stepTypes } from './relationship/step.ts'

// That people met, and never what they said.

export { type Meeting, type MeetingMode, meetingModes } from './meeting/meeting.ts'
export { recordMeeting } from './meeting/record-meeting.ts'
export { defineTopicSet, type TopicCode, type TopicSet } from './programme/topic-set.ts'
