import type { Claim, ValidationMeeting } from '../claim.ts'
import type { InquiryUnderway } from '../inquiry.ts'

/** Those in a meeting who are no authors. */
export function outsiders({ attendees }: ValidationMeeting, { authors }: InquiryUnderway): readonly string[] {
  return attendees.filter((attendee) => !authors.includes(attendee))
}

/** Whether a meeting with a non-author heard a claim since it was made or last flagged. */
export function isHeard(claim: Claim, inquiry: InquiryUnderway): boolean {
  return inquiry.meetings.some(
    (meeting) =>
      claim.heardAt.includes(meeting.id) &&
      (claim.status !== 'revalidate' || meeting.on >= claim.flaggedOn) &&
      outsiders(meeting, inquiry).length > 0,
  )
}

/** The ids of things in quotation marks, or `none` when there is not one. */
export function names(things: readonly { readonly id: string }[], none: string): string {
  return things.length === 0 ? none : things.map(({ id }) => `"${id}"`).join(', ')
}
