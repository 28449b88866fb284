import type { Coverage } from '../evidence/coverage.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { DescriptorCode, DimensionCode } from '../framework/code.ts'
import type { ClaimWarning } from './claim-warning.ts'
import type { Overlay } from './overlay.ts'

/** Which tags count: all that are claimed, or only those that somebody else confirmed. */
export type Counting = 'claimed' | 'confirmed'

/** A claim to a descriptor: the evidence for it, as it stands on a day. */
export interface Claim {
  /** Qualified, such as `psf-2023:D2`. The claim is made in its edition, whatever the date. */
  readonly descriptor: string
  readonly evidence: readonly Evidence[]
  /** The day of the claim, `YYYY-MM-DD`; how old evidence is, is reckoned from it. */
  readonly on: string
  readonly overlay?: Overlay
  /** `claimed` where it is left out. */
  readonly counting?: Counting
}

/**
 * What counting can say of one criterion. `covered`: everything countable has evidence, which is not to say that it is good
 * enough. `not-covered`: something countable lacks evidence. `for-a-reviewer`: a judgement decides, no count does.
 */
export type CriterionAnswer = 'covered' | 'not-covered' | 'for-a-reviewer'

/** A count that falls short: any `count` of `from` would do. */
export interface Shortfall {
  readonly count: number
  /** Dimensions without evidence that would count, in the edition's order. */
  readonly from: readonly DimensionCode[]
}

/** How a claim stands against one criterion. */
export interface CriterionReading {
  /** `psf-2023:D1.2`, or for the third rule of the overlay `example`: `example#3`. */
  readonly criterion: string
  readonly setBy: 'edition' | 'overlay'
  readonly title: string
  readonly answer: CriterionAnswer
  /** Sentences for people, at least one: what was counted, what is missing, what stays for a reviewer. */
  readonly reasons: readonly string[]
  /** Dimensions that are each asked for and have no evidence that counts. */
  readonly missing: readonly DimensionCode[]
  /** Where only a number is asked for: how many more, from which. */
  readonly shortfalls: readonly Shortfall[]
  /** What a reviewer has to judge, whatever the counts say. */
  readonly judgements: readonly string[]
  /** Evidence that counts for a dimension this criterion names, in the order given. */
  readonly evidenceIds: readonly string[]
}

/** How a claim stands. There is no "met": whether a descriptor is met is for people to say. */
export interface ClaimReading {
  readonly descriptor: DescriptorCode
  readonly on: string
  readonly counting: Counting
  /** `not-covered` when any criterion is; otherwise the coverage is complete and the rest is judgement. */
  readonly overall: 'not-covered' | 'for-a-reviewer'
  /** One or two sentences for people. */
  readonly summary: string
  /** The edition's criteria in its order, then those of the overlay. */
  readonly criteria: readonly CriterionReading[]
  readonly warnings: readonly ClaimWarning[]
  /** Claimed and confirmed alike, whichever counts. */
  readonly coverage: Coverage
}
