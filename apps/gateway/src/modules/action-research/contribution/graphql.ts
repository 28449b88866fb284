import { annotated, observedKinds, outlookMoments } from '@mentoring-commons/action-research'
import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { Person } from '../../people/graphql.ts'
import { InquiryFacetEnum } from '../cycle/graphql.ts'

export const ObservedEnum = builder.enumType('InquiryObserved', {
  description: 'What observing found with regard to a problem: a change, or that nothing changed.',
  values: enumValues(observedKinds),
})

export const OutlookMomentEnum = builder.enumType('InquiryOutlookMoment', {
  description: 'When somebody looks at the matter: before their cycle acts, or after it has begun to.',
  values: enumValues(outlookMoments),
})

export const AnnotatedEnum = builder.enumType('InquiryAnnotated', {
  description: 'The sort of thing that an annotation is about.',
  values: enumValues(annotated),
})

const newKey = 'A new key.'

export const NameStakeholderInput = builder.inputType('NameStakeholderInput', {
  description: 'Somebody, or a group, whom the inquiry touches.',
  fields: (t) => ({
    stakeholder: t.string({ required: true, description: newKey }),
    who: t.string({ required: true, description: 'Who they are, in words; for a participant, the word for them.' }),
    on: t.field({ type: 'Day', required: true }),
  }),
})

export const RecordPartInput = builder.inputType('RecordPartInput', {
  description: 'The part that a stakeholder had in a facet of a cycle.',
  fields: (t) => ({
    stakeholder: t.string({ required: true }),
    cycle: t.string({ required: true }),
    facet: t.field({ type: InquiryFacetEnum, required: true }),
    part: t.string({ required: true }),
    on: t.field({ type: 'Day', required: true }),
  }),
})

/** That somebody questions the inquiry as a friend of it. */
export const NameCriticalFriendInput = builder.inputType('NameCriticalFriendInput', {
  description:
    'Somebody who is no author and questions the inquiry as a friend of it. This records it; inviteCriticalFriend lets them read.',
  fields: (t) => ({
    friend: t.field({ type: FriendInput, required: true }),
    on: t.field({ type: 'Day', required: true }),
  }),
})

const FriendInput = builder.inputType('InquiryFriendInput', {
  isOneOf: true,
  description: 'A person of your institution, or a word that stands for somebody from elsewhere.',
  fields: (t) => ({ person: t.globalID({ for: Person }), guest: t.string() }),
})

export const FormValidationGroupInput = builder.inputType('FormValidationGroupInput', {
  description: 'A group that meets at intervals and hears claims; 3 to 10 members are usual.',
  fields: (t) => ({
    group: t.string({ required: true, description: newKey }),
    members: t.globalIDList({
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
    on: t.field({ type: 'Day', required: true }),
  }),
})

export const StateProblemInput = builder.inputType('StateProblemInput', {
  description: 'What is to be better, as a statement that an observed change can be linked to.',
  fields: (t) => ({
    problem: t.string({ required: true, description: newKey }),
    statement: t.string({ required: true }),
    on: t.field({ type: 'Day', required: true }),
  }),
})

export const ObserveChangeInput = builder.inputType('ObserveChangeInput', {
  description: 'A change of a problem, or that nothing changed, with the evidence that shows it.',
  fields: (t) => ({
    change: t.string({ required: true, description: newKey }),
    problem: t.string({ required: true }),
    observed: t.field({ type: ObservedEnum, required: true }),
    text: t.string({ required: true }),
    evidence: t.stringList({ required: true }),
    on: t.field({ type: 'Day', required: true }),
  }),
})

export const RecordOutlookInput = builder.inputType('RecordOutlookInput', {
  description: 'How you see the matter, or how a participant does who consents to that.',
  fields: (t) => ({
    outlook: t.string({ required: true, description: newKey }),
    cycle: t.string({ required: true }),
    participant: t.string({ description: 'The word that stands for the participant; left out where it is yours.' }),
    moment: t.field({ type: OutlookMomentEnum, required: true }),
    on: t.field({ type: 'Day', required: true }),
    text: t.string({ required: true }),
    consent: t.string({ description: 'The key of the consent that a participant’s outlook rests on.' }),
  }),
})

export const AnnotateInput = builder.inputType('AnnotateInput', {
  description: 'A correction or remark of yours beside what was recorded, which itself stays as it is.',
  fields: (t) => ({
    annotation: t.string({ required: true, description: newKey }),
    about: t.field({ type: AboutInput, required: true }),
    on: t.field({ type: 'Day', required: true }),
    text: t.string({ required: true }),
  }),
})

const AboutInput = builder.inputType('InquiryAboutInput', {
  description: 'What an annotation is about.',
  fields: (t) => ({
    kind: t.field({ type: AnnotatedEnum, required: true }),
    key: t.string({ description: 'The key of the thing; left out where it is the inquiry as a whole.' }),
  }),
})
