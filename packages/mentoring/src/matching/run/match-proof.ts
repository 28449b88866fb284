import type { MatchPair } from '../input/match-input.ts'
import type { AimName } from './aims.ts'

/** One aim met, with the prices that prove it; in the order of `menteeIds` and `mentorIds`. */
export interface AimProof {
  readonly aim: AimName
  /** Whole numbers: steps of a millionth of a score below 1, poor pairs, mentees, or noise; with the surcharge of the aims before. */
  readonly cost: number
  readonly menteePrices: readonly number[]
  readonly mentorPrices: readonly number[]
}

/** Mentees and mentors of whom one is in every pair, so that no matching has more pairs than these mentees and places. */
export interface Cover {
  readonly menteeIds: readonly string[]
  readonly mentorIds: readonly string[]
  readonly size: number
}

/** A pair that would rather have each other, which a stable run never leaves. */
export interface BlockingMatch extends MatchPair {}

/** The blocking pairs of a run, up to the first 100, and how many there are. */
export interface BlockingList {
  readonly total: number
  readonly listed: readonly BlockingMatch[]
}

/** What proves a run, for whoever audits it: prices and preferences tell what a run does not, so keep it apart from the run. */
export type MatchProof = {
  readonly inputHash: string
  /** The mentees without a pin. */
  readonly menteeIds: readonly string[]
  readonly mentorIds: readonly string[]
  /** Why no more mentees can have a mentor. */
  readonly largest: Cover
  readonly blocking: BlockingList
} & (
  | {
      readonly kind: 'optimal'
      readonly aims: readonly AimProof[]
      /** The worst score, in steps, and why no largest matching has a better one; only where that is an aim and somebody is matched. */
      readonly worst?: { readonly steps: number; readonly limit?: { readonly steps: number; readonly cover: Cover } }
    }
  | {
      readonly kind: 'stable'
      /** Whether people are ranked alike, so that stable means that no two would both strictly gain. */
      readonly weakly: boolean
      /** How many neighbours in lists are alike. */
      readonly ties: number
    }
)
