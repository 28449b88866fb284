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

// Communities of learning; what they reach is measured by `./community`, which needs graphology.

export { type Community, defineCommunity } from './community/community.ts'
export { type Growth, type GrowthPoint, growthOverCohorts, type ReturnCell } from './community/growth.ts'
export { defineMembership, type Membership } from './community/membership.ts'
export { type MembershipCount, membershipOverTime } from './community/membership-over-time.ts'
export {
  type ParticipationEvent,
  type ParticipationKind,
  participationKinds,
  recordParticipation,
} from './community/participation-event.ts'
export { type CommunityRecord, participationLevel } from './community/participation-level.ts'
export {
  type CoreTurnover,
  coreTurnover,
  type ParticipationProfile,
  participationProfile,
} from './community/participation-profile.ts'
export {
  defaultThresholds,
  defineThresholds,
  type LevelRequirement,
  type LevelRule,
  type ParticipationLevel,
  type ParticipationThresholds,
  participationLevels,
} from './community/participation-thresholds.ts'
export { type ValueFramework, type ValueSign, valueFrameworks, valueSigns } from './community/value-framework.ts'
export { defineValueIndicator, type ValueIndicator } from './community/value-indicator.ts'
export { type ValueCell, type ValueStanding, valueMatrix, valueStandings } from './community/value-matrix.ts'
export {
  defineValueStory,
  type StoryCircle,
  type StoryConsent,
  storyCircles,
  type ValueStory,
  type ValueStoryStep,
} from './community/value-story.ts'
export { type StoryReader, visibleStories } from './community/visible-stories.ts'
export type { Window } from './community/window.ts'
