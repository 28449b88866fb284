import {
  allowedSteps,
  type EndingReason,
  endingReasons,
  endingSeenBy,
  meetingModes,
  type ParticipantRole,
  type ParticipationRole,
  type PauseReason,
  participantRoles,
  participationRoles,
  pauseReasons,
  type RelationshipKind,
  type RelationshipStatus,
  relationshipKinds,
  relationshipStatuses,
  type StepType,
  stepTypes,
} from '@mentoring-commons/mentoring'
import { builder } from '../../builder.ts'
import { viewerOf } from '../../context.ts'
import { enumValues } from '../../graphql/enum-values.ts'
import { pageCost } from '../../graphql/page.ts'
import { seesPeople, seesProgrammes } from '../people/policy.ts'
import { mayReadRelationship, mayReadTopics } from './policy.ts'

export const ParticipationRoleEnum = builder.enumType('ParticipationRole', {
  description: 'What somebody did in a cohort.',
  values: enumValues<ParticipationRole>(participationRoles),
})

export const ParticipantRoleEnum = builder.enumType('ParticipantRole', {
  description: 'What somebody is in a relationship.',
  values: enumValues<ParticipantRole>(participantRoles),
})

export const RelationshipKindEnum = builder.enumType('RelationshipKind', {
  description: 'How many people a relationship joins, and as what.',
  values: enumValues<RelationshipKind>(relationshipKinds),
})

export const RelationshipStatusEnum = builder.enumType('RelationshipStatus', {
  description: 'Where a relationship stands: a fact. RECORDED is imported history whose course is not known.',
  values: enumValues<RelationshipStatus>(relationshipStatuses),
})

export const MeetingModeEnum = builder.enumType('MeetingMode', {
  description: 'How people met.',
  values: enumValues<(typeof meetingModes)[number]>(meetingModes),
})
export const PauseReasonEnum = builder.enumType('PauseReason', {
  description: 'Why a relationship rests.',
  values: enumValues<PauseReason>(pauseReasons),
})
export const EndingReasonEnum = builder.enumType('EndingReason', {
  description: 'Why a relationship ended.',
  values: enumValues<EndingReason>(endingReasons),
})
const StepTypeEnum = builder.enumType('RelationshipStepType', {
  description: 'What may happen to a relationship.',
  values: enumValues<StepType>(stepTypes),
})

builder.drizzleObject('topic', {
  name: 'Topic',
  description: 'A topic that a meeting may name.',
  fields: (t) => ({ code: t.exposeString('code'), label: t.exposeString('label') }),
})

export const Programme = builder.drizzleNode('programme', {
  name: 'Programme',
  description: 'A mentoring programme.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { anyOf: seesProgrammes },
  fields: (t) => ({
    key: t.exposeString('key'),
    title: t.exposeString('title'),
    purpose: t.exposeString('purpose', { nullable: true }),
    source: t.expose('source', {
      type: 'JSON',
      nullable: true,
      description: 'Where imported history came from: title, licence, attribution.',
    }),
    topics: t.relation('topics', { query: { orderBy: { code: 'asc' } } }),
    cohorts: t.relatedConnection('cohorts', { complexity: pageCost, query: { orderBy: { ordinal: 'asc' } } }),
    relationships: t.relatedConnection('relationships', {
      complexity: pageCost,
      authScopes: { anyOf: seesPeople },
      query: { orderBy: { id: 'asc' } },
    }),
  }),
})

export const Cohort = builder.drizzleNode('cohort', {
  name: 'Cohort',
  description: 'One round of a programme. Dates are null where they are not known.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { anyOf: seesProgrammes },
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal'),
    label: t.exposeString('label'),
    startsOn: t.expose('startsOn', { type: 'Day', nullable: true }),
    endsOn: t.expose('endsOn', { type: 'Day', nullable: true }),
    programme: t.relation('programme'),
    participations: t.relatedConnection('participations', {
      complexity: pageCost,
      authScopes: { anyOf: seesPeople },
      args: { role: t.arg({ type: ParticipationRoleEnum }) },
      query: ({ role }) => ({ ...(role ? { where: { role } } : {}), orderBy: { personId: 'asc', role: 'asc' } }),
    }),
  }),
})

builder.drizzleObject('participation', {
  name: 'Participation',
  description: 'That a person had a role in a cohort.',
  fields: (t) => ({
    role: t.expose('role', { type: ParticipationRoleEnum }),
    person: t.relation('person'),
    cohort: t.relation('cohort'),
  }),
})

builder.drizzleObject('participant', {
  name: 'Participant',
  description: 'A person in a relationship, and as what.',
  fields: (t) => ({ role: t.expose('role', { type: ParticipantRoleEnum }), person: t.relation('person') }),
})

