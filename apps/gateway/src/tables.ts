import { inquirySection, inquiryTag } from './modules/action-research/material/table.ts'
import { inquiry, inquiryEvent, inquiryMember, inquiryModel, inquiryRebuild } from './modules/action-research/table.ts'
import {
  awardCredential,
  awardScheme,
  awardSchemeRevision,
  candidacy,
  candidacyEvent,
  candidacyPanel,
  portfolioSnapshot,
} from './modules/award/table.ts'
import {
  baselineAction,
  baselineFigure,
  baselineFinding,
  baselineGround,
  baselineProject,
  baselineRecommendation,
  baselineStep,
} from './modules/baseline/table.ts'
import {
  community,
  communityMembership,
  communityProgramme,
  participationEvent,
  participationThresholds,
} from './modules/community/table.ts'
import { valueIndicator, valueStory } from './modules/community/value/table.ts'
import { networkTie, networkWave, networkWavePerson } from './modules/community/wave/table.ts'
import { selfAssessmentSession, selfAssessmentWording } from './modules/culture/assessment/table.ts'
import { dimensionReading } from './modules/culture/dimension/table.ts'
import { hallmarkReading } from './modules/culture/hallmark/table.ts'
import { practice } from './modules/culture/practice/table.ts'
import { contributionClaim, contributionStep } from './modules/evaluation/claim/table.ts'
import { employmentImport, employmentSpell } from './modules/evaluation/employment/table.ts'
import { estimate } from './modules/evaluation/estimate/table.ts'
import { objective } from './modules/evaluation/objective/table.ts'
import { analysisLook, analysisPlan, analysisPlanDraft, analysisPlanVersion } from './modules/evaluation/plan/table.ts'
import { theory, theoryEvidence, theoryVersion } from './modules/evaluation/theory/table.ts'
import { agreementSignature, agreementVersion } from './modules/mentoring/agreement/table.ts'
import { application, questionSet } from './modules/mentoring/application/table.ts'
import { capacity } from './modules/mentoring/capacity/table.ts'
import { careerSpell, careerStageSet } from './modules/mentoring/career/table.ts'
import { conflictRecord, managementLine } from './modules/mentoring/conflict/table.ts'
import { goal } from './modules/mentoring/goal/table.ts'
import {
  matchInput,
  matchOffer,
  matchPair,
  matchProof,
  matchRun,
  matchStep,
  matchUnmatched,
} from './modules/mentoring/matching/table.ts'
import { offer, offerParticipant, offerStep, offerTerms } from './modules/mentoring/offer/table.ts'
import { phaseAssessment } from './modules/mentoring/phase/table.ts'
import { applicationNotWith, applicationRanking } from './modules/mentoring/preference/table.ts'
import {
  briefingRecord,
  eligibilityRules,
  supervisionMentor,
  supervisionSession,
  trainingRecord,
} from './modules/mentoring/preparation/table.ts'
import { queueThresholds, relationshipReview } from './modules/mentoring/queue/table.ts'
import {
  cohort,
  meeting,
  participant,
  participation,
  programme,
  relationship,
  relationshipStep,
  topic,
} from './modules/mentoring/table.ts'
import { disclosureLedger } from './modules/people/disclosure/table.ts'
import { job } from './modules/people/job/table.ts'
import { account, idempotencyKey, institution, person, roleGrant } from './modules/people/table.ts'
import { subjectRequest } from './modules/privacy/table.ts'
import { reportDefinition } from './modules/reporting/definition/table.ts'
import { reportSchedule } from './modules/reporting/schedule/table.ts'
import { reportSnapshot } from './modules/reporting/snapshot/table.ts'
import { disclosedFigure, report } from './modules/reporting/table.ts'
import { surveyInvitation, surveyPseudonym } from './modules/survey/invitation/table.ts'
import { surveyInstrument, surveySeries, surveyWindow } from './modules/survey/series/table.ts'
import { survey, surveyAnswer, surveyChoice, surveyItem, surveyNumber, surveyResponse } from './modules/survey/table.ts'
import { claim, claimEvidence, claimSubmission } from './modules/ukpsf/claim/table.ts'
import { corroboration, evidence } from './modules/ukpsf/evidence/table.ts'
import {
  fellowship,
  goodStandingReview,
  teachingQualification,
  teachingRecord,
} from './modules/ukpsf/fellowship/table.ts'
import { referee } from './modules/ukpsf/referee/table.ts'
import { assessor, review, reviewStep, reviewTask } from './modules/ukpsf/review/table.ts'
import { frameworkWording } from './modules/ukpsf/wording/table.ts'
import { reviewWorkflow } from './modules/ukpsf/workflow/table.ts'

/** Tables that every institution shares; all others belong to one institution. */
export const sharedTables = { institution }

/** Tables of one institution each: the tenant column leads every key. */
export const tenantTables = {
  person,
  account,
  roleGrant,
  idempotencyKey,
  programme,
  topic,
  cohort,
  participation,
  relationship,
  participant,
  relationshipStep,
  meeting,
  questionSet,
  application,
  applicationRanking,
  applicationNotWith,
  capacity,
  offerTerms,
  offer,
  offerParticipant,
  offerStep,
  queueThresholds,
  relationshipReview,
  conflictRecord,
  managementLine,
  agreementVersion,
  agreementSignature,
  phaseAssessment,
  goal,
  trainingRecord,
  briefingRecord,
  supervisionSession,
  supervisionMentor,
  eligibilityRules,
  careerStageSet,
  careerSpell,
  matchRun,
  matchInput,
  matchProof,
  matchPair,
  matchUnmatched,
  matchOffer,
  matchStep,
  community,
  communityProgramme,
  communityMembership,
  participationEvent,
  participationThresholds,
  valueIndicator,
  valueStory,
  networkWave,
  networkWavePerson,
  networkTie,
  practice,
  dimensionReading,
  hallmarkReading,
  selfAssessmentSession,
  selfAssessmentWording,
  inquiry,
  inquiryMember,
  inquiryEvent,
  inquiryModel,
  inquiryRebuild,
  inquirySection,
  inquiryTag,
  frameworkWording,
  evidence,
  corroboration,
  claim,
  claimEvidence,
  claimSubmission,
  referee,
  reviewWorkflow,
  assessor,
  review,
  reviewStep,
  reviewTask,
  fellowship,
  goodStandingReview,
  teachingRecord,
  teachingQualification,
  survey,
  surveyItem,
  surveyChoice,
  surveyResponse,
  surveyAnswer,
  surveyNumber,
  surveyInstrument,
  surveySeries,
  surveyWindow,
  surveyInvitation,
  surveyPseudonym,
  job,
  report,
  reportSnapshot,
  reportDefinition,
  reportSchedule,
  disclosedFigure,
  disclosureLedger,
  baselineProject,
  baselineFinding,
  baselineFigure,
  baselineRecommendation,
  baselineGround,
  baselineStep,
  baselineAction,
  objective,
  theory,
  theoryVersion,
  theoryEvidence,
  contributionClaim,
  contributionStep,
  analysisPlan,
  analysisPlanDraft,
  analysisPlanVersion,
  analysisLook,
  estimate,
  employmentImport,
  employmentSpell,
  subjectRequest,
  awardScheme,
  awardSchemeRevision,
  candidacy,
  candidacyPanel,
  candidacyEvent,
  portfolioSnapshot,
  awardCredential,
}

/** Every table of the gateway. */
export const tables = { ...sharedTables, ...tenantTables }
