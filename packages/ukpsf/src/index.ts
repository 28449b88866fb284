// Editions: the framework as data, one edition at a time.

export { checkClaim } from './claim/check-claim.ts'
export { checkClaimIn } from './claim/check-claim-in.ts'
// Claims: what counting can say, and what it leaves to people.
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
export type { Duration } from './duration.ts'
export { editionById, editions } from './editions/catalogue.ts'
export { parseDescriptor } from './editions/parse-descriptor.ts'
export { parseDescriptorIn } from './editions/parse-descriptor-in.ts'
export { parseDimension } from './editions/parse-dimension.ts'
export { parseDimensionIn } from './editions/parse-dimension-in.ts'
export { psf2023 } from './editions/psf-2023.ts'
export { ukpsf2006 } from './editions/ukpsf-2006.ts'
export { ukpsf2011 } from './editions/ukpsf-2011.ts'
export { confirmedOnly } from './evidence/confirmed-only.ts'
export { confirmedTags } from './evidence/confirmed-tags.ts'
export { coverage } from './evidence/cover.ts'
export type { Coverage, DimensionCoverage } from './evidence/coverage.ts'
export { coverageIn } from './evidence/coverage-in.ts'
export { defineEvidence } from './evidence/define-evidence.ts'
export { defineEvidenceIn } from './evidence/define-evidence-in.ts'
// Evidence, and what it covers.
export type {
  Corroboration,
  Evidence,
  EvidenceLink,
  Period,
  SoundCorroboration,
  SoundEvidence,
} from './evidence/evidence.ts'
export type { EvidenceKind } from './evidence/evidence-kind.ts'
// Fellowships: what was awarded, and no end to it.
export { type Category, categories, categoryOf } from './fellowship/category.ts'
export { describeFellowship } from './fellowship/describe-fellowship.ts'
export { currentFellowship, defineFellowship, type Fellowship, type FellowshipInput } from './fellowship/fellowship.ts'
export { type GoodStanding, goodStandingDue } from './fellowship/good-standing.ts'
// Files: the editions in other systems' formats, and back.
export type {
  CaseAssociation,
  CaseDefinition,
  CaseDefinitions,
  CaseDocument,
  CaseExtensions,
  CaseItem,
  CaseLink,
  CaseNode,
  CasePackage,
  CaseRubric,
  CaseRubricCriterion,
  CaseRubricLevel,
} from './formats/case/case-package.ts'
export { fromCase, type ImportedFramework } from './formats/case/from-case.ts'
export { type RecognisedEdition, recogniseEdition } from './formats/case/recognise-edition.ts'
export { type CaseOptions, toCase } from './formats/case/to-case.ts'
export type { ExportOptions, Licence } from './formats/export-options.ts'
export { identifierOf } from './formats/identifier.ts'
export type { Matrix, MatrixElement, MatrixStandard, MatrixStatus } from './formats/mahara/matrix.ts'
export { type ImportedMatrix, readMatrix } from './formats/mahara/read-matrix.ts'
export { type MatrixExport, type MatrixOptions, toMatrix } from './formats/mahara/to-matrix.ts'
export { writeMatrix } from './formats/mahara/write-matrix.ts'
export type { MatchKind } from './formats/match.ts'
export type { NotCarried } from './formats/not-carried.ts'
export type { ReadOptions } from './formats/parse-json.ts'
export { readJsonLd } from './formats/skos/read-json-ld.ts'
export { readTurtle } from './formats/skos/read-turtle.ts'
export type { LanguageText, SkosConcept, SkosScheme } from './formats/skos/skos-scheme.ts'
export { type SkosExport, toSkos } from './formats/skos/to-skos.ts'
export { type JsonLdDocument, type JsonLdNode, type JsonLdValue, writeJsonLd } from './formats/skos/write-json-ld.ts'
export { writeTurtle } from './formats/skos/write-turtle.ts'
export type {
  DescriptorCode,
  DimensionCode,
  EditionId,
  Family,
  LocalDescriptorCode,
  LocalDimensionCode,
} from './framework/code.ts'
export { type Criterion, type Descriptor, formatDescriptor, type Recency } from './framework/descriptor.ts'
// Codes: from text and back.
export { type Dimension, formatDimension } from './framework/dimension.ts'
export type { Edition } from './framework/edition.ts'
export type { AllOf, AtLeast, CountRule, Judgement, Quality, Rule } from './framework/rule.ts'
export type { Certainty, Provenance, Sourced } from './framework/sourced.ts'
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
// Referees: who may be one, and what each has said of which version.
export { advanceStatement, type StatementStep } from './referee/advance-statement.ts'
export { checkReferees, type RefereedClaim, type RefereeFacts } from './referee/check-referees.ts'
export {
  defineRefereePolicy,
  type RefereeCondition,
  type RefereePolicy,
  type RefereeRule,
} from './referee/referee-policy.ts'
export { inviteReferee, type RefereeStatement, standingStatements, type VersionHash } from './referee/statement.ts'
// No, as a value.
export type { Refusal, RefusalCode, Result } from './refusal.ts'
// Reviews: a workflow as data, searched for dead ends, and the review itself.
export { advanceReview } from './review/advance-review.ts'
export { allowedReviewSteps, type OpenStep } from './review/allowed-review-steps.ts'
export {
  type Applicant,
  type Assessor,
  type Conflict,
  type ConflictRule,
  conflictRules,
  conflictsOf,
} from './review/conflict.ts'
export { defineWorkflow } from './review/define-workflow.ts'
export { type CohortClaim, drawSample } from './review/draw-sample.ts'
export { type Overdue, overdue } from './review/overdue.ts'
export {
  completePreset,
  type PartialTrack,
  type PartialWorkflow,
  type PresetDecisions,
  stillToDecide,
  type WorkflowPreset,
} from './review/preset.ts'
export { workflowPresets } from './review/presets.ts'
export type { Recommendation } from './review/recommendation.ts'
export type {
  Cause,
  CriterionJudgement,
  Decided,
  Draw,
  Judged,
  Opinion,
  PanelMember,
  Ratification,
  Reading,
  Review,
  ReviewerOpinion,
  ReviewFile,
  ReviewIn,
  ReviewState,
  Round,
  Selection,
  Settled,
  Settlement,
  Submission,
} from './review/review.ts'
export type { Actor, ReviewStep, Role, StepOf } from './review/review-step.ts'
export { type ReviewInput, startReview } from './review/start-review.ts'
export { type ReviewView, visibleTo } from './review/visible-to.ts'
export type {
  Clocks,
  Headcount,
  Level,
  OnDisagreement,
  PoolGroup,
  RatifyingPanel,
  Referral,
  ReferralWindow,
  Sample,
  SplitStage,
  Track,
  Workflow,
  WorkflowInput,
} from './review/workflow.ts'
// Wording: what an institution may use of the framework's own text.
export { withWording } from './wording/with-wording.ts'
export type { AttachedWording, WordedEdition, WordedPart, Wording, WordingEntry } from './wording/wording.ts'
export { type WordedText, wordingOf } from './wording/wording-of.ts'
