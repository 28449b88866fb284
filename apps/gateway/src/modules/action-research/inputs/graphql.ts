import { builder } from '../../../builder.ts'
import { Person } from '../../people/graphql.ts'
import { InquiryFacetEnum, LearningKindEnum, LearningLevelEnum } from '../cycle/graphql.ts'
import { AudienceEnum, ConsentScopeEnum, EvidenceKindEnum, TimingEnum } from '../finding/graphql.ts'

const cycleHint = 'The key of a cycle that runs.'

const LearningInput = builder.inputType('InquiryLearningInput', {
  description: 'Something learned in the cycle before.',
  fields: (t) => ({
    level: t.field({ type: LearningLevelEnum, required: true }),
    kind: t.field({ type: LearningKindEnum, required: true }),
    text: t.string({ required: true }),
  }),
})

const StepInput = builder.inputType('InquiryActionStepInput', {
  description: 'One thing to be done, and how what comes of it will be observed.',
  fields: (t) => ({
    id: t.string({ required: true, description: 'A key of its own in the plan.' }),
    action: t.string({ required: true }),
    observationMethods: t.stringList({ required: true }),
  }),
})

const CitationInput = builder.inputType('InquiryCitationInput', {
  description: 'Evidence that a claim rests on.',
  fields: (t) => ({
    evidence: t.string({ required: true }),
    quoted: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether the text gives a participant’s words.',
    }),
  }),
})

const ChallengeInput = builder.inputType('InquiryChallengeInput', {
  description: 'What was put to the authors, and what they answered.',
  fields: (t) => ({ challenge: t.string({ required: true }), response: t.string({ required: true }) }),
})

const FindingInput = builder.inputType('InquiryFindingInput', {
  isOneOf: true,
  description: 'What a search for evidence against a claim found.',
  fields: (t) => ({
    found: t.string({ description: 'The key of the evidence that speaks against it.' }),
    noneFoundIn: t.string({ description: 'Where it was sought, and nothing found.' }),
  }),
})

export const RecordEthicsApprovalInput = builder.inputType('RecordEthicsApprovalInput', {
  description: 'An ethics approval, and the days it is in force.',
  fields: (t) => ({
    approval: t.string({ required: true, description: 'A new key, such as the number it was given.' }),
    from: t.field({ type: 'Day', required: true }),
    to: t.field({ type: 'Day', required: true }),
  }),
})

export const BeginCycleInput = builder.inputType('BeginCycleInput', {
  description: 'A new cycle: beside others, or following one whose learning it carries.',
  fields: (t) => ({
    cycle: t.string({ required: true, description: 'A new key.' }),
    on: t.field({ type: 'Day', required: true }),
    follows: t.string({ description: 'The key of the cycle that it follows.' }),
    learning: t.field({ type: [LearningInput], required: true, defaultValue: [] }),
    parent: t.string({ description: 'The key of the cycle that it lies within, to whose days it is bound.' }),
    detached: t.string({ description: 'Why it is free of the days of its parent; left out where it is not.' }),
  }),
})

export const BeginFacetInput = builder.inputType('BeginFacetInput', {
  description: 'That a facet is worked on from a day on.',
  fields: (t) => ({
    cycle: t.string({ required: true, description: cycleHint }),
    facet: t.field({ type: InquiryFacetEnum, required: true }),
    on: t.field({ type: 'Day', required: true }),
    reason: t.string({ description: 'Needed where a cycle goes back, as from reflecting to acting.' }),
  }),
})

export const EndFacetInput = builder.inputType('EndFacetInput', {
  description: 'That a facet is done.',
  fields: (t) => ({
    cycle: t.string({ required: true, description: cycleHint }),
    facet: t.field({ type: InquiryFacetEnum, required: true }),
    on: t.field({ type: 'Day', required: true }),
  }),
})

export const PlanActionInput = builder.inputType('PlanActionInput', {
  description: 'The plan of a cycle.',
  fields: (t) => ({
    cycle: t.string({ required: true, description: cycleHint }),
    on: t.field({ type: 'Day', required: true }),
    steps: t.field({ type: [StepInput], required: true }),
  }),
})

export const RevisePlanInput = builder.inputType('RevisePlanInput', {
  description: 'A change of plan: all steps as they are from now on, and why.',
  fields: (t) => ({
    cycle: t.string({ required: true, description: cycleHint }),
    on: t.field({ type: 'Day', required: true }),
    steps: t.field({ type: [StepInput], required: true }),
    reason: t.string({ required: true }),
    evidence: t.string({ description: 'The key of the evidence that led to it.' }),
  }),
})

export const RecordConsentInput = builder.inputType('RecordConsentInput', {
  description: 'What a participant allows, for one cycle.',
  fields: (t) => ({
    consent: t.string({ required: true, description: 'A new key.' }),
    participant: t.string({ required: true, description: 'A word that stands for the participant; not their name.' }),
    cycle: t.string({ required: true, description: 'The key of a cycle; it may have ended.' }),
    scopes: t.field({ type: [ConsentScopeEnum], required: true }),
    version: t.string({ required: true, description: 'Of the sheet that was signed.' }),
    on: t.field({ type: 'Day', required: true }),
    removableUntil: t.field({
      type: 'Day',
      description: 'The day, if the sheet states one, after which what was made anonymous cannot be taken out again.',
    }),
  }),
})

