import { daysAfter, daysBetween } from '../days.ts'
import { dateRefusal } from '../iso-date.ts'
import { peopleOf } from '../people/participant.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import { peopleAskedFirst } from '../relationship/outstanding.ts'
import {
  type DeclineReason,
  declineReasons,
  isOpen,
  type Offer,
  type OfferQuestion,
  type OpenOffer,
  offerBaseOf,
  offerQuestions,
} from './offer.ts'
import { type OfferTerms, offerTermsRefusal } from './offer-terms.ts'
import { peopleAsked } from './people-asked.ts'

/** One dated step of an offer. `by` is the person who takes it; the others are taken by the programme. */
export type OfferStep =
  | { readonly type: 'accept'; readonly on: string; readonly by: string }
  /** `not-stated` is kept where no reason is given. */
  | { readonly type: 'decline'; readonly on: string; readonly by: string; readonly reason?: DeclineReason }
  | { readonly type: 'ask-more'; readonly on: string; readonly by: string; readonly about: OfferQuestion }
  | { readonly type: 'answer-question'; readonly on: string }
  | { readonly type: 'expire'; readonly on: string }
  | { readonly type: 'withdraw'; readonly on: string }

/**
 * Gives the offer after a step, as a new value, or why the step was refused.
 *
 * Those asked may accept until `answerBy`, that day included, and decline until the offer has expired, also after having
 * accepted. When the last mentee (or peer) has accepted, mentors and facilitators are asked, with time of their own. While a
 * question is open the offer does not lapse, and its answer moves `answerBy` by the days that it was open. A decline, an
 * expiry and a withdrawal free everybody: no person keeps a mark of it. An offer expires only by a step, never by itself.
 *
 * @example
 * ```ts
 * import { advanceOffer, defaultOfferTerms, type Offer } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const days = { madeOn: '2026-01-05', askedOn: '2026-01-05', answerBy: '2026-01-19' }
 * const offer: Offer = { id: 'o1', programmeId: 'p1', kind: 'dyad', participants, status: 'with-mentees', accepted: [], ...days }
 * const next = advanceOffer(offer, { type: 'accept', by: 'ada', on: '2026-01-19' }, defaultOfferTerms)
 * 'value' in next && next.value.status //=> "with-mentors"
 * const late = advanceOffer(offer, { type: 'accept', by: 'ada', on: '2026-01-20' }, defaultOfferTerms)
 * 'refusal' in late && late.refusal.code //=> "offer-lapsed"
 * ```
 */
export function advanceOffer(offer: Offer, step: OfferStep, terms: OfferTerms): Result<Offer> {
  if (!isOpen(offer)) {
    return refuse(
      'offer-closed',
      `The offer is ${offer.status}, and takes no "${step.type}": make another offer.`,
      'type',
    )
  }
  const refusal = offerTermsRefusal(terms) ?? dayRefusal(offer, step.on)
  if (refusal) return { refusal }
  switch (step.type) {
    case 'accept':
      return accept(offer, step.by, step.on, terms)
    case 'decline':
      return decline(offer, step.by, step.on, step.reason)
    case 'ask-more':
      return askMore(offer, step)
    case 'answer-question':
      return answer(offer, step.on)
    case 'expire':
      return expire(offer, step.on)
    case 'withdraw':
      return { value: { ...offerBaseOf(offer), status: 'withdrawn', on: step.on } }
    default:
      throw new TypeError(`${JSON.stringify((step as OfferStep).type)} is no type of step of an offer`)
  }
}

function dayRefusal(offer: OpenOffer, on: string): Refusal | undefined {
  const wrong = dateRefusal(on, 'on')
  if (wrong) return wrong
  const days = [offer.askedOn, ...offer.accepted.map((act) => act.on), ...(offer.question ? [offer.question.on] : [])]
  const latest = days.reduce((late, one) => (one > late ? one : late))
  if (on >= latest) return undefined
  return refuse(
    'date-goes-back',
    `${on} is before ${latest}, the day of the latest step: give that day or a later one.`,
    'on',
  ).refusal
}

