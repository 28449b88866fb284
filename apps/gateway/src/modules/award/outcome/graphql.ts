import {
  type AppealGround,
  type AwardRole,
  appealGrounds,
  type CandidacyStatus,
  type Finding,
  findings,
  type Judgement,
  type JudgementReason,
  judgementReasons,
  type LinkedRelationship,
  type OutcomeResult,
  type Relation,
  type RevocationReason,
  relations,
  revocationReasons,
} from '@mentoring-commons/award'
import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'

const keysOf = <Code extends string>(sentences: Readonly<Record<Code, unknown>>) => Object.keys(sentences) as Code[]
const said = (sentences: Readonly<Record<string, string>>) =>
  Object.entries(sentences)
    .map(([code, sentence]) => `${code.toUpperCase().replaceAll('-', '_')}: ${sentence}`)
    .join(' ')

const statuses: Readonly<Record<Exclude<CandidacyStatus, 'not-enrolled'>, true>> = {
  preparing: true,
  assessing: true,
  moderating: true,
  assessed: true,
  'to-be-conferred': true,
  referred: true,
  'not-awarded': true,
  appealing: true,
  deferred: true,
  awarded: true,
  revoked: true,
  withdrawn: true,
}
const roles: Readonly<Record<AwardRole, true>> = {
  candidate: true,
  coordinator: true,
  assessor: true,
  moderator: true,
  'award-board': true,
  'appeal-panel': true,
}

export const CandidacyStatusEnum = builder.enumType('CandidacyStatus', {
  description: 'Where somebody is on the way to an award. NOT_AWARDED, AWARDED, REVOKED and WITHDRAWN end it.',
  values: enumValues(keysOf(statuses)),
})

export const AwardRoleEnum = builder.enumType('AwardRole', {
  description: 'In what capacity somebody acts on the way of somebody to an award.',
  values: enumValues(keysOf(roles)),
})

/** How somebody stands to a candidate. */
export const RelationEnum = builder.enumType('AwardRelation', {
  description: `How somebody stands to a candidate. ${said(relations)}`,
  values: enumValues<Relation>(keysOf(relations)),
})

export const FindingEnum = builder.enumType('AwardFinding', {
  description: 'What is found about one outcome, from the submitted portfolio alone.',
  values: enumValues<Finding>(findings),
})

/** Why an assessor finds what they find. */
export const JudgementReasonEnum = builder.enumType('AwardJudgementReason', {
  description: said(judgementReasons),
  values: enumValues<JudgementReason>(keysOf(judgementReasons)),
})

/** Why a candidate appeals. */
export const AppealGroundEnum = builder.enumType('AwardAppealGround', {
  description: said(appealGrounds),
  values: enumValues<AppealGround>(keysOf(appealGrounds)),
})

/** Why an award is taken back. */
export const RevocationReasonEnum = builder.enumType('AwardRevocationReason', {
  description: said(revocationReasons),
  values: enumValues<RevocationReason>(keysOf(revocationReasons)),
})

const sources: readonly OutcomeResult['by'][] = ['assessors', 'moderator', 'carried']
const ResultSourceEnum = builder.enumType('AwardResultSource', {
  description: 'Whose finding a result is; CARRIED is what an earlier submission showed.',
  values: enumValues<OutcomeResult['by']>(sources),
})

export const JudgementType = builder.objectRef<Judgement & { readonly own: boolean }>('AwardJudgement').implement({
  description: 'What one assessor finds about one outcome. It names no assessor.',
  fields: (t) => ({
    outcome: t.exposeString('outcome'),
    finding: t.expose('finding', { type: FindingEnum }),
    reasons: t.field({ type: [JudgementReasonEnum], resolve: ({ reasons }) => [...reasons] }),
    remark: t.exposeString('remark', { nullable: true }),
    on: t.expose('on', { type: 'Day' }),
    own: t.exposeBoolean('own', { description: 'Whether it is yours.' }),
  }),
})

export const ResultType = builder.objectRef<OutcomeResult>('AwardOutcomeResult').implement({
  description: 'What the assessment of one outcome came to.',
  fields: (t) => ({
    outcome: t.exposeString('outcome'),
    finding: t.expose('finding', { type: FindingEnum }),
    by: t.expose('by', { type: ResultSourceEnum }),
  }),
})

export const PracticeType = builder.objectRef<LinkedRelationship>('AwardPractice').implement({
  description:
    'A relationship in which the candidate mentors: when it was, and how much of it. Nothing of what was said.',
  fields: (t) => ({
    key: t.exposeID('id', { description: 'The id of the relationship inside the portfolio.' }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day', nullable: true }),
    hours: t.exposeFloat('hours'),
    meetings: t.exposeInt('meetings'),
  }),
})
