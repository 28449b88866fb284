import { type Audience, audiences } from '../consent.ts'
import { type Inquiry, type InquiryUnderway, mayUse } from '../inquiry.ts'
import { withheldClaim } from './withheld.ts'

/**
 * A row of a timeline, the same columns for each kind. `what` is the facet, the kind of evidence or the text of the
 * claim (null when it quotes words that are withdrawn); `to` is null for what is open or has but one day; `status` is
 * `open` or `ended`, the timing of the evidence, or the status of the claim.
 */
export interface TimelineRow {
  readonly kind: 'facet' | 'evidence' | 'claim'
  readonly id: string | null
  readonly cycle: string | null
  readonly from: string
  readonly to: string | null
  readonly what: string | null
  readonly source: string | null
  readonly status: string
}

/**
 * The facets, evidence and claims of an inquiry that an audience may see, by date, and on one day facets before
 * evidence before claims. Evidence beyond consent for that audience is absent, and so are claims made for a narrower one.
 * @example
 * ```ts
 * import { timeline } from '@mentoring-commons/action-research'
 * timeline({ status: 'not-begun' }) //=> []
 * ```
 */
export function timeline(inquiry: Inquiry, audience: Audience = 'team'): readonly TimelineRow[] {
  if (inquiry.status === 'not-begun') return []
  const rows = [...facetRows(inquiry), ...evidenceRows(inquiry, audience), ...claimRows(inquiry, audience)]
  return rows.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
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
      source,
      status: timing,
    }))
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
