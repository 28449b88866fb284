// Workflows: an institution's review of claims as data, searched for dead ends.

export { defineWorkflow } from './define-workflow.ts'
export {
  completePreset,
  type PartialTrack,
  type PartialWorkflow,
  type PresetDecisions,
  stillToDecide,
  type WorkflowPreset,
} from './preset.ts'
export { workflowPresets } from './presets.ts'
export type {
  Clocks,
  Headcount,
  Level,
  OnDisagreement,
  PoolGroup,
  RatifyingPanel,
  Referral,
  ReferralWindow,
  Sample,
  SplitStage,
  Track,
  Workflow,
  WorkflowInput,
} from './workflow.ts'

// Reviews: from submission to decision.

export { advanceReview } from './advance-review.ts'
export { allowedReviewSteps, type OpenStep } from './allowed-review-steps.ts'
export {
  type Applicant,
  type Assessor,
  type Conflict,
  type ConflictRule,
  conflictRules,
  conflictsOf,
} from './conflict.ts'
export { type CohortClaim, drawSample } from './draw-sample.ts'
export { type Overdue, overdue } from './overdue.ts'
export type { Recommendation } from './recommendation.ts'
export type {
  Cause,
  CriterionJudgement,
  Decided,
  Draw,
  Judged,
  Opinion,
  PanelMember,
  Ratification,
  Reading,
  Review,
  ReviewerOpinion,
  ReviewFile,
  ReviewIn,
  ReviewState,
  Round,
  Selection,
  Settled,
  Settlement,
  Submission,
} from './review.ts'
export type { Actor, ReviewStep, Role, StepOf } from './review-step.ts'
export { type ReviewInput, startReview } from './start-review.ts'
export { type ReviewView, visibleTo } from './visible-to.ts'

// Referees: who may be one, and what each has said of which version.

export { advanceStatement, type StatementStep } from '../referee/advance-statement.ts'
export { checkReferees, type RefereedClaim, type RefereeFacts } from '../referee/check-referees.ts'
export {
  defineRefereePolicy,
  type RefereeCondition,
  type RefereePolicy,
  type RefereeRule,
} from '../referee/referee-policy.ts'
export { inviteReferee, type RefereeStatement, standingStatements, type VersionHash } from '../referee/statement.ts'
