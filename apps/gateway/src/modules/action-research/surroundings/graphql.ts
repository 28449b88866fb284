import {
  type Annotation,
  type CriticalFriend,
  type Derivation,
  type ObservedChange,
  type Outlook,
  outlookRoles,
  type Part,
  type Problem,
  type Stakeholder,
  type ValidationGroup,
  type Warning,
  warnings,
} from '@mentoring-commons/action-research'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { isPersonId } from '../commands.ts'
import { AnnotatedEnum, ObservedEnum, OutlookMomentEnum } from '../contribution/graphql.ts'
import { InquiryFacetEnum, Voice } from '../cycle/graphql.ts'
import { forMembers, InquiryPolicyEnum, InquiryType, shown, whole } from '../graphql.ts'
import { CertaintyEnum } from '../model/graphql.ts'
import { withinConsent } from '../policy.ts'

const OutlookRoleEnum = builder.enumType('InquiryOutlookRole', {
  description: 'As whom somebody looks at the matter.',
  values: enumValues(outlookRoles),
})

const DerivationType = builder.objectRef<Derivation>('InquiryDerivation').implement({
  description: 'The inquiry that one came out of, perhaps one cycle of it, and why it became one of its own.',
  fields: (t) => ({
    inquiryId: t.id({
      description: 'Not everybody who reads this one may read that.',
      resolve: ({ inquiry }, _args, context) =>
        isPersonId(inquiry) ? globalIdOf('Inquiry', viewerOf(context).institutionId, inquiry) : inquiry,
    }),
    cycle: t.exposeString('cycle', { nullable: true }),
    reason: t.exposeString('reason'),
  }),
})

const PartType = builder.objectRef<Part>('InquiryPart').implement({
  description: 'The part that a stakeholder had in a facet of a cycle.',
  fields: (t) => ({
    cycle: t.exposeString('cycle'),
    facet: t.expose('facet', { type: InquiryFacetEnum }),
    part: t.exposeString('part'),
    on: t.expose('on', { type: 'Day' }),
  }),
})

const StakeholderType = builder.objectRef<Stakeholder>('InquiryStakeholder').implement({
  description: 'Somebody, or a group, whom the inquiry touches.',
  fields: (t) => ({
    key: t.exposeString('id'),
    who: t.exposeString('who'),
    namedOn: t.expose('namedOn', { type: 'Day' }),
    parts: t.expose('parts', { type: [PartType] }),
  }),
})

const CriticalFriendType = builder.objectRef<CriticalFriend>('InquiryCriticalFriend').implement({
  description: 'Somebody who is no author and questions the inquiry as a friend of it.',
  fields: (t) => ({
    friend: t.field({ type: Voice, resolve: ({ id }) => ({ somebody: id }) }),
    namedOn: t.expose('namedOn', { type: 'Day' }),
  }),
})

const GroupType = builder.objectRef<ValidationGroup>('InquiryValidationGroup').implement({
  description: 'A group that meets at intervals and hears claims.',
  fields: (t) => ({
    key: t.exposeString('id'),
    members: t.field({ type: [Voice], resolve: ({ members }) => members.map((somebody) => ({ somebody })) }),
    formedOn: t.expose('formedOn', { type: 'Day' }),
  }),
})

const ProblemType = builder.objectRef<Problem>('InquiryProblem').implement({
  description: 'What is to be better.',
  fields: (t) => ({
    key: t.exposeString('id'),
    statement: t.exposeString('statement'),
    statedOn: t.expose('statedOn', { type: 'Day' }),
  }),
})

const ChangeType = builder.objectRef<ObservedChange>('InquiryObservedChange').implement({
  description: 'An observed change of a problem, or that nothing changed.',
  fields: (t) => ({
    key: t.exposeString('id'),
    problem: t.exposeString('problem'),
    observed: t.expose('observed', { type: ObservedEnum }),
    text: t.exposeString('text'),
    evidence: t.exposeStringList('evidence', { description: 'The keys of the evidence that shows it.' }),
    on: t.expose('on', { type: 'Day' }),
  }),
})

