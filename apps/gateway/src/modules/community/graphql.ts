import {
  type ParticipationKind,
  type ParticipationLevel,
  participationKinds,
  participationLevels,
} from '@mentoring-commons/mentoring'
import { builder } from '../../builder.ts'
import { viewerOf } from '../../context.ts'
import { enumValues } from '../../graphql/enum-values.ts'
import { pageCost } from '../../graphql/page.ts'
import { Programme } from '../mentoring/graphql.ts'
import { seesPeople, seesProgrammes } from '../people/policy.ts'
import { mayReadTakingPart } from './policy.ts'
import { thresholdsOf } from './store.ts'

export const ParticipationKindEnum = builder.enumType('ParticipationKind', {
  description: 'How somebody took part in a community, from carrying it to using what it made.',
  values: enumValues<ParticipationKind>(participationKinds),
})

/** How much somebody took part in a community within a window, worked out and never kept. */
export const ParticipationLevelEnum = builder.enumType('ParticipationLevel', {
  description:
    'How much people took part in one window, from the inside out. Worked out when asked for, and kept nowhere; none is better.',
  values: enumValues<ParticipationLevel>(participationLevels),
})

export const CommunityMembership = builder.drizzleNode('communityMembership', {
  name: 'CommunityMembership',
  description: 'One spell of a person in a community. Somebody who leaves and comes back has two.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, personId: true } },
  authScopes: ({ personId }, context) => context.viewer !== null && mayReadTakingPart(context.viewer, personId),
  fields: (t) => ({
    startsOn: t.expose('startsOn', { type: 'Day' }),
    endsOn: t.expose('endsOn', { type: 'Day', nullable: true, description: 'The last day; null while it goes on.' }),
    person: t.relation('person'),
    community: t.relation('community'),
  }),
})

export const ParticipationEvent = builder.drizzleNode('participationEvent', {
  name: 'ParticipationEvent',
  description: 'That somebody took part in a community once; members and others alike.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, personId: true } },
  authScopes: ({ personId }, context) => context.viewer !== null && mayReadTakingPart(context.viewer, personId),
  fields: (t) => ({
    kind: t.expose('kind', { type: ParticipationKindEnum }),
    heldOn: t.expose('heldOn', { type: 'Day' }),
    person: t.relation('person'),
    community: t.relation('community'),
  }),
})

const nobody = '00000000-0000-0000-0000-000000000000'

export const Community = builder.drizzleNode('community', {
  name: 'Community',
  description: 'A community of learning: people who learn from each other about something they share.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { anyOf: seesProgrammes },
  fields: (t) => ({
    label: t.exposeString('label'),
    domain: t.exposeString('domain', { description: 'What its people care for, in the words of the institution.' }),
    formedOn: t.expose('formedOn', { type: 'Day', nullable: true, description: 'Null where that is not known.' }),
    programmes: t.relation('programmes', { query: { orderBy: { key: 'asc' } } }),
    memberships: t.relatedConnection('memberships', {
      complexity: pageCost,
      authScopes: { anyOf: seesPeople },
      query: { orderBy: { startsOn: 'asc', id: 'asc' } },
    }),
    events: t.relatedConnection('events', {
      complexity: pageCost,
      authScopes: { anyOf: seesPeople },
      query: { orderBy: { heldOn: 'asc', id: 'asc' } },
    }),
    myMemberships: t.relation('ownMemberships', {
      description: 'Your own spells.',
      query: (_args, context) => ({
        where: { personId: viewerOf(context).personId ?? nobody },
        orderBy: { startsOn: 'asc' as const, id: 'asc' as const },
      }),
    }),
    myEvents: t.relatedConnection('ownEvents', {
      complexity: pageCost,
      description: 'When you took part yourself.',
      query: (_args, context) => ({
        where: { personId: viewerOf(context).personId ?? nobody },
        orderBy: { heldOn: 'asc' as const, id: 'asc' as const },
      }),
    }),
  }),
})

builder.drizzleObjectFields(Programme, (t) => ({
  communities: t.relation('communities', {
    type: Community,
    description: 'The communities that it carries, or that carry it.',
    query: { orderBy: { id: 'asc' } },
  }),
}))

builder.queryFields((t) => ({
  communities: t.drizzleConnection({
    type: 'community',
    authScopes: { anyOf: seesProgrammes },
    complexity: pageCost,
    description: 'The communities of your institution, in a stable order.',
    resolve: (query, _root, _args, context) =>
      context.db.query.community.findMany(
        query({ where: { institutionId: viewerOf(context).institutionId }, orderBy: { id: 'asc' } }),
      ),
  }),
  participationThresholds: t.field({
    type: 'JSON',
    authScopes: { anyOf: seesProgrammes },
    description:
      'What each level of participation means in numbers: the latest that your institution published, or those to begin with.',
    resolve: (_root, _args, context) =>
      context.transact('read', (tx) => thresholdsOf(tx, viewerOf(context).institutionId)),
  }),
}))
