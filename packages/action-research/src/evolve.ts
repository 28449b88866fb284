import type { Claim } from './claim.ts'
import type { Cycle, OpenCycle } from './cycle.ts'
import type { EventOf, InquiryEvent } from './events.ts'
import { claimMade, flagged, heard, validated } from './evolve/claim.ts'
import {
  abandoned,
  cycleBegun,
  detached,
  facetBegun,
  facetEnded,
  planned,
  resumed,
  revised,
  suspended,
} from './evolve/cycle.ts'
import { added, changed } from './evolve/list.ts'
import type { Inquiry, InquiryUnderway } from './inquiry.ts'
import { upcast } from './upcast.ts'

/**
 * The inquiry after an event. Never refuses: an event that is unknown, or that finds nothing to apply to, gives the very
 * same inquiry. An ended cycle stays as it is, whatever follows.
 */
export function evolve(inquiry: Inquiry, stored: InquiryEvent): Inquiry {
  const event = upcast(stored as InquiryEvent & { readonly [field: string]: unknown })
  return event === undefined ? inquiry : evolvePresent(inquiry, event)
}

/** The inquiry after an event of the present shape. */
export function evolvePresent(inquiry: Inquiry, event: InquiryEvent): Inquiry {
  if (event.type === 'InquiryBegun') return inquiry.status === 'not-begun' ? begun(event) : inquiry
  return inquiry.status === 'not-begun' ? inquiry : apply(inquiry, event)
}

function apply(inquiry: InquiryUnderway, event: Exclude<InquiryEvent, { type: 'InquiryBegun' }>): InquiryUnderway {
  switch (event.type) {
    case 'EthicsApprovalRecorded':
      return add(inquiry, 'ethics', { id: event.approval, from: event.from, to: event.to })
    case 'CycleBegun':
      return add(inquiry, 'cycles', cycleBegun(event))
    case 'FacetBegun':
      return inOpenCycle(inquiry, event.cycle, (cycle) => facetBegun(cycle, event))
    case 'FacetEnded':
      return inOpenCycle(inquiry, event.cycle, (cycle) => facetEnded(cycle, event.facet, event.on))
    case 'ActionPlanned':
      return inOpenCycle(inquiry, event.cycle, (cycle) => planned(cycle, event))
    case 'PlanRevised':
      return inOpenCycle(inquiry, event.cycle, (cycle) => revised(cycle, event))
    case 'Reflected': {
      const { reflection: id, by, on, text } = event
      return inOpenCycle(inquiry, event.cycle, (cycle) => {
        const reflections = added(cycle.reflections, { id, by, on, text })
        return reflections === cycle.reflections ? cycle : { ...cycle, reflections }
      })
    }
    case 'CycleSuspended':
      return inOpenCycle(inquiry, event.cycle, (cycle) => suspended(cycle, event))
    case 'CycleClosed':
      return inOpenCycle(inquiry, event.cycle, (cycle) => ({ ...cycle, status: 'closed', closedOn: event.on }))
    case 'CycleResumed':
      return inCycle(inquiry, event.cycle, (cycle) => resumed(cycle, event))
    case 'CycleAbandoned':
      return inCycle(inquiry, event.cycle, (cycle) => abandoned(cycle, event))
    case 'CycleDetached':
      return inCycle(inquiry, event.cycle, (cycle) => detached(cycle, event))
    case 'ConsentRecorded': {
      const { consent: id, participant, cycle, version, on: givenOn, scopes, removableUntil } = event
      const until = removableUntil === undefined ? {} : { removableUntil }
      return add(inquiry, 'consents', { id, participant, cycle, version, givenOn, ...until, scopes, withdrawals: [] })
    }
    case 'ConsentWithdrawn':
      return change(inquiry, 'consents', event.consent, (consent) => ({
        ...consent,
        scopes: consent.scopes.filter((scope) => !event.scopes.includes(scope)),
        withdrawals: [...consent.withdrawals, { on: event.on, scopes: event.scopes }],
      }))
    case 'EvidenceAdded': {
      const { evidence: id, cycle, kind, source, on, timing, consents } = event
      return add(inquiry, 'evidence', { id, cycle, kind, source, on, timing, consents })
    }
    case 'ClaimMade':
      return add(inquiry, 'claims', claimMade(event))
    case 'DisconfirmingAdded':
      return inClaim(inquiry, event.claim, (claim) => ({ ...claim, findings: [...claim.findings, event.finding] }))
    case 'ClaimFlagged':
      return inClaim(inquiry, event.claim, (claim) => flagged(claim, event))
    case 'ClaimValidated':
      return inClaim(inquiry, event.claim, (claim) => validated(claim, event))
    case 'ValidationMeetingHeld':
      return heard(inquiry, event)
    case 'StakeholderNamed':
      return add(inquiry, 'stakeholders', { id: event.stakeholder, who: event.who, namedOn: event.on, parts: [] })
    case 'PartRecorded': {
      const { cycle, facet, part, on } = event
      return change(inquiry, 'stakeholders', event.stakeholder, (stakeholder) => ({
        ...stakeholder,
        parts: [...stakeholder.parts, { cycle, facet, part, on }],
      }))
    }
    case 'CriticalFriendNamed':
      return add(inquiry, 'criticalFriends', { id: event.friend, namedOn: event.on })
    case 'ValidationGroupFormed':
      return add(inquiry, 'groups', { id: event.group, members: event.members, formedOn: event.on })
    case 'ProblemStated':
      return add(inquiry, 'problems', { id: event.problem, statement: event.statement, statedOn: event.on })
    case 'ChangeObserved': {
      const { change: id, problem, observed, text, evidence, on } = event
      return add(inquiry, 'changes', { id, problem, observed, text, evidence, on })
    }
    case 'OutlookRecorded': {
      const { outlook: id, cycle, by, role, moment, on, text, consent } = event
      const rests = consent === undefined ? {} : { consent }
      return add(inquiry, 'outlooks', { id, cycle, by, role, moment, on, text, ...rests })
    }
    case 'Annotated': {
      const { annotation: id, about, by, on, text } = event
      return add(inquiry, 'annotations', { id, about, by, on, text })
    }
  }
}

