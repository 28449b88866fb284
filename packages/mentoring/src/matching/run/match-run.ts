import type { MatchWarning } from '../input/check-input.ts'
import type { MatchPair } from '../input/match-input.ts'
import type { MatchObjective } from '../input/policy.ts'
import type { Exclusion, ExclusionCode } from '../rules/exclusion.ts'
import type { PairScore } from '../score/pair-score.ts'

/** A pair that a run made or found pinned, with its score as it may be told: the mentee's own wishes are not in it. */
export interface MatchedPair extends MatchPair, PairScore {
  readonly pinned: boolean
}

/** Why a mentee has no mentor. */
export const unmatchedReasons = {
  'no-eligible-mentor': 'Rules exclude every mentor that was looked at.',
  'crowded-out': 'The mentees who may only have these mentors are more than their places.',
  'left-out-by-objective': 'A place could be found, but the objective is better met without it.',
  'others-preferred': 'Every mentor the mentee may have prefers others.',
} as const satisfies Record<string, string>

/** Why a mentee has no mentor. */
export type UnmatchedReason = keyof typeof unmatchedReasons

/**
 * One change after which one mentee more is matched: with `best-total` any, else one of those who wait for the same mentors. `another-mentor` says
 * that no change that was looked at does it: somebody has to be found for this mentee whom no rule excludes.
 */
export type HelpfulChange =
  | { readonly kind: 'train-mentee' | 'activate-mentee' | 'another-mentor' }
  | { readonly kind: 'train-mentor' | 'activate-mentor' | 'add-place'; readonly mentorId: string }
  | { readonly kind: 'list-candidate'; readonly menteeId: string; readonly mentorId: string }
  | { readonly kind: 'choose-objective'; readonly objective: MatchObjective }

/** A mentee without a mentor. */
export interface UnmatchedMentee {
  readonly menteeId: string
  readonly why: UnmatchedReason
  /** The crowded set the mentee is in, by its place in the run's list; absent unless crowded out. */
  readonly crowd?: number
  /** How many mentors each rule excludes for this mentee; rules that exclude none are left out. */
  readonly excludedBy: Readonly<Partial<Record<ExclusionCode, number>>>
  readonly change: HelpfulChange
}

/** Mentees who may only have these mentors, and are more than their places: the reason that not all can be matched. */
export interface CrowdedSet {
  readonly menteeIds: readonly string[]
  readonly mentorIds: readonly string[]
  /** Places that pins leave. */
  readonly places: number
}

/** How the load is spread over mentors who take part; pins counted. */
export interface LoadSpread {
  readonly places: number
  readonly used: number
  /** Mentors without any mentee, and mentors without a place left. */
  readonly idle: number
  readonly full: number
  readonly least: number
  readonly most: number
  readonly mean: number
  /** The standard deviation of the number of mentees. */
  readonly deviation: number
  readonly byMentor: readonly { readonly mentorId: string; readonly places: number; readonly load: number }[]
}

/** Every pair that a rule excludes, up to the first 100,000, and how many there are. */
export interface ExcludedPairs {
  readonly total: number
  readonly byCode: Readonly<Partial<Record<ExclusionCode, number>>>
  readonly listed: readonly Exclusion[]
}

/** What a match run gives to those who decide on it. It holds nothing that tells of wishes, and can be stored as JSON. */
export interface MatchRun {
  /** The SHA-256 of the input, written in one way whatever the order of its lists. */
  readonly inputHash: string
  readonly policyVersion: string
  readonly objective: MatchObjective
  readonly seed: string
  /** Sorted by mentee. */
  readonly pairs: readonly MatchedPair[]
  /** Sorted by mentee. */
  readonly unmatched: readonly UnmatchedMentee[]
  readonly crowded: readonly CrowdedSet[]
  readonly excluded: ExcludedPairs
  readonly load: LoadSpread
  /** Of the scores as told: the sum, the worst, how many pairs are poor, and how many answers are missing. */
  readonly totals: {
    readonly score: number
    readonly worst?: number
    readonly poor: number
    readonly missingAnswers: number
  }
  readonly warnings: readonly MatchWarning[]
}
