// The scheme and its versions

export type { AssessmentRule } from './assessment-rule.ts'
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