const nothing = {
  ethics: [],
  cycles: [],
  consents: [],
  evidence: [],
  claims: [],
  meetings: [],
  stakeholders: [],
  criticalFriends: [],
  groups: [],
  problems: [],
  changes: [],
  outlooks: [],
  annotations: [],
} as const

function begun(event: EventOf<'InquiryBegun'>): InquiryUnderway {
  const { inquiry: id, question, values, model, facets, policy, authors, on: begunOn, derivedFrom } = event
  const content = { status: 'underway', id, question, values, model, facets, policy, authors, begunOn } as const
  return { ...content, ...(derivedFrom === undefined ? {} : { derivedFrom }), ...nothing }
}

type Lists = Pick<InquiryUnderway, keyof typeof nothing>
type ThingOf<Key extends keyof Lists> = Lists[Key][number]

function add<Key extends keyof Lists>(inquiry: InquiryUnderway, key: Key, thing: ThingOf<Key>): InquiryUnderway {
  const before = inquiry[key] as readonly ThingOf<Key>[]
  const after = added(before, thing)
  return after === before ? inquiry : { ...inquiry, [key]: after }
}

function change<Key extends keyof Lists>(
  inquiry: InquiryUnderway,
  key: Key,
  id: string,
  turn: (thing: ThingOf<Key>) => ThingOf<Key>,
): InquiryUnderway {
  const before = inquiry[key] as readonly ThingOf<Key>[]
  const after = changed(before, id, turn)
  return after === before ? inquiry : { ...inquiry, [key]: after }
}

function inCycle(inquiry: InquiryUnderway, id: string, turn: (cycle: Cycle) => Cycle): InquiryUnderway {
  return change(inquiry, 'cycles', id, turn)
}

function inOpenCycle(inquiry: InquiryUnderway, id: string, turn: (cycle: OpenCycle) => Cycle): InquiryUnderway {
  return inCycle(inquiry, id, (cycle) => (cycle.status === 'open' ? turn(cycle) : cycle))
}

function inClaim(inquiry: InquiryUnderway, id: string, turn: (claim: Claim) => Claim): InquiryUnderway {
  return change(inquiry, 'claims', id, turn)
}
