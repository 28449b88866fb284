// The scheme and its versions

export type { AssessmentRule } from './assessment-rule.ts'
export type { Credit } from './credit.ts'
export { defineScheme } from './define-scheme.ts'
export { type LoadClaim, loadOutcomes } from './load-outcomes.ts'
// Evidence put forward for outcomes
export {
  type CoverageState,
  type CoveredOutcome,
  type EvidenceMapping,
  type GroupCoverage,
  mapEvidence,
  type OutcomeCoverage,
} from './map-evidence.ts'
export { type MissingOutcomes, missingOutcomes } from './missing-outcomes.ts'
// Outcomes: published sets, what a version requires of them, and what an institution loads
export { type Outcome, type OutcomeGroup, outcomeGroups } from './outcome.ts'
export { type OutcomeRequirement, outcomesOf, requireSet } from './outcome-requirement.ts'
export type { CompleteOutcomeSet, OpenOutcomeSet, OutcomeSet, OutcomeSetBase } from './outcome-set.ts'
export { outcomeSetOn } from './outcome-set-on.ts'
export { firstDay, isPartialDate, lastDay, type PartialDate } from './partial-date.ts'
export type { Period } from './period.ts'
export { type RecognitionAnswer, type RecognitionReason, recognisedOn } from './recognised-on.ts'
// Recognition
export type { RecognisingBody, Recognition } from './recognition.ts'
export type { Refusal, RefusalCode, Result } from './refusal.ts'
export type { FrameworkLink, Scheme, SchemeInput, SchemeVersion } from './scheme.ts'
// The award this project begins from
export { theoryAndPractice } from './schemes/theory-and-practice.ts'
export { sedaActionResearchOutcomes } from './seda/action-research.ts'
export { sedaCoreOutcomes } from './seda/core-outcomes.ts'
export { sedaAssessmentRules, sedaReviewInterval } from './seda/rules.ts'
// SEDA-PDF as data
export { sedaValues, sedaValuesBefore2014, sedaValuesSince2014 } from './seda/values.ts'
// Facts, dates and refusals
export { type Certainty, certainties, type Sourced } from './sourced.ts'
export { versionOn } from './version-on.ts'

// One candidate's way to the award: commands in, events out

export { allowedCommands } from './allowed-commands.ts'
export { type Awarding, awarding } from './awarding.ts'
export type {
  ModeratedOutcome,
  Moderation,
  ModerationCause,
  Panel,
  SettledAssessment,
  Submission,
} from './candidacy/assessment.ts'
export type {
  Appealing,
  Assessed,
  Assessing,
  Awarded,
  Candidacy,
  CandidacyFile,
  CandidacyStatus,
  Deferred,
  Enrolled,
  KnownRelation,
  Moderating,
  NotAwarded,
  Preparing,
  Referred,
  Revoked,
  ToBeConferred,
  WithdrawableStatus,
  Withdrawn,
} from './candidacy/candidacy.ts'
export { type CandidacyCommand, type CommandOf, type CommandType, commandTypes } from './candidacy/commands.ts'
export {
  type Appeal,
  type AppealGround,
  type AwardDecision,
  appealGrounds,
  type Conferral,
  type NoAwardDecision,
  type RecognitionNote,
  type ReferralDecision,
  type Revocation,
  type RevocationReason,
  revocationReasons,
} from './candidacy/decision.ts'
export type { CandidacyEvent, EventOf, EventType } from './candidacy/events.ts'
export {
  type Finding,
  findings,
  type Judgement,
  type JudgementReason,
  judgementReasons,
  type OutcomeResult,
  remarkMax,
  type SettledFinding,
} from './candidacy/judgement.ts'
export { type LinkedInquiry, type LinkedRelationship, type PracticeTotal, practiceTotal } from './candidacy/practice.ts'
export type { Snapshot } from './candidacy/snapshot.ts'
export { submissionGaps } from './decide/submission-gaps.ts'
export { type Decider, type Decision, fold } from './decider.ts'
export { type StoredEvent, type UpcastSteps, upcast, upcastSteps } from './upcast.ts'
export { type AwardRole, type NextStep, whatNext } from './what-next.ts'

// How an institution assesses

export { defineWorkflow } from './workflow/define-workflow.ts'
export { peopleNeeded } from './workflow/people-needed.ts'
export { type Relation, relations } from './workflow/relation.ts'
export { drawSample, sampleRank } from './workflow/sample.ts'
export { type OpenDecision, stillToDecide } from './workflow/still-to-decide.ts'
export type {
  AppealRule,
  AwardWorkflow,
  Clocks,
  ModerationSample,
  PartialWorkflow,
  PracticeMinimum,
  Resubmission,
} from './workflow/workflow.ts'
