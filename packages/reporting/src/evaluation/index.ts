// Employment: contracts from HR, unbroken employment, and rows for survival functions

// Refusals are those of the package
export type { Refusal, Result } from '../refusal.ts'
export { type CountingRow, countingRows, type Exposing } from './employment/counting-rows.ts'
export { type DepartureRow, departureRows, type Watch } from './employment/departure-rows.ts'
export {
  type EmploymentEpisode,
  type EpisodeEnd,
  gradeOn,
  type Merging,
  mergeSpells,
} from './employment/employment-episode.ts'
export {
  checkSpells,
  type EmploymentSpell,
  type EmploymentTerms,
  employmentTerms,
  overlapsIn,
  spellRefusal,
} from './employment/employment-spell.ts'
export { checkExposures, type ExposureSpell } from './employment/exposure-spell.ts'
export {
  type ExitKind,
  exitKinds,
  type LeavingCode,
  type LeavingReason,
  leavingReasons,
} from './employment/leaving-reason.ts'
export { type RetentionWindow, retentionColumns, retentionTable } from './employment/retention-rows.ts'
// Estimates: never without n, interval and design
export { type ComparisonDesign, type DesignKind, defineDesign } from './estimate/comparison-design.ts'
export { defineEstimate, parseEstimate } from './estimate/define-estimate.ts'
export { comparisonDesigns, type DesignFacts } from './estimate/designs.ts'
export {
  type AssumptionCheck,
  type Estimate,
  type EstimateInput,
  type IntervalEnd,
  type Quantity,
  quantities,
  type SampleUnit,
  sampleUnits,
} from './estimate/estimate.ts'
export { hiddenBecause, type Saying, sayEstimate } from './estimate/say-estimate.ts'
// Analysis plans: named before there is anything to see
export { type Adjustment, adjustments, adjustP } from './plan/adjust-p.ts'
export { type Amendment, amendPlan } from './plan/amend-plan.ts'
export {
  type AnalysisPlan,
  definePlan,
  type FrozenPlan,
  freezePlan,
  type PlanInput,
  type PlanVersion,
} from './plan/analysis-plan.ts'
export { type LookSchedule, levelForLook, type Spending, spendings } from './plan/level-for-look.ts'
export { countLooks, type Look } from './plan/look.ts'
export {
  type AnalysisKey,
  type AnalysisRole,
  analysisKey,
  analysisRoles,
  type PlannedAnalysis,
} from './plan/planned-analysis.ts'
export { type ExploratoryReason, exploratoryReasons, type Standing, standingOf } from './plan/standing.ts'
// Theory of change and contribution claims
export { addEvidence } from './theory/add-evidence.ts'
export { assertClaim } from './theory/assert-claim.ts'
export {
  type ClaimInput,
  type ClaimStatus,
  type ContributionClaim,
  claimStatuses,
  type ExaminedRival,
  type RivalFinding,
  rivalFindings,
} from './theory/contribution-claim.ts'
export { defineTheory, type TheorySurroundings } from './theory/define-theory.ts'
export { describeTheory } from './theory/describe-theory.ts'
export { drawTheory } from './theory/draw-theory.ts'
export { type ClaimEvidence, defineEvidence, type EvidenceKind, evidenceKinds } from './theory/evidence.ts'
export { examineRivals } from './theory/examine-rivals.ts'
export { type Judgement, judgeClaim } from './theory/judge-claim.ts'
export { defineObjective, type Objective } from './theory/objective.ts'
export { retractEvidence } from './theory/retract-evidence.ts'
export {
  kindTitles,
  type NodeKind,
  nodeKinds,
  type Rival,
  type Strength,
  strengths,
  type TheoryLink,
  type TheoryNode,
  type TheoryOfChange,
} from './theory/theory-of-change.ts'
export { theoryTables } from './theory/theory-tables.ts'
