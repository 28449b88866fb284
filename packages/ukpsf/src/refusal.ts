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
 * - `no-evidence`: a claim is checked that has no evidence at all.
 * - `self-corroboration`: evidence is corroborated by the person whose evidence it is.
 * - `early-corroboration`: evidence is corroborated before its first day.
 * - `impossible-number`: a count of words, a word limit or a window of years is not a whole number in its range.
 * - `duplicate-recency`: an overlay gives two windows for one descriptor.
 * - `too-many-candidates`: more candidates are given than an exact search weighs.
 * - `malformed-duration`: a length of time is not one unit with a whole number of at least 1.
 * - `wrong-count`: a list has more or fewer people than are asked for.
 * - `duplicate-person`: one person stands in two places that need different people, or is counted twice.
 * - `impossible-policy`: a policy for referees asks for what cannot be.
 * - `ineligible-referee`: somebody who is named as a referee may not be one; the message names the rule.
 * - `invitation-expired`: an invitation is answered after its last day.
 * - `wrong-version`: a statement is about another version than the submitted one.
 * - `step-not-open`: a step is asked for that the state does not have.
 * - `not-your-step`: a step is asked for by somebody who may not take it.
 * - `date-before-last`: a step is dated before the one before it.
 * - `incomplete-workflow`: a workflow lacks a decision, or has one that is of another form; the path says which.
 * - `impossible-workflow`: decisions of a workflow contradict each other.
 * - `dead-end`: a workflow can reach a state in which nobody is able to take a step; the message names the state.
 * - `no-track`: a workflow does not review the category that is claimed.
 * - `conflict-of-interest`: somebody may not act in a review; the message names the rule.
 * - `incomplete-judgement`: a judgement leaves out a criterion, or judges one twice, or judges one that is not asked for.
 * - `unknown-level`: a judgement uses a level that the scale does not have.
 * - `recommendation-not-open`: a recommendation is made that the workflow, the scale or the count of resubmissions excludes.
 * - `window-closed`: a resubmission comes after its last day.
 * - `window-open`: a referral is closed before its last day is over.
 * - `same-version`: a resubmission has the hash of a version that was submitted before.
 * - `wrong-cohort`: a sample is drawn from a cohort without the claim, or with other facts about it.
 * - `same-edition`: two different editions are needed, and one was named twice.
 * - `broken-trail`: what is recorded of a moved tag does not lead along the crosswalk to that tag.
 * - `not-proposed`: a code is accepted that the move did not propose.
 * - `malformed-language`: a language is not written as a BCP 47 tag, such as `cy` or `en-GB`.
 * - `duplicate-language`: a wording in that language is attached already.
 * - `unknown-language`: no wording in that language is attached.
 * - `duplicate-wording`: a wording gives two texts for one code.
 * - `missing-wording`: a wording leaves codes without a text.
 * - `too-large`: a text has more bytes than are read.
 * - `not-json`: a text that should be JSON is none.
 * - `missing-field`: a file lacks something that its format needs.
 * - `wrong-field`: something in a file has another type or form than its format gives it.
 * - `too-deep`: values lie inside each other more deeply than is read.
 * - `forbidden-key`: an object has a key, `__proto__`, that could reach into a program.
 * - `duplicate-identifier`: two things of one file have the same identifier.
 * - `dangling-reference`: something in a file points at what the file does not have.
 * - `cyclic-framework`: something lies, through others, under itself.
 * - `conflicting-matches`: two matches contradict each other, or one stays inside its edition.
 * - `malformed-uri`: an address is not absolute, or has characters that no address has.
 * - `malformed-language`: a text is no language tag.
 * - `malformed-turtle`: a text breaks the rules of Turtle.
 * - `unsupported-format`: a file may be sound, and says something that is not read here.
 * - `too-long`: a text is longer than the format's receiver keeps.
 * - `malformed-year`: an academic year is not written `2020/21`.
 * - `unknown-collection`: HESA's codes of that year are not held here.
 * - `unknown-hesa-code`: the year's collection has no such code.
 * - `contradicting-codes`: codes of one person exclude each other.
 * - `contradicting-qualifications`: what is said of a person's qualifications cannot all be so.
 * - `too-many-codes`: a person has more codes than a return takes.
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
  | 'no-evidence'
  | 'self-corroboration'
  | 'early-corroboration'
  | 'impossible-number'
  | 'duplicate-recency'
  | 'too-many-candidates'
  | 'same-edition'
  | 'broken-trail'
  | 'not-proposed'
  | 'malformed-language'
  | 'duplicate-language'
  | 'unknown-language'
  | 'duplicate-wording'
  | 'missing-wording'
  | 'malformed-duration'
  | 'wrong-count'
  | 'duplicate-person'
  | 'impossible-policy'
  | 'ineligible-referee'
  | 'invitation-expired'
  | 'wrong-version'
  | 'step-not-open'
  | 'not-your-step'
  | 'date-before-last'
  | 'incomplete-workflow'
  | 'impossible-workflow'
  | 'dead-end'
  | 'no-track'
  | 'conflict-of-interest'
  | 'incomplete-judgement'
  | 'unknown-level'
  | 'recommendation-not-open'
  | 'window-closed'
  | 'window-open'
  | 'same-version'
  | 'wrong-cohort'
  | 'too-large'
  | 'not-json'
  | 'missing-field'
  | 'wrong-field'
  | 'too-deep'
  | 'forbidden-key'
  | 'duplicate-identifier'
  | 'dangling-reference'
  | 'cyclic-framework'
  | 'conflicting-matches'
  | 'malformed-uri'
  | 'malformed-language'
  | 'malformed-turtle'
  | 'unsupported-format'
  | 'too-long'
  | 'malformed-year'
  | 'unknown-collection'
  | 'unknown-hesa-code'
  | 'contradicting-codes'
  | 'contradicting-qualifications'
  | 'too-many-codes'

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
