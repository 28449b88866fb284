import type { Category } from '../fellowship/category.ts'
import type { DescriptorCode } from '../framework/code.ts'
import type { Applicant, Assessor } from './conflict.ts'
import type { Recommendation } from './recommendation.ts'

/** One criterion as somebody judged it. */
export interface CriterionJudgement {
  /** Qualified, such as `psf-2023:D2.1`. */
  readonly criterion: string
  /** The id of a level of the workflow's scale. */
  readonly level: string
  readonly comment?: string
}

/** Every criterion judged once, and what is recommended. */
export interface Opinion {
  readonly judgements: readonly CriterionJudgement[]
  readonly recommendation: Recommendation
}

/** The opinion of one reviewer. It is given once for each submitted version and never changed. */
export interface ReviewerOpinion extends Opinion {
  readonly by: string
  readonly on: string
}

/** A version of the claim as it was submitted. */
export interface Submission {
  /** The caller's hash of what was submitted; equal hashes mean equal content. */
  readonly version: string
  readonly on: string
}

/** What the reviews came to, and how. */
export interface Settlement {
  readonly recommendation: Recommendation
  readonly by: 'agreement' | 'majority' | 'most-cautious' | 'meeting' | 'moderators'
  /** Those who settled it: the reviewers, or the moderators. */
  readonly people: readonly string[]
  /** What a meeting or moderators judged together. */
  readonly judgements?: readonly CriterionJudgement[]
  readonly reason?: string
  /** Whether reviewers differed, or one used a level that counts as borderline. */
  readonly borderline: boolean
  readonly on: string
}

/** From what a sample was drawn; with the same cohort and seed it can be drawn again. */
export interface Draw {
  readonly seed: string
  readonly cohortSize: number
  readonly on: string
}

/** Whether and why somebody from outside reads a settled claim. */
export type Selection =
  | { readonly because: 'not-asked' | 'all' | 'borderline' }
  | { readonly because: 'drawn' | 'not-drawn'; readonly draw: Draw }

/** What a reader from outside found. */
export interface Reading {
  readonly by: string
  readonly on: string
  readonly agrees: boolean
  readonly remark?: string
}

/** A panel that ratified. */
export interface Ratification {
  readonly present: readonly PanelMember[]
  readonly on: string
}

/** Somebody on a ratifying panel. */
export interface PanelMember {
  readonly id: string
  readonly external: boolean
}

/** Reviewers and their opinions of the current version. */
export interface Judged {
  readonly reviewers: readonly Assessor[]
  /** In the order in which they came in. */
  readonly opinions: readonly ReviewerOpinion[]
}

/** A claim that was settled and, where it was to be read from outside, read. */
export interface Settled extends Judged {
  readonly settlement: Settlement
  readonly selection: Selection
  readonly reading?: Reading
}

/** All that a decision rests on. */
export interface Decided extends Settled {
  readonly ratification?: Ratification
  readonly decidedOn: string
}

/** A version that was referred and is over. */
export interface Round extends Decided {
  readonly version: string
}

/** Why people are asked to settle a claim, and where that is a stage of `onSplit`, which one, counted from 0. */
export type Cause =
  /** Reviewers differed. */
  | { readonly kind: 'split'; readonly stage: number }
  /** The panel sent it back. */
  | { readonly kind: 'panel'; readonly stage: number; readonly earlier: Settled; readonly reason: string }
  /** A reader from outside did not agree. */
  | { readonly kind: 'disagreement'; readonly earlier: Settled }

/** What is true of a review in every state. */
export interface ReviewFile {
  readonly claimId: string
  readonly workflowId: string
  readonly descriptor: DescriptorCode
  readonly category: Category
  /** The criteria to judge, in the edition's order. */
  readonly criteria: readonly string[]
  readonly applicant: Applicant
  /** At least one; the last is the current one. */
  readonly submissions: readonly Submission[]
  /** One for each referral so far. */
  readonly rounds: readonly Round[]
  /** The day of the last step. */
  readonly lastOn: string
  /** The last day for a decision on the current version, where that clock runs. */
  readonly decideBy?: string
}

/** Where a review stands; each state has only what is true in it. */
export type ReviewState =
  | { readonly state: 'checking' }
  | { readonly state: 'returned'; readonly reason: string }
  /** `kept`: reviewers of the version before who stay. */
  | { readonly state: 'assigning'; readonly kept: readonly Assessor[] }
  | ({ readonly state: 'judging'; readonly judgeBy?: string } & Judged)
  | ({ readonly state: 'meeting'; readonly cause: Exclude<Cause, { kind: 'disagreement' }> } & Judged)
  | ({ readonly state: 'appointing-moderators'; readonly cause: Cause } & Judged)
  | ({ readonly state: 'moderating'; readonly cause: Cause; readonly moderators: readonly Assessor[] } & Judged)
  | ({ readonly state: 'sampling'; readonly settlement: Settlement } & Judged)
  | ({ readonly state: 'appointing-reader' } & Settled)
  | ({ readonly state: 'reading'; readonly reader: Assessor } & Settled)
  | ({ readonly state: 'ratifying' } & Settled)
  | { readonly state: 'referred'; readonly kind: string; readonly due: string }
  | ({ readonly state: 'awarded' } & Decided)
  | ({ readonly state: 'not-awarded'; readonly mayReapplyFrom?: string } & Decided)
  /** A referral that was not answered in time. */
  | { readonly state: 'lapsed'; readonly due: string }
  /** `judged`: what reviewers had found of the version by then. */
  | { readonly state: 'withdrawn'; readonly from: string; readonly judged?: Judged }

/** A review of one claim: a plain JSON value. */
export type Review = ReviewFile & ReviewState

/** A review in one of its states. */
export type ReviewIn<S extends Review['state']> = Extract<Review, { readonly state: S }>

/** Gives what is true of a review in every state, without the rest. */
export function fileOf(review: Review): ReviewFile {
  const { claimId, workflowId, descriptor, category, criteria, applicant, submissions, rounds, lastOn, decideBy } =
    review
  const file = { claimId, workflowId, descriptor, category, criteria, applicant, submissions, rounds, lastOn }
  return decideBy === undefined ? file : { ...file, decideBy }
}

/** Gives the version under review. */
export function currentVersion(review: ReviewFile): string {
  const last = review.submissions.at(-1)
  if (last === undefined) throw new TypeError(`The review of '${review.claimId}' has no submission.`)
  return last.version
}
