import type { LevelRule } from '@mentoring-commons/mentoring'
import { builder } from '../../builder.ts'
import { ownId, ownRow } from '../../own.ts'
import { present, Refused } from '../../refused.ts'
import { Programme } from '../mentoring/graphql.ts'
import { Person } from '../people/graphql.ts'
import { runsProgrammes } from '../people/policy.ts'
import {
  formCommunity,
  joinCommunity,
  leaveCommunity,
  publishThresholds,
  recordParticipation,
  removeParticipation,
} from './commands.ts'
import {
  Community,
  CommunityMembership,
  ParticipationEvent,
  ParticipationKindEnum,
  ParticipationLevelEnum,
} from './graphql.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'
const whom = 'Whom it is about: you, where nobody is named. A coordinator may name others.'

const LevelRequirementInput = builder.inputType('LevelRequirementInput', {
  description: 'That events of some kinds happened often enough.',
  fields: (t) => ({
    kinds: t.field({ type: [ParticipationKindEnum], required: true }),
    events: t.int({ required: true }),
    perDays: t.int({
      description: 'The days that the number is meant for: scaled to the window. Left out: in the whole window.',
    }),
  }),
})
const LevelRuleInput = builder.inputType('LevelRuleInput', {
  description: 'Who is at a level: all requirements hold, and no rule before this one does.',
  fields: (t) => ({
    level: t.field({ type: ParticipationLevelEnum, required: true }),
    member: t.boolean({ required: true }),
    requires: t.field({ type: [LevelRequirementInput], required: true }),
  }),
})

const Published = builder.objectRef<{ version: number }>('PublishedThresholds').implement({
  description: 'That thresholds of participation were published.',
  fields: (t) => ({ version: t.exposeInt('version') }),
})

builder.mutationFields((t) => ({
  formCommunity: t.drizzleField({
    type: Community,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Forms a community of learning.',
    args: {
      label: t.arg.string({ required: true }),
      domain: t.arg.string({ required: true, description: 'What its people care for.' }),
      formedOn: t.arg({ type: 'Day' }),
      programmes: t.arg.globalIDList({ for: Programme, defaultValue: [] }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { programmes, ...args }, context) => {
      const programmeIds = (programmes ?? []).map((one) => ownId(context, one, 'programmes'))
      const id = await formCommunity(context, { ...args, programmeIds })
      return present(await context.db.query.community.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  joinCommunity: t.drizzleField({
    type: CommunityMembership,
    errors,
    authScopes: { anyOf: ['participant', 'coordinator'] },
    description: 'Records that somebody belongs to a community from a day on.',
    args: {
      community: t.arg.globalID({ for: Community, required: true }),
      person: t.arg.globalID({ for: Person, description: whom }),
      from: t.arg({ type: 'Day', required: true }),
      to: t.arg({ type: 'Day', description: 'The last day, of a spell that is over.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { community, person, ...args }, context) => {
      const id = await joinCommunity(context, {
        ...args,
        communityId: ownId(context, community, 'community'),
        ...(person ? { personId: ownId(context, person, 'person') } : {}),
      })
      return present(await context.db.query.communityMembership.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  leaveCommunity: t.drizzleField({
    type: CommunityMembership,
    errors,
    authScopes: { anyOf: ['participant', 'coordinator'] },
    description: 'Records the last day of a spell.',
    args: {
      membership: t.arg.globalID({ for: CommunityMembership, required: true }),
      to: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { membership, ...args }, context) => {
      const id = await leaveCommunity(context, { ...args, membershipId: ownId(context, membership, 'membership') })
      return present(await context.db.query.communityMembership.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  recordParticipation: t.drizzleField({
    type: ParticipationEvent,
    errors,
    authScopes: { anyOf: ['participant', 'coordinator'] },
    description:
      'Records that somebody took part once: when and how. Whether they belong to the community is no condition.',
    args: {
      community: t.arg.globalID({ for: Community, required: true }),
      person: t.arg.globalID({ for: Person, description: whom }),
      kind: t.arg({ type: ParticipationKindEnum, required: true }),
      on: t.arg({ type: 'Day', required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { community, person, ...args }, context) => {
      const id = await recordParticipation(context, {
        ...args,
        communityId: ownId(context, community, 'community'),
        ...(person ? { personId: ownId(context, person, 'person') } : {}),
      })
      return present(await context.db.query.participationEvent.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  removeParticipation: t.drizzleField({
    type: Community,
    errors,
    authScopes: { anyOf: ['participant', 'coordinator'] },
    description: 'Takes away that somebody took part, which was recorded by mistake.',
    args: {
      event: t.arg.globalID({ for: ParticipationEvent, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { event, idempotencyKey }, context) => {
      const id = await removeParticipation(context, { eventId: ownId(context, event, 'event'), idempotencyKey })
      return present(await context.db.query.community.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  publishThresholds: t.field({
    type: Published,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description:
      'Publishes what each level of participation means in numbers. It counts from now on, for every window; what was published before stays on record.',
    args: {
      rules: t.arg({
        type: [LevelRuleInput],
        required: true,
        description: 'Tried in order; the first that holds gives the level.',
      }),
      source: t.arg.string({ required: true, description: 'Who decided on them, and when.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (_root, { rules, ...args }, context) => ({
      version: Number(await publishThresholds(context, { ...args, rules: rules.map(ruleOf) })),
    }),
  }),
}))

function ruleOf({ requires, ...rule }: typeof LevelRuleInput.$inferInput): LevelRule {
  return {
    ...rule,
    requires: requires.map(({ kinds, events, perDays }) => ({
      kinds,
      events,
      ...(perDays === null || perDays === undefined ? {} : { perDays }),
    })),
  }
}
