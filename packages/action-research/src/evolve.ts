import type { Claim, ClaimContent } from './claim.ts'
import type { Cycle, OpenCycle } from './cycle.ts'
import type { EventOf, InquiryEvent } from './events.ts'
import { type FacetInterval, type IntervalFacet, intervalFacets } from './facet.ts'
import type { Inquiry, InquiryUnderway } from './inquiry.ts'
import { upcast } from './upcast.ts'

/**
 * The inquiry after an event. Never refuses: an event that is unknown, or that finds nothing to apply to, changes
 * nothing. An ended cycle stays as it is, whatever follows.
 */
export function evolve(inquiry: Inquiry, stored: InquiryEvent): Inquiry {
  const event = upcast({ ...stored })
  if (event === undefined) return inquiry
  if (event.type === 'InquiryBegun') return inquiry.status === 'not-begun' ? begun(event) : inquiry
  return inquiry.status === 'not-begun' ? inquiry : apply(inquiry, event)
}

function apply(inquiry: InquiryUnderway, event: Exclude<InquiryEvent, { type: 'InquiryBegun' }>): InquiryUnderway {
  switch (event.type) {
    case 'EthicsApprovalRecorded':
      return { ...inquiry, ethics: added(inquiry.ethics, { id: event.approval, from: event.from, to: event.to }) }
    case 'CycleBegun':
      return { ...inquiry, cycles: added(inquiry.cycles, cycleOf(event)) }
    case 'FacetBegun':
      return inCycle(inquiry, event.cycle, (cycle) => ({ ...cycle, facets: beginFacet(cycle.facets, event) }))
    case 'FacetEnded':
      return inCycle(inquiry, event.cycle, (cycle) => ({
        ...cycle,
        facets: endFacet(cycle.facets, event.facet, event.on),
      }))
    case 'ActionPlanned':
      return inCycle(inquiry, event.cycle, (cycle) =>
        cycle.plan === undefined
          ? { ...cycle, plan: { plannedOn: event.on, steps: event.steps, revisions: [] } }
          : cycle,
      )
    case 'PlanRevised':
      return inCycle(inquiry, event.cycle, (cycle) => revised(cycle, event))
    case 'ConsentRecorded': {
      const { consent: id, participant, cycle, version, on: givenOn, scopes } = event
      const consent = { id, participant, cycle, version, givenOn, scopes, withdrawals: [] }
      return { ...inquiry, consents: added(inquiry.consents, consent) }
    }
    case 'ConsentWithdrawn':
      return {
        ...inquiry,
        consents: changed(inquiry.consents, event.consent, (consent) => ({
          ...consent,
          scopes: consent.scopes.filter((scope) => !event.scopes.includes(scope)),
          withdrawals: [...consent.withdrawals, { on: event.on, scopes: event.scopes }],
        })),
      }
    case 'EvidenceAdded': {
      const { evidence: id, cycle, kind, source, on, timing, consents } = event
      return { ...inquiry, evidence: added(inquiry.evidence, { id, cycle, kind, source, on, timing, consents }) }
    }
    case 'Reflected': {
      const { reflection: id, by, on, text } = event
      return inCycle(inquiry, event.cycle, (cycle) => ({
        ...cycle,
        reflections: added(cycle.reflections, { id, by, on, text }),
      }))
    }
    case 'ClaimMade': {
      const { claim: id, text, on: madeOn, audience, cites } = event
      const claim: Claim = { id, status: 'made', text, madeOn, audience, cites, findings: [], heardAt: [] }
      return { ...inquiry, claims: added(inquiry.claims, claim) }
    }
    case 'DisconfirmingAdded':
      return inClaim(inquiry, event.claim, (claim) => ({ ...claim, findings: [...claim.findings, event.finding] }))
    case 'ClaimFlagged':
      return inClaim(inquiry, event.claim, (claim) => ({
        ...contentOf(claim),
        heardAt: [],
        status: 'revalidate',
        because: event.because,
        flaggedOn: event.on,
      }))
    case 'ValidationMeetingHeld':
      return heard(inquiry, event)
    case 'ClaimValidated':
      return inClaim(inquiry, event.claim, (claim) => ({
        ...contentOf(claim),
        cites: event.cites,
        status: 'validated',
        validatedOn: event.on,
      }))
    case 'CycleClosed':
      return inCycle(inquiry, event.cycle, (cycle) => ({ ...cycle, status: 'closed', closedOn: event.on }))
    case 'CycleAbandoned':
      return inCycle(inquiry, event.cycle, (cycle) => ({
        ...cycle,
        status: 'abandoned',
        abandonedOn: event.on,
        reason: event.reason,
      }))
  }
}

