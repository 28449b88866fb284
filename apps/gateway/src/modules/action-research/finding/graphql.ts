import {
  type Audience,
  audiences,
  type Challenge,
  type Claim,
  type Consent,
  type ConsentScope,
  consentScopes,
  type EthicsApproval,
  type Evidence,
  type EvidenceKind,
  evidenceKinds,
  type FlagReason,
  type Timing,
  timings,
  type ValidationMeeting,
} from '@mentoring-commons/action-research'
import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { Voice } from '../cycle/graphql.ts'
import type { ClaimInView } from '../policy.ts'

export const EvidenceKindEnum = builder.enumType('InquiryEvidenceKind', {
  description: 'What evidence of an inquiry is. Interviews, focus groups and recordings always need consent.',
  values: enumValues<EvidenceKind>(Object.keys(evidenceKinds) as EvidenceKind[]),
})

export const TimingEnum = builder.enumType('InquiryEvidenceTiming', {
  description: 'Where evidence lies in time: in its cycle, before its action, or after its close.',
  values: enumValues<Timing>(timings),
})

export const ConsentScopeEnum = builder.enumType('InquiryConsentScope', {
  description: 'One use that a participant may allow. Each is given and withdrawn on its own.',
  values: enumValues<ConsentScope>(consentScopes),
})

export const AudienceEnum = builder.enumType('InquiryAudience', {
  description: 'Who is to read a claim: the team of the inquiry, their institution, or anyone.',
  values: enumValues<Audience>(audiences),
})

const ClaimStatusEnum = builder.enumType('InquiryClaimStatus', {
  description: 'Where a claim stands. REVALIDATE: it was flagged and must be heard again.',
  values: enumValues<Claim['status']>(['made', 'validated', 'revalidate']),
})

const FlagReasonEnum = builder.enumType('InquiryFlagReason', {
  description: 'Why a claim must be heard again.',
  values: enumValues<FlagReason>(['consent-withdrawn', 'disconfirmed']),
})

export const EthicsApprovalType = builder.objectRef<EthicsApproval>('InquiryEthicsApproval').implement({
  description: 'An ethics approval and the days it is in force, both included.',
  fields: (t) => ({
    key: t.exposeString('id'),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day' }),
  }),
})

const WithdrawalType = builder.objectRef<Consent['withdrawals'][number]>('InquiryWithdrawal').implement({
  description: 'What a participant no longer allows, since when.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Day' }),
    scopes: t.expose('scopes', { type: [ConsentScopeEnum] }),
  }),
})

export const ConsentType = builder.objectRef<Consent>('InquiryConsent').implement({
  description: 'A participant’s consent for one cycle: the scopes that hold now, and what was withdrawn when.',
  fields: (t) => ({
    key: t.exposeString('id'),
    participant: t.exposeString('participant', { description: 'The word that stands for the participant.' }),
    cycle: t.exposeString('cycle'),
    version: t.exposeString('version', { description: 'Of the sheet that was signed.' }),
    givenOn: t.expose('givenOn', { type: 'Day' }),
    removableUntil: t.expose('removableUntil', {
      type: 'Day',
      nullable: true,
      description:
        'After it, what was made anonymous cannot be taken out again; null where the sheet states no such day.',
    }),
    scopes: t.expose('scopes', { type: [ConsentScopeEnum] }),
    withdrawals: t.expose('withdrawals', { type: [WithdrawalType] }),
  }),
})

export const EvidenceType = builder.objectRef<Evidence>('InquiryEvidence').implement({
  description: 'An item of evidence: a reference to data that is kept elsewhere.',
  fields: (t) => ({
    key: t.exposeString('id'),
    cycle: t.exposeString('cycle'),
    kind: t.expose('kind', { type: EvidenceKindEnum }),
    source: t.exposeString('source'),
    on: t.expose('on', { type: 'Day' }),
    timing: t.expose('timing', { type: TimingEnum }),
    consents: t.exposeStringList('consents', { description: 'The keys of the consents that it rests on.' }),
  }),
})

const CitationType = builder.objectRef<ClaimInView['citations'][number]>('InquiryCitation').implement({
  description: 'Evidence that a claim rests on.',
  fields: (t) => ({
    evidence: t.expose('evidence', { type: EvidenceType }),
    quoted: t.exposeBoolean('quoted', { description: 'Whether the claim gives a participant’s words.' }),
  }),
})

const FlagType = builder.objectRef<{ because: FlagReason; on: string }>('InquiryFlag').implement({
  description: 'That a claim must be heard again.',
  fields: (t) => ({ because: t.expose('because', { type: FlagReasonEnum }), on: t.expose('on', { type: 'Day' }) }),
})

export const ClaimType = builder.objectRef<ClaimInView>('InquiryClaim').implement({
  description: 'A claim to knowledge, and what it rests on within consent.',
  fields: (t) => ({
    key: t.string({ resolve: ({ claim }) => claim.id }),
    text: t.exposeString('text', { nullable: true, description: 'Null where it quotes words that are withdrawn.' }),
    standards: t.stringList({
      description: 'The standards of judgement that it is to be tested by.',
      resolve: ({ claim }) => [...claim.standards],
    }),
    status: t.field({ type: ClaimStatusEnum, resolve: ({ claim }) => claim.status }),
    audience: t.field({ type: AudienceEnum, resolve: ({ claim }) => claim.audience }),
    madeOn: t.field({ type: 'Day', resolve: ({ claim }) => claim.madeOn }),
    validatedOn: t.field({
      type: 'Day',
      nullable: true,
      resolve: ({ claim }) => (claim.status === 'validated' ? claim.validatedOn : null),
    }),
    flag: t.field({
      type: FlagType,
      nullable: true,
      resolve: ({ claim }) => (claim.status === 'revalidate' ? { because: claim.because, on: claim.flaggedOn } : null),
    }),
    citations: t.expose('citations', { type: [CitationType] }),
    citationsBeyondConsent: t.exposeInt('beyondConsent', {
      description: 'How many items it cites besides, whose participants no longer consent.',
    }),
    evidenceAgainst: t.exposeStringList('found', { description: 'The keys of evidence that speaks against it.' }),
    soughtIn: t.exposeStringList('soughtIn', { description: 'Where evidence against it was sought and none found.' }),
    heardAt: t.stringList({
      description: 'The keys of the meetings that heard it since it was made or last flagged.',
      resolve: ({ claim }) => [...claim.heardAt],
    }),
  }),
})

const ChallengeType = builder.objectRef<Challenge>('InquiryChallenge').implement({
  description: 'What was put to the authors, and what they answered.',
  fields: (t) => ({ challenge: t.exposeString('challenge'), response: t.exposeString('response') }),
})

export const MeetingType = builder.objectRef<ValidationMeeting>('InquiryValidationMeeting').implement({
  description: 'A meeting that heard claims, with somebody in it who did not write them.',
  fields: (t) => ({
    key: t.exposeString('id'),
    on: t.expose('on', { type: 'Day' }),
    attendees: t.field({
      type: [Voice],
      resolve: ({ attendees }) => attendees.map((somebody) => ({ somebody })),
    }),
    claims: t.exposeStringList('claims', { description: 'The keys of the claims that it heard.' }),
    challenges: t.expose('challenges', { type: [ChallengeType] }),
    group: t.exposeString('group', { nullable: true, description: 'The key of the validation group that met.' }),
  }),
})
