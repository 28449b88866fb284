/** Every code with which this package refuses, each with a sentence saying when. */
export const refusalCodes = {
  'not-begun': 'The inquiry has not begun, so nothing can be recorded in it yet.',
  'already-begun': 'The inquiry has begun before; a stream holds one inquiry.',
  'blank-text': 'A text that must say something is empty.',
  'empty-list': 'A list that needs at least one entry has none.',
  'unknown-value': 'A value is not one of the words this field knows.',
  'invalid-date': 'A date is not a real calendar day written YYYY-MM-DD.',
  'dates-reversed': 'A date lies before the one it must not precede.',
  'duplicate-id': 'An id is already taken by another thing of the same sort.',
  'not-found': 'An id names nothing in this inquiry.',
  'unknown-model': 'The inquiry names a model that the decider was not given.',
  'faulty-model': 'A model definition contradicts itself or leaves out a facet that every cycle needs.',
  'cycle-ended': 'The cycle is closed or abandoned, and an ended cycle no longer changes.',
  'cycle-suspended': 'The cycle rests, or rested on that day, so nothing happens in it.',
  'cycle-not-suspended': 'The cycle does not rest, so it cannot be resumed.',
  'child-open': 'A cycle inside this one has not ended or does not rest, so this one cannot end or rest.',
  'parent-not-open': 'The cycle that this one lies within does not run.',
  'parent-missing': 'A cycle is to be detached that lies within none.',
  'already-detached': 'The cycle is detached already.',
  'phase-incomplete': 'The strict policy keeps a phase open until its work is done.',
  'cycle-incomplete': 'The cycle lacks acting, observing the action or reflecting on it, so it cannot be closed.',
  'learning-missing':
    'A cycle that follows another carries no learning from it, or there is no reflection to learn from.',
  'move-not-allowed': 'The policy has no such move from where the cycle stands.',
  'facet-open': 'The facet is open, so it cannot begin again, or the cycle cannot end.',
  'facet-not-open': 'The command needs a facet that is not open.',
  'facet-not-in-model': 'The model of the inquiry has no phase for this facet.',
  'reason-missing': 'The move is legitimate only with a reason.',
  'ethics-not-in-force': 'No ethics approval covers a day on which the inquiry would act.',
  'plan-missing': 'Acting or revising needs a plan with at least one step, made by then.',
  'plan-exists': 'The cycle has a plan already; it is revised, with a reason, and never replaced.',
  'method-missing': 'A step of the plan says nothing about how it will be observed.',
  'evidence-outside-cycle': 'The date of the evidence does not fit its cycle and its timing.',
  'consent-missing': 'Evidence from people rests on no consent that covers collecting it for this cycle on that day.',
  'outside-consent': 'Evidence would be used beyond what its participants consented to.',
  'nothing-to-withdraw': 'The consent no longer holds any of the scopes to be withdrawn.',
  'outsider-missing': 'A validation meeting has nobody in it who is not an author of the inquiry.',
  'not-an-author': 'A researcher’s outlook is given for somebody who is not an author of the inquiry.',
  'author-as-participant': 'A participant’s outlook is given for an author of the inquiry.',
  'outlook-untimely': 'An outlook from before lies after the action, or one from after lies before it.',
  'derived-from-itself': 'An inquiry is to be derived from itself.',
  'evidence-too-thin': 'A claim rests on fewer than two usable items of evidence of different kind or source.',
  'disconfirming-missing': 'Nobody has recorded looking for evidence against the claim.',
  'meeting-missing': 'No validation meeting with a non-author has heard the claim as it now stands.',
  'already-validated': 'The claim is validated already.',
  'quotes-withdrawn': 'The claim quotes words whose consent is withdrawn, so its text cannot stand.',
  'event-unknown': 'A stored event is of a type that this package does not know.',
  'event-newer': 'A stored event is of a newer version than this package can read.',
  'event-malformed': 'A stored event lacks fields of its type, or has something else in their place.',
  'history-broken': 'A stored event finds nothing to apply to, so the history before it is not whole.',
  'range-outside-text': 'A coded range does not lie in its text, or cuts a character in two.',
  'text-too-long': 'A text is longer than a portfolio or an export takes; it is never cut.',
  'stale-version': 'The stream has grown since it was read, so nothing was recorded.',
} as const

/** A code of this package's refusals. */
export type RefusalCode = keyof typeof refusalCodes

/** A no with its reason: what is wrong and what to do next. `path` names the field at fault. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly path?: string
}

/** Either the value asked for, or why there is none. */
export type Result<Value> = { readonly value: Value } | { readonly refusal: Refusal }

/**
 * A refusal, wrapped as the answer of a deciding or parsing function.
 * @example
 * ```ts
 * import { refuse } from '@mentoring-commons/action-research'
 * refuse('blank-text', 'the question is empty; say what you want to improve', 'question').refusal.code //=> "blank-text"
 * ```
 */
export function refuse(code: RefusalCode, message: string, path?: string): { readonly refusal: Refusal } {
  return { refusal: path === undefined ? { code, message } : { code, message, path } }
}
