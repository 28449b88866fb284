import type { Audience } from './consent.ts'

/** Evidence that a claim rests on; `quoted` when the claim's text gives a participant's words. */
export interface Citation {
  readonly evidence: string
  readonly quoted: boolean
}

/** What the search for contrary evidence found: an item, or nothing and where it was sought. */
export type Finding =
  | { readonly kind: 'found'; readonly evidence: string }
  | { readonly kind: 'none-found'; readonly where: string }

/** Why a claim must be heard again. */
export type FlagReason = 'consent-withdrawn' | 'disconfirmed'

/**
 * What a claim has in every status. `standards` are the standards of judgement, drawn from the inquiry's values, that it
 * is to be tested by; `heardAt` holds the meetings that heard it since it was made or last flagged.
 */
export interface ClaimContent {
  readonly id: string
  readonly text: string
  readonly standards: readonly string[]
  readonly madeOn: string
  readonly audience: Audience
  readonly cites: readonly Citation[]
  readonly findings: readonly Finding[]
  readonly heardAt: readonly string[]
}

/** A claim to knowledge: made, validated, or to be validated again. */
export type Claim =
  | (ClaimContent & { readonly status: 'made' })
  | (ClaimContent & { readonly status: 'validated'; readonly validatedOn: string })
  | (ClaimContent & { readonly status: 'revalidate'; readonly because: FlagReason; readonly flaggedOn: string })

/** A meeting at which claims were heard by people who did not all write them, perhaps as a validation group. */
export interface ValidationMeeting {
  readonly id: string
  readonly on: string
  readonly attendees: readonly string[]
  readonly claims: readonly string[]
  readonly challenges: readonly Challenge[]
  readonly group?: string
}

/** What was put to the authors, and what they answered. */
export interface Challenge {
  readonly challenge: string
  readonly response: string
}
