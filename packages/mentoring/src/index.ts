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
  type SignatureAct,
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

export { mayMeetAgain } from './meeting/may-meet-again.ts'
export { type Meeting, type MeetingMode, meetingModes, type VisitedStages } from './meeting/meeting.ts'
export { type MeetingSeen, meetingSeenBy } from './meeting/meeting-seen-by.ts'
export { recordMeeting } from './meeting/record-meeting.ts'
export { type SessionFramework, type SessionStage, sessionFrameworks } from './meeting/session-framework.ts'
export { defineTopicSet, type TopicCode, type TopicSet } from './programme/topic-set.ts'

// The life of a relationship over time, and from one person to the next.

export { chainOf } from './relationship/chain-of.ts'
export { periodsOf } from './relationship/periods-of.ts'
export { type StatusPeriod, statusOn } from './relationship/status-period.ts'
export { type Transfer, type Transferred, transferRelationship } from './relationship/transfer-relationship.ts'

// Who wants to take part.

export type { Application, ApplicationAnswer } from './application/application.ts'
export { type ApplicationStatus, applicationStatus, type Placement } from './application/application-status.ts'
export { applyToProgramme, withdrawApplication } from './application/apply-to-programme.ts'
export {
  type ApplicationQuestion,
  type ChoiceOption,
  type ChoiceQuestion,
  defineQuestions,
  type NumberQuestion,
  type QuestionBase,
  type QuestionSet,
  type TextQuestion,
} from './application/question.ts'

// Offers, and room for them.

export { type Capacity, setCapacity } from './capacity/capacity.ts'
export { type Carried, capacityLeft, mayOffer } from './capacity/capacity-left.ts'
export { type Load, loadOf } from './capacity/load-of.ts'
export { advanceOffer, type OfferStep } from './offer/advance-offer.ts'
export { makeOffer, type OfferInput } from './offer/make-offer.ts'
export {
  type AcceptedOffer,
  type DeclinedOffer,
  type DeclineReason,
  declineReasons,
  type LapsedOffer,
  type Offer,
  type OfferBase,
  type OfferQuestion,
  type OfferStatus,
  type OpenOffer,
  type OpenQuestion,
  offerQuestions,
} from './offer/offer.ts'
export { type OfferSeen, offerPairsNotAgain, offerSeenBy } from './offer/offer-seen-by.ts'
export { defaultOfferTerms, type OfferTerms } from './offer/offer-terms.ts'
export { peopleAsked } from './offer/people-asked.ts'
export { type FromOffer, relationshipFromOffer } from './offer/relationship-from-offer.ts'

// What the people of a relationship agree on.

export {
  type AgreedContact,
  type AgreedDistance,
  type AgreedMeetings,
  type AgreementTerms,
  type AgreementVersion,
  arrangers,
  confidentialityExceptions,
  openness,
  problemSteps,
} from './agreement/agreement.ts'
export { agreementInForce, agreementSeenByProgramme } from './agreement/agreement-in-force.ts'
export { draftAgreement, signAgreement } from './agreement/draft-agreement.ts'

// Phases, which are somebody's judgement on a day, and no status.

export { assessPhase, type PhaseAssessment } from './phase/assess-phase.ts'
export { type Certainty, type Phase, type PhaseModel, phaseModels } from './phase/phase-model.ts'
export { type PhaseView, phaseView } from './phase/phase-view.ts'

// Goals, private at first.

export { advanceGoal, type GoalInput, type GoalStep, setGoal } from './goal/advance-goal.ts'
export { type Goal, type GoalProgress, type GoalState, goalStates, type Milestone } from './goal/goal.ts'
export { type GoalProgressSeen, type GoalViewer, goalCounts, goalSeenBy } from './goal/goal-seen-by.ts'

// Preparation: training, briefing, supervision.

export {
  type Eligibility,
  type EligibilityRule,
  eligibleMentor,
  type PreparationRecords,
  type UnmetRule,
  unmetReasons,
} from './preparation/eligible-mentor.ts'
export {
  type BriefingRecord,
  type SupervisionFunction,
  type SupervisionSession,
  supervisionFunctions,
  type TrainingRecord,
} from './preparation/preparation.ts'
export { recordSupervision } from './preparation/record-supervision.ts'

// Conflicts, which outlive every relationship.

export {
  type ConflictKind,
  type ConflictRecord,
  conflictKinds,
  conflictsLeftBy,
  recordConflict,
} from './conflict/conflict-record.ts'
export { conflictBetween, conflictsAmong, type StandingConflict } from './conflict/conflicts-between.ts'
export { type ManagementLine, managersAbove } from './conflict/management-line.ts'
export { type Acquaintance, mayAssess } from './conflict/may-assess.ts'

// Careers.

export {
  type CareerSpell,
  type CareerStage,
  defineStages,
  recordSpell,
  type StageSet,
} from './career/career-stage.ts'
export { type StageTransition, stageOn, stageTransitions } from './career/stage-on.ts'

// What waits for a coordinator.

