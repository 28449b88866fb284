import {
  type ActionStep,
  allowedFacets,
  type Cycle,
  type Detachment,
  type FacetInterval,
  type InquiryUnderway,
  type IntervalFacet,
  intervalFacets,
  type Learning,
  learningKinds,
  learningLevels,
  type Plan,
  type PlanRevision,
  type Reflection,
  type SuspendedCycle,
  type Suspension,
} from '@mentoring-commons/action-research'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { Person } from '../../people/graphql.ts'
import { isPersonId } from '../commands.ts'

export const InquiryFacetEnum = builder.enumType('InquiryFacet', {
  description: 'A part of one turn of action research, worked on from one day to another. Facets may overlap.',
  values: enumValues<IntervalFacet>(intervalFacets),
})

export const LearningLevelEnum = builder.enumType('InquiryLearningLevel', {
  description: 'Who learned.',
  values: enumValues<Learning['level']>(learningLevels),
})

export const LearningKindEnum = builder.enumType('InquiryLearningKind', {
  description: 'What the learning is about: the matter itself, how it was worked on, or the assumptions underneath.',
  values: enumValues<Learning['kind']>(learningKinds),
})

const CycleStatusEnum = builder.enumType('InquiryCycleStatus', {
  description: 'Whether a cycle runs or rests. An ended one never changes again.',
  values: enumValues<Cycle['status']>(['open', 'suspended', 'closed', 'abandoned']),
})

/** Somebody in a history, who need be no person of the institution. */
export const Voice = builder.objectRef<{ readonly somebody: string }>('InquiryVoice').implement({
  description:
    'Somebody in an inquiry: a person of your institution by id, or others by the word that stands for them.',
  fields: (t) => ({
    personId: t.globalID({
      nullable: true,
      resolve: ({ somebody }, _args, context) =>
        isPersonId(somebody) ? { type: Person, id: JSON.stringify([viewerOf(context).institutionId, somebody]) } : null,
    }),
    word: t.string({ nullable: true, resolve: ({ somebody }) => (isPersonId(somebody) ? null : somebody) }),
  }),
})

const LearningType = builder.objectRef<Learning>('InquiryLearning').implement({
  description: 'Something learned in one cycle and carried into the next.',
  fields: (t) => ({
    level: t.expose('level', { type: LearningLevelEnum }),
    kind: t.expose('kind', { type: LearningKindEnum }),
    text: t.exposeString('text'),
  }),
})

const Interval = builder.objectRef<FacetInterval>('InquiryFacetInterval').implement({
  description: 'The days on which a facet was worked on.',
  fields: (t) => ({
    facet: t.expose('facet', { type: InquiryFacetEnum }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day', nullable: true, description: 'Null while it is open.' }),
    reason: t.exposeString('reason', { nullable: true }),
  }),
})

const Step = builder.objectRef<ActionStep>('InquiryActionStep').implement({
  description: 'One thing to be done, and how what comes of it will be observed.',
  fields: (t) => ({
    key: t.exposeString('id'),
    action: t.exposeString('action'),
    observationMethods: t.exposeStringList('observationMethods'),
  }),
})

const Revision = builder.objectRef<PlanRevision>('InquiryPlanRevision').implement({
  description: 'A change of plan, and why.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Day' }),
    reason: t.exposeString('reason'),
    evidence: t.exposeString('evidence', { nullable: true, description: 'The key of the evidence that led to it.' }),
    stepsBefore: t.expose('stepsBefore', { type: [Step] }),
  }),
})

const PlanType = builder.objectRef<Plan>('InquiryPlan').implement({
  description: 'The plan of a cycle as it stands, and how it came to.',
  fields: (t) => ({
    plannedOn: t.expose('plannedOn', { type: 'Day' }),
    steps: t.expose('steps', { type: [Step] }),
    revisions: t.expose('revisions', { type: [Revision] }),
  }),
})

