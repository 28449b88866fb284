/**
 * Why a value was refused, as a word that programs can rely on.
 *
 * - `malformed-code`: the text does not have the form `<edition>:<code>`.
 * - `bare-code`: a code stands without its edition, so that it could mean two things.
 * - `unknown-edition`: the edition is none of those in `editions`.
 * - `unknown-code`: the edition is known, and has no such dimension or descriptor.
 * - `malformed-date`: a date is not a day of the calendar, written `YYYY-MM-DD`.
 * - `reversed-period`: a period ends before it begins.
 * - `empty-text`: an id, a title or a name is empty or only white space.
 * - `confirmation-without-claim`: a code is confirmed that the evidence does not claim.
 * - `duplicate-evidence`: two pieces of evidence of one claim have the same id.
 * - `mixed-editions`: codes of two editions stand where one edition must be kept to.
 * - `impossible-rule`: an overlay's rule names nothing to count, or asks for more than it names.
 * - `overlay-loosens`: an overlay's rule asks for less than the edition already does.
 */
export type RefusalCode =
  | 'malformed-code'
  | 'bare-code'
  | 'unknown-edition'
  | 'unknown-code'
  | 'malformed-date'
  | 'reversed-period'
  | 'empty-text'
  | 'confirmation-without-claim'
  | 'duplicate-evidence'
  | 'mixed-editions'
  | 'impossible-rule'
  | 'overlay-loosens'

/** A no, as a value: what is wrong and what to do next, with the place in the input where there is one. */
export interface Refusal {
  readonly code: RefusalCode
  /** One or more sentences for people; it carries the offending value and is not meant to be parsed. */
  readonly message: string
  /** Where in the input, such as `evidence[2].tags[0]`. */
  readonly path?: string
}

/** The answer of a function that may refuse: either a value or a refusal, never both. */
export type Result<T> =
  | { readonly value: T; readonly refusal?: never }
  | { readonly refusal: Refusal; readonly value?: never }

/** Gives a refusal; `path` is left out where it is empty. */
export function refuse(code: RefusalCode, message: string, path = ''): { readonly refusal: Refusal } {
  return { refusal: path === '' ? { code, message } : { code, message, path } }
}
