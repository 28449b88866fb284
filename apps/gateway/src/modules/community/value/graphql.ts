import {
  type StoryCircle,
  storyCircles,
  type ValueCell,
  type ValueSign,
  type ValueStanding,
  type ValueStoryStep,
  valueFrameworks,
  valueMatrix,
  valueSigns,
  valueStandings,
} from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { sortedPage } from '../../../graphql/sorted-page.ts'
import { seesProgrammes } from '../../people/policy.ts'
import { Community, ParticipationEvent } from '../graphql.ts'
import { membersOn } from '../store.ts'
import { readableStories } from './policy.ts'
import { frameworkOf, indicatorsOf, type StoredStory, storiesOf, type ValueFrameworkKey } from './store.ts'

export const ValueFrameworkEnum = builder.enumType('ValueFramework', {
  description: 'A published list of types of value. A matrix keeps to one of them.',
  values: enumValues<ValueFrameworkKey>(valueFrameworks.map(({ key }) => key)),
})
export const ValueSignEnum = builder.enumType('ValueSign', {
  description: 'Whether something was of use, of none, or did harm.',
  values: enumValues<ValueSign>(valueSigns),
})
export const StoryCircleEnum = builder.enumType('StoryCircle', {
  description: 'Who may read a story, from the narrowest circle; each holds the ones before it.',
  values: enumValues<StoryCircle>(storyCircles),
})
const ValueStandingEnum = builder.enumType('ValueStanding', {
  description:
    'How far a type of value is borne out: by data on an effect, by an account of how it came about, or by both.',
  values: enumValues<ValueStanding>(valueStandings),
})

export const ValueIndicator = builder.drizzleNode('valueIndicator', {
  name: 'ValueIndicator',
  description: 'Data on an effect of a community: measured over a window, or known not to have been.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, state: true } },
  authScopes: { anyOf: seesProgrammes },
  fields: (t) => ({
    type: t.string({ resolve: ({ state }) => state.type }),
    measure: t.string({ resolve: ({ state }) => state.measure }),
    from: t.field({ type: 'Day', resolve: ({ state }) => state.window.from }),
    to: t.field({ type: 'Day', resolve: ({ state }) => state.window.to }),
    value: t.float({
      nullable: true,
      description: 'Null where it was not measured, which is not 0.',
      resolve: ({ state }) => state.value,
    }),
    sign: t.field({
      type: ValueSignEnum,
      nullable: true,
      description: 'What the value means: a zero may be good.',
      resolve: ({ state }) => state.sign,
    }),
  }),
})

const StoryStep = builder.objectRef<ValueStoryStep>('ValueStoryStep').implement({
  description: 'One thing that a story tells.',
  fields: (t) => ({
    type: t.exposeString('type'),
    text: t.exposeString('text'),
    sign: t.expose('sign', { type: ValueSignEnum }),
  }),
})

/** A story that the viewer may read. */
export const ValueStory = builder.objectRef<StoredStory>('ValueStory').implement({
  description:
    'What somebody tells of what came of a community, in their own words, shown as far as they allow. It does not say whose it is.',
  fields: (t) => ({
    id: t.id({ resolve: ({ institutionId, id }) => globalIdOf('ValueStory', institutionId, id) }),
    own: t.boolean({ resolve: ({ authorId }, _args, context) => authorId === viewerOf(context).personId }),
    steps: t.field({ type: [StoryStep], resolve: ({ steps }) => [...steps] }),
    linked: t.boolean({
      description: 'Whether it goes back to something that its author took part in.',
      resolve: ({ activityIds }) => activityIds.length > 0,
    }),
    activities: t.idList({
      nullable: true,
      description: 'What it goes back to: for its author.',
      resolve: ({ institutionId, authorId, activityIds }, _args, context) =>
        authorId === viewerOf(context).personId
          ? activityIds.map((id) => globalIdOf(ParticipationEvent.name, institutionId, id))
          : null,
    }),
    circle: t.field({ type: StoryCircleEnum, resolve: ({ consent }) => consent.circle }),
    withdrawnOn: t.field({ type: 'Day', nullable: true, resolve: ({ consent }) => consent.withdrawnOn ?? null }),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next change.' }),
  }),
})

const SignCount = builder
  .objectRef<{ sign: ValueSign; indicators: number; steps: number }>('ValueSignCount')
  .implement({
    description: 'How often a sign is given, by indicators and by steps of stories.',
    fields: (t) => ({
      sign: t.expose('sign', { type: ValueSignEnum }),
      indicators: t.exposeInt('indicators'),
      steps: t.exposeInt('steps'),
    }),
  })

const Cell = builder.objectRef<ValueCell>('ValueCell').implement({
  description:
    'What is known of one type of value, good, harm and nothing alike. No cell outweighs another, and no sum is made.',
  fields: (t) => ({
    type: t.exposeString('type'),
    standing: t.expose('standing', { type: ValueStandingEnum }),
    indicators: t.int({ resolve: ({ indicatorIds }) => indicatorIds.length }),
    notMeasured: t.int({
      description: 'Indicators that were to be measured and were not: they carry nothing.',
      resolve: ({ notMeasuredIds }) => notMeasuredIds.length,
    }),
    stories: t.int({ description: 'Stories that you may read.', resolve: ({ storyIds }) => storyIds.length }),
    linkedStories: t.int({ resolve: ({ linkedStoryIds }) => linkedStoryIds.length }),
    signs: t.field({
      type: [SignCount],
      resolve: ({ signs }) => valueSigns.map((sign) => ({ sign, ...signs[sign] })),
    }),
  }),
})

builder.drizzleObjectFields(Community, (t) => ({
  indicators: t.relatedConnection('indicators', {
    type: ValueIndicator,
    complexity: pageCost,
    args: { framework: t.arg({ type: ValueFrameworkEnum }) },
    query: ({ framework }) => ({ ...(framework ? { where: { framework } } : {}), orderBy: { id: 'asc' as const } }),
  }),
  stories: t.connection({
    type: ValueStory,
    complexity: pageCost,
    description: 'The stories that you may read today: your own, and others as far as their authors allow.',
    resolve: async ({ id }, page, context) => {
      const stories = await context.transact('read', (tx) => storiesFor(context, tx, id))
      return sortedPage(stories, (story) => story.id, page)
    },
  }),
  valueMatrix: t.field({
    type: [Cell],
    complexity: { field: 50, multiplier: 8 },
    description: 'One cell for each type of a framework, from the indicators and from the stories that you may read.',
    args: { framework: t.arg({ type: ValueFrameworkEnum, required: true }) },
    resolve: ({ id }, { framework }, context) =>
      context.transact('read', async (tx) => {
        const indicators = await indicatorsOf(tx, viewerOf(context).institutionId, id, framework)
        const stories = (await storiesFor(context, tx, id)).filter((story) => story.framework === framework)
        return [...valueMatrix(id, { indicators, stories }, frameworkOf(framework))]
      }),
  }),
}))

async function storiesFor(context: Context, tx: Tx, communityId: string): Promise<readonly StoredStory[]> {
  const viewer = viewerOf(context)
  const today = context.now().slice(0, 10)
  const members = await membersOn(tx, viewer.institutionId, communityId, today)
  const belongs = viewer.personId !== null && members.includes(viewer.personId)
  return readableStories(await storiesOf(tx, viewer.institutionId, communityId), viewer, belongs, today)
}
