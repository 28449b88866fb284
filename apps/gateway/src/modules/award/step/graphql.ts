import { itemKinds, type PortfolioItem, portfolioSections, type SectionId } from '@mentoring-commons/action-research'
import type { CommandOf, SettledFinding } from '@mentoring-commons/award'
import { builder } from '../../../builder.ts'
import type { Context } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { ownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { InquiryType } from '../../action-research/graphql.ts'
import { Relationship } from '../../mentoring/graphql.ts'
import { Person } from '../../people/graphql.ts'
import type { Step } from '../candidacy/commands.ts'
import {
  AppealGroundEnum,
  FindingEnum,
  JudgementReasonEnum,
  RelationEnum,
  RevocationReasonEnum,
} from '../outcome/graphql.ts'

const DecisionEnum = builder.enumType('AwardDecisionKind', {
  description: 'What can be decided.',
  values: enumValues<CommandOf<'Decide'>['decision']>(['award', 'refer', 'not-award']),
})

const AppealDecisionEnum = builder.enumType('AwardAppealDecision', {
  description: 'What an appeal can come to.',
  values: enumValues<CommandOf<'DecideAppeal'>['decision']>(['dismissed', 'back-to-assessment', 'back-to-decision']),
})

const ItemKindEnum = builder.enumType('PortfolioItemKind', {
  description: 'A sort of thing of an inquiry.',
  values: enumValues<PortfolioItem['kind']>(itemKinds),
})

const SectionEnum = builder.enumType('PortfolioSection', {
  description: 'A section of a portfolio that a candidate may write in.',
  values: enumValues<SectionId>(Object.keys(portfolioSections) as SectionId[]),
})

const RelationshipInput = builder.inputType('CandidacyRelationshipInput', {
  fields: (t) => ({ relationship: t.globalID({ for: Relationship, required: true }) }),
})

const InquiryInput = builder.inputType('CandidacyInquiryInput', {
  fields: (t) => ({ inquiry: t.globalID({ for: InquiryType, required: true }) }),
})

const RelationInput = builder.inputType('CandidacyRelationInput', {
  description: 'How somebody stands to the candidate.',
  fields: (t) => ({
    person: t.globalID({ for: Person, required: true }),
    relation: t.field({ type: RelationEnum, required: true }),
  }),
})

const ItemInput = builder.inputType('PortfolioItemInput', {
  description: 'A thing of the inquiry that is linked, by its key there.',
  fields: (t) => ({
    kind: t.field({ type: ItemKindEnum, required: true }),
    key: t.string({ required: true }),
  }),
})

const PutForwardInput = builder.inputType('PutForwardInput', {
  description: 'What is put forward for one outcome.',
  fields: (t) => ({
    outcome: t.string({ required: true, description: 'Its code.' }),
    items: t.field({ type: [ItemInput], required: true, defaultValue: [] }),
    relationships: t.globalIDList({ for: Relationship, required: true, defaultValue: [] }),
  }),
})

const SectionTextInput = builder.inputType('PortfolioTextInput', {
  description: 'Your own words to a section. They are about your practice, never about what was said in mentoring.',
  fields: (t) => ({
    section: t.field({ type: SectionEnum, required: true }),
    text: t.string({ required: true }),
  }),
})

const SnapshotInput = builder.inputType('TakeSnapshotInput', {
  fields: (t) => ({
    putForward: t.field({ type: [PutForwardInput], required: true }),
    texts: t.field({ type: [SectionTextInput], required: true, defaultValue: [] }),
  }),
})

const SubmitInput = builder.inputType('SubmitPortfolioInput', {
  fields: (t) => ({ snapshot: t.string({ required: true, description: 'The key of a snapshot.' }) }),
})

const PersonInput = builder.inputType('CandidacyPersonInput', {
  fields: (t) => ({ person: t.globalID({ for: Person, required: true }) }),
})

const judgement =
  'About the portfolio, never about what was said in mentoring; the candidate reads it after the decision.'

const JudgeInput = builder.inputType('JudgeOutcomeInput', {
  fields: (t) => ({
    outcome: t.string({ required: true }),
    finding: t.field({ type: FindingEnum, required: true }),
    reasons: t.field({ type: [JudgementReasonEnum], required: true, defaultValue: [] }),
    remark: t.string({ description: judgement }),
  }),
})

const ModeratedInput = builder.inputType('ModeratedOutcomeInput', {
  fields: (t) => ({
    outcome: t.string({ required: true }),
    finding: t.field({ type: FindingEnum, required: true, description: 'SHOWN or NOT_YET_SHOWN.' }),
    reasons: t.field({ type: [JudgementReasonEnum], required: true, defaultValue: [] }),
  }),
})

const ModerateInput = builder.inputType('ModerateInput', {
  fields: (t) => ({
    findings: t.field({ type: [ModeratedInput], required: true }),
    remark: t.string({ description: judgement }),
  }),
})

const DecideInput = builder.inputType('DecideAwardInput', {
  fields: (t) => ({ decision: t.field({ type: DecisionEnum, required: true }), reason: t.string() }),
})

const AppealInput = builder.inputType('AppealInput', {
  fields: (t) => ({ grounds: t.field({ type: [AppealGroundEnum], required: true }), remark: t.string() }),
})

const DecideAppealInput = builder.inputType('DecideAppealInput', {
  fields: (t) => ({ decision: t.field({ type: AppealDecisionEnum, required: true }), remark: t.string() }),
})

const DeferInput = builder.inputType('DeferCandidacyInput', {
  fields: (t) => ({ until: t.field({ type: 'Day', required: true }) }),
})

const RevokeInput = builder.inputType('RevokeAwardInput', {
  fields: (t) => ({ reason: t.field({ type: RevocationReasonEnum, required: true }), remark: t.string() }),
})

const TrueInput = 'Give `true`.'

export const StepInputType = builder.inputType('CandidacyStepInput', {
  isOneOf: true,
  description: 'Exactly one step. It happens today, and whoever is signed in takes it.',
  fields: (t) => ({
    linkRelationship: t.field({
      type: RelationshipInput,
      description: 'A relationship in which the candidate mentors, or the same one counted anew.',
    }),
    unlinkRelationship: t.field({ type: RelationshipInput }),
    linkInquiry: t.field({ type: InquiryInput, description: 'An inquiry of the candidate’s own.' }),
    declareRelation: t.field({ type: RelationInput }),
    takeSnapshot: t.field({
      type: SnapshotInput,
      description: 'Counts everything anew, and keeps the portfolio as it is.',
    }),
    submit: t.field({ type: SubmitInput }),
    appointAssessor: t.field({ type: PersonInput }),
    appointModerator: t.field({ type: PersonInput }),
    standDown: t.field({ type: PersonInput }),
    judge: t.field({ type: JudgeInput }),
    selectForModeration: t.boolean({ description: TrueInput }),
    moderate: t.field({ type: ModerateInput }),
    decide: t.field({ type: DecideInput }),
    confer: t.boolean({ description: TrueInput }),
    lapseReferral: t.boolean({ description: TrueInput }),
    appeal: t.field({ type: AppealInput }),
    decideAppeal: t.field({ type: DecideAppealInput }),
    defer: t.field({ type: DeferInput }),
    resume: t.boolean({ description: TrueInput }),
    withdraw: t.boolean({ description: TrueInput }),
    revoke: t.field({ type: RevokeInput }),
  }),
})

type Given = typeof StepInputType.$inferInput
type Fields<Name extends keyof Given> = Exclude<NonNullable<Given[Name]>, boolean>

/** How the fields of an input become a step; ids of the API become ids of rows. */
const read: { readonly [Name in keyof Given]-?: (given: Fields<Name>, context: Context) => Step } = {
  linkRelationship: (given, context) => ({ type: 'LinkRelationship', ...relationshipIn(given, context) }),
  unlinkRelationship: (given, context) => ({ type: 'UnlinkRelationship', ...relationshipIn(given, context) }),
  linkInquiry: ({ inquiry }, context) => ({ type: 'LinkInquiry', inquiryId: ownId(context, inquiry, 'inquiry') }),
  declareRelation: ({ relation, ...given }, context) => ({
    type: 'DeclareRelation',
    relation,
    ...personIn(given, context),
  }),
  takeSnapshot: ({ putForward, texts }, context) => ({
    type: 'TakeSnapshot',
    putForward: putForward.map(({ outcome, items, relationships }) => ({
      outcome,
      items: items.map(({ kind, key: id }) => ({ kind, id })),
      relationships: relationships.map((one) => ownId(context, one, 'putForward')),
    })),
    texts: Object.fromEntries(texts.map(({ section, text }) => [section, text])),
  }),
  submit: ({ snapshot: snapshotId }) => ({ type: 'Submit', snapshotId }),
  appointAssessor: (given, context) => ({ type: 'AppointAssessor', ...personIn(given, context) }),
  appointModerator: (given, context) => ({ type: 'AppointModerator', ...personIn(given, context) }),
  standDown: (given, context) => ({ type: 'StandDown', ...personIn(given, context) }),
  judge: ({ remark, ...given }) => ({ type: 'Judge', ...given, ...(remark ? { remark } : {}) }),
  selectForModeration: () => ({ type: 'SelectForModeration' }),
  moderate: ({ findings, remark }) => ({
    type: 'Moderate',
    findings: findings.map(({ finding, ...one }) => ({ ...one, finding: finding as SettledFinding })),
    ...(remark ? { remark } : {}),
  }),
  decide: ({ decision, reason }) => ({ type: 'Decide', decision, ...(reason ? { reason } : {}) }),
  confer: () => ({ type: 'Confer' }),
  lapseReferral: () => ({ type: 'LapseReferral' }),
  appeal: ({ grounds, remark }) => ({ type: 'Appeal', grounds, ...(remark ? { remark } : {}) }),
  decideAppeal: ({ decision, remark }) => ({ type: 'DecideAppeal', decision, ...(remark ? { remark } : {}) }),
  defer: ({ until }) => ({ type: 'Defer', until }),
  resume: () => ({ type: 'Resume' }),
  withdraw: () => ({ type: 'Withdraw' }),
  revoke: ({ reason, remark }) => ({ type: 'Revoke', reason, ...(remark ? { remark } : {}) }),
}

/** The step that an input gives. */
export function stepOf(context: Context, given: Given): Step {
  for (const [name, content] of Object.entries(given)) {
    if (content === null || content === undefined) continue
    if (content === false)
      throw new Refused({
        code: 'step-not-given',
        message: `${name} is false: give true, or another step`,
        path: 'step',
      })
    // The table pairs each name with its own input, which TypeScript cannot follow through a lookup.
    return (read[name as keyof Given] as (given: unknown, context: Context) => Step)(content, context)
  }
  throw new TypeError('a one-of input without a value')
}

function relationshipIn({ relationship }: Fields<'linkRelationship'>, context: Context) {
  return { relationshipId: ownId(context, relationship, 'relationship') }
}

function personIn({ person }: Fields<'standDown'>, context: Context) {
  return { personId: ownId(context, person, 'person') }
}
