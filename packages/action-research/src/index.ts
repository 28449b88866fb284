// The decider.

export { type ActionResearch, actionResearch } from './action-research.ts'
export { allowedCommands, allowedFacets } from './allowed-commands.ts'
export type { CommandOf, CommandType, InquiryCommand } from './commands.ts'
export { type Decider, type Decision, fold } from './decider.ts'
export type { EventOf, EventType, InquiryEvent } from './events.ts'
export { type Refusal, type RefusalCode, type Result, refusalCodes, refuse } from './refusal.ts'

// The inquiry and what is in it.

export type { Challenge, Citation, Claim, ClaimContent, Finding, FlagReason, ValidationMeeting } from './claim.ts'
export { type Audience, audiences, type Consent, type ConsentScope, consentScopes, scopesNeeded } from './consent.ts'
export type { Cycle, CycleContent, OpenCycle, Reflection } from './cycle.ts'
export type { EthicsApproval } from './ethics.ts'
export { type Evidence, type EvidenceKind, evidenceKinds, type Timing, timings } from './evidence.ts'
export { type Facet, type FacetInterval, facets, type IntervalFacet, intervalFacets } from './facet.ts'
export type { Inquiry, InquiryUnderway, Policy } from './inquiry.ts'
export { type Learning, learningKinds, learningLevels } from './learning.ts'
export type { ActionStep, Plan, PlanRevision } from './plan.ts'

// Models and the policy.

export { defineModel } from './models/define-model.ts'
export { kemmisMcTaggart } from './models/kemmis-mctaggart.ts'
export type { Certainty, ModelDefinition, ModelPhase } from './models/model.ts'
export { type Ending, type Move, type MoveKind, type Row, responsive } from './policies/responsive.ts'

// What can be read from an inquiry.

export { type Completeness, completeness } from './completeness.ts'
export { type TimelineRow, timeline } from './views/timeline.ts'

// Storage.

export { type Handled, handle, type StaleVersion } from './handle.ts'
export { memoryStore } from './memory-store.ts'
export type { Appended, EventStore, Stream } from './store.ts'
export { type StoredEvent, type UpcastSteps, upcast, upcastSteps } from './upcast.ts'