export { defaultQueueThresholds, defineQueueThresholds, type QueueThresholds } from './queue/queue-thresholds.ts'
export { type Review, reviewDueOn } from './queue/review.ts'
export { type QueueFacts, type WorkItem, type WorkKind, workKinds, workQueue } from './queue/work-queue.ts'

// Everything that is kept, as shapes that a program can walk.

export {
  type ForbiddenMeasurement,
  forbiddenMeasurementOf,
} from './shape/forbidden-measurement.ts'
export type {
  CasesShape,
  Fields,
  FlagShape,
  ListedShape,
  ListShape,
  ObjectShape,
  OptionalField,
  Shape,
  ShapeFor,
  StringShape,
  WholeShape,
} from './shape/shape.ts'
export { parseStored } from './stored/parse-stored.ts'
export { type StoredNoun, type StoredValues, storedShapes } from './stored/stored-shapes.ts'

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

// Culture: what there is and how it is read, as profiles, and never one score.

export {
  type Dimension,
  type DimensionKey,
  type DimensionReading,
  dimensions,
  dimensionsSource,
  readDimension,
} from './culture/dimension.ts'
export {
  type DimensionGap,
  type DimensionProfile,
  type DimensionRow,
  dimensionGaps,
  dimensionProfile,
} from './culture/dimension-profile.ts'
export { type EmbeddednessInput, type EmbeddednessPoint, embeddedness } from './culture/embeddedness.ts'
export {
  type HallmarkKey,
  type HallmarkPresence,
  type HallmarkReading,
  type HallmarkRow,
  hallmarkPresences,
  hallmarkProfile,
  hallmarks,
  hallmarksSource,
  readHallmark,
} from './culture/hallmark.ts'
export { definePractice, type Practice, type PracticeForm, practiceForms } from './culture/practice.ts'

// The self-assessment of an institution: three timed steps, and a summary to take away.

export { readSelfAssessment } from './culture/read-self-assessment.ts'
export {
  type AssessmentQuestion,
  type AssessmentStep,
  type CommunityAnswer,
  type ImpactAnswer,
  type PracticeAnswer,
  type SelfAssessmentAnswers,
  selfAssessment,
} from './culture/self-assessment.ts'
export { selfAssessmentPage } from './culture/self-assessment-page.ts'
export {
  loadSelfAssessmentTexts,
  type SelfAssessmentTexts,
  selfAssessmentEnglish,
  selfAssessmentTextKeys,
} from './culture/self-assessment-texts.ts'
export { type SelfAssessmentSummary, type SummaryLine, summaryOf } from './culture/summary-of.ts'

// Who is matched with whom, why, and what proves it.

export { type ExplanationReader, explainPair, type PairExplanation } from './matching/explain/explain-pair.ts'
export { type WeightChange, weightSensitivity, weightSensitivitySteps } from './matching/explain/weight-sensitivity.ts'
export type {
  Answer,
  MenteeApplication,
  MentorApplication,
  OwnWish,
  Ranking,
} from './matching/input/application.ts'
export type { MatchWarning } from './matching/input/check-input.ts'
export type { MatchFacts } from './matching/input/facts.ts'
export type { GivenScore, MatchInput, MatchPair } from './matching/input/match-input.ts'
export {
  type MatchObjective,
  type MatchPolicy,
  matchObjectives,
  protectedCharacteristics,
  type ScoreRule,
  scoreRuleKinds,
} from './matching/input/policy.ts'
export {
  advanceDraft,
  type DraftAct,
  type DraftStep,
  draftMatch,
  type MatchDraft,
} from './matching/publish/match-draft.ts'
export { type Rerun, rerunAfterDeclines } from './matching/publish/rerun-after-declines.ts'
export { type Exclusion, type ExclusionCode, exclusionCodes } from './matching/rules/exclusion.ts'
export { checkProof, type ProofCheck } from './matching/run/check-proof.ts'
export { finishSteps, type Turns } from './matching/run/finish-steps.ts'
export { type GroupRate, groupRates } from './matching/run/group-rates.ts'
export { matchInputHash } from './matching/run/input-hash.ts'
export { type MatchOutcome, type MatchProgress, match, matchSteps } from './matching/run/match.ts'
export type { AimProof, BlockingList, Cover, MatchProof } from './matching/run/match-proof.ts'
export {
  type CrowdedSet,
  type ExcludedPairs,
  type HelpfulChange,
  type LoadSpread,
  type MatchedPair,
  type MatchRun,
  type UnmatchedMentee,
  type UnmatchedReason,
  unmatchedReasons,
} from './matching/run/match-run.ts'
export type { PairScore, ScorePart } from './matching/score/pair-score.ts'

// The solvers alone: typed arrays in, typed arrays out.

export { blockingPairs } from './matching/solver/blocking-pairs.ts'
export { type CertificateCheck, checkCertificate } from './matching/solver/check-certificate.ts'
export { type BlockingPair, deferredAcceptance, type RankedInstance } from './matching/solver/deferred-acceptance.ts'
export type { Assignment, AssignmentInstance, DenseInstance, SparseInstance } from './matching/solver/instance.ts'
export { solveAssignment } from './matching/solver/solve-assignment.ts'
