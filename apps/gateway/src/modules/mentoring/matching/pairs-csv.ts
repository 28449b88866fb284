import type { HelpfulChange, MatchedPair, ScorePart, UnmatchedReason } from '@mentoring-commons/mentoring'
import { csv } from '@mentoring-commons/reporting'

/** How a person is named in a file. */
export interface NamedPerson {
  readonly id: string
  readonly externalId: string | null
  readonly name: string | null
}

/** A mentee to whom a run gave nobody. */
export interface Unplaced {
  readonly menteeId: string
  readonly why: UnmatchedReason
  readonly change: HelpfulChange
}

const head = [
  ...['mentee_id', 'mentee', 'mentor_id', 'mentor', 'pinned', 'fit', 'mentee_fit', 'mentor_fit', 'reasons'],
  ...['unmatched_because', 'would_help'],
]

/** A run as a file for a spreadsheet: a row for each mentee, by mentee. Names that a spreadsheet would run as a formula are guarded. */
export function pairsCsv(
  pairs: readonly MatchedPair[],
  unmatched: readonly Unplaced[],
  people: readonly NamedPerson[],
): string {
  const known = new Map(people.map((one) => [one.id, one]))
  const cells = (id: string) => [known.get(id)?.externalId ?? id, known.get(id)?.name ?? null]
  const rows = [
    ...pairs.map(({ menteeId, mentorId, pinned, score, menteeScore, mentorScore, parts }) => ({
      menteeId,
      row: [...cells(menteeId), ...cells(mentorId), pinned, score, menteeScore, mentorScore, said(parts), null, null],
    })),
    ...unmatched.map(({ menteeId, why, change }) => ({
      menteeId,
      row: [...cells(menteeId), null, null, null, null, null, null, null, why, change.kind],
    })),
  ]
  rows.sort((one, other) => (one.menteeId < other.menteeId ? -1 : 1))
  return csv([head, ...rows.map(({ row }) => row)])
}

function said(parts: readonly ScorePart[]): string {
  return parts
    .map(({ ruleId, side, score, missing }) => `${ruleId} (${side}): ${missing ? 'not answered' : score}`)
    .join('; ')
}
