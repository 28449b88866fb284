import type { EventOf, EventType } from './events.ts'

/** What a field of an event is made of; `text?` may be absent. */
export type FieldShape = 'text' | 'text?' | 'list' | 'object'

/** The fields of each event in its present version, and what they are made of. */
export const eventShapes: {
  readonly [Type in EventType]: Readonly<Record<Exclude<keyof EventOf<Type>, 'type'>, FieldShape>>
} = {
  InquiryBegun: {
    inquiry: 'text',
    question: 'text',
    values: 'list',
    model: 'text',
    facets: 'list',
    policy: 'text',
    authors: 'list',
    on: 'text',
  },
  EthicsApprovalRecorded: { approval: 'text', from: 'text', to: 'text' },
  CycleBegun: { cycle: 'text', on: 'text', follows: 'text?', learning: 'list' },
  FacetBegun: { cycle: 'text', facet: 'text', on: 'text', reason: 'text?' },
  FacetEnded: { cycle: 'text', facet: 'text', on: 'text' },
  ActionPlanned: { cycle: 'text', on: 'text', steps: 'list' },
  PlanRevised: { cycle: 'text', on: 'text', steps: 'list', reason: 'text', evidence: 'text?' },
  ConsentRecorded: { consent: 'text', participant: 'text', cycle: 'text', scopes: 'list', version: 'text', on: 'text' },
  ConsentWithdrawn: { consent: 'text', scopes: 'list', on: 'text' },
  EvidenceAdded: {
    evidence: 'text',
    cycle: 'text',
    kind: 'text',
    source: 'text',
    on: 'text',
    timing: 'text',
    consents: 'list',
  },
  Reflected: { cycle: 'text', reflection: 'text', by: 'text', on: 'text', text: 'text' },
  ClaimMade: { claim: 'text', text: 'text', cites: 'list', audience: 'text', on: 'text' },
  DisconfirmingAdded: { claim: 'text', on: 'text', finding: 'object' },
  ClaimFlagged: { claim: 'text', on: 'text', because: 'text' },
  ValidationMeetingHeld: { meeting: 'text', on: 'text', attendees: 'list', claims: 'list', challenges: 'list' },
  ClaimValidated: { claim: 'text', on: 'text', cites: 'list' },
  CycleClosed: { cycle: 'text', on: 'text' },
  CycleAbandoned: { cycle: 'text', on: 'text', reason: 'text' },
}
