/** What the end of a contract means for employment: that it goes on, or how it ended. */
export const exitKinds = [
  'resignation',
  'end-of-fixed-term',
  'retirement',
  'redundancy',
  'death',
  'other',
  'not-known',
] as const

/** One way of leaving an employer. Each competes with the others: who retires can no longer resign. */
export type ExitKind = (typeof exitKinds)[number]

/** What is known of one code of the reason why a contract ended. */
export interface LeavingReason {
  readonly code: LeavingCode
  /** A short title of our own. */
  readonly title: string
  /** `continues` where the same employer goes on employing the person; it is no departure. */
  readonly means: ExitKind | 'continues'
  /** How sure the code's title is: `1` read on one page, `M` memory, unverified. */
  readonly certainty: '1' | 'M'
}

/** The codes of HESA's field RESCON that are known here. */
export type LeavingCode = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10'

/**
 * Reasons for which a contract ended, coded as HESA's Staff record does in RESCON (collection C23025; titles are our own). The titles of 6 and 8 were
 * not in the copy that was read and are from memory. That 1 and 10 are no departure is stated; what the others count as is our reading of them (A).
 */
export const leavingReasons: readonly LeavingReason[] = [
  { code: '1', title: 'new contract with the same employer', means: 'continues', certainty: '1' },
  { code: '2', title: 'atypical contract issued', means: 'other', certainty: '1' },
  { code: '3', title: 'end of a fixed-term contract', means: 'end-of-fixed-term', certainty: '1' },
  { code: '4', title: 'voluntary redundancy', means: 'redundancy', certainty: '1' },
  { code: '5', title: 'other redundancy', means: 'redundancy', certainty: '1' },
  { code: '6', title: 'resignation', means: 'resignation', certainty: 'M' },
  { code: '7', title: 'retirement', means: 'retirement', certainty: '1' },
  { code: '8', title: 'death', means: 'death', certainty: 'M' },
  { code: '9', title: 'other, such as dismissal, ill health or transfer', means: 'other', certainty: '1' },
  { code: '10', title: 'non-academic contract issued', means: 'continues', certainty: '1' },
]

/** What a code means; an end without one is an end whose reason is not known. */
export function meaningOfLeaving(code: LeavingCode | undefined): ExitKind | 'continues' {
  return leavingReasons.find((reason) => reason.code === code)?.means ?? 'not-known'
}
