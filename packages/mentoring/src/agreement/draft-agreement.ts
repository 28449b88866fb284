import { dateRefusal } from '../iso-date.ts'
import { peopleOf } from '../people/participant.ts'
import type { TopicSet } from '../programme/topic-set.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { parseShape } from '../shape/parse-shape.ts'
import { type AgreementTerms, type AgreementVersion, termsShape } from './agreement.ts'

/**
 * Gives the next version of the agreement of a relationship, signed by nobody yet. It takes the place of an earlier draft at once,
 * and of the agreement in force only when everybody has signed it. A renewal is a next version, and never a status.
 *
 * Open from forming until it ends. `earlier` are all versions of the relationship. Refused are terms that end before they start, topics on both lists or
 * outside the topic set, anything said twice, and an agreement without the exceptions that are part of every one.
 *
 * @example
 * ```ts
 * import { agreementInForce, draftAgreement, type Relationship, signAgreement } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const before = { id: 'r1', kind: 'dyad' as const, participants, proposedOn: '2026-01-05', accepted: [], signatures: [], briefings: [] }
 * const forming: Relationship = { ...before, status: 'forming' }
 * const terms = {
 *   startsOn: '2026-02-01', endsOn: '2027-01-31', renewable: true,
 *   meetings: { everyDays: 42, durationMinutes: 60, modes: ['online' as const], arrangedBy: 'mentee' as const, preparationDays: 2, cancellationHours: 24 },
 *   contact: { allowed: true, answerWithinDays: 5 }, topicsIn: ['career'], topicsOut: [],
 *   confidentialityExceptions: ['risk-of-harm' as const, 'legal-duty' as const], openness: 'private' as const, reviewEveryDays: 90,
 *   problems: 'talk-to-each-other' as const, noFaultEnding: true as const, distance: { noJointInterests: true, noDecisionsAfterwards: true },
 * }
 * const draft = draftAgreement(forming, [], terms, '2026-01-12', { codes: ['career'] })
 * if ('refusal' in draft) throw new TypeError(draft.refusal.message)
 * const once = signAgreement(forming, [draft.value], 1, { personId: 'ada', on: '2026-01-13' })
 * if ('refusal' in once) throw new TypeError(once.refusal.message)
 * agreementInForce(forming, [once.value], '2026-01-31')?.version //=> undefined
 * const both = signAgreement(forming, [once.value], 1, { personId: 'mia', on: '2026-01-14' })
 * if ('refusal' in both) throw new TypeError(both.refusal.message)
 * agreementInForce(forming, [both.value], '2026-01-31')?.version //=> 1
 * ```
 */
export function draftAgreement(
  relationship: Relationship,
  earlier: readonly AgreementVersion[],
  terms: AgreementTerms,
  on: string,
  topicSet: TopicSet,
): Result<AgreementVersion> {
  const parsed = parseShape(terms, termsShape)
  if ('refusal' in parsed) return parsed
  const latest = earlier.reduce<AgreementVersion | undefined>((a, b) => (a && a.version > b.version ? a : b), undefined)
  const refusal =
    openRefusal(relationship) ?? dateRefusal(on, 'on') ?? orderRefusal(on, latest) ?? termsRefusal(terms, topicSet)
  if (refusal) return { refusal }
  const version = (latest?.version ?? 0) + 1
  return { value: { relationshipId: relationship.id, version, draftedOn: on, terms, signatures: [] } }
}

/**
 * Gives a version with one more signature. Only the latest version can be signed, once by each participant. Save the step
 * `sign-agreement` of the relationship with it, with the version, while it is forming and waits for signatures.
 *
 * @example
 * ```ts
 * import { type Relationship, signAgreement } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'mia', role: 'mentor' as const }, { personId: 'ada', role: 'mentee' as const }]
 * const before = { id: 'r1', kind: 'dyad' as const, participants, proposedOn: '2026-01-05', accepted: [], signatures: [], briefings: [] }
 * const forming: Relationship = { ...before, status: 'forming' }
 * const signed = signAgreement(forming, [], 1, { personId: 'ada', on: '2026-01-13' })
 * 'refusal' in signed && signed.refusal.code //=> "agreement-superseded"
 * ```
 */
