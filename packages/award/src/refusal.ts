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
  /** Evidence or a judgement names an outcome that is not to be shown. */
  | 'unknown-outcome'
  /** What should be an address is none: https for places, any absolute one for ids. */
  | 'not-an-address'
  /** A moment is not written like `2026-09-01T00:00:00Z`. */
  | 'not-an-instant'
  /** A text is no JSON, or JSON that can be read in two ways. */
  | 'not-json'
  /** A badge holds a value that its signature would not cover in exactly one reading. */
  | 'unsignable-value'
  /** Nothing says how an achievement is earned. */
  | 'criteria-missing'
  /** A badge names nobody. */
  | 'recipient-missing'
  /** A badge as VC-JWT needs an id of its recipient. */
  | 'subject-id-missing'
  /** A text is no e-mail address. */
  | 'not-an-email'
  /** A salt is so short that it could be guessed. */
  | 'salt-too-short'
  /** An issuer has no key. */
  | 'keys-missing'
  /** A key is not written as a Multikey or JSON Web Key. */
  | 'key-unreadable'
  /** A key is of a kind or size that signs no badge here. */
  | 'key-unsupported'
  /** The public part of a key belongs to another secret. */
  | 'key-mismatch'
  /** A key is none of the issuer's. */
  | 'key-foreign'
  /** A key does not sign at that moment: it begins later, was put aside, or may be in other hands. */
  | 'key-not-in-force'
  /** Two keys of an issuer have the same address. */
  | 'duplicate-key'
  /** A status list is too short, too long, or no multiple of 8. */
  | 'list-length-invalid'
  /** An encoded status list cannot be read. */
  | 'list-unreadable'
  /** Every index of a status list is given out. */
  | 'list-full'
  /** An index lies outside its status list. */
  | 'index-outside-list'
  /** A number is negative, not whole where only whole ones count, or no number. */
  | 'count-invalid'
  /** A part of a workflow has no value that can be used. */
  | 'workflow-malformed'
  /** A part of a workflow is not decided, so that nobody can enrol. */
  | 'workflow-incomplete'
  /** A workflow can need more people than there are. */
  | 'workflow-dead-end'
  /** Nobody is enrolled yet, so nothing can be recorded. */
  | 'not-enrolled'
  /** A candidacy has begun already; each has a history of its own. */
  | 'already-enrolled'
  /** A scheme is named that was not given, or a version that it does not have. */
  | 'unknown-scheme'
  /** A version is named that another one excludes on that day. */
  | 'version-not-in-force'
  /** A command does not fit where the candidacy stands. */
  | 'not-now'
  /** A date lies before the one it must not precede. */
  | 'dates-reversed'
  /** An id is already taken. */
  | 'duplicate-id'
  /** An id names nothing that is on record here. */
  | 'not-found'
  /** A value is none of the words that are known. */
  | 'unknown-value'
  /** A content hash is not 64 lower-case hexadecimal digits. */
  | 'hash-malformed'
  /** Only the candidate can do this. */
  | 'candidate-only'
  /** Somebody would assess, moderate or decide who is the candidate, has a relation that keeps out, or has acted already. */
  | 'kept-out'
  /** The practice in a snapshot is less than the workflow asks for. */
  | 'practice-too-little'
  /** The workflow asks for an inquiry and the snapshot has none. */
  | 'inquiry-missing'
  /** Evidence is not put forward for every required outcome. */
  | 'outcomes-not-covered'
  /** Not every required outcome is loaded, so that coverage cannot be checked. */
  | 'outcomes-not-loaded'
  /** A snapshot has been submitted before. */
  | 'snapshot-used'
  /** The last day for something is past. */
  | 'deadline-passed'
  /** The last day for something is not past yet. */
  | 'deadline-not-passed'
  /** As many are appointed as there are to be. */
  | 'all-appointed'
  /** Somebody who is not appointed judges or moderates. */
  | 'not-appointed'
  /** The same assessor has judged the same outcome. */
  | 'already-judged'
  /** A judgement or decision that needs a reason has none. */
  | 'reason-missing'
  /** A remark is longer than it may be. */
  | 'remark-too-long'
  /** A moderation leaves out an outcome, names one twice, or names one that it is not about. */
  | 'findings-incomplete'
  /** A decision is at odds with what the assessment came to. */
  | 'decision-contradicts-assessment'
  /** The candidate has submitted as often as the workflow allows. */
  | 'attempts-used-up'
  /** The workflow has no appeal, the decision has been appealed, or nothing in it can be. */
  | 'no-appeal'
  /** The assessment has been moderated. */
  | 'already-moderated'

/** Why a badge is not accepted; each code is one kind of reason. */
export type VerificationCode =
  /** It is no JSON, no token, or lacks what every badge has. */
  | 'malformed'
  /** It is written with a context that is not bundled; none is looked up. */
  | 'unknown-context'
  /** It is secured in a way that is not read here, an unsigned token included. */
  | 'unsupported-proof'
  /** Its issuer is none of those that are trusted. */
  | 'unknown-issuer'
  /** It is signed with a key that is none of its issuer's, or brings its own along. */
  | 'foreign-key'
  /** The signature does not fit what it says. */
  | 'tampered'
  /** It says that it was signed before its key began to sign, or after it was put aside. */
  | 'key-not-in-force'
  /** It says that it was signed when its key may have been in other hands. */
  | 'key-compromised'
  /** It is valid, or was signed, only from a later moment on. */
  | 'not-yet-valid'
  /** It was valid until an earlier moment. */
  | 'expired'
  /** Its issuer has taken it back. */
  | 'revoked'
  /** Its issuer has taken it back for the time being. */
  | 'suspended'
  /** It names a status list that was not handed in, or a kind of status that is not read here. */
  | 'status-unavailable'
  /** Its status list was handed in and cannot be relied on: another issuer or purpose, out of date, or unreadable. */
  | 'status-refused'

/** A reason in words, with what to do where something can be done; `path` says where in the badge. */
export interface VerificationReason {
  readonly code: VerificationCode
  readonly message: string
  readonly path?: string
}

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
