import type { Judgement, JudgementReason, OutcomeResult, SettledFinding } from './judgement.ts'
import type { Snapshot } from './snapshot.ts'

/** A portfolio that was submitted, bound to one snapshot for good. */
export interface Submission {
  readonly snapshot: Snapshot
  /** 1 for the first. */
  readonly attempt: number
  readonly on: string
  /** The codes of the outcomes to assess, at least one. */
  readonly outcomes: readonly string[]
  /** What an earlier submission showed, which is not assessed again. */
  readonly carried: readonly OutcomeResult[]
  /** Who may not act on it any more, because an appeal was upheld against what they did. */
  readonly excluded: readonly string[]
  readonly appealed: boolean
}

/** Why an assessment is moderated: outcomes that assessors differ on or cannot tell, the drawn sample, or that somebody chose it. */
export type ModerationCause = 'split' | 'cannot-tell' | 'sample' | 'selected'

/** What a moderator finds about one outcome. */
export interface ModeratedOutcome {
  readonly outcome: string
  readonly finding: SettledFinding
  readonly reasons: readonly JudgementReason[]
}

/** A moderation that is over: one finding for each outcome that it was about. */
export interface Moderation {
  readonly causes: readonly ModerationCause[]
  readonly outcomes: readonly string[]
  readonly moderator: string
  readonly findings: readonly ModeratedOutcome[]
  readonly remark?: string
  readonly on: string
}

/** A submission with those who judge it and what they have judged. */
export interface Panel {
  readonly submission: Submission
  readonly assessors: readonly string[]
  readonly judgements: readonly Judgement[]
}

/** An assessment that is settled: every outcome has a result, in the order of the outcomes, the carried ones last. */
export interface SettledAssessment extends Panel {
  readonly results: readonly OutcomeResult[]
  readonly settledOn: string
  readonly moderation?: Moderation
}
