/** Why data was not accepted; each code is one kind of fault, and the message says what to do about it. */
export type RefusalCode =
  /** A text that must say something is empty or only spaces. */
  | 'blank-text'
  /** A certainty is none of `2+`, `1`, `A`, `M`. */
  | 'unknown-certainty'
  /** A date is not `YYYY`, `YYYY-MM` or `YYYY-MM-DD` between the years 1000 and 2999, or names a day that does not exist. */
  | 'not-a-date'
  /** A period ends before it can have begun. */
  | 'period-backwards'
  /** Two versions, or two outcome sets, cover the same day however their partial dates are read. */
  | 'periods-overlap'
  /** The date asked about, or a bound of a period, is known too roughly to decide: somebody has to. */
  | 'date-too-imprecise'
  /** No version, or no outcome set, covers the date. */
  | 'nothing-in-force'
  /** A scheme's key is not lower-case words joined by hyphens. */
  | 'key-malformed'
  /** A code is not `where:what`, so that it would be ambiguous as soon as a second edition exists. */
  | 'code-unqualified'
  /** A code stands twice where each may stand once. */
  | 'duplicate-code'
  /** A code that an institution loads begins with the id of a published set, whose codes are not its own to give. */
  | 'code-reserved'
  /** An outcome of a set carries a code that does not begin with the id of that set. */
  | 'code-outside-set'
  /** Two versions of a scheme bear the same name. */
  | 'duplicate-version'
  /** A scheme has no version, so that nothing could be looked up in it. */
  | 'versions-missing'
  /** A group is none of `value`, `core`, `specialist`. */
  | 'unknown-group'
  /** A version requires two sets of one group. */
  | 'duplicate-group'
  /** A version lacks a group: values, core outcomes and specialist outcomes are each required. */
  | 'group-missing'
  /** An outcome stands in a set of another group. */
  | 'group-mismatch'
  /** Outcomes are loaded into a group whose list is already whole. */
  | 'group-complete'
  /** A list that claims to be whole holds no outcome, or there is nothing in what was given to load. */
  | 'outcomes-missing'
  /** A requirement's state does not fit its set: an open set is `to-be-loaded` or `loaded`, a complete one is `published`. */
  | 'state-mismatch'
  /** A recognition is given in a scheme that names no recognising body. */
  | 'recognising-body-missing'
  /** A recognition's term is neither `recognition` nor `accreditation`. */
  | 'unknown-term'
  /** The same body recognised the same version under the same award on the same date twice. */
  | 'duplicate-recognition'
  /** A recognition begins after its version has ended, or ends before its version has begun. */
  | 'recognition-outside-version'
  /** A review lies before its recognition or after the recognition's end. */
  | 'review-outside-recognition'
  /** A review interval is not a whole number of years from 1 to 100. */
  | 'review-interval-invalid'
  /** Evidence is mapped to an outcome that the version does not know. */
  | 'unknown-outcome'

/** A no as a value: what is wrong and what to do next, with the offending value; `path` says where in the input, such as `versions[0].validTo`. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly path?: string
}

/** Either the value or the refusal, never both: `if (result.refusal)` tells them apart. */
export type Result<T> =
  | { readonly value: T; readonly refusal?: never }
  | { readonly refusal: Refusal; readonly value?: never }

/** The first refusal that a check yields, or the value when it yields none. */
export function firstOr<T>(faults: Iterable<Refusal>, value: T): Result<T> {
  for (const refusal of faults) return { refusal }
  return { value }
}
