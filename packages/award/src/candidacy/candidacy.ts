import type { Relation } from '../workflow/relation.ts'
import type { AwardWorkflow } from '../workflow/workflow.ts'
import type { ModerationCause, Panel, SettledAssessment } from './assessment.ts'
import type {
  Appeal,
  AwardDecision,
  Conferral,
  NoAwardDecision,
  RecognitionNote,
  ReferralDecision,
  Revocation,
} from './decision.ts'
import type { LinkedInquiry, LinkedRelationship } from './practice.ts'
import type { Snapshot } from './snapshot.ts'

/** That somebody stands in a relation to the candidate. */
export interface KnownRelation {
  readonly person: string
  readonly relation: Relation
}

/** What is true of a candidate from enrolment on; lists are in the order recorded. */
export interface CandidacyFile {
  readonly id: string
  readonly candidate: string
  /** The id of the scheme and the name of its version. */
  readonly scheme: string
  readonly version: string
  /** Whether the version was certainly in force on the day, or somebody had to decide it because the record is too rough. */
  readonly versionBasis: 'certain' | 'unknown'
  readonly recognition: RecognitionNote
  /** The workflow as it was on that day; later changes of the scheme do not reach it. */
  readonly workflow: AwardWorkflow
  readonly enrolledOn: string
  /** The day of the last thing on record; nothing is recorded before it. */
  readonly lastOn: string
  readonly relationships: readonly LinkedRelationship[]
  readonly inquiry?: LinkedInquiry
  readonly relations: readonly KnownRelation[]
  readonly snapshots: readonly Snapshot[]
  /** The ids of the snapshots submitted so far; their number is the number of attempts. */
  readonly submitted: readonly string[]
}

/** The candidate mentors, inquires and builds the portfolio. */
export interface Preparing {
  readonly status: 'preparing'
  readonly file: CandidacyFile
}

/** A submission is with its assessors, of whom some may still have to be appointed. */
export interface Assessing extends Panel {
  readonly status: 'assessing'
  readonly file: CandidacyFile
  readonly since: string
}

/** A moderator, once appointed, gives a finding for each of `outcomes`. */
export interface Moderating extends Panel {
  readonly status: 'moderating'
  readonly file: CandidacyFile
  readonly causes: readonly ModerationCause[]
  readonly outcomes: readonly string[]
  readonly since: string
  readonly moderator?: string
}

/** Every outcome has a result, and nothing is decided. */
export interface Assessed {
  readonly status: 'assessed'
  readonly file: CandidacyFile
  readonly assessment: SettledAssessment
}

/** The award is decided and waits to be conferred. */
export interface ToBeConferred {
  readonly status: 'to-be-conferred'
  readonly file: CandidacyFile
  readonly assessment: SettledAssessment
  readonly decision: AwardDecision
}

/** The candidate goes on with the portfolio and may submit again. */
export interface Referred {
  readonly status: 'referred'
  readonly file: CandidacyFile
  readonly assessment: SettledAssessment
  readonly decision: ReferralDecision
}

/** There is no award. It can be appealed while the window is open. */
export interface NotAwarded {
  readonly status: 'not-awarded'
  readonly file: CandidacyFile
  readonly assessment: SettledAssessment
  readonly decision: NoAwardDecision
}

/** A decision is appealed; `against` is where things return when the appeal is dismissed. */
export interface Appealing {
  readonly status: 'appealing'
  readonly file: CandidacyFile
  readonly against: Referred | NotAwarded
  readonly appeal: Appeal
}

/** The candidate pauses; a deadline of a referral moves by as many days as the pause takes. */
export interface Deferred {
  readonly status: 'deferred'
  readonly file: CandidacyFile
  readonly since: string
  readonly until: string
  readonly from: Preparing | Referred
}

/** The award is conferred. */
export interface Awarded {
  readonly status: 'awarded'
  readonly file: CandidacyFile
  readonly assessment: SettledAssessment
  readonly decision: AwardDecision
  readonly award: Conferral
}

/** The award was conferred and taken back. */
export interface Revoked {
  readonly status: 'revoked'
  readonly file: CandidacyFile
  readonly award: Conferral
  readonly revocation: Revocation
}

/** The candidate left; `from` is where things stood. */
export interface Withdrawn {
  readonly status: 'withdrawn'
  readonly file: CandidacyFile
  readonly on: string
  readonly from: WithdrawableStatus
}

/** The states that a candidate can withdraw from. */
export type WithdrawableStatus =
  | 'preparing'
  | 'assessing'
  | 'moderating'
  | 'assessed'
  | 'to-be-conferred'
  | 'referred'
  | 'appealing'
  | 'deferred'

/** A candidate's way to an award after enrolment. */
export type Enrolled =
  | Preparing
  | Assessing
  | Moderating
  | Assessed
  | ToBeConferred
  | Referred
  | NotAwarded
  | Appealing
  | Deferred
  | Awarded
  | Revoked
  | Withdrawn

/** A candidate's way to an award. Each state carries only what is true then; `not-awarded`, `awarded`, `revoked` and `withdrawn` are ends. */
export type Candidacy = { readonly status: 'not-enrolled' } | Enrolled

/** The name of a state. */
export type CandidacyStatus = Candidacy['status']

/** Those who have acted or can act on a submission: assessors, and the moderator if there is one. */
export function assessedBy(panel: Panel | SettledAssessment): readonly string[] {
  const moderator = 'moderation' in panel ? panel.moderation?.moderator : undefined
  const people = [...panel.assessors, ...panel.judgements.map(({ assessor }) => assessor)]
  return [...new Set(moderator === undefined ? people : [...people, moderator])]
}
