import {
  coreTurnover,
  membershipOverTime,
  type ParticipationLevel,
  participationLevel,
  type Window,
} from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { DisclosedNumber } from '../../people/disclosure/graphql.ts'
import { policyOf } from '../../people/policy.ts'
import { Community, ParticipationLevelEnum } from '../graphql.ts'
import { readsCommunityFigures } from '../policy.ts'
import { eventsWithin, membershipsOf, thresholdsOf } from '../store.ts'
import {
  membershipFigures,
  profileFigures,
  type ShownMembership,
  type ShownProfile,
  type ShownTurnover,
  turnoverFigures,
  windowFault,
} from './figures.ts'
import { seenPeople } from './store.ts'

const WindowInput = builder.inputType('WindowInput', {
  description: 'A stretch of days; both the first and the last belong to it.',
  fields: (t) => ({
    from: t.field({ type: 'Day', required: true }),
    to: t.field({ type: 'Day', required: true }),
  }),
})

const LevelCount = builder.objectRef<ShownProfile['levels'][number]>('ParticipationLevelCount').implement({
  description: 'How many people were at a level.',
  fields: (t) => ({
    level: t.expose('level', { type: ParticipationLevelEnum }),
    people: t.expose('people', { type: DisclosedNumber }),
  }),
})

const Profile = builder.objectRef<ShownProfile>('ParticipationProfile').implement({
  description: 'How many people were at each level in one window. Everybody who was seen counts, members or not.',
  fields: (t) => ({
    from: t.field({ type: 'Day', resolve: ({ window }) => window.from }),
    to: t.field({ type: 'Day', resolve: ({ window }) => window.to }),
    thresholds: t.string({
      description: 'Which thresholds the levels rest on.',
      resolve: ({ thresholds: { key, version } }) => `${key}@${version}`,
    }),
    members: t.expose('members', { type: DisclosedNumber }),
    levels: t.expose('levels', { type: [LevelCount] }),
    membersWithoutTrace: t.expose('membersWithoutTrace', {
      type: DisclosedNumber,
      description: 'Members of whom no event is known: they may well have taken part unseen.',
    }),
  }),
})

const MembershipCountType = builder.objectRef<ShownMembership>('MembershipCount').implement({
  description: 'How many people a community had over a window; each person counts once.',
  fields: (t) => ({
    from: t.field({ type: 'Day', resolve: ({ window }) => window.from }),
    to: t.field({ type: 'Day', resolve: ({ window }) => window.to }),
    atStart: t.expose('atStart', { type: DisclosedNumber }),
    atEnd: t.expose('atEnd', { type: DisclosedNumber }),
    ever: t.expose('ever', { type: DisclosedNumber }),
    joined: t.expose('joined', { type: DisclosedNumber }),
    left: t.expose('left', { type: DisclosedNumber }),
    stayed: t.expose('stayed', { type: DisclosedNumber }),
  }),
})

const Turnover = builder.objectRef<ShownTurnover>('CoreTurnover').implement({
  description: 'How the core of a community changed from one window to another.',
  fields: (t) => ({
    before: t.expose('before', { type: DisclosedNumber }),
    after: t.expose('after', { type: DisclosedNumber }),
    stayed: t.expose('stayed', { type: DisclosedNumber }),
    joined: t.expose('joined', { type: DisclosedNumber }),
    left: t.expose('left', { type: DisclosedNumber }),
  }),
})

const whole = 'An analyst asks for whole quarters of a year.'
const scope = { anyOf: readsCommunityFigures }

builder.drizzleObjectFields(Community, (t) => ({
  participationProfile: t.field({
    type: Profile,
    authScopes: scope,
    complexity: 100,
    description: `How many people were at each level, under the disclosure policy of your role. ${whole}`,
    args: { window: t.arg({ type: WindowInput, required: true }) },
    resolve: ({ id }, { window }, context) => {
      const { institutionId } = viewerOf(context)
      const policy = checkedPolicy(context, [window])
      return context.transact('read', async (tx) => {
        const thresholds = await thresholdsOf(tx, institutionId)
        const people = await seenPeople(tx, institutionId, id, window, thresholds)
        return profileFigures(people, { window, thresholds }, policy)
      })
    },
  }),
  membershipOverTime: t.field({
    type: [MembershipCountType],
    authScopes: scope,
    complexity: { field: 20, multiplier: 10 },
    description: `How membership moved, one row for each window, under the disclosure policy of your role. ${whole}`,
    args: { windows: t.arg({ type: [WindowInput], required: true, description: 'At most 40.' }) },
    resolve: ({ id }, { windows }, context) => {
      if (windows.length > 40)
        throw topLevelError('BAD_USER_INPUT', `${windows.length} windows are more than 40; ask for fewer at a time`)
      const policy = checkedPolicy(context, windows)
      return context.transact('read', async (tx) => {
        const spells = await membershipsOf(tx, viewerOf(context).institutionId, id)
        return membershipOverTime(spells, id, windows).map((count) => membershipFigures(count, policy))
      })
    },
  }),
  coreTurnover: t.field({
    type: Turnover,
    authScopes: scope,
    complexity: 200,
    description: `How the core changed, under the disclosure policy of your role. ${whole}`,
    args: {
      before: t.arg({ type: WindowInput, required: true }),
      after: t.arg({ type: WindowInput, required: true }),
    },
    resolve: ({ id }, { before, after }, context) => {
      const policy = checkedPolicy(context, [before, after])
      const { institutionId } = viewerOf(context)
      const both = {
        from: before.from < after.from ? before.from : after.from,
        to: before.to > after.to ? before.to : after.to,
      }
      return context.transact('read', async (tx) => {
        const memberships = await membershipsOf(tx, institutionId, id)
        const events = await eventsWithin(tx, institutionId, id, both)
        const record = { communityId: id, memberships, events }
        return turnoverFigures(coreTurnover(record, [before, after], await thresholdsOf(tx, institutionId)), policy)
      })
    },
  }),
  myLevel: t.field({
    type: ParticipationLevelEnum,
    nullable: true,
    complexity: 20,
    description:
      'Your own level in a window, which nobody else sees. Null where nobody saw you take part, which is no judgement. Another window gives another one.',
    args: { window: t.arg({ type: WindowInput, required: true }) },
    resolve: ({ id }, { window }, context): Promise<ParticipationLevel | null> | null => {
      const { institutionId, personId } = viewerOf(context)
      if (window.to < window.from) throw topLevelError('BAD_USER_INPUT', orderFault(window))
      if (personId === null) return null
      return context.transact('read', async (tx) => {
        const memberships = await membershipsOf(tx, institutionId, id, personId)
        const events = await eventsWithin(tx, institutionId, id, window, personId)
        const thresholds = await thresholdsOf(tx, institutionId)
        return participationLevel(personId, { communityId: id, memberships, events }, window, thresholds) ?? null
      })
    },
  }),
}))

/** The viewer's disclosure policy, once every window is one that they may ask for. */
function checkedPolicy(context: Context, windows: readonly Window[]) {
  const policy = policyOf(viewerOf(context).roles)
  const fault = windows.map((window) => windowFault(window, policy)).find(Boolean)
  if (fault !== undefined) throw topLevelError('BAD_USER_INPUT', fault)
  return policy
}

function orderFault({ from, to }: Window): string {
  return `the window would end on ${to}, before it starts on ${from}: exchange the two days`
}