/** What a participant no longer allows. */
export const WithdrawConsentInput = builder.inputType('WithdrawConsentInput', {
  description:
    'What a participant no longer allows. Evidence beyond it leaves every view, and claims on it are flagged.',
  fields: (t) => ({
    consent: t.string({ required: true }),
    scopes: t.field({ type: [ConsentScopeEnum], required: true }),
    on: t.field({ type: 'Day', required: true }),
  }),
})

export const AddEvidenceInput = builder.inputType('AddEvidenceInput', {
  description: 'A reference to data that is kept elsewhere.',
  fields: (t) => ({
    evidence: t.string({ required: true, description: 'A new key.' }),
    cycle: t.string({ required: true, description: 'The key of a cycle that runs; of a closed one for a follow-up.' }),
    kind: t.field({ type: EvidenceKindEnum, required: true }),
    source: t.string({ required: true, description: 'Whom or what it comes from; for participants, their word.' }),
    on: t.field({ type: 'Day', required: true }),
    timing: t.field({ type: TimingEnum, required: true, defaultValue: 'within' }),
    consents: t.stringList({ required: true, defaultValue: [], description: 'The keys of all consents it rests on.' }),
  }),
})

export const ReflectInput = builder.inputType('ReflectInput', {
  description: 'A reflection: yours, or a participant’s that you write down.',
  fields: (t) => ({
    cycle: t.string({ required: true, description: cycleHint }),
    reflection: t.string({ required: true, description: 'A new key.' }),
    participant: t.string({ description: 'The word that stands for the participant; left out where it is yours.' }),
    on: t.field({ type: 'Day', required: true }),
    text: t.string({ required: true }),
  }),
})

export const MakeClaimInput = builder.inputType('MakeClaimInput', {
  description: 'A claim to knowledge, for an audience that the consent for its evidence covers.',
  fields: (t) => ({
    claim: t.string({ required: true, description: 'A new key.' }),
    text: t.string({ required: true }),
    cites: t.field({ type: [CitationInput], required: true }),
    audience: t.field({ type: AudienceEnum, required: true }),
    on: t.field({ type: 'Day', required: true }),
    standards: t.stringList({
      description: 'The standards of judgement, drawn from the values of the inquiry, that it is to be tested by.',
    }),
  }),
})

export const AddDisconfirmingInput = builder.inputType('AddDisconfirmingInput', {
  description: 'That evidence against a claim was sought. What is found against a validated one flags it.',
  fields: (t) => ({
    claim: t.string({ required: true }),
    on: t.field({ type: 'Day', required: true }),
    finding: t.field({ type: FindingInput, required: true }),
  }),
})

export const HoldValidationMeetingInput = builder.inputType('HoldValidationMeetingInput', {
  description: 'A meeting that heard claims, with somebody in it who is no author.',
  fields: (t) => ({
    meeting: t.string({ required: true, description: 'A new key.' }),
    on: t.field({ type: 'Day', required: true }),
    attendees: t.globalIDList({
      for: Person,
      required: true,
      defaultValue: [],
      description: 'People of your institution.',
    }),
    guests: t.stringList({
      required: true,
      defaultValue: [],
      description: 'Words that stand for people from elsewhere.',
    }),
    claims: t.stringList({ required: true }),
    challenges: t.field({ type: [ChallengeInput], required: true, defaultValue: [] }),
    group: t.string({ description: 'The key of the validation group that met, if one did.' }),
  }),
})

export const ValidateClaimInput = builder.inputType('ValidateClaimInput', {
  description: 'That a claim is validated.',
  fields: (t) => ({ claim: t.string({ required: true }), on: t.field({ type: 'Day', required: true }) }),
})

export const CloseCycleInput = builder.inputType('CloseCycleInput', {
  description: 'The end of a cycle that has acted, observed and reflected.',
  fields: (t) => ({
    cycle: t.string({ required: true, description: cycleHint }),
    on: t.field({ type: 'Day', required: true }),
  }),
})

export const AbandonCycleInput = builder.inputType('AbandonCycleInput', {
  description: 'The end of a cycle before its time.',
  fields: (t) => ({
    cycle: t.string({ required: true, description: cycleHint }),
    on: t.field({ type: 'Day', required: true }),
    reason: t.string({ required: true }),
  }),
})

export const SuspendCycleInput = builder.inputType('SuspendCycleInput', {
  description: 'That a cycle rests. The facets that are open then are open again when it goes on.',
  fields: (t) => ({
    cycle: t.string({ required: true, description: cycleHint }),
    on: t.field({ type: 'Day', required: true }),
    reason: t.string({ required: true }),
  }),
})

export const ResumeCycleInput = builder.inputType('ResumeCycleInput', {
  description: 'That a cycle goes on after a rest.',
  fields: (t) => ({
    cycle: t.string({ required: true, description: 'The key of a cycle that rests.' }),
    on: t.field({ type: 'Day', required: true }),
  }),
})

export const DetachCycleInput = builder.inputType('DetachCycleInput', {
  description: 'That a cycle inside another is free of its days from now on.',
  fields: (t) => ({
    cycle: t.string({ required: true }),
    on: t.field({ type: 'Day', required: true }),
    reason: t.string({ required: true }),
  }),
})
