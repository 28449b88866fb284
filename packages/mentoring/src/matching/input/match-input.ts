import type { MenteeApplication, MentorApplication } from './application.ts'
import type { MatchFacts } from './facts.ts'
import type { MatchPolicy } from './policy.ts'

/** A mentee and a mentor. */
export interface MatchPair {
  readonly menteeId: string
  readonly mentorId: string
}

/** A score that was made elsewhere, for a rule of the kind `given`. */
export interface GivenScore extends MatchPair {
  readonly ruleId: string
  /** From 0 to 1. */
  readonly score: number
}

/** Everything a match run is made from. The order of its lists of people, pairs and rules does not matter. */
export interface MatchInput {
  readonly mentees: readonly MenteeApplication[]
  readonly mentors: readonly MentorApplication[]
  readonly policy: MatchPolicy
  /** Decides between runs that are equally good; any text. */
  readonly seed: string
  readonly facts?: MatchFacts
  /** Pairs that stand before anybody else is matched; they take places. */
  readonly pins?: readonly MatchPair[]
  /** The mentors that are looked at for a mentee; all where a mentee has no entry. Needed where there are more than 20,000,000 pairs. */
  readonly candidates?: readonly { readonly menteeId: string; readonly mentorIds: readonly string[] }[]
  readonly given?: readonly GivenScore[]
}

/** How many pairs one run looks at, at most. */
export const pairsMax = 20_000_000
