/**
 * A mentoring relationship in which the candidate is the mentor, as evidence of supported practice: a reference, when it was, and
 * how much of it. What was said in it is never kept here.
 */
export interface LinkedRelationship {
  readonly id: string
  readonly from: string
  /** The last day; absent, it goes on. */
  readonly to?: string
  /** 0 or more, as the caller counts them; where only practice since enrolment is to count, count only that. */
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

/**
 * How much practice relationships come to; with `since`, only those that were going on that day or began later, each with all that
 * is counted for it.
 *
 * @example
 * ```ts
 * import { practiceTotal } from '@mentoring-commons/award'
 *
 * const [ended, goesOn] = [{ id: 'r1', from: '2024-01-08', to: '2024-06-28', hours: 6, meetings: 4 }, { id: 'r2', from: '2025-01-06', hours: 2.5, meetings: 2 }]
 * practiceTotal([ended, goesOn]) //=> { relationships: 2, hours: 8.5, meetings: 6 }
 * practiceTotal([ended, goesOn], '2025-01-01') //=> { relationships: 1, hours: 2.5, meetings: 2 }
 * ```
 */
export function practiceTotal(relationships: readonly LinkedRelationship[], since?: string): PracticeTotal {
  const counted = relationships.filter(({ to }) => since === undefined || to === undefined || to >= since)
  return {
    relationships: counted.length,
    hours: counted.reduce((sum, { hours }) => sum + hours, 0),
    meetings: counted.reduce((sum, { meetings }) => sum + meetings, 0),
  }
}
