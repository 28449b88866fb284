import type { AgreementVersion } from '../agreement/agreement.ts'
import { agreementInForce } from '../agreement/agreement-in-force.ts'
import { isRunning } from '../capacity/load-of.ts'
import { daysBetween } from '../days.ts'
import { isOpen, type Offer } from '../offer/offer.ts'
import { peopleOf } from '../people/participant.ts'
import type { ProgrammePolicy } from '../programme/programme.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { unsigned } from '../relationship/unsigned.ts'
import type { QueueThresholds } from './queue-thresholds.ts'
import { type Review, reviewDueOn } from './review.ts'

/** Every kind of work that waits for a coordinator. */
export const workKinds = [
  'offer-lapsed',
  'question-open',
  'offer-unanswered',
  'agreement-missing',
  'pair-silent',
  'review-overdue',
  'orphan',
] as const

/** What kind of work waits. */
export type WorkKind = (typeof workKinds)[number]

/** Something that waits for a coordinator. It tells what did not happen, and never who is at fault. */
export interface WorkItem {
  readonly kind: WorkKind
  /** The offer or relationship. */
  readonly subjectId: string
  /** The person who is without a relationship; with `orphan` only. */
  readonly personId?: string
  readonly since: string
  /** Whole days from `since` to the day asked about. */
  readonly days: number
  /** What to do next; written for a coordinator. */
  readonly next: string
}

/** What is known of a programme. Of meetings only that they were held. */
export interface QueueFacts {
  readonly policy: ProgrammePolicy
  readonly offers: readonly Offer[]
  readonly relationships: readonly Relationship[]
  readonly meetings: readonly { readonly relationshipId: string; readonly heldOn: string }[]
  readonly agreements: readonly AgreementVersion[]
  readonly reviews: readonly Review[]
}

/**
 * Gives what waits for a coordinator on a day, the longest wait first, then by kind in the order of `workKinds`, subject and person.
 *
 * An offer that may expire and a question stand in it at once, the rest once so many days have passed as its threshold says: the day itself counts.
 * Paused relationships are neither silent nor overdue; one of kind `flash` that has met waits to be wound down. An agreement is missing only
 * where the policy asks for one, and neither a version of it is in force nor everybody's signature under one version is among the steps. An orphan is a mentee or peer whose relationship ended otherwise than completed, whoever ended
 * it, and who has no other as mentee or peer, no open offer, and none that was accepted and has not become a relationship yet. Who ended it cannot be told from it.
 *
 * @example
 * ```ts
 * import { defaultQueueThresholds, type Relationship, workQueue } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const before = { id: 'r1', kind: 'dyad' as const, participants, proposedOn: '2026-01-05', accepted: [], signatures: [], briefings: [] }
 * const active: Relationship = { ...before, status: 'active', startedOn: '2026-01-20', since: '2026-01-20' }
 * const policy = { agreementRequired: false, briefingRequiredFor: [] }
 * const facts = { policy, offers: [], relationships: [active], meetings: [], agreements: [], reviews: [] }
 * const queue = workQueue(facts, defaultQueueThresholds, '2026-03-03')
 * queue.map(({ kind, since, days }) => [kind, since, days]) //=> [["pair-silent", "2026-01-20", 42]]
 * ```
 */
export function workQueue(facts: QueueFacts, thresholds: QueueThresholds, on: string): readonly WorkItem[] {
  const items = [
    ...facts.offers.flatMap((offer) => ofOffer(offer, thresholds, on)),
    ...facts.relationships.flatMap((one) => [
      ...agreementMissing(one, facts, thresholds, on),
      ...silent(one, facts, thresholds, on),
      ...reviewOverdue(one, facts, thresholds, on),
      ...orphans(one, facts, thresholds, on),
    ]),
  ]
  const place = (item: WorkItem) =>
    [String(99_999_999 - item.days).padStart(9, '0'), workKinds.indexOf(item.kind), item.subjectId, item.personId].join(
      ' ',
    )
  return items.sort((a, b) => (place(a) < place(b) ? -1 : 1))
}

function waits(
  kind: WorkKind,
  subjectId: string,
  since: string,
  most: number,
  on: string,
  next: string,
): readonly WorkItem[] {
  const days = daysBetween(since, on)
  return days >= most ? [{ kind, subjectId, since, days, next }] : []
}

