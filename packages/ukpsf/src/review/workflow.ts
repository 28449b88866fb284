import type { Duration } from '../duration.ts'
import type { Category } from '../fellowship/category.ts'
import type { RefereePolicy } from '../referee/referee-policy.ts'
import type { ConflictRule } from './conflict.ts'

/** So many people, of whom exactly so many come from outside the institution. */
export interface Headcount {
  readonly count: number
  readonly external: number
}

/** One level of the scale on which a criterion is judged. */
export interface Level {
  readonly id: string
  /** Whether a criterion at this level stands in the way of an award. */
  readonly passes: boolean
  /** Whether a claim with a criterion at this level counts as borderline; left out, it does not. */
  readonly borderline?: boolean
}

/**
 * One way to settle reviews that differ. Stages are tried in order; `majority` and `meeting` may leave it open.
 *
 * - `majority`: what more than half of the reviewers recommend.
 * - `meeting`: the reviewers meet, and agree or not.
 * - `moderators`: other people than the reviewers, who recommend together.
 * - `most-cautious`: what is furthest from an award of all that was recommended.
 */
export type SplitStage =
  | { readonly kind: 'majority' }
  | { readonly kind: 'meeting' }
  | ({ readonly kind: 'moderators' } & Headcount)
  | { readonly kind: 'most-cautious' }

/** One kind of referral, and how long an applicant has. */
export interface ReferralWindow {
  /** A word of the institution's, such as `minor`. */
  readonly kind: string
  readonly within: Duration
}

/** What a claim can be referred for. */
export interface Referral {
  /** At least one, the lightest first. */
  readonly windows: readonly ReferralWindow[]
  /** How many times one claim can be submitted again after a referral; at least 1. */
  readonly resubmissionsMax: number
  readonly reviewers: 'same' | 'new'
}

/** Which claims somebody from outside reads once they are settled. */
export interface Sample {
  /** 0 to 1, of all claims of the category in a cohort; rounded up to whole claims. */
  readonly share: number
  /** Whether every borderline claim is read, on top of the share. */
  readonly borderline: boolean
}

/** How claims to one category are reviewed. */
export interface Track {
  readonly reviewers: Headcount
  readonly sample: Sample
  readonly referees: RefereePolicy
}

/** What happens when a reader from outside does not agree: it is noted, or moderators recommend anew. */
export type OnDisagreement = { readonly kind: 'noted' } | ({ readonly kind: 'moderators' } & Headcount)

/** A panel that ratifies: how many must be present, how many of them at least from outside, and whether it may send back. */
export interface RatifyingPanel {
  readonly quorum: number
  readonly external: number
  readonly mayReturn: boolean
}

/** Lengths of time; a clock that is left out does not run. */
export interface Clocks {
  /** From the assignment of reviewers to their judgements. */
  readonly judgeWithin?: Duration
  /** From each submission to its decision. */
  readonly decideWithin?: Duration
  /** From a decision not to award to the first day of a new claim. */
  readonly reapplyAfter?: Duration
}

/** So many people of one unit who can assess, and what they hold. */
export interface PoolGroup {
  readonly unit: string
  readonly holds: Category | 'none'
  readonly people: number
}

/** How an institution reviews claims, as data. Everything in it is its own decision; nothing has a default. */
export interface WorkflowInput {
  /** Names this version of the workflow: a changed one needs another id, because reviews under way refer to it. */
  readonly id: string
  readonly title: string
  /** One track or more. */
  readonly tracks: Readonly<Partial<Record<Category, Track>>>
  readonly conflicts: readonly ConflictRule[]
  /** Two levels or more, of which one passes and one does not. */
  readonly scale: readonly Level[]
  /** Whether applicant and reviewers stay hidden from each other. */
  readonly doubleBlind: boolean
  /** Whether somebody checks each submission before it is reviewed. */
  readonly adminCheck: boolean
  /** In the order in which they are tried; may be empty where there is one reviewer. */
  readonly onSplit: readonly SplitStage[]
  /** Whether it may be recommended to award nothing. */
  readonly notAwarded: boolean
  readonly referral: Referral | 'none'
  readonly onDisagreement: OnDisagreement
  /** How many people from outside are appointed, whatever they do. */
  readonly externals: number
  readonly ratification: RatifyingPanel | 'none'
  readonly clocks: Clocks
  /** Those inside who can assess. Where it is given, it must be large enough for the least favourable applicant. */
  readonly pool?: readonly PoolGroup[]
}

/** A workflow that was checked: it has no dead end, and `not-the-applicant` leads its rules. */
export type Workflow = WorkflowInput & { readonly checked: true }
