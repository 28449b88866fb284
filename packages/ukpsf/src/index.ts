// Editions: the framework as data, one edition at a time.

export { editionById, editions } from './catalogue.ts'
export { checkClaim } from './check-claim.ts'
// Claims: what counting can say, and what it leaves to people.
export type { Claim, ClaimReading, ClaimWarning, CriterionAnswer, CriterionReading, Shortfall } from './claim.ts'
export { closeGap } from './close-gap.ts'
export type {
  DescriptorCode,
  DimensionCode,
  EditionId,
  Family,
  LocalDescriptorCode,
  LocalDimensionCode,
} from './code.ts'
export { type Coverage, coverage, type DimensionCoverage } from './coverage.ts'
export { type Criterion, type Descriptor, formatDescriptor, type Recency } from './descriptor.ts'
// Codes: from text and back.
export { type Dimension, formatDimension } from './dimension.ts'
export type { Edition } from './edition.ts'

// Evidence, and what it covers.
export { defineEvidence, type Evidence, type Period } from './evidence.ts'
export { defineOverlay, type Overlay, type OverlayRule } from './overlay.ts'
export { parseDescriptor } from './parse-descriptor.ts'
export { parseDimension } from './parse-dimension.ts'
// No, as a value.
export type { Refusal, RefusalCode, Result } from './refusal.ts'
export type { AllOf, AtLeast, CountRule, Judgement, Quality, Rule } from './rule.ts'
export type { Certainty, Provenance, Sourced } from './sourced.ts'
