import { forbiddenMeasurementOf } from '@mentoring-commons/mentoring'
import { integer, text, uuid } from 'drizzle-orm/pg-core'
import { extendSchema, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { commons } from '../src/db/columns.ts'
import { present } from '../src/refused.ts'
import { buildSchema } from '../src/schema.ts'
import { tables, tenantTables } from '../src/tables.ts'
import { forbiddenIn, namesIn, openAnswers, openColumns, openInputs } from './harness/never-measured.ts'

/*
 * Three things are never measured: how a mentee performs, told to a third party; what a mentor thinks of a mentee, tied to a
 * reward; what was said. What is guarded here, in all of the API and of the database, and what is not:
 * - no field, argument, input or column has a name that says one of the three, apart from those listed here with the reason why each
 *   is another thing;
 * - of a relationship, and of everything that it leads to or that hangs on its row, every place that could hold a sentence, a figure, or
 *   a yes or no is listed here, in answers, in inputs and in columns. Each is a code, a count of days, minutes or versions, or a
 *   person's own words about their own goal. Everything else is a day, an id or a listed value;
 * - what stands in the jsonb columns is the domain's own value, whose shapes the package of mentoring walks in the same way.
 * It cannot keep somebody from writing into an allowed text what does not belong there.
 */

const schema = buildSchema()
const all = Object.values(tables)
const ends: ReadonlySet<string> = new Set(['Person', 'Programme', 'Cohort', 'PageInfo'])
const ids: ReadonlySet<string> = new Set(['relationship', 'meeting', 'goal'])

/** Names that say one of the three, and are another thing. */
const otherThings: Readonly<Record<string, string>> = {
  'ActchqualProblem.message: content': 'what is wrong with a record of the return',
  'ActchqualReturn.policyDescription: content': 'what a policy of disclosure does',
  'AnnualCounts.policyDescription: content': 'what a policy of disclosure does',
  'AppealInput.remark: content': 'a candidate of an award, on a decision',
  'Application.ranking: performance': 'whom somebody who applied would rather have, before they have met',
  'AwardJudgement.remark: content': 'an assessor of an award on a portfolio, to its owner',
  'BaselineAction.recommendation: reward': 'what a project on mentoring recommends to an institution',
  'BaselineFinding.recommendations: reward': 'what a project on mentoring recommends to an institution',
  'BaselineProject.recommendations: reward': 'what a project on mentoring recommends to an institution',
  'ClaimWarning.message: content': 'what a claim lacks',
  'ComparisonDesignInput.description: content': 'how an analysis compares',
  'ContributionEvidence.reference: reward': 'where evidence for a claim about a programme lies',
  'CredentialVerification.description: content': 'what an award is',
  'CriterionJudgement.remark: content': 'an assessor of a claim to a fellowship, to its owner',
  'CriterionJudgementInput.remark: content': 'an assessor of a claim to a fellowship, to its owner',
  'CrosswalkRow.remark: content': 'about two frameworks',
  'DecideAppealInput.remark: content': 'why an appeal was decided as it was',
  'EmploymentSpell.payGrade: performance': 'the grade of a contract, as HR has it, for a data steward',
  'FrameworkCriterion.remark: content': 'about a framework',
  'FrameworkDimension.remark: content': 'about a framework',
  'FrameworkRecency.remark: content': 'about a framework',
  'ImpactReport.policyDescription: content': 'what a policy of disclosure does',
  'InquiryActionStep.observationMethods: content': 'how an inquirer observes their own practice',
  'InquiryActionStepInput.observationMethods: content': 'how an inquirer observes their own practice',
  'InquiryPortfolioEntry.details: content': 'labelled facts of an inquirer’s own portfolio, to the inquirer',
  'InquiryWarning.message: content': 'what is out of the usual in an inquiry, to its members',
  'Job.message: content': 'how far long work is',
  'JudgeOutcomeInput.remark: content': 'an assessor of an award on a portfolio, to its owner',
  'LostTag.message: content': 'what moving a tag to another edition loses',
  'MatchProgress.message: content': 'how far a matching is',
  'ModerateInput.remark: content': 'an assessor of an award on a portfolio, to its owner',
  'Mutation.advanceRecommendation(recommendation): reward': 'what a project on mentoring recommends to an institution',
  'Mutation.advanceRecommendation: reward': 'what a project on mentoring recommends to an institution',
  'Mutation.judgeContribution(verdict): performance': 'whether a claim about a programme is credible',
  'Mutation.rankInMatching: performance': 'whom somebody who applied would rather have, before they have met',
  'Mutation.recordAction(recommendation): reward': 'what a project on mentoring recommends to an institution',
  'Mutation.recordTheoryEvidence(reference): reward': 'where evidence for a theory of change lies',
  'Objective.description: content': 'what an institution wants to reach',
  'ObjectiveInput.description: content': 'what an institution wants to reach',
  'OpenReviewStep.recommendations: reward': 'an assessor of a claim to a fellowship, who is no mentor of its owner',
  'Query.myBaselineRecommendations: reward': 'what a project on mentoring recommends to an institution',
  'ReadingInput.remark: content': 'an assessor of a claim to a fellowship, to its owner',
  'Refusal.message: content': 'why a request was refused',
  'Retention.policyDescription: content': 'what a policy of disclosure does',
  'ReviewWorkflowPreset.remarks: content': 'about a way to review',
  'ReviewerOpinion.recommendation: reward': 'an assessor of a claim to a fellowship, who is no mentor of its owner',
  'RevokeAwardInput.remark: content': 'why an award was taken back',
  'SelfAssessmentCounts.potential: performance': 'how many effects mentoring could have in an institution',
  'Settlement.recommendation: reward': 'an assessor of a claim to a fellowship, who is no mentor of its owner',
  'StageTransitions.policyDescription: content': 'what a policy of disclosure does',
  'SubmissionGap.message: content': 'what a portfolio lacks',
  'TheoryEvidence.reference: reward': 'where evidence for a theory of change lies',
  'VerificationReason.message: content': 'why a badge cannot be relied on',
  'baseline_action.recommendation_id: reward': 'what a project on mentoring recommends to an institution',
  'baseline_ground.recommendation_id: reward': 'what a project on mentoring recommends to an institution',
  'baseline_step.recommendation_id: reward': 'what a project on mentoring recommends to an institution',
  'claim_submission.content: content': 'a claim as its owner submitted it',
  'employment_spell.grade: performance': 'the grade of a contract, as HR has it',
  'job.message: content': 'how far long work is',
  'match_pair.mentee_score: performance': 'how well a mentor meets what a mentee asks for, before they have met',
  'match_pair.mentor_score: performance': 'how well a mentee meets what a mentor asks for, before they have met',
  'match_pair.score: performance': 'how well two people fit, before they have met',
  'match_run.summary: content': 'how a matching went, in figures',
  'portfolio_snapshot.content: content': 'a portfolio as its owner submitted it',
  'portfolio_snapshot.content_hash: content': 'the hash of a portfolio',
  'report_definition.content: content': 'what a report shows, as its institution defined it',
  'report_snapshot.content: content': 'figures of a report after disclosure control, with their definitions',
  'subject_request.marks: performance': 'how somebody who was erased is known again where an import brings them back',
  'theory_evidence.reference: reward': 'where evidence for a theory of change lies',
}

describe('by name', () => {
  test('nothing says one of the three but what is another thing', () => {
    expect(namesIn(schema, all).length).toBeGreaterThan(1500)
    expect(forbiddenIn(schema, all).filter((place) => otherThings[place] === undefined)).toEqual([])
  })

  test('nothing is excused that is not there', () => {
    const there = new Set(forbiddenIn(schema, all))
    expect(Object.keys(otherThings).filter((place) => !there.has(place))).toEqual([])
  })

  test('nothing is excused of a relationship', () => {
    const ofRelationships = [
      ...openAnswers(schema, 'Relationship', ends),
      ...openInputs(schema, ids),
      ...openColumns(tenantTables.relationship, all),
    ]
    const nameOf = (place: string) => place.split(': ')[0]?.split('.').at(-1) ?? ''
    expect(ofRelationships.map(nameOf).filter((name) => forbiddenMeasurementOf(name) !== undefined)).toEqual([])
  })
})

describe('of a relationship, by place', () => {
  test('these could hold a sentence, a figure, or a yes or no in an answer, and no other', () => {
    expect(openAnswers(schema, 'Relationship', ends)).toEqual([
      'AgreedContact.allowed: Boolean',
      'AgreedContact.answerWithinDays: Int',
      'AgreedDistance.noDecisionsAfterwards: Boolean',
      'AgreedDistance.noJointInterests: Boolean',
      'AgreedMeetings.cancellationHours: Int',
      'AgreedMeetings.durationMinutes: Int',
      'AgreedMeetings.everyDays: Int',
      'AgreedMeetings.preparationDays: Int',
      'Agreement.version: Int',
      'AgreementTerms.noFaultEnding: Boolean',
      'AgreementTerms.renewable: Boolean',
      'AgreementTerms.reviewEveryDays: Int',
      'AgreementTerms.topicsIn: String',
      'AgreementTerms.topicsOut: String',
      'Goal.title: String',
      'Goal.version: Int',
      'GoalCounts.dropped: Int',
      'GoalCounts.milestones: Int',
      'GoalCounts.milestonesDone: Int',
      'GoalCounts.open: Int',
      'GoalCounts.reached: Int',
      'GoalCounts.underWay: Int',
      'Meeting.durationMinutes: Int',
      'Meeting.topics: String',
      'Milestone.key: String',
      'Milestone.title: String',
      'Phase.code: String',
      'Phase.title: String',
      'Relationship.completed: Boolean',
      'Relationship.externalId: String',
      'Relationship.keywords: String',
      'Relationship.version: Int',
      'VisitedStages.framework: String',
      'VisitedStages.stages: String',
    ])
  })

  test('these could be written, and no other', () => {
    expect(openInputs(schema, ids)).toEqual([
      'advanceGoal(step).addMilestone.title: String',
      'advanceGoal(step).reachMilestone.key: String',
      'assessPhase(model): String',
      'assessPhase(phase): String',
      'draftAgreement(terms).contact.allowed: Boolean',
      'draftAgreement(terms).contact.answerWithinDays: Int',
      'draftAgreement(terms).distance.noDecisionsAfterwards: Boolean',
      'draftAgreement(terms).distance.noJointInterests: Boolean',
      'draftAgreement(terms).meetings.cancellationHours: Int',
      'draftAgreement(terms).meetings.durationMinutes: Int',
      'draftAgreement(terms).meetings.everyDays: Int',
      'draftAgreement(terms).meetings.preparationDays: Int',
      'draftAgreement(terms).renewable: Boolean',
      'draftAgreement(terms).reviewEveryDays: Int',
      'draftAgreement(terms).topicsIn: String',
      'draftAgreement(terms).topicsOut: String',
      // Where a relationship lies between two poles, as one of its people reads it: of the relationship, and of nobody.
      'readDimension(reading): Int',
      'recordMeeting(durationMinutes): Int',
      'recordMeeting(session).framework: String',
      'recordMeeting(session).stages: String',
      'recordMeeting(topics): String',
      'setGoal(title): String',
      'signAgreement(version): Int',
    ])
  })

  test('these are kept, and no other', () => {
    expect(openColumns(tenantTables.relationship, all)).toEqual([
      'agreement_signature.version: integer',
      'agreement_version.terms: jsonb',
      'agreement_version.version: integer',
      // Where a relationship lies between two poles, as one of its people reads it: of the relationship, and of nobody.
      'dimension_reading.dimension: text',
      'dimension_reading.party: text',
      'dimension_reading.reading: integer',
      'goal.stand: text',
      'goal.state: jsonb',
      'goal.version: integer',
      'goal.visibility: text',
      'meeting.duration_minutes: integer',
      'meeting.mode: text',
      'meeting.session: jsonb',
      'meeting.topics: text',
      'participant.role: text',
      'phase_assessment.model: text',
      'phase_assessment.phase: text',
      'phase_assessment.role: text',
      'relationship.completed: boolean',
      'relationship.external_id: text',
      'relationship.keywords: text',
      'relationship.kind: text',
      'relationship.state: jsonb',
      'relationship.status: text',
      'relationship.version: integer',
      'relationship_step.step: jsonb',
      'relationship_step.version: integer',
    ])
  })
})

test('supervision and conflicts have no such place but how long a session was, of which kind, and what it was for', () => {
  expect(openAnswers(schema, 'SupervisionSession', ends)).toEqual(['SupervisionSession.durationMinutes: Int'])
  expect(openAnswers(schema, 'Conflict', ends)).toEqual([])
  expect(openColumns(tenantTables.supervisionSession, all)).toEqual([
    'supervision_session.duration_minutes: integer',
    'supervision_session.functions: text',
    'supervision_session.mode: text',
  ])
  expect(openColumns(tenantTables.conflictRecord, all)).toEqual(['conflict_record.kind: text'])
})

test('what authors add to the portfolio of their inquiry is their prose to a section and codes on things, and no other', () => {
  // The prose is an inquirer's about their own inquiry, to its members and to whom they show the portfolio; the API says what it is never to hold.
  expect(openAnswers(schema, 'InquiryPortfolioText', ends)).toEqual([
    'InquiryPortfolioText.text: String',
    'InquiryPortfolioText.version: Int',
  ])
  expect(openAnswers(schema, 'InquiryTag', ends)).toEqual([
    'InquiryPortfolioItem.key: String',
    'InquiryTag.code: String',
  ])
  expect(openColumns(tenantTables.inquirySection, all)).toEqual([
    'inquiry_section.is_current: boolean',
    'inquiry_section.section: text',
    'inquiry_section.text: text',
    'inquiry_section.version: integer',
  ])
  expect(openColumns(tenantTables.inquiryTag, all)).toEqual([
    'inquiry_tag.code: text',
    'inquiry_tag.item_key: text',
    'inquiry_tag.item_kind: text',
    'inquiry_tag.kind: text',
  ])
  const { description } = present(
    schema
      .getMutationType()
      ?.getFields()
      .writePortfolioSection?.args.find(({ name }) => name === 'text'),
  )
  expect(description).toContain('What was said in mentoring is never to be stored here.')
})

describe('what is planted is found', () => {
  const planted = (sdl: string) => extendSchema(schema, parse(sdl))

  test.each([
    ['a field that names it', 'extend type Meeting { discussionNotes: ID }', 'Meeting.discussionNotes: content'],
    [
      'an argument',
      'extend type Query { told(menteePerformance: ID): ID }',
      'Query.told(menteePerformance): performance',
    ],
    ['a field of an input', 'extend input EndInput { promotionReference: ID }', 'EndInput.promotionReference: reward'],
    ['a field of a new type', 'type Word { mentorEndorsement: ID }', 'Word.mentorEndorsement: reward'],
  ])('%s', (_what, sdl, place) => {
    expect(forbiddenIn(planted(sdl), all)).toContain(place)
    expect(otherThings[place]).toBeUndefined()
  })

  test('a column that names it', () => {
    const table = commons.table('planted', { id: uuid(), menteeRating: integer('mentee_rating') })
    expect(forbiddenIn(schema, [...all, table])).toContain('planted.mentee_rating: performance')
  })

  test('a place of a harmless name, however deep it lies in an answer', () => {
    const sdl = 'type Impression { warmth: Int } extend type Goal { impression: Impression }'
    expect(openAnswers(planted(sdl), 'Relationship', ends)).toContain('Impression.warmth: Int')
    expect(openAnswers(planted('extend type Meeting { how: JSON }'), 'Relationship', ends)).toContain(
      'Meeting.how: JSON',
    )
  })

  test('a place of a harmless name in an input', () => {
    const deep = planted('extend input PauseInput { because: String }')
    expect(openInputs(deep, ids)).toContain('advanceRelationship(step).pause.because: String')
    const own = planted('extend type Mutation { praise(relationship: ID!, stars: Int): ID }')
    expect(openInputs(own, ids)).toContain('praise(stars): Int')
  })

  test('a column of a harmless name, in a table that hangs on one that hangs on a relationship', () => {
    const { meeting } = tenantTables
    const near = commons.table('near', { id: uuid().references(() => meeting.id), warmth: text() })
    const far = commons.table('far', { id: uuid().references(() => near.id), warmth: integer() })
    const found = openColumns(tenantTables.relationship, [...all, far, near])
    expect(found).toContain('near.warmth: text')
    expect(found).toContain('far.warmth: integer')
  })
})
