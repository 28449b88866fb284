/** What a run aims at, first things first. Every aim ends with the seeded tie-break, except that of a stable one, where the seed tells apart who is ranked alike. */
export const matchObjectives = {
  'most-matched': 'As many mentees as possible, then the worst pair as good as possible, then the best total.',
  'best-total': 'The best total of scores, then as many mentees as possible.',
  'fewest-poor':
    'As many mentees as possible, then the fewest pairs below the bound of a poor score, then the best total.',
  stable: 'No mentee and mentor who would both rather have each other; the best such for mentees.',
} as const satisfies Record<string, string>

/** The name of what a run aims at. */
export type MatchObjective = keyof typeof matchObjectives

interface RuleOfOneSide {
  readonly id: string
  /** Whose view it is. For both, write two rules. */
  readonly side: 'mentee' | 'mentor'
  /** How much it counts beside the other rules of that side; from 0. */
  readonly weight: number
}

interface RuleOfTwoAnswers extends RuleOfOneSide {
  readonly menteeQuestion: string
  readonly mentorQuestion: string
}

/**
 * How one side's view is scored, from 0 to 1. `overlap`: the share of that side's choices that the other side has too. `same` and
 * `different`: 1 when they share a choice, or share none. `near`: 1 when the mentor's number is `ideal` above the mentee's, falling to 0
 * at `width` away. `ranking`: the place in that side's own list, 1 for the first, 0 for whoever is not in it. `given`: scores that
 * come with the input. What is not answered counts as 0.5, and is counted.
 */
export type ScoreRule =
  | (RuleOfTwoAnswers & { readonly kind: 'overlap' | 'same' | 'different' })
  | (RuleOfTwoAnswers & { readonly kind: 'near'; readonly ideal: number; readonly width: number })
  | (RuleOfOneSide & { readonly kind: 'ranking' | 'given' })

/** Each kind of rule that a score may be made of. */
export const scoreRuleKinds = ['overlap', 'same', 'different', 'near', 'ranking', 'given'] as const

/** How a programme matches. */
export interface MatchPolicy {
  /** Which edition of the policy this is; the run keeps it. */
  readonly version: string
  readonly objective: MatchObjective
  readonly rules: readonly ScoreRule[]
  /** How much the mentee's view counts in the score of a pair, from 0 to 1. */
  readonly menteeShare: number
  /** How much the mentee's own wishes count beside the mentee's rules; they do not when absent. */
  readonly wishWeight?: number
  /** Below this score a pair is poor; 0.4 when absent. */
  readonly poorBelow?: number
  /** Whether a stable run may bring people together who are not in each other's ranking, after those who are; `last` when absent. */
  readonly unranked?: 'last' | 'never'
}

/** The score below which a pair is poor, where a policy does not say. */
export const poorBelowDefault = 0.4

/** What no rule may ask about: the characteristics of section 4 of the Equality Act 2010, and close names of theirs. */
export const protectedCharacteristics = [
  'age',
  'caste',
  'civil-partnership',
  'disability',
  'ethnicity',
  'gender',
  'gender-identity',
  'gender-reassignment',
  'marital-status',
  'marriage',
  'maternity',
  'nationality',
  'pregnancy',
  'race',
  'religion',
  'religion-or-belief',
  'belief',
  'sex',
  'sexual-orientation',
] as const
