import type { Citation, Claim } from '../claim.ts'
import type { CommandOf } from '../commands.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import { areDifferent } from '../evidence.ts'
import { type InquiryUnderway, mayUse } from '../inquiry.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Check, date, find, first, freshId, no, notBefore, textList, texts, unless } from './check.ts'

/** Records a meeting that heard claims, with at least one attendee who is not an author. */
export function holdValidationMeeting(
  command: CommandOf<'HoldValidationMeeting'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const { meeting, on, attendees, claims, challenges, group } = command
  const check = first(
    freshId(meeting, inquiry.meetings, 'meeting'),
    date(on),
    textList(attendees, 'attendees'),
    textList(claims, 'claims'),
    hasOutsider(attendees, inquiry),
    group === undefined ? undefined : asGroup(group, attendees, on, inquiry),
    ...claims.map((id, index) => {
      const found = find(inquiry.claims, id, `claims[${index}]`)
      if ('refusal' in found) return found.refusal
      if (claims.indexOf(id) < index)
        return no('duplicate-id', `claims[${index}] "${id}" repeats; name it once`, 'claims')
      return notBefore(on, found.value.madeOn, `claim "${id}" was made`)
    }),
    ...challenges.map(({ challenge, response }, index) =>
      texts({ [`challenges[${index}].challenge`]: challenge, [`challenges[${index}].response`]: response }),
    ),
  )
  const event = { type: 'ValidationMeetingHeld', meeting, on, attendees, claims, challenges } as const
  return unless(check, group === undefined ? event : { ...event, group })
}

function asGroup(id: string, attendees: readonly string[], on: string, inquiry: InquiryUnderway): Check {
  const found = find(inquiry.groups, id, 'group')
  if ('refusal' in found) return found.refusal
  const { members, formedOn } = found.value
  if (!members.some((member) => attendees.includes(member))) {
    const says = `no member of group "${id}" (${members.join(', ')}) attended; name who did, or leave the group out`
    return no('not-found', says, 'attendees')
  }
  return notBefore(on, formedOn, `group "${id}" was formed`)
}

/** Refuses people who are all authors. */
export function hasOutsider(people: readonly string[], { authors }: InquiryUnderway, path = 'attendees'): Check {
  if (people.some((person) => !authors.includes(person))) return undefined
  const says = `all ${path} (${people.join(', ')}) are authors; have the claims heard by someone who is not`
  return no('outsider-missing', says, path)
}

/** Validates a claim on the evidence that is still within consent; citations beyond it fall away. */
export function validateClaim(
  { claim: id, on }: CommandOf<'ValidateClaim'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = find(inquiry.claims, id, 'claim')
  if ('refusal' in found) return found
  const claim = found.value
  if (claim.status === 'validated') {
    return refuse(
      'already-validated',
      `claim "${id}" is validated since ${claim.validatedOn}; nothing is left to do`,
      'claim',
    )
  }
  const heardOn = hearings(claim, inquiry).sort()[0]
  const check = first(
    date(on),
    mayValidate(claim, inquiry),
    heardOn === undefined ? undefined : notBefore(on, heardOn, 'the meeting that heard the claim'),
  )
  return unless(check, { type: 'ClaimValidated', claim: id, on, cites: citesWithin(claim, inquiry) })
}

/** Why a claim cannot be validated whatever the day, if so. */
export function mayValidate(claim: Claim, inquiry: InquiryUnderway): Check {
  const cites = citesWithin(claim, inquiry)
  const quotes = claim.cites.find((citation) => citation.quoted && !cites.includes(citation))
  if (quotes !== undefined) {
    const says = `claim "${claim.id}" quotes evidence "${quotes.evidence}", whose consent is withdrawn; make a new claim`
    return no('quotes-withdrawn', says, 'claim')
  }
  if (!isVaried(cites, inquiry)) {
    const has = cites.map(({ evidence }) => evidence).join(', ') || 'none'
    const says = `claim "${claim.id}" rests on ${has} within consent; it needs two items that differ in kind or source`
    return no('evidence-too-thin', says, 'claim')
  }
  const sought = claim.findings.some(
    (finding) => finding.kind === 'none-found' || mayUse(inquiry, finding.evidence, claim.audience, false),
  )
  if (!sought) {
    const says = `nobody has looked for evidence against claim "${claim.id}"; record what was found, or where none was`
    return no('disconfirming-missing', says, 'claim')
  }
  if (hearings(claim, inquiry).length > 0) return undefined
  const since = claim.status === 'revalidate' ? ` since it was flagged on ${claim.flaggedOn}` : ''
  const says = `no meeting with a non-author has heard claim "${claim.id}"${since}; hold one`
  return no('meeting-missing', says, 'claim')
}

function citesWithin(claim: Claim, inquiry: InquiryUnderway): readonly Citation[] {
  return claim.cites.filter(({ evidence, quoted }) => mayUse(inquiry, evidence, claim.audience, quoted))
}

function isVaried(cites: readonly Citation[], inquiry: InquiryUnderway): boolean {
  const items = inquiry.evidence.filter((item) => cites.some(({ evidence }) => evidence === item.id))
  return items.some((one, index) => items.slice(index + 1).some((other) => areDifferent(one, other)))
}

function hearings(claim: Claim, inquiry: InquiryUnderway): string[] {
  return inquiry.meetings
    .filter(({ id, on }) => claim.heardAt.includes(id) && (claim.status !== 'revalidate' || on >= claim.flaggedOn))
    .filter(({ attendees }) => hasOutsider(attendees, inquiry) === undefined)
    .map(({ on }) => on)
}
