import type { Claim, ClaimContent } from '../claim.ts'
import type { EventOf } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import { added, changed } from './list.ts'

/** The claim that an event makes. */
export function claimMade({ claim: id, text, on: madeOn, audience, cites, standards }: EventOf<'ClaimMade'>): Claim {
  return { id, status: 'made', text, standards, madeOn, audience, cites, findings: [], heardAt: [] }
}

/** A claim that must be heard again. */
export function flagged(claim: Claim, { because, on: flaggedOn }: EventOf<'ClaimFlagged'>): Claim {
  return { ...contentOf(claim), heardAt: [], status: 'revalidate', because, flaggedOn }
}

/** A claim that stands, on the citations that the event names. */
export function validated(claim: Claim, { cites, on: validatedOn }: EventOf<'ClaimValidated'>): Claim {
  return { ...contentOf(claim), cites, status: 'validated', validatedOn }
}

/** An inquiry with a meeting held, and its claims heard; the same inquiry when the meeting's id is taken. */
export function heard(inquiry: InquiryUnderway, event: EventOf<'ValidationMeetingHeld'>): InquiryUnderway {
  const { meeting: id, on, attendees, claims, challenges, group } = event
  const meeting = { id, on, attendees, claims, challenges, ...(group === undefined ? {} : { group }) }
  const meetings = added(inquiry.meetings, meeting)
  if (meetings === inquiry.meetings) return inquiry
  const all = claims.reduce(
    (list, claim) => changed(list, claim, (one) => ({ ...one, heardAt: [...one.heardAt, id] })),
    inquiry.claims,
  )
  return { ...inquiry, meetings, claims: all }
}

function contentOf({ id, text, standards, madeOn, audience, cites, findings, heardAt }: Claim): ClaimContent {
  return { id, text, standards, madeOn, audience, cites, findings, heardAt }
}
