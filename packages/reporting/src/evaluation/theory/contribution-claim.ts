import type { ClaimEvidence } from './evidence.ts'
import type { Rival } from './theory-of-change.ts'

/** Every state of a contribution claim. */
export const claimStatuses = ['asserted', 'evidenced', 'rivals-examined', 'credible', 'not-supported'] as const

/** One of those. */
export type ClaimStatus = (typeof claimStatuses)[number]

/** What an examination of a rival explanation found: it does not hold, it holds beside mentoring, or it explains all of it. */
export const rivalFindings = ['ruled-out', 'plays-a-part', 'explains-it'] as const

/** One of those. */
export type RivalFinding = (typeof rivalFindings)[number]

/** A rival explanation with what was found about it, and by what evidence. */
export interface ExaminedRival extends Rival {
  readonly finding: RivalFinding
  /** Why, in a sentence that somebody else can check. */
  readonly reasoning: string
  readonly evidence: readonly [ClaimEvidence, ...ClaimEvidence[]]
}

interface ClaimHead {
  readonly id: string
  /** Which theory, in which version, and which of its links the claim says to hold. */
  readonly theoryId: string
  readonly theoryVersion: number
  readonly linkIds: readonly [string, ...string[]]
  /** Which indicators it speaks of: it licenses a stronger word for these and no others. */
  readonly indicatorIds: readonly [string, ...string[]]
  /** What is said to have contributed. */
  readonly subject: string
}

/** Evidence of which at least one piece is more than an opinion. */
type Evidence = readonly [ClaimEvidence, ...ClaimEvidence[]]
type Rivals = readonly [ExaminedRival, ...ExaminedRival[]]

/**
 * That something contributed, as one of several causes, after Mayne's contribution analysis: each state carries what was done by then. It is made
 * by `assertClaim` and moved by `addEvidence`, `examineRivals`, `judgeClaim` and `retractEvidence` alone.
 */
export type ContributionClaim = ClaimHead &
  (
    | { readonly status: 'asserted' }
    | { readonly status: 'evidenced'; readonly evidence: Evidence }
    | { readonly status: 'rivals-examined'; readonly evidence: Evidence; readonly rivals: Rivals }
    | {
        readonly status: 'credible' | 'not-supported'
        readonly evidence: Evidence
        readonly rivals: Rivals
        readonly judgement: string
      }
  ) & { readonly [made]: true }

declare const made: unique symbol

/** What a claim is made of, before anything speaks for it. */
export type ClaimInput = ClaimHead
