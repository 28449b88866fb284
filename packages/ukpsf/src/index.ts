// Editions: the framework as data, one edition at a time.

export { editionById, editions } from './editions/catalogue.ts'
export { psf2023 } from './editions/psf-2023.ts'
export { ukpsf2006 } from './editions/ukpsf-2006.ts'
export { ukpsf2011 } from './editions/ukpsf-2011.ts'
export type {
  DescriptorCode,
  DimensionCode,
  EditionId,
  Family,
  LocalDescriptorCode,
  LocalDimensionCode,
} from './framework/code.ts'
export { type Criterion, type Descriptor, formatDescriptor, type Recency } from './framework/descriptor.ts'
export { type Dimension, formatDimension } from './framework/dimension.ts'
export type { Edition } from './framework/edition.ts'
export type { AllOf, AtLeast, CountRule, Judgement, Quality, Rule } from './framework/rule.ts'
export type { Certainty, Provenance, Sourced } from './framework/sourced.ts'

// Codes: from text.

export { parseDescriptor } from './editions/parse-descriptor.ts'
export { parseDescriptorIn } from './editions/parse-descriptor-in.ts'
export { parseDimension } from './editions/parse-dimension.ts'
export { parseDimensionIn } from './editions/parse-dimension-in.ts'

// Evidence, and what it covers.

export { confirmedOnly } from './evidence/confirmed-only.ts'
export { confirmedTags } from './evidence/confirmed-tags.ts'
export { coverage } from './evidence/cover.ts'
export type { Coverage, DimensionCoverage } from './evidence/coverage.ts'
export { coverageIn } from './evidence/coverage-in.ts'
export { defineEvidence } from './evidence/define-evidence.ts'
export { defineEvidenceIn } from './evidence/define-evidence-in.ts'
export type {
  Corroboration,
  Evidence,
  EvidenceLink,
  Period,
  SoundCorroboration,
  SoundEvidence,
} from './evidence/evidence.ts'
export type { EvidenceKind } from './evidence/evidence-kind.ts'

// Claims: what counting can say, and what it leaves to people.

export { checkClaim } from './claim/check-claim.ts'
export { checkClaimIn } from './claim/check-claim-in.ts'
export type { Claim, ClaimReading, Counting, CriterionAnswer, CriterionReading, Shortfall } from './claim/claim.ts'
export type { ClaimWarning, Guidance } from './claim/claim-warning.ts'
export { closeGap } from './claim/close-gap.ts'
export { defineOverlay } from './claim/define-overlay.ts'
export { defineOverlayIn } from './claim/define-overlay-in.ts'
export { type Candidate, type NextBest, nextBest } from './claim/next-best.ts'
export type { Overlay, OverlayRecency, OverlayRule, SoundOverlay, WordLimit } from './claim/overlay.ts'
export { planClaim } from './claim/plan-claim.ts'
export { type ClaimIn, planClaimIn } from './claim/plan-claim-in.ts'

// Crosswalk: tags moved between editions, for review.

export { type AcceptedTags, acceptMoved } from './crosswalk/accept-moved.ts'
export { type Crosswalk, crosswalk, type OpenEnd } from './crosswalk/crosswalk.ts'
export { moveTags } from './crosswalk/move-tags.ts'
export type { LostTag, MovedTag, MoveProposal, ProposedTag, Tagged, TrailStep } from './crosswalk/proposal.ts'
export type { MatchRelation, Relation } from './crosswalk/relation.ts'
export type { CrosswalkRow, MatchRow, NoMatchRow, Part } from './crosswalk/row.ts'

// Wording: what an institution may use of the framework's own text.

export { withWording } from './wording/with-wording.ts'
export type { AttachedWording, WordedEdition, WordedPart, Wording, WordingEntry } from './wording/wording.ts'
export { type WordedText, wordingOf } from './wording/wording-of.ts'

// Fellowships: what was awarded, and no end to it.

export { type Category, categories, categoryOf } from './fellowship/category.ts'
export { describeFellowship } from './fellowship/describe-fellowship.ts'
export { currentFellowship, defineFellowship, type Fellowship, type FellowshipInput } from './fellowship/fellowship.ts'
export { type GoodStanding, goodStandingDue } from './fellowship/good-standing.ts'

// HESA: what a return says of teaching qualifications.

export { type AcademicYear, academicYear, academicYearOf } from './hesa/academic-year.ts'
export { checkHesaCodes } from './hesa/check-hesa-codes.ts'
export { type CodeBreak, type CodeBreaks, type CrossedBreak, codeBreaks } from './hesa/code-breaks.ts'
export { compareContracts, type OrderedContract } from './hesa/compare-contracts.ts'
export { type HesaCode, hesaTitles } from './hesa/hesa-code.ts'
export { type Holding, hesaCodes, type TeachingQualification } from './hesa/hesa-codes.ts'
export { type HesaCollection, hesaCollection, hesaCollections } from './hesa/hesa-collection.ts'
export {
  coverageRule,
  type HesaContract,
  type HesaCountry,
  type HesaCoverage,
  hesaCoverage,
} from './hesa/hesa-coverage.ts'
export { type ActchqualTally, type CodedPerson, tallyActchqual } from './hesa/tally-actchqual.ts'

// No, as a value; and lengths of time.

export type { Duration } from './duration.ts'
export type { Refusal, RefusalCode, Result } from './refusal.ts'
