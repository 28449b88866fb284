// The decider.

export { type ActionResearch, type ActionResearchOptions, actionResearch } from './action-research.ts'
export { allowedCommands, allowedFacets } from './allowed-commands.ts'
export type { CommandOf, CommandType, InquiryCommand } from './commands.ts'
export { type Decider, type Decision, fold } from './decider.ts'
export type { EventOf, EventType, InquiryEvent } from './events.ts'
export { type Refusal, type RefusalCode, type Result, refusalCodes, refuse } from './refusal.ts'

// The inquiry and what is in it.

export { type About, type Annotation, annotated } from './annotation.ts'
export type { Challenge, Citation, Claim, ClaimContent, Finding, FlagReason, ValidationMeeting } from './claim.ts'
export { type Audience, audiences, type Consent, type ConsentScope, consentScopes, scopesNeeded } from './consent.ts'
export { type CriticalFriend, groupSizeUsual, type ValidationGroup } from './critic.ts'
export type {
  Cycle,
  CycleContent,
  Detachment,
  OpenCycle,
  Reflection,
  SuspendedCycle,
  Suspension,
} from './cycle.ts'
export type { EthicsApproval } from './ethics.ts'
export { type Evidence, type EvidenceKind, evidenceKinds, type Timing, timings } from './evidence.ts'
export { type Facet, type FacetInterval, facets, type IntervalFacet, intervalFacets } from './facet.ts'
export type { Derivation, Inquiry, InquiryUnderway, Policy } from './inquiry.ts'
export { type Learning, learningKinds, learningLevels } from './learning.ts'
export { type Outlook, outlookMoments, outlookRoles } from './outlook.ts'
export type { ActionStep, Plan, PlanRevision } from './plan.ts'
export { type ObservedChange, observedKinds, type Problem } from './problem.ts'
export type { Part, Stakeholder } from './stakeholder.ts'

// Models and the policies.

export { coghlanBrannick } from './models/coghlan-brannick.ts'
export { defineModel } from './models/define-model.ts'
export { elliott } from './models/elliott.ts'
export { kemmisMcTaggart } from './models/kemmis-mctaggart.ts'
export { lewin } from './models/lewin.ts'
export { mcniffWhitehead } from './models/mcniff-whitehead.ts'
export type { Certainty, ModelDefinition, ModelPhase } from './models/model.ts'
export { models } from './models/shipped.ts'
export { stringer } from './models/stringer.ts'
export { susmanEvered } from './models/susman-evered.ts'
export { zuberSkerritt } from './models/zuber-skerritt.ts'
export { type PolicyDefinition, policies } from './policies/policies.ts'
export { type Ending, type Move, type MoveKind, type Row, responsive } from './policies/responsive.ts'
export { strict } from './policies/strict.ts'

// What can be read from an inquiry.

export { type Completeness, completeness } from './completeness.ts'
export { type Criterion, type CriterionId, criterionIds, type QualityCheck } from './quality/criterion.ts'
export { quality } from './quality/quality.ts'
export { type TimelineRow, timeline } from './views/timeline.ts'
export { type Warning, warnings } from './warnings.ts'

// Storage.

export { type Handled, handle, type StaleVersion } from './handle.ts'
export { memoryStore } from './memory-store.ts'
export { restore } from './restore.ts'
export type { Appended, EventStore, Stream } from './store.ts'
export { type StoredEvent, type UpcastSteps, upcast, upcastSteps } from './upcast.ts'

// The portfolio: an inquiry frozen for an audience.

export { type PortfolioHtmlOptions, portfolioHtml } from './formats/html/portfolio-html.ts'
export { type SpiralSvgOptions, spiralSvg } from './formats/spiral/spiral-svg.ts'
export { spiralWords } from './formats/spiral/spiral-words.ts'
export type { Tag } from './portfolio/material.ts'
export { type PortfolioOptions, portfolio } from './portfolio/portfolio.ts'
export { portfolioJson } from './portfolio/portfolio-json.ts'
export {
  type EntryDetail,
  itemKinds,
  type Portfolio,
  type PortfolioCriterion,
  type PortfolioEntry,
  type PortfolioItem,
  type PortfolioSection,
  portfolioSections,
  type SectionId,
} from './portfolio/portfolio-shape.ts'
export { type PortfolioWithin, portfolioWithin, type Withdrawn } from './portfolio/portfolio-within.ts'
export { textLengthMax } from './portfolio/text-limit.ts'
export { type Mark, type Standing, withdrawnSince } from './portfolio/withdrawn-since.ts'
export type { LeftOut, LeftOutSort } from './views/shown.ts'
export { type Spiral, type SpiralArc, type SpiralCycle, spiral } from './views/spiral.ts'
export { type WithholdingReason, withholdingReasons } from './views/withheld.ts'

// For programs of qualitative analysis: REFI-QDA.

export { type Code, ownCodes } from './formats/refi-qda/code.ts'
export { qdc } from './formats/refi-qda/codebook.ts'
export { guid, guidNamespace } from './formats/refi-qda/guid.ts'
export type { NotCarried } from './formats/refi-qda/not-carried.ts'
export { type Qdpx, type QdpxOptions, qdpx } from './formats/refi-qda/qdpx.ts'
export type { Coding, SourceRef, SourceText } from './formats/refi-qda/source.ts'
export { type ZipEntry, zip } from './formats/refi-qda/zip.ts'
