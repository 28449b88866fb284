import { defineRelations } from 'drizzle-orm'
import { tables } from './tables.ts'

/** How rows hang together. Every join carries the institution, so that a nested read never leaves it. */
export const relations = defineRelations(tables, (r) => ({
  person: {
    trainings: r.many.trainingRecord({
      from: [r.person.institutionId, r.person.id],
      to: [r.trainingRecord.institutionId, r.trainingRecord.personId],
    }),
    briefings: r.many.briefingRecord({
      from: [r.person.institutionId, r.person.id],
      to: [r.briefingRecord.institutionId, r.briefingRecord.personId],
    }),
    supervisions: r.many.supervisionSession({
      from: [
        r.person.institutionId.through(r.supervisionMentor.institutionId),
        r.person.id.through(r.supervisionMentor.personId),
      ],
      to: [
        r.supervisionSession.institutionId.through(r.supervisionMentor.institutionId),
        r.supervisionSession.id.through(r.supervisionMentor.sessionId),
      ],
    }),
    careerSpells: r.many.careerSpell({
      from: [r.person.institutionId, r.person.id],
      to: [r.careerSpell.institutionId, r.careerSpell.personId],
    }),
    participations: r.many.participation({
      from: [r.person.institutionId, r.person.id],
      to: [r.participation.institutionId, r.participation.personId],
    }),
    capacities: r.many.capacity({
      from: [r.person.institutionId, r.person.id],
      to: [r.capacity.institutionId, r.capacity.personId],
    }),
    // What somebody carries, apart from what is shown.
    carriedCapacities: r.many.capacity({
      from: [r.person.institutionId, r.person.id],
      to: [r.capacity.institutionId, r.capacity.personId],
    }),
    carriedOffers: r.many.offer({
      from: [
        r.person.institutionId.through(r.offerParticipant.institutionId),
        r.person.id.through(r.offerParticipant.personId),
      ],
      to: [
        r.offer.institutionId.through(r.offerParticipant.institutionId),
        r.offer.id.through(r.offerParticipant.offerId),
      ],
    }),
    carriedRelationships: r.many.relationship({
      from: [r.person.institutionId.through(r.participant.institutionId), r.person.id.through(r.participant.personId)],
      to: [
        r.relationship.institutionId.through(r.participant.institutionId),
        r.relationship.id.through(r.participant.relationshipId),
      ],
    }),
    fellowships: r.many.fellowship({
      from: [r.person.institutionId, r.person.id],
      to: [r.fellowship.institutionId, r.fellowship.personId],
    }),
    // All that the current one is found among, apart from those that are shown.
    held: r.many.fellowship({
      from: [r.person.institutionId, r.person.id],
      to: [r.fellowship.institutionId, r.fellowship.personId],
    }),
    teachingRecord: r.one.teachingRecord({
      from: [r.person.institutionId, r.person.id],
      to: [r.teachingRecord.institutionId, r.teachingRecord.personId],
    }),
    teachingQualifications: r.many.teachingQualification({
      from: [r.person.institutionId, r.person.id],
      to: [r.teachingQualification.institutionId, r.teachingQualification.personId],
    }),
  },
  fellowship: {
    person: r.one.person({
      from: [r.fellowship.institutionId, r.fellowship.personId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
    reviews: r.many.goodStandingReview({
      from: [r.fellowship.institutionId, r.fellowship.id],
      to: [r.goodStandingReview.institutionId, r.goodStandingReview.fellowshipId],
    }),
  },
  account: {
    roleGrants: r.many.roleGrant({
      from: [r.account.institutionId, r.account.id],
      to: [r.roleGrant.institutionId, r.roleGrant.accountId],
    }),
  },
  programme: {
    eligibilityRules: r.many.eligibilityRules({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.eligibilityRules.institutionId, r.eligibilityRules.programmeId],
    }),
    cohorts: r.many.cohort({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.cohort.institutionId, r.cohort.programmeId],
    }),
    relationships: r.many.relationship({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.relationship.institutionId, r.relationship.programmeId],
    }),
    topics: r.many.topic({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.topic.institutionId, r.topic.programmeId],
    }),
    baselineActions: r.many.baselineAction({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.baselineAction.institutionId, r.baselineAction.programmeId],
    }),
    surveys: r.many.survey({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.survey.institutionId, r.survey.programmeId],
    }),
    surveySeries: r.many.surveySeries({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.surveySeries.institutionId, r.surveySeries.programmeId],
    }),
    matchRuns: r.many.matchRun({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.matchRun.institutionId, r.matchRun.programmeId],
    }),
    communities: r.many.community({
      from: [
        r.programme.institutionId.through(r.communityProgramme.institutionId),
        r.programme.id.through(r.communityProgramme.programmeId),
      ],
      to: [
        r.community.institutionId.through(r.communityProgramme.institutionId),
        r.community.id.through(r.communityProgramme.communityId),
      ],
    }),
    questionSets: r.many.questionSet({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.questionSet.institutionId, r.questionSet.programmeId],
    }),
    applications: r.many.application({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.application.institutionId, r.application.programmeId],
    }),
    offers: r.many.offer({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.offer.institutionId, r.offer.programmeId],
    }),
    offerTerms: r.one.offerTerms({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.offerTerms.institutionId, r.offerTerms.programmeId],
    }),
    queueThresholds: r.one.queueThresholds({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.queueThresholds.institutionId, r.queueThresholds.programmeId],
    }),
  },
  application: {
    programme: r.one.programme({
      from: [r.application.institutionId, r.application.programmeId],
      to: [r.programme.institutionId, r.programme.id],
      optional: false,
    }),
    cohort: r.one.cohort({
      from: [r.application.institutionId, r.application.cohortId],
      to: [r.cohort.institutionId, r.cohort.id],
    }),
    person: r.one.person({
      from: [r.application.institutionId, r.application.personId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
    ranking: r.one.applicationRanking({
      from: [r.application.institutionId, r.application.id],
      to: [r.applicationRanking.institutionId, r.applicationRanking.applicationId],
    }),
    notWith: r.one.applicationNotWith({
      from: [r.application.institutionId, r.application.id],
      to: [r.applicationNotWith.institutionId, r.applicationNotWith.applicationId],
    }),
    // What tells where an application stands, apart from the person who is shown.
    applicant: r.one.person({
      from: [r.application.institutionId, r.application.personId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
  offer: {
    programme: r.one.programme({
      from: [r.offer.institutionId, r.offer.programmeId],
      to: [r.programme.institutionId, r.programme.id],
      optional: false,
    }),
    cohort: r.one.cohort({
      from: [r.offer.institutionId, r.offer.cohortId],
      to: [r.cohort.institutionId, r.cohort.id],
    }),
    participants: r.many.offerParticipant({
      from: [r.offer.institutionId, r.offer.id],
      to: [r.offerParticipant.institutionId, r.offerParticipant.offerId],
    }),
    relationship: r.one.relationship({
      from: [r.offer.institutionId, r.offer.id],
      to: [r.relationship.institutionId, r.relationship.id],
    }),
  },
  offerParticipant: {
    person: r.one.person({
      from: [r.offerParticipant.institutionId, r.offerParticipant.personId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
  cohort: {
    programme: r.one.programme({
      from: [r.cohort.institutionId, r.cohort.programmeId],
      to: [r.programme.institutionId, r.programme.id],
      optional: false,
    }),
    participations: r.many.participation({
      from: [r.cohort.institutionId, r.cohort.id],
      to: [r.participation.institutionId, r.participation.cohortId],
    }),
  },
  participation: {
    cohort: r.one.cohort({
      from: [r.participation.institutionId, r.participation.cohortId],
      to: [r.cohort.institutionId, r.cohort.id],
      optional: false,
    }),
    person: r.one.person({
      from: [r.participation.institutionId, r.participation.personId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
  relationship: {
    steps: r.many.relationshipStep({
      from: [r.relationship.institutionId, r.relationship.id],
      to: [r.relationshipStep.institutionId, r.relationshipStep.relationshipId],
    }),
    agreementVersions: r.many.agreementVersion({
      from: [r.relationship.institutionId, r.relationship.id],
      to: [r.agreementVersion.institutionId, r.agreementVersion.relationshipId],
    }),
    // All versions that the one in force is found among, apart from a page of them.
    agreed: r.many.agreementVersion({
      from: [r.relationship.institutionId, r.relationship.id],
      to: [r.agreementVersion.institutionId, r.agreementVersion.relationshipId],
    }),
    phaseAssessments: r.many.phaseAssessment({
      from: [r.relationship.institutionId, r.relationship.id],
      to: [r.phaseAssessment.institutionId, r.phaseAssessment.relationshipId],
    }),
    goals: r.many.goal({
      from: [r.relationship.institutionId, r.relationship.id],
      to: [r.goal.institutionId, r.goal.relationshipId],
    }),
    // All goals that are counted, apart from a page of those that the viewer may see.
    goalStates: r.many.goal({
      from: [r.relationship.institutionId, r.relationship.id],
      to: [r.goal.institutionId, r.goal.relationshipId],
    }),
    programme: r.one.programme({
      from: [r.relationship.institutionId, r.relationship.programmeId],
      to: [r.programme.institutionId, r.programme.id],
      optional: false,
    }),
    cohort: r.one.cohort({
      from: [r.relationship.institutionId, r.relationship.cohortId],
      to: [r.cohort.institutionId, r.cohort.id],
    }),
    participants: r.many.participant({
      from: [r.relationship.institutionId, r.relationship.id],
      to: [r.participant.institutionId, r.participant.relationshipId],
    }),
    meetings: r.many.meeting({
      from: [r.relationship.institutionId, r.relationship.id],
      to: [r.meeting.institutionId, r.meeting.relationshipId],
    }),
  },
  participant: {
    person: r.one.person({
      from: [r.participant.institutionId, r.participant.personId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
  meeting: {
    relationship: r.one.relationship({
      from: [r.meeting.institutionId, r.meeting.relationshipId],
      to: [r.relationship.institutionId, r.relationship.id],
      optional: false,
    }),
  },
  evidence: {
    corroborations: r.many.corroboration({
      from: [r.evidence.institutionId, r.evidence.id],
      to: [r.corroboration.institutionId, r.corroboration.evidenceId],
    }),
    meeting: r.one.meeting({
      from: [r.evidence.institutionId, r.evidence.originId],
      to: [r.meeting.institutionId, r.meeting.id],
    }),
    inquiry: r.one.inquiry({
      from: [r.evidence.institutionId, r.evidence.originId],
      to: [r.inquiry.institutionId, r.inquiry.id],
    }),
  },
  claim: {
    evidence: r.many.evidence({
      from: [r.claim.institutionId.through(r.claimEvidence.institutionId), r.claim.id.through(r.claimEvidence.claimId)],
      to: [
        r.evidence.institutionId.through(r.claimEvidence.institutionId),
        r.evidence.id.through(r.claimEvidence.evidenceId),
      ],
    }),
    submissions: r.many.claimSubmission({
      from: [r.claim.institutionId, r.claim.id],
      to: [r.claimSubmission.institutionId, r.claimSubmission.claimId],
    }),
    tasks: r.many.reviewTask({
      from: [r.claim.institutionId, r.claim.id],
      to: [r.reviewTask.institutionId, r.reviewTask.claimId],
    }),
    review: r.one.review({
      from: [r.claim.institutionId, r.claim.id],
      to: [r.review.institutionId, r.review.claimId],
    }),
    referees: r.many.referee({
      from: [r.claim.institutionId, r.claim.id],
      to: [r.referee.institutionId, r.referee.claimId],
    }),
  },
  review: {
    workflow: r.one.reviewWorkflow({
      from: [r.review.institutionId, r.review.workflowKey],
      to: [r.reviewWorkflow.institutionId, r.reviewWorkflow.key],
      optional: false,
    }),
  },
  referee: {
    claim: r.one.claim({
      from: [r.referee.institutionId, r.referee.claimId],
      to: [r.claim.institutionId, r.claim.id],
      optional: false,
    }),
  },
  claimSubmission: {
    claim: r.one.claim({
      from: [r.claimSubmission.institutionId, r.claimSubmission.claimId],
      to: [r.claim.institutionId, r.claim.id],
      optional: false,
    }),
  },
  community: {
    baselineActions: r.many.baselineAction({
      from: [r.community.institutionId, r.community.id],
      to: [r.baselineAction.institutionId, r.baselineAction.communityId],
    }),
    programmes: r.many.programme({
      from: [
        r.community.institutionId.through(r.communityProgramme.institutionId),
        r.community.id.through(r.communityProgramme.communityId),
      ],
      to: [
        r.programme.institutionId.through(r.communityProgramme.institutionId),
        r.programme.id.through(r.communityProgramme.programmeId),
      ],
    }),
    memberships: r.many.communityMembership({
      from: [r.community.institutionId, r.community.id],
      to: [r.communityMembership.institutionId, r.communityMembership.communityId],
    }),
    events: r.many.participationEvent({
      from: [r.community.institutionId, r.community.id],
      to: [r.participationEvent.institutionId, r.participationEvent.communityId],
    }),
    // The viewer's own, apart from those of everybody.
    ownMemberships: r.many.communityMembership({
      from: [r.community.institutionId, r.community.id],
      to: [r.communityMembership.institutionId, r.communityMembership.communityId],
    }),
    ownEvents: r.many.participationEvent({
      from: [r.community.institutionId, r.community.id],
      to: [r.participationEvent.institutionId, r.participationEvent.communityId],
    }),
    indicators: r.many.valueIndicator({
      from: [r.community.institutionId, r.community.id],
      to: [r.valueIndicator.institutionId, r.valueIndicator.communityId],
    }),
  },
  communityMembership: {
    community: r.one.community({
      from: [r.communityMembership.institutionId, r.communityMembership.communityId],
      to: [r.community.institutionId, r.community.id],
      optional: false,
    }),
    person: r.one.person({
      from: [r.communityMembership.institutionId, r.communityMembership.personId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
  participationEvent: {
    community: r.one.community({
      from: [r.participationEvent.institutionId, r.participationEvent.communityId],
      to: [r.community.institutionId, r.community.id],
      optional: false,
    }),
    person: r.one.person({
      from: [r.participationEvent.institutionId, r.participationEvent.personId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
  networkWave: {
    people: r.many.networkWavePerson({
      from: [r.networkWave.institutionId, r.networkWave.id],
      to: [r.networkWavePerson.institutionId, r.networkWavePerson.waveId],
    }),
  },
  practice: {
    programme: r.one.programme({
      from: [r.practice.institutionId, r.practice.programmeId],
      to: [r.programme.institutionId, r.programme.id],
    }),
  },
  dimensionReading: {
    relationship: r.one.relationship({
      from: [r.dimensionReading.institutionId, r.dimensionReading.relationshipId],
      to: [r.relationship.institutionId, r.relationship.id],
      optional: false,
    }),
  },
  inquiry: {
    members: r.many.inquiryMember({
      from: [r.inquiry.institutionId, r.inquiry.id],
      to: [r.inquiryMember.institutionId, r.inquiryMember.inquiryId],
    }),
    // The whole history that a state is made of, and a page of it, are asked for apart.
    history: r.many.inquiryEvent({
      from: [r.inquiry.institutionId, r.inquiry.id],
      to: [r.inquiryEvent.institutionId, r.inquiryEvent.inquiryId],
    }),
    events: r.many.inquiryEvent({
      from: [r.inquiry.institutionId, r.inquiry.id],
      to: [r.inquiryEvent.institutionId, r.inquiryEvent.inquiryId],
    }),
    sections: r.many.inquirySection({
      from: [r.inquiry.institutionId, r.inquiry.id],
      to: [r.inquirySection.institutionId, r.inquirySection.inquiryId],
    }),
    tags: r.many.inquiryTag({
      from: [r.inquiry.institutionId, r.inquiry.id],
      to: [r.inquiryTag.institutionId, r.inquiryTag.inquiryId],
    }),
    // Apart from the members by whom a lock is opened, who are asked for without their names.
    authorNames: r.many.inquiryMember({
      from: [r.inquiry.institutionId, r.inquiry.id],
      to: [r.inquiryMember.institutionId, r.inquiryMember.inquiryId],
    }),
    ownModel: r.one.inquiryModel({
      from: [r.inquiry.institutionId, r.inquiry.modelId],
      to: [r.inquiryModel.institutionId, r.inquiryModel.modelId],
    }),
  },
  inquiryEvent: {
    recorder: r.one.account({
      from: [r.inquiryEvent.institutionId, r.inquiryEvent.recordedBy],
      to: [r.account.institutionId, r.account.id],
    }),
  },
  inquiryMember: {
    person: r.one.person({
      from: [r.inquiryMember.institutionId, r.inquiryMember.personId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
  reportSnapshot: {
    programme: r.one.programme({
      from: [r.reportSnapshot.institutionId, r.reportSnapshot.programmeId],
      to: [r.programme.institutionId, r.programme.id],
      optional: false,
    }),
    // Everybody erased in the institution; which of them bear on the snapshot is told by day and table.
    erasures: r.many.subjectRequest({
      from: r.reportSnapshot.institutionId,
      to: r.subjectRequest.institutionId,
      where: { kind: 'erasure' },
    }),
    surveys: r.many.survey({
      from: [r.reportSnapshot.institutionId, r.reportSnapshot.programmeId],
      to: [r.survey.institutionId, r.survey.programmeId],
    }),
  },
  reportSchedule: {
    programme: r.one.programme({
      from: [r.reportSchedule.institutionId, r.reportSchedule.programmeId],
      to: [r.programme.institutionId, r.programme.id],
      optional: false,
    }),
    snapshots: r.many.reportSnapshot({
      from: [r.reportSchedule.institutionId, r.reportSchedule.id],
      to: [r.reportSnapshot.institutionId, r.reportSnapshot.scheduleId],
    }),
  },
  survey: {
    baselineProjects: r.many.baselineProject({
      from: [r.survey.institutionId, r.survey.id],
      to: [r.baselineProject.institutionId, r.baselineProject.surveyId],
    }),
    items: r.many.surveyItem({
      from: [r.survey.institutionId, r.survey.id],
      to: [r.surveyItem.institutionId, r.surveyItem.surveyId],
    }),
    window: r.one.surveyWindow({
      from: [r.survey.institutionId, r.survey.id],
      to: [r.surveyWindow.institutionId, r.surveyWindow.surveyId],
    }),
    invitations: r.many.surveyInvitation({
      from: [r.survey.institutionId, r.survey.id],
      to: [r.surveyInvitation.institutionId, r.surveyInvitation.surveyId],
    }),
  },
  surveySeries: {
    instrument: r.one.surveyInstrument({
      from: [r.surveySeries.institutionId, r.surveySeries.instrumentId],
      to: [r.surveyInstrument.institutionId, r.surveyInstrument.id],
      optional: false,
    }),
    windows: r.many.surveyWindow({
      from: [r.surveySeries.institutionId, r.surveySeries.id],
      to: [r.surveyWindow.institutionId, r.surveyWindow.seriesId],
    }),
  },
  surveyWindow: {
    survey: r.one.survey({
      from: [r.surveyWindow.institutionId, r.surveyWindow.surveyId],
      to: [r.survey.institutionId, r.survey.id],
      optional: false,
    }),
  },
  surveyInvitation: {
    survey: r.one.survey({
      from: [r.surveyInvitation.institutionId, r.surveyInvitation.surveyId],
      to: [r.survey.institutionId, r.survey.id],
      optional: false,
    }),
    person: r.one.person({
      from: [r.surveyInvitation.institutionId, r.surveyInvitation.personId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
  surveyItem: {
    choices: r.many.surveyChoice({
      from: [r.surveyItem.institutionId, r.surveyItem.id],
      to: [r.surveyChoice.institutionId, r.surveyChoice.itemId],
    }),
  },
  agreementVersion: {
    relationship: r.one.relationship({
      from: [r.agreementVersion.institutionId, r.agreementVersion.relationshipId],
      to: [r.relationship.institutionId, r.relationship.id],
      optional: false,
    }),
    signatures: r.many.agreementSignature({
      from: [r.agreementVersion.institutionId, r.agreementVersion.relationshipId, r.agreementVersion.version],
      to: [r.agreementSignature.institutionId, r.agreementSignature.relationshipId, r.agreementSignature.version],
    }),
  },
  phaseAssessment: {
    relationship: r.one.relationship({
      from: [r.phaseAssessment.institutionId, r.phaseAssessment.relationshipId],
      to: [r.relationship.institutionId, r.relationship.id],
      optional: false,
    }),
  },
  goal: {
    relationship: r.one.relationship({
      from: [r.goal.institutionId, r.goal.relationshipId],
      to: [r.relationship.institutionId, r.relationship.id],
      optional: false,
    }),
  },
  conflictRecord: {
    oneSide: r.one.person({
      from: [r.conflictRecord.institutionId, r.conflictRecord.personA],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
    otherSide: r.one.person({
      from: [r.conflictRecord.institutionId, r.conflictRecord.personB],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
  managementLine: {
    manager: r.one.person({
      from: [r.managementLine.institutionId, r.managementLine.managerId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
    report: r.one.person({
      from: [r.managementLine.institutionId, r.managementLine.reportId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
  briefingRecord: {
    programme: r.one.programme({
      from: [r.briefingRecord.institutionId, r.briefingRecord.programmeId],
      to: [r.programme.institutionId, r.programme.id],
      optional: false,
    }),
  },
  supervisionSession: {
    mentors: r.many.supervisionMentor({
      from: [r.supervisionSession.institutionId, r.supervisionSession.id],
      to: [r.supervisionMentor.institutionId, r.supervisionMentor.sessionId],
    }),
  },
  matchRun: {
    job: r.one.job({
      from: [r.matchRun.institutionId, r.matchRun.id],
      to: [r.job.institutionId, r.job.id],
      optional: false,
    }),
    programme: r.one.programme({
      from: [r.matchRun.institutionId, r.matchRun.programmeId],
      to: [r.programme.institutionId, r.programme.id],
      optional: false,
    }),
    cohort: r.one.cohort({
      from: [r.matchRun.institutionId, r.matchRun.cohortId],
      to: [r.cohort.institutionId, r.cohort.id],
    }),
    earlier: r.one.matchRun({
      from: [r.matchRun.institutionId, r.matchRun.basedOn],
      to: [r.matchRun.institutionId, r.matchRun.id],
    }),
    pairs: r.many.matchPair({
      from: [r.matchRun.institutionId, r.matchRun.id],
      to: [r.matchPair.institutionId, r.matchPair.runId],
    }),
    unmatchedMentees: r.many.matchUnmatched({
      from: [r.matchRun.institutionId, r.matchRun.id],
      to: [r.matchUnmatched.institutionId, r.matchUnmatched.runId],
    }),
    steps: r.many.matchStep({
      from: [r.matchRun.institutionId, r.matchRun.id],
      to: [r.matchStep.institutionId, r.matchStep.runId],
    }),
  },
  matchPair: {
    mentee: r.one.person({
      from: [r.matchPair.institutionId, r.matchPair.menteeId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
    mentor: r.one.person({
      from: [r.matchPair.institutionId, r.matchPair.mentorId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
    offer: r.one.offer({
      from: [
        r.matchPair.institutionId.through(r.matchOffer.institutionId),
        r.matchPair.runId.through(r.matchOffer.runId),
        r.matchPair.menteeId.through(r.matchOffer.menteeId),
      ],
      to: [r.offer.institutionId.through(r.matchOffer.institutionId), r.offer.id.through(r.matchOffer.offerId)],
    }),
  },
  matchUnmatched: {
    mentee: r.one.person({
      from: [r.matchUnmatched.institutionId, r.matchUnmatched.menteeId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
  employmentSpell: {
    person: r.one.person({
      from: [r.employmentSpell.institutionId, r.employmentSpell.personId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
  theory: {
    programme: r.one.programme({
      from: [r.theory.institutionId, r.theory.programmeId],
      to: [r.programme.institutionId, r.programme.id],
    }),
    versions: r.many.theoryVersion({
      from: [r.theory.institutionId, r.theory.id],
      to: [r.theoryVersion.institutionId, r.theoryVersion.theoryId],
    }),
  },
  contributionClaim: {
    theory: r.one.theory({
      from: [r.contributionClaim.institutionId, r.contributionClaim.theoryId],
      to: [r.theory.institutionId, r.theory.id],
      optional: false,
    }),
    steps: r.many.contributionStep({
      from: [r.contributionClaim.institutionId, r.contributionClaim.id],
      to: [r.contributionStep.institutionId, r.contributionStep.claimId],
    }),
  },
  analysisPlan: {
    draft: r.one.analysisPlanDraft({
      from: [r.analysisPlan.institutionId, r.analysisPlan.id],
      to: [r.analysisPlanDraft.institutionId, r.analysisPlanDraft.planId],
    }),
    versions: r.many.analysisPlanVersion({
      from: [r.analysisPlan.institutionId, r.analysisPlan.id],
      to: [r.analysisPlanVersion.institutionId, r.analysisPlanVersion.planId],
    }),
    looks: r.many.analysisLook({
      from: [r.analysisPlan.institutionId, r.analysisPlan.id],
      to: [r.analysisLook.institutionId, r.analysisLook.planId],
    }),
  },
  baselineProject: {
    survey: r.one.survey({
      from: [r.baselineProject.institutionId, r.baselineProject.surveyId],
      to: [r.survey.institutionId, r.survey.id],
      optional: false,
    }),
    findings: r.many.baselineFinding({
      from: [r.baselineProject.institutionId, r.baselineProject.id],
      to: [r.baselineFinding.institutionId, r.baselineFinding.projectId],
    }),
    recommendations: r.many.baselineRecommendation({
      from: [r.baselineProject.institutionId, r.baselineProject.id],
      to: [r.baselineRecommendation.institutionId, r.baselineRecommendation.projectId],
    }),
  },
  baselineFinding: {
    project: r.one.baselineProject({
      from: [r.baselineFinding.institutionId, r.baselineFinding.projectId],
      to: [r.baselineProject.institutionId, r.baselineProject.id],
      optional: false,
    }),
    foundBy: r.one.person({
      from: [r.baselineFinding.institutionId, r.baselineFinding.foundById],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
    figures: r.many.baselineFigure({
      from: [r.baselineFinding.institutionId, r.baselineFinding.id],
      to: [r.baselineFigure.institutionId, r.baselineFigure.findingId],
    }),
    recommendations: r.many.baselineRecommendation({
      from: [
        r.baselineFinding.institutionId.through(r.baselineGround.institutionId),
        r.baselineFinding.id.through(r.baselineGround.findingId),
      ],
      to: [
        r.baselineRecommendation.institutionId.through(r.baselineGround.institutionId),
        r.baselineRecommendation.id.through(r.baselineGround.recommendationId),
      ],
    }),
  },
  baselineRecommendation: {
    project: r.one.baselineProject({
      from: [r.baselineRecommendation.institutionId, r.baselineRecommendation.projectId],
      to: [r.baselineProject.institutionId, r.baselineProject.id],
      optional: false,
    }),
    owner: r.one.person({
      from: [r.baselineRecommendation.institutionId, r.baselineRecommendation.ownerId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
    findings: r.many.baselineFinding({
      from: [
        r.baselineRecommendation.institutionId.through(r.baselineGround.institutionId),
        r.baselineRecommendation.id.through(r.baselineGround.recommendationId),
      ],
      to: [
        r.baselineFinding.institutionId.through(r.baselineGround.institutionId),
        r.baselineFinding.id.through(r.baselineGround.findingId),
      ],
    }),
    steps: r.many.baselineStep({
      from: [r.baselineRecommendation.institutionId, r.baselineRecommendation.id],
      to: [r.baselineStep.institutionId, r.baselineStep.recommendationId],
    }),
    actions: r.many.baselineAction({
      from: [r.baselineRecommendation.institutionId, r.baselineRecommendation.id],
      to: [r.baselineAction.institutionId, r.baselineAction.recommendationId],
    }),
  },
  baselineAction: {
    recommendation: r.one.baselineRecommendation({
      from: [r.baselineAction.institutionId, r.baselineAction.recommendationId],
      to: [r.baselineRecommendation.institutionId, r.baselineRecommendation.id],
      optional: false,
    }),
    programme: r.one.programme({
      from: [r.baselineAction.institutionId, r.baselineAction.programmeId],
      to: [r.programme.institutionId, r.programme.id],
    }),
    community: r.one.community({
      from: [r.baselineAction.institutionId, r.baselineAction.communityId],
      to: [r.community.institutionId, r.community.id],
    }),
    awardScheme: r.one.awardScheme({
      from: [r.baselineAction.institutionId, r.baselineAction.outcomeKey],
      to: [r.awardScheme.institutionId, r.awardScheme.key],
    }),
  },
  awardScheme: {
    revisions: r.many.awardSchemeRevision({
      from: [r.awardScheme.institutionId, r.awardScheme.id],
      to: [r.awardSchemeRevision.institutionId, r.awardSchemeRevision.schemeId],
    }),
    baselineActions: r.many.baselineAction({
      from: [r.awardScheme.institutionId, r.awardScheme.key],
      to: [r.baselineAction.institutionId, r.baselineAction.outcomeKey],
    }),
  },
  candidacy: {
    scheme: r.one.awardScheme({
      from: [r.candidacy.institutionId, r.candidacy.schemeId],
      to: [r.awardScheme.institutionId, r.awardScheme.id],
      optional: false,
    }),
    candidate: r.one.person({
      from: [r.candidacy.institutionId, r.candidacy.candidateId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
    panel: r.many.candidacyPanel({
      from: [r.candidacy.institutionId, r.candidacy.id],
      to: [r.candidacyPanel.institutionId, r.candidacyPanel.candidacyId],
    }),
    history: r.many.candidacyEvent({
      from: [r.candidacy.institutionId, r.candidacy.id],
      to: [r.candidacyEvent.institutionId, r.candidacyEvent.candidacyId],
    }),
    snapshots: r.many.portfolioSnapshot({
      from: [r.candidacy.institutionId, r.candidacy.id],
      to: [r.portfolioSnapshot.institutionId, r.portfolioSnapshot.candidacyId],
    }),
    credentials: r.many.awardCredential({
      from: [r.candidacy.institutionId, r.candidacy.id],
      to: [r.awardCredential.institutionId, r.awardCredential.candidacyId],
    }),
  },
  candidacyPanel: {
    person: r.one.person({
      from: [r.candidacyPanel.institutionId, r.candidacyPanel.personId],
      to: [r.person.institutionId, r.person.id],
      optional: false,
    }),
  },
}))
