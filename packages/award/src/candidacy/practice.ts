/**
 * A mentoring relationship in which the candidate is the mentor, as evidence of supported practice: a reference, when it was, and
 * how much of it. What was said in it is never kept here.
 */
export interface LinkedRelationship {
  readonly id: string
  readonly from: string
  /** The last day; absent, it goes on. */
  readonly to?: string
  /** 0 or more. */
  readonly hours: number
  readonly meetings: number
}

/** An action research inquiry, by reference, as it was at a version of its stream. */
export interface LinkedInquiry {
  readonly id: string
  /** How many events the inquiry held; 1 or more. */
  readonly streamVersion: number
}

/** How much practice relationships come to. */
export interface PracticeTotal {
  readonly relationships: number
  readonly hours: number
  readonly meetings: number
}

/** How much practice relationships come to; with `since`, only those that were going on that day or began later. */
export function practiceTotal(relationships: readonly LinkedRelationship[], since?: string): PracticeTotal {
  const counted = relationships.filter(({ to }) => since === undefined || to === undefined || to >= since)
  return {
    relationships: counted.length,
    hours: counted.reduce((sum, { hours }) => sum + hours, 0),
    meetings: counted.reduce((sum, { meetings }) => sum + meetings, 0),
  }
}
