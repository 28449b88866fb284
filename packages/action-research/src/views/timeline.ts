import { type Audience, audiences } from '../consent.ts'
import { endedOn } from '../cycle.ts'
import { type Inquiry, type InquiryUnderway, mayUse } from '../inquiry.ts'
import { cycleTree, flat, parentOf } from './cycle-tree.ts'
import { withheldClaim } from './withheld.ts'

/**
 * A row of a timeline, the same columns for each kind. `what` is the number of the cycle (`2.1` inside `2`), the facet, the
 * reason for a break, the kind of evidence or the text of the claim (null when it may not be shown); `cycle` is for a
 * cycle the one it lies in; `to` is null for what is open or has but one day; `status` is that of the cycle or the claim,
 * `open` or `ended`, or the timing of the evidence. `source` is null for internal and public readers where it is a
 * participant.
 */
export interface TimelineRow {
  readonly kind: 'cycle' | 'facet' | 'break' | 'evidence' | 'claim'
  readonly id: string | null
  readonly cycle: string | null
  readonly from: string
  readonly to: string | null
  readonly what: string | null
  readonly source: string | null
  readonly status: string
}

/**
 * The cycles, facets, breaks, evidence and claims of an inquiry that an audience may see, by date, and on one day in that
 * order. Evidence beyond consent for that audience is absent, and so are claims made for a narrower one.
 * @example
 * ```ts
 * import { timeline } from '@mentoring-commons/action-research'
 * timeline({ status: 'not-begun' }) //=> []
 * ```
 */
export function timeline(inquiry: Inquiry, audience: Audience = 'team'): readonly TimelineRow[] {
  if (inquiry.status === 'not-begun') return []
  const rows = [
    ...cycleRows(inquiry),
    ...facetRows(inquiry),
    ...breakRows(inquiry),
    ...evidenceRows(inquiry, audience),
    ...claimRows(inquiry, audience),
  ]
  return rows.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
}

function cycleRows({ cycles }: InquiryUnderway): readonly TimelineRow[] {
  return flat(cycleTree(cycles)).map(({ cycle, label }) => ({
    kind: 'cycle',
    id: cycle.id,
    cycle: parentOf(cycle, cycles) ?? null,
    from: cycle.begunOn,
    to: endedOn(cycle) ?? null,
    what: label,
    source: null,
    status: cycle.status,
  }))
}

function breakRows({ cycles }: InquiryUnderway): readonly TimelineRow[] {
  return cycles.flatMap((cycle) => {
    const over = (cycle.suspensions ?? []).map(({ from, to, reason }) => ({ from, to, reason }))
    const now = cycle.status === 'suspended' ? [{ from: cycle.suspendedOn, to: null, reason: cycle.reason }] : []
    return [...over, ...now].map(({ from, to, reason }) => ({
      kind: 'break' as const,
      id: null,
      cycle: cycle.id,
      from,
      to,
      what: reason,
      source: null,
      status: to === null ? 'open' : 'ended',
    }))
  })
}

function facetRows({ cycles }: InquiryUnderway): readonly TimelineRow[] {
  return cycles.flatMap((cycle) =>
    cycle.facets.map(({ facet, from, to }) => ({
      kind: 'facet',
      id: null,
      cycle: cycle.id,
      from,
      to: to ?? null,
      what: facet,
      source: null,
      status: to === undefined ? 'open' : 'ended',
    })),
  )
}

function evidenceRows(inquiry: InquiryUnderway, audience: Audience): readonly TimelineRow[] {
  return inquiry.evidence
    .filter(({ id }) => mayUse(inquiry, id, audience, false))
    .map(({ id, cycle, on, kind, source, timing }) => ({
      kind: 'evidence',
      id,
      cycle,
      from: on,
      to: null,
      what: kind,
      source: audience !== 'team' && isParticipant(source, inquiry) ? null : source,
      status: timing,
    }))
}

function isParticipant(source: string, { consents, authors }: InquiryUnderway): boolean {
  return !authors.includes(source) && consents.some(({ participant }) => participant === source)
}

function claimRows(inquiry: InquiryUnderway, audience: Audience): readonly TimelineRow[] {
  return inquiry.claims
    .filter((claim) => audiences.indexOf(claim.audience) >= audiences.indexOf(audience))
    .map((claim) => ({
      kind: 'claim',
      id: claim.id,
      cycle: null,
      from: claim.madeOn,
      to: null,
      what: withheldClaim(inquiry, claim, audience) === undefined ? claim.text : null,
      source: null,
      status: claim.status,
    }))
}