function begun(event: EventOf<'InquiryBegun'>): InquiryUnderway {
  const { inquiry: id, question, values, model, facets, policy, authors, on: begunOn } = event
  const nothing = { ethics: [], cycles: [], consents: [], evidence: [], claims: [], meetings: [] }
  return { status: 'underway', id, question, values, model, facets, policy, authors, begunOn, ...nothing }
}

function cycleOf({ cycle: id, on: begunOn, follows, learning }: EventOf<'CycleBegun'>): Cycle {
  const cycle: Cycle = { id, status: 'open', begunOn, learning, facets: [], reflections: [] }
  return follows === undefined ? cycle : { ...cycle, follows }
}

function beginFacet(facets: readonly FacetInterval[], { facet, on: from, reason }: EventOf<'FacetBegun'>) {
  const isOpen = facets.some((interval) => interval.facet === facet && interval.to === undefined)
  return isOpen || !intervalFacets.includes(facet)
    ? facets
    : [...facets, reason === undefined ? { facet, from } : { facet, from, reason }]
}

function endFacet(facets: readonly FacetInterval[], facet: IntervalFacet, to: string): readonly FacetInterval[] {
  return facets.map((interval) =>
    interval.facet === facet && interval.to === undefined ? { ...interval, to } : interval,
  )
}

function revised(cycle: OpenCycle, { on, reason, evidence, steps }: EventOf<'PlanRevised'>): OpenCycle {
  if (cycle.plan === undefined) return cycle
  const revision = { on, reason, ...(evidence === undefined ? {} : { evidence }), stepsBefore: cycle.plan.steps }
  return { ...cycle, plan: { ...cycle.plan, steps, revisions: [...cycle.plan.revisions, revision] } }
}

function heard(inquiry: InquiryUnderway, event: EventOf<'ValidationMeetingHeld'>): InquiryUnderway {
  const { meeting: id, on, attendees, claims, challenges } = event
  if (inquiry.meetings.some((meeting) => meeting.id === id)) return inquiry
  const meetings = [...inquiry.meetings, { id, on, attendees, claims, challenges }]
  return claims.reduce<InquiryUnderway>(
    (after, claim) => inClaim(after, claim, (heardClaim) => ({ ...heardClaim, heardAt: [...heardClaim.heardAt, id] })),
    { ...inquiry, meetings },
  )
}

function contentOf({ id, text, madeOn, audience, cites, findings, heardAt }: Claim): ClaimContent {
  return { id, text, madeOn, audience, cites, findings, heardAt }
}

function inCycle(inquiry: InquiryUnderway, id: string, change: (cycle: OpenCycle) => Cycle): InquiryUnderway {
  const cycles = changed(inquiry.cycles, id, (cycle) => (cycle.status === 'open' ? change(cycle) : cycle))
  return { ...inquiry, cycles }
}

function inClaim(inquiry: InquiryUnderway, id: string, change: (claim: Claim) => Claim): InquiryUnderway {
  return { ...inquiry, claims: changed(inquiry.claims, id, change) }
}

function added<Thing extends { readonly id: string }>(things: readonly Thing[], thing: Thing): readonly Thing[] {
  return things.some(({ id }) => id === thing.id) ? things : [...things, thing]
}

function changed<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  id: string,
  change: (thing: Thing) => Thing,
): readonly Thing[] {
  return things.map((thing) => (thing.id === id ? change(thing) : thing))
}
