/**
 * The kinds of evidence, and whether such evidence always needs a participant's consent.
 * The list is a reading of common practice in the literature on practitioner research (certainty M); which kinds
 * cannot exist without an identifiable person is this package's analysis (certainty A).
 */
export const evidenceKinds = {
  'field-notes': { needsConsent: false },
  observation: { needsConsent: false },
  interview: { needsConsent: true },
  'focus-group': { needsConsent: true },
  questionnaire: { needsConsent: false },
  document: { needsConsent: false },
  statistics: { needsConsent: false },
  recording: { needsConsent: true },
  'critical-incident': { needsConsent: false },
  'critical-friend-notes': { needsConsent: false },
} as const

/** A kind of evidence. */
export type EvidenceKind = keyof typeof evidenceKinds

/** Where evidence lies in time: in its cycle, before its action, or after its close. */
export const timings = ['within', 'baseline', 'follow-up'] as const

/** A place in time relative to a cycle. */
export type Timing = (typeof timings)[number]

/** An item of evidence: a reference to data kept elsewhere. `consents` is empty when it concerns no participant. */
export interface Evidence {
  readonly id: string
  readonly cycle: string
  readonly kind: EvidenceKind
  readonly source: string
  readonly on: string
  readonly timing: Timing
  readonly consents: readonly string[]
}

/** Whether two items of evidence differ in kind or in source, so that one can bear out the other. */
export function areDifferent(one: Evidence, other: Evidence): boolean {
  return one.kind !== other.kind || one.source !== other.source
}
