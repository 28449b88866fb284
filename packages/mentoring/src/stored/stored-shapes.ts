import { type AgreementVersion, agreementShape } from '../agreement/agreement.ts'
import { type Application, applicationShape } from '../application/application.ts'
import { type QuestionSet, questionSetShape } from '../application/question.ts'
import { type Capacity, capacityShape } from '../capacity/capacity.ts'
import { type CareerSpell, careerSpellShape, type StageSet, stageSetShape } from '../career/career-stage.ts'
import { type ConflictRecord, conflictShape } from '../conflict/conflict-record.ts'
import { type ManagementLine, managementLineShape } from '../conflict/management-line.ts'
import { type Goal, goalShape } from '../goal/goal.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { meetingShape } from '../meeting/meeting-shape.ts'
import { type Offer, offerShape } from '../offer/offer.ts'
import { type OfferTerms, offerTermsShape } from '../offer/offer-terms.ts'
import { type PhaseAssessment, phaseAssessmentShape } from '../phase/assess-phase.ts'
import { type EligibilityRule, eligibilityRuleShape } from '../preparation/eligible-mentor.ts'
import {
  type BriefingRecord,
  briefingShape,
  type SupervisionSession,
  supervisionShape,
  type TrainingRecord,
  trainingShape,
} from '../preparation/preparation.ts'
import type { Cohort } from '../programme/cohort.ts'
import type { Programme } from '../programme/programme.ts'
import { cohortShape, programmeShape, topicSetShape } from '../programme/programme-shape.ts'
import type { TopicSet } from '../programme/topic-set.ts'
import { type QueueThresholds, queueThresholdsShape } from '../queue/queue-thresholds.ts'
import { type Review, reviewShape } from '../queue/review.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { relationshipShape } from '../relationship/relationship-shape.ts'
import type { CasesShape, ObjectShape } from '../shape/shape.ts'

/** Everything that is kept of mentoring, by its name. */
export interface StoredValues {
  readonly agreement: AgreementVersion
  readonly application: Application
  readonly briefing: BriefingRecord
  readonly capacity: Capacity
  readonly 'career-spell': CareerSpell
  readonly cohort: Cohort
  readonly conflict: ConflictRecord
  readonly 'eligibility-rule': EligibilityRule
  readonly goal: Goal
  readonly 'management-line': ManagementLine
  readonly meeting: Meeting
  readonly offer: Offer
  readonly 'offer-terms': OfferTerms
  readonly 'phase-assessment': PhaseAssessment
  readonly programme: Programme
  readonly 'question-set': QuestionSet
  readonly 'queue-thresholds': QueueThresholds
  readonly relationship: Relationship
  readonly review: Review
  readonly 'stage-set': StageSet
  readonly supervision: SupervisionSession
  readonly 'topic-set': TopicSet
  readonly training: TrainingRecord
}

/** The name of something that is kept. */
export type StoredNoun = keyof StoredValues

/**
 * The declared shape of everything that is kept, as data that a program can walk: to make columns or forms of it, or to see
 * that no field of it could tell how a mentee performs, reward an opinion, or hold what was said.
 */
export const storedShapes: {
  readonly [N in StoredNoun]: ObjectShape<StoredValues[N]> | CasesShape<StoredValues[N]>
} = {
  agreement: agreementShape,
  application: applicationShape,
  briefing: briefingShape,
  capacity: capacityShape,
  'career-spell': careerSpellShape,
  cohort: cohortShape,
  conflict: conflictShape,
  'eligibility-rule': eligibilityRuleShape,
  goal: goalShape,
  'management-line': managementLineShape,
  meeting: meetingShape,
  offer: offerShape,
  'offer-terms': offerTermsShape,
  'phase-assessment': phaseAssessmentShape,
  programme: programmeShape,
  'question-set': questionSetShape,
  'queue-thresholds': queueThresholdsShape,
  relationship: relationshipShape,
  review: reviewShape,
  'stage-set': stageSetShape,
  supervision: supervisionShape,
  'topic-set': topicSetShape,
  training: trainingShape,
}