export function signAgreement(
  relationship: Relationship,
  versions: readonly AgreementVersion[],
  version: number,
  signature: { readonly personId: string; readonly on: string },
): Result<AgreementVersion> {
  const { personId, on } = signature
  const refusal = openRefusal(relationship) ?? dateRefusal(on, 'on')
  if (refusal) return { refusal }
  const signed = versions.find((one) => one.version === version)
  const latest = Math.max(...versions.map((one) => one.version))
  if (signed === undefined || version !== latest) {
    const next = versions.length === 0 ? 'draft one first' : `read and sign version ${latest}`
    return refuse('agreement-superseded', `Version ${version} is not the latest: ${next}.`, 'version')
  }
  if (!peopleOf(relationship.participants).includes(personId)) {
    const message = `"${personId}" does not take part in relationship "${relationship.id}": name a participant.`
    return refuse('not-a-participant', message, 'personId')
  }
  if (signed.signatures.some((one) => one.personId === personId)) {
    return refuse('already-done', `"${personId}" has signed before: leave it out.`, 'personId')
  }
  const late = orderRefusal(on, signed)
  if (late) return { refusal: late }
  return { value: { ...signed, signatures: [...signed.signatures, { personId, on }] } }
}

function openRefusal({ status, id }: Relationship): Refusal | undefined {
  if (['forming', 'active', 'paused', 'winding-down'].includes(status)) return undefined
  const message = `Relationship "${id}" is ${status}, and nothing is agreed then: agree while it is forming or under way.`
  return refuse('step-not-allowed', message).refusal
}

function orderRefusal(on: string, latest: AgreementVersion | undefined): Refusal | undefined {
  const days = latest === undefined ? [] : [latest.draftedOn, ...latest.signatures.map((one) => one.on)]
  const late = days.find((one) => one > on)
  if (late === undefined) return undefined
  return refuse(
    'date-goes-back',
    `${on} is before ${late}, the day of the latest act: give that day or a later one.`,
    'on',
  ).refusal
}

function termsRefusal(terms: AgreementTerms, { codes }: TopicSet): Refusal | undefined {
  const wrong = (path: string, message: string) => refuse('terms-not-usable', message, `terms.${path}`).refusal
  const { startsOn, endsOn, topicsIn, topicsOut, confidentialityExceptions, meetings, contact } = terms
  if (endsOn < startsOn)
    return wrong('endsOn', `It would end on ${endsOn}, before ${startsOn}: correct one of the days.`)
  const topics = [...topicsIn, ...topicsOut]
  const strange = topics.find((one) => !codes.includes(one))
  if (strange !== undefined) {
    const message = `"${strange}" is not in the topic set: use one of ${codes.join(', ') || 'none'}.`
    return refuse('topic-not-listed', message, 'terms.topicsIn').refusal
  }
  const twice = topics.find((one, index) => topics.indexOf(one) !== index)
  if (twice !== undefined) {
    return refuse('topic-twice', `Topic "${twice}" stands twice: let it in, or keep it out.`, 'terms.topicsOut').refusal
  }
  const missing = (['risk-of-harm', 'legal-duty'] as const).find((one) => !confidentialityExceptions.includes(one))
  if (missing !== undefined) {
    return wrong('confidentialityExceptions', `"${missing}" is an exception in every agreement: add it.`)
  }
  if (new Set(confidentialityExceptions).size !== confidentialityExceptions.length) {
    return wrong('confidentialityExceptions', 'An exception stands twice: name each once.')
  }
  if (new Set(meetings.modes).size !== meetings.modes.length) {
    return wrong('meetings.modes', 'A mode stands twice: name each once.')
  }
  if (!contact.allowed && contact.answerWithinDays !== 0) {
    return wrong(
      'contact.answerWithinDays',
      'No contact is agreed, so no answer can be late: give 0, or allow contact.',
    )
  }
  return undefined
}