const ReflectionType = builder.objectRef<Reflection>('InquiryReflection').implement({
  description: 'What somebody made of what was done and seen.',
  fields: (t) => ({
    key: t.exposeString('id'),
    by: t.field({ type: Voice, resolve: ({ by }) => ({ somebody: by }) }),
    on: t.expose('on', { type: 'Day' }),
    text: t.exposeString('text'),
  }),
})

const SuspensionType = builder.objectRef<Suspension>('InquirySuspension').implement({
  description: 'A rest of a cycle: it ran up to and including one day, and again from another on.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day' }),
    reason: t.exposeString('reason'),
  }),
})

const RestType = builder.objectRef<SuspendedCycle>('InquiryRest').implement({
  description: 'That a cycle rests now.',
  fields: (t) => ({
    since: t.expose('suspendedOn', { type: 'Day' }),
    reason: t.exposeString('reason'),
    reopens: t.expose('reopens', {
      type: [InquiryFacetEnum],
      description: 'The facets that are open again when it goes on.',
    }),
  }),
})

const DetachmentType = builder.objectRef<Detachment>('InquiryDetachment').implement({
  description: 'That a cycle inside another is free of its days, since when and why.',
  fields: (t) => ({ on: t.expose('on', { type: 'Day' }), reason: t.exposeString('reason') }),
})

/** A cycle, with the inquiry that says what may happen in it. */
export const CycleType = builder
  .objectRef<{ readonly inquiry: InquiryUnderway; readonly cycle: Cycle }>('InquiryCycle')
  .implement({
    description: 'One turn of the spiral. Several may run side by side.',
    fields: (t) => ({
      key: t.string({ description: 'Its name in its inquiry.', resolve: ({ cycle }) => cycle.id }),
      status: t.field({ type: CycleStatusEnum, resolve: ({ cycle }) => cycle.status }),
      begunOn: t.field({ type: 'Day', resolve: ({ cycle }) => cycle.begunOn }),
      endedOn: t.field({ type: 'Day', nullable: true, resolve: ({ cycle }) => endOf(cycle) }),
      abandonedBecause: t.string({
        nullable: true,
        resolve: ({ cycle }) => (cycle.status === 'abandoned' ? cycle.reason : null),
      }),
      follows: t.string({
        nullable: true,
        description: 'The key of the cycle whose learning it carries.',
        resolve: ({ cycle }) => cycle.follows ?? null,
      }),
      parent: t.string({
        nullable: true,
        description: 'The key of the cycle that it lies within.',
        resolve: ({ cycle }) => cycle.parent ?? null,
      }),
      detached: t.field({ type: DetachmentType, nullable: true, resolve: ({ cycle }) => cycle.detached ?? null }),
      rest: t.field({
        type: RestType,
        nullable: true,
        resolve: ({ cycle }) => (cycle.status === 'suspended' ? cycle : null),
      }),
      suspensions: t.field({
        type: [SuspensionType],
        description: 'The rests that are over, in their order.',
        resolve: ({ cycle }) => cycle.suspensions ?? [],
      }),
      learning: t.field({ type: [LearningType], resolve: ({ cycle }) => cycle.learning }),
      facets: t.field({ type: [Interval], resolve: ({ cycle }) => cycle.facets }),
      allowedFacets: t.field({
        type: [InquiryFacetEnum],
        description: 'The facets that may begin now, some only with a reason.',
        resolve: ({ inquiry, cycle }) => allowedFacets(inquiry, cycle.id),
      }),
      plan: t.field({ type: PlanType, nullable: true, resolve: ({ cycle }) => cycle.plan ?? null }),
      reflections: t.field({ type: [ReflectionType], resolve: ({ cycle }) => cycle.reflections }),
    }),
  })

function endOf(cycle: Cycle): string | null {
  return cycle.status === 'closed' ? cycle.closedOn : cycle.status === 'abandoned' ? cycle.abandonedOn : null
}