function accept(offer: OpenOffer, by: string, on: string, terms: OfferTerms): Result<Offer> {
  const refusal = askedRefusal(offer, by)
  if (refusal) return { refusal }
  if (on > offer.answerBy && offer.question === undefined) {
    return refuse(
      'offer-lapsed',
      `${on} is after ${offer.answerBy}, the last day: let the offer expire, or make another.`,
      'on',
    )
  }
  const accepted = [...offer.accepted, { personId: by, on }]
  const next = { ...offerBaseOf(offer), accepted }
  const isMissing = (person: string) => !accepted.some((act) => act.personId === person)
  if (!peopleOf(offer.participants).some(isMissing)) return { value: { ...next, status: 'accepted', on } }
  const firstMissing = peopleAskedFirst(offer.participants).some(isMissing)
  if (offer.status === 'with-mentees' && !firstMissing) {
    return { value: { ...next, status: 'with-mentors', askedOn: on, answerBy: daysAfter(on, terms.mentorAnswerDays) } }
  }
  const { status, askedOn, answerBy, question } = offer
  const stays = question !== undefined && question.by !== by ? { question } : {}
  const moved = question !== undefined && question.by === by ? movedBy(offer, question.on, on) : answerBy
  return { value: { ...next, status, askedOn, answerBy: moved, ...stays } }
}

function decline(offer: OpenOffer, by: string, on: string, reason: DeclineReason = 'not-stated'): Result<Offer> {
  if (!declineReasons.includes(reason)) {
    const message = `${JSON.stringify(reason)} is no listed reason: use one of ${declineReasons.join(', ')}, or leave it out.`
    return refuse('reason-not-listed', message, 'reason')
  }
  const hasAccepted = offer.accepted.some((act) => act.personId === by)
  const refusal = hasAccepted ? undefined : askedRefusal(offer, by)
  return refusal ? { refusal } : { value: { ...offerBaseOf(offer), status: 'declined', on, by, reason } }
}

function askMore(
  offer: OpenOffer,
  { by, on, about }: Extract<OfferStep, { readonly type: 'ask-more' }>,
): Result<Offer> {
  const refusal = askedRefusal(offer, by)
  if (refusal) return { refusal }
  if (offer.question !== undefined) {
    return refuse('question-open', `"${offer.question.by}" asked on ${offer.question.on}: answer that first.`, 'type')
  }
  if (on > offer.answerBy) {
    return refuse('offer-lapsed', `${on} is after ${offer.answerBy}, the last day: make another offer.`, 'on')
  }
  if (!offerQuestions.includes(about)) {
    const message = `${JSON.stringify(about)} is no listed question: use one of ${offerQuestions.join(', ')}.`
    return refuse('reason-not-listed', message, 'about')
  }
  return { value: { ...offer, question: { by, on, about } } }
}

function answer(offer: OpenOffer, on: string): Result<Offer> {
  const { question, ...rest } = offer
  if (question === undefined) return refuse('no-question-open', 'Nobody has asked: leave this step out.', 'type')
  return { value: { ...rest, answerBy: movedBy(offer, question.on, on) } }
}

function expire(offer: OpenOffer, on: string): Result<Offer> {
  const waits = offer.question === undefined ? `people may answer until ${offer.answerBy}` : 'a question is open'
  if (on <= offer.answerBy || offer.question !== undefined) {
    return refuse('offer-not-lapsed', `On ${on} ${waits}: wait, or withdraw the offer.`, 'on')
  }
  return { value: { ...offerBaseOf(offer), status: 'expired', on } }
}

function movedBy(offer: OpenOffer, from: string, to: string): string {
  return daysAfter(offer.answerBy, daysBetween(from, to))
}

function askedRefusal(offer: OpenOffer, by: string): Refusal | undefined {
  if (!peopleOf(offer.participants).includes(by)) {
    const message = `${JSON.stringify(by)} is not among the people of offer "${offer.id}": name one of them.`
    return refuse('not-a-participant', message, 'by').refusal
  }
  if (peopleAsked(offer).includes(by)) return undefined
  if (offer.accepted.some((act) => act.personId === by)) {
    return refuse('already-done', `"${by}" has accepted before: leave this step out.`, 'by').refusal
  }
  return refuse('not-asked-yet', `"${by}" is not asked yet: let every mentee (or peer) accept first.`, 'by').refusal
}
