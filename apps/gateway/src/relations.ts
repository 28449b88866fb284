import { defineRelations } from 'drizzle-orm'
import { tables } from './tables.ts'

/** How rows hang together. Every join carries the institution, so that a nested read never leaves it. */
export const relations = defineRelations(tables, (r) => ({
  person: {
    participations: r.many.participation({
      from: [r.person.institutionId, r.person.id],
      to: [r.participation.institutionId, r.participation.personId],
    }),
  },
  account: {
    roleGrants: r.many.roleGrant({
      from: [r.account.institutionId, r.account.id],
      to: [r.roleGrant.institutionId, r.roleGrant.accountId],
    }),
  },
  programme: {
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
    surveys: r.many.survey({
      from: [r.programme.institutionId, r.programme.id],
      to: [r.survey.institutionId, r.survey.programmeId],
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
  survey: {
    items: r.many.surveyItem({
      from: [r.survey.institutionId, r.survey.id],
      to: [r.surveyItem.institutionId, r.surveyItem.surveyId],
    }),
  },
  surveyItem: {
    choices: r.many.surveyChoice({
      from: [r.surveyItem.institutionId, r.surveyItem.id],
      to: [r.surveyChoice.institutionId, r.surveyChoice.itemId],
    }),
  },
}))
