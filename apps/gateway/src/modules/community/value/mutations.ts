import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { decodeGlobalId } from '../../../graphql/global-id.ts'
import { ownId, ownRow, unknownId } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { Community, ParticipationEvent } from '../graphql.ts'
import { changeStoryConsent, recordValueIndicator, removeValueStory, tellValueStory } from './commands.ts'
import { StoryCircleEnum, ValueFrameworkEnum, ValueIndicator, ValueSignEnum, ValueStory } from './graphql.ts'
import { loadStory } from './store.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

const StoryStepInput = builder.inputType('ValueStoryStepInput', {
  description: 'One thing that you tell. It may be of harm or of nothing, and a story may begin with any type.',
  fields: (t) => ({
    type: t.string({ required: true, description: 'One of the types of the framework.' }),
    text: t.string({ required: true }),
    sign: t.field({ type: ValueSignEnum, required: true }),
  }),
})

builder.mutationFields((t) => ({
  recordValueIndicator: t.drizzleField({
    type: ValueIndicator,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Records data on an effect of a community. Value and sign stand or lack together.',
    args: {
      community: t.arg.globalID({ for: Community, required: true }),
      framework: t.arg({ type: ValueFrameworkEnum, required: true }),
      type: t.arg.string({ required: true, description: 'One of the types of the framework.' }),
      measure: t.arg.string({ required: true, description: 'What is measured, with its unit. Of nobody by name.' }),
      from: t.arg({ type: 'Day', required: true }),
      to: t.arg({ type: 'Day', required: true }),
      value: t.arg.float({ description: 'Left out where it was not measured, which is not 0.' }),
      sign: t.arg({ type: ValueSignEnum }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { community, from, to, value, sign, ...args }, context) => {
      const id = await recordValueIndicator(context, {
        ...args,
        communityId: ownId(context, community, 'community'),
        window: { from, to },
        value: value ?? null,
        sign: sign ?? null,
      })
      return present(await context.db.query.valueIndicator.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  tellValueStory: t.field({
    type: ValueStory,
    errors,
    authScopes: { anyOf: ['participant'] },
    description: 'Tells what came of a community, in your own words, for a circle that you choose.',
    args: {
      community: t.arg.globalID({ for: Community, required: true }),
      framework: t.arg({ type: ValueFrameworkEnum, required: true }),
      circle: t.arg({ type: StoryCircleEnum, required: true }),
      activities: t.arg.globalIDList({
        for: ParticipationEvent,
        defaultValue: [],
        description:
          'What you took part in that it goes back to. Without any it tells of an effect and not of how it came about.',
      }),
      steps: t.arg({ type: [StoryStepInput], required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (_root, { community, activities, ...args }, context) =>
      storyAfter(
        context,
        await tellValueStory(context, {
          ...args,
          communityId: ownId(context, community, 'community'),
          activityIds: (activities ?? []).map((one) => ownId(context, one, 'activities')),
        }),
      ),
  }),
  changeStoryConsent: t.field({
    type: ValueStory,
    errors,
    authScopes: { anyOf: ['participant'] },
    description: 'Changes who may read a story of yours, from today.',
    args: {
      story: t.arg.id({ required: true }),
      circle: t.arg({ type: StoryCircleEnum, description: 'Left out: you withdraw it, and nobody else reads it.' }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (_root, { story, circle, ...args }, context) =>
      storyAfter(
        context,
        await changeStoryConsent(context, { ...args, storyId: storyId(context, story), circle: circle ?? null }),
      ),
  }),
  removeValueStory: t.drizzleField({
    type: Community,
    errors,
    authScopes: { anyOf: ['participant'] },
    description: 'Takes a story of yours away for good.',
    args: { story: t.arg.id({ required: true }), idempotencyKey: t.arg.string({ description: keyHint }) },
    resolve: async (query, _root, { story, idempotencyKey }, context) => {
      const id = await removeValueStory(context, { storyId: storyId(context, story), idempotencyKey })
      return present(await context.db.query.community.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

/** The row id of a story. Stories are no nodes, since who may read one is not told by the row alone. */
function storyId(context: Context, global: string | number): string {
  const { typename, id } = decodeGlobalId(String(global))
  if (typename !== 'ValueStory') throw unknownId('ValueStory', 'story')
  const [institutionId, row] = JSON.parse(id) as [string, string]
  return ownId(context, { typename, id: { institutionId, id: row } }, 'story')
}

async function storyAfter(context: Context, id: string) {
  const { institutionId } = viewerOf(context)
  return present(await context.transact('read', (tx) => loadStory(tx, institutionId, id, 'look')))
}