const Ending = builder.objectRef<{ on: string; reason: EndingReason }>('Ending').implement({
  description: 'How a relationship ended, as you may see it: a reason that somebody else gave is shown as NO_FAULT.',
  fields: (t) => ({ on: t.expose('on', { type: 'Day' }), reason: t.expose('reason', { type: EndingReasonEnum }) }),
})

export const Relationship = builder.drizzleNode('relationship', {
  name: 'Relationship',
  description: 'A mentoring relationship: participants with roles, and a status. What is said in it is kept nowhere.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, state: true }, with: { participants: true } },
  authScopes: ({ participants }, context) =>
    context.viewer !== null &&
    mayReadRelationship(
      context.viewer,
      participants.map(({ personId }) => personId),
    ),
  fields: (t) => ({
    externalId: t.exposeString('externalId', { nullable: true }),
    kind: t.expose('kind', { type: RelationshipKindEnum }),
    status: t.expose('status', { type: RelationshipStatusEnum }),
    completed: t.exposeBoolean('completed', {
      nullable: true,
      description: 'Whether it was completed; null where that is not known.',
    }),
    keywords: t.exposeStringList('keywords'),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next step.' }),
    programme: t.relation('programme'),
    cohort: t.relation('cohort', { nullable: true }),
    participants: t.relation('participants', { query: { orderBy: { role: 'asc', personId: 'asc' } } }),
    allowedSteps: t.field({
      type: [StepTypeEnum],
      description: 'What may happen next, by somebody.',
      select: { with: { programme: { columns: { policy: true } } } },
      resolve: ({ state, programme }) => allowedSteps(state, programme.policy),
    }),
    ending: t.field({
      type: Ending,
      nullable: true,
      resolve: ({ state }, _args, context) => {
        if (state.status !== 'ended') return null
        const reason: EndingReason = state.reason === 'completed' ? 'completed' : 'no-fault'
        return endingSeenBy(state, viewerOf(context).personId ?? '') ?? { on: state.on, reason }
      },
    }),
    meetings: t.relatedConnection('meetings', {
      complexity: pageCost,
      query: { orderBy: { heldOn: 'asc', id: 'asc' } },
    }),
  }),
})

export const Meeting = builder.drizzleNode('meeting', {
  name: 'Meeting',
  description: 'That the people of a relationship met.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: {
    columns: { institutionId: true, id: true },
    with: { relationship: { columns: {}, with: { participants: { columns: { personId: true } } } } },
  },
  authScopes: ({ relationship }, context) =>
    context.viewer !== null &&
    mayReadRelationship(
      context.viewer,
      relationship.participants.map(({ personId }) => personId),
    ),
  fields: (t) => ({
    heldOn: t.expose('heldOn', { type: 'Day' }),
    durationMinutes: t.exposeInt('durationMinutes'),
    mode: t.expose('mode', { type: MeetingModeEnum }),
    topics: t.stringList({
      nullable: true,
      description: 'The codes of its topics: for the people who met. Null for everybody else.',
      select: { columns: { topics: true } },
      resolve: ({ topics, relationship }, _args, context) =>
        mayReadTopics(
          viewerOf(context),
          relationship.participants.map(({ personId }) => personId),
        )
          ? topics
          : null,
    }),
  }),
})

builder.queryFields((t) => ({
  programmes: t.drizzleConnection({
    type: 'programme',
    authScopes: { anyOf: seesProgrammes },
    complexity: pageCost,
    description: 'The programmes of your institution, by key.',
    resolve: (query, _root, _args, context) =>
      context.db.query.programme.findMany(
        query({ where: { institutionId: viewerOf(context).institutionId }, orderBy: { key: 'asc' } }),
      ),
  }),
  programme: t.drizzleField({
    type: Programme,
    nullable: true,
    authScopes: { anyOf: seesProgrammes },
    args: { key: t.arg.string({ required: true }) },
    resolve: (query, _root, { key }, context) =>
      context.db.query.programme.findFirst(query({ where: { institutionId: viewerOf(context).institutionId, key } })),
  }),
  myRelationships: t.drizzleConnection({
    type: 'relationship',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'The relationships that you take part in.',
    resolve: (query, _root, _args, context) => {
      const { institutionId, personId } = viewerOf(context)
      const mine = { participants: { institutionId, personId: personId ?? '00000000-0000-0000-0000-000000000000' } }
      return context.db.query.relationship.findMany(
        query({ where: { institutionId, ...mine }, orderBy: { id: 'asc' } }),
      )
    },
  }),
}))