const OutlookType = builder.objectRef<Outlook>('InquiryOutlook').implement({
  description: 'How somebody sees the matter before or after the action.',
  fields: (t) => ({
    key: t.exposeString('id'),
    cycle: t.exposeString('cycle'),
    by: t.field({ type: Voice, resolve: ({ by }) => ({ somebody: by }) }),
    role: t.expose('role', { type: OutlookRoleEnum }),
    moment: t.expose('moment', { type: OutlookMomentEnum }),
    on: t.expose('on', { type: 'Day' }),
    text: t.exposeString('text'),
    consent: t.exposeString('consent', { nullable: true }),
  }),
})

const AnnotationType = builder.objectRef<Annotation>('InquiryAnnotation').implement({
  description: 'A correction or remark beside what was recorded, which itself stays as it is.',
  fields: (t) => ({
    key: t.exposeString('id'),
    aboutKind: t.field({ type: AnnotatedEnum, resolve: ({ about }) => about.kind }),
    aboutKey: t.string({ resolve: ({ about }) => about.id }),
    by: t.field({ type: Voice, resolve: ({ by }) => ({ somebody: by }) }),
    on: t.expose('on', { type: 'Day' }),
    text: t.exposeString('text'),
  }),
})

const WarningType = builder.objectRef<Warning>('InquiryWarning').implement({
  description: 'Something out of the usual that is no fault.',
  fields: (t) => ({
    code: t.exposeString('code'),
    key: t.exposeString('id', { description: 'Of what it is about.' }),
    message: t.exposeString('message'),
    certainty: t.expose('certainty', { type: CertaintyEnum }),
  }),
})

const options = { nullable: true, select: whole } as const

builder.drizzleObjectFields(InquiryType, (t) => ({
  policy: t.field({
    ...options,
    type: InquiryPolicyEnum,
    description: `Which facet may follow which. ${forMembers}`,
    resolve: (row, _args, context) => shown(row, context, ({ policy }) => policy),
  }),
  facets: t.field({
    ...options,
    type: [InquiryFacetEnum],
    description: `The facets that its model has phases for. ${forMembers}`,
    resolve: (row, _args, context) => shown(row, context, ({ facets }) => facets),
  }),
  derivedFrom: t.field({
    ...options,
    type: DerivationType,
    description: forMembers,
    resolve: (row, _args, context) => shown(row, context, ({ derivedFrom }) => derivedFrom ?? null),
  }),
  stakeholders: t.field({
    ...options,
    type: [StakeholderType],
    description: `Within consent. ${forMembers}`,
    resolve: (row, _args, context) => shown(row, context, (inquiry) => withinConsent(inquiry).stakeholders),
  }),
  criticalFriends: t.field({
    ...options,
    type: [CriticalFriendType],
    description: `Those whom its history names; members are those who read it. ${forMembers}`,
    resolve: (row, _args, context) => shown(row, context, ({ criticalFriends }) => criticalFriends),
  }),
  validationGroups: t.field({
    ...options,
    type: [GroupType],
    description: forMembers,
    resolve: (row, _args, context) => shown(row, context, ({ groups }) => groups),
  }),
  problems: t.field({
    ...options,
    type: [ProblemType],
    description: forMembers,
    resolve: (row, _args, context) => shown(row, context, ({ problems }) => problems),
  }),
  observedChanges: t.field({
    ...options,
    type: [ChangeType],
    description: `Within consent. ${forMembers}`,
    resolve: (row, _args, context) => shown(row, context, (inquiry) => withinConsent(inquiry).changes),
  }),
  outlooks: t.field({
    ...options,
    type: [OutlookType],
    description: `Within consent. ${forMembers}`,
    resolve: (row, _args, context) => shown(row, context, (inquiry) => withinConsent(inquiry).outlooks),
  }),
  annotations: t.field({
    ...options,
    type: [AnnotationType],
    description: `Within consent. ${forMembers}`,
    resolve: (row, _args, context) => shown(row, context, (inquiry) => withinConsent(inquiry).annotations),
  }),
  warnings: t.field({
    ...options,
    type: [WarningType],
    description: `What is out of the usual, and allowed all the same. ${forMembers}`,
    resolve: (row, _args, context) => shown(row, context, warnings),
  }),
}))