function ofOffer(offer: Offer, { offerUnansweredDays }: QueueThresholds, on: string): readonly WorkItem[] {
  if (!isOpen(offer)) return []
  const { id, question, answerBy, askedOn } = offer
  if (question !== undefined) {
    return waits(
      'question-open',
      id,
      question.on,
      0,
      on,
      `Answer the question about ${question.about}; the time to answer waits.`,
    )
  }
  if (on > answerBy) {
    return waits('offer-lapsed', id, answerBy, 1, on, 'Let the offer expire, and offer somebody else.')
  }
  return waits(
    'offer-unanswered',
    id,
    askedOn,
    offerUnansweredDays,
    on,
    `Remind those asked that they can answer until ${answerBy}.`,
  )
}

function agreementMissing(
  one: Relationship,
  { policy, agreements }: QueueFacts,
  { agreementMissingDays }: QueueThresholds,
  on: string,
): readonly WorkItem[] {
  if (!policy.agreementRequired || !['forming', 'active', 'paused', 'winding-down'].includes(one.status)) return []
  if (!('signatures' in one)) return []
  const own = agreements.filter((version) => version.relationshipId === one.id)
  if (unsigned(one.participants, one.signatures).length === 0 || agreementInForce(one, own, on) !== undefined) return []
  const next = own.length === 0 ? 'Ask them to draft an agreement.' : 'Ask for the signatures that are missing.'
  const lastYes = one.accepted.reduce((latest, act) => (act.on > latest ? act.on : latest), one.proposedOn)
  const since = 'startedOn' in one && one.startedOn !== undefined ? one.startedOn : lastYes
  return waits('agreement-missing', one.id, since, agreementMissingDays, on, next)
}

function silent(
  one: Relationship,
  { meetings }: QueueFacts,
  { silentDays }: QueueThresholds,
  on: string,
): readonly WorkItem[] {
  if (one.status !== 'active') return []
  const held = meetings.filter((meeting) => meeting.relationshipId === one.id && meeting.heldOn <= on)
  const since = held.reduce((latest, meeting) => (meeting.heldOn > latest ? meeting.heldOn : latest), one.since)
  const next =
    one.kind === 'flash' && held.length > 0
      ? 'They have met, as a flash relationship does: ask them to wind it down.'
      : 'Ask each of them whether they still meet, and whether to pause or end it.'
  return waits('pair-silent', one.id, since, silentDays, on, next)
}

function reviewOverdue(
  one: Relationship,
  { agreements, reviews }: QueueFacts,
  { reviewOverdueDays }: QueueThresholds,
  on: string,
): readonly WorkItem[] {
  const due = reviewDueOn(one, agreements, reviews, on)
  return due === undefined
    ? []
    : waits('review-overdue', one.id, due, reviewOverdueDays, on, 'Remind them of the review that they agreed on.')
}

function orphans(
  one: Relationship,
  { offers, relationships }: QueueFacts,
  { orphanDays }: QueueThresholds,
  on: string,
): readonly WorkItem[] {
  if (one.status !== 'ended' || one.reason === 'completed') return []
  const led = one.participants.filter((who) => who.role === 'mentee' || who.role === 'peer')
  return peopleOf(led).flatMap((personId) => {
    const holds = ({ participants }: Pick<Offer, 'participants'>) =>
      participants.some((who) => who.personId === personId && (who.role === 'mentee' || who.role === 'peer'))
    const later = relationships.some(
      (other) => other.id !== one.id && holds(other) && (isRunning(other) || endedAfter(other, one.on, one.id)),
    )
    if (later || offers.some((offer) => holds(offer) && (isOpen(offer) || isToBegin(offer, relationships)))) return []
    const next = 'Ask whether they want another mentor; offer one, or close the wish.'
    return waits('orphan', one.id, one.on, orphanDays, on, next).map((item) => ({ ...item, personId }))
  })
}

/** Whether everybody accepted an offer, and its relationship is not among those given yet; after that the relationship tells. */
function isToBegin(offer: Offer, relationships: readonly Relationship[]): boolean {
  return offer.status === 'accepted' && !relationships.some(({ id }) => id === offer.id)
}

/** Whether another one ended later, so that what waits is told once, of the last one. */
function endedAfter(other: Relationship, on: string, id: string): boolean {
  if (other.status !== 'ended') return false
  return other.on > on || (other.on === on && other.id > id)
}
