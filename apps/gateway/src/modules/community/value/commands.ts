import {
  defineValueIndicator,
  defineValueStory,
  type StoryCircle,
  type ValueSign,
  type ValueStory,
  type Window,
} from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { eventsWithin, hasCommunity, membersOn } from '../store.ts'
import { readableStories } from './policy.ts'
import {
  deleteStory,
  frameworkOf,
  insertIndicator,
  insertStory,
  loadStory,
  type StoredStory,
  updateStory,
  type ValueFrameworkKey,
} from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** Data on an effect. */
export interface IndicatorInput extends Repeatable {
  readonly communityId: string
  readonly framework: ValueFrameworkKey
  readonly type: string
  readonly measure: string
  readonly window: Window
  readonly value: number | null
  readonly sign: ValueSign | null
}

/** Records an indicator of value, measured or known not to have been: its id. */
export function recordValueIndicator(context: Context, { idempotencyKey, ...input }: IndicatorInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'recordValueIndicator', idempotencyKey, input }, async (tx) => {
    const { framework, ...rest } = input
    if (!(await hasCommunity(tx, institutionId, input.communityId, 'look'))) throw unknownId('Community', 'community')
    const state = accepted(defineValueIndicator({ id: context.newId(), ...rest }, frameworkOf(framework)))
    await insertIndicator(tx, institutionId, state, { framework, recordedBy: accountId, recordedAt: context.now() })
    return state.id
  })
}

/** What the viewer tells of a community. */
export interface StoryInput extends Repeatable {
  readonly communityId: string
  readonly framework: ValueFrameworkKey
  readonly circle: StoryCircle
  readonly activityIds: readonly string[]
  readonly steps: readonly { readonly type: string; readonly text: string; readonly sign: ValueSign }[]
}

/** Tells a story of value in the viewer's own words: its id. */
export function tellValueStory(context: Context, { idempotencyKey, ...input }: StoryInput): Promise<string> {
  const { institutionId, personId } = viewerOf(context)
  return once(context, { command: 'tellValueStory', idempotencyKey, input }, async (tx) => {
    const { communityId, framework, circle, activityIds, steps } = input
    if (personId === null)
      throw new Refused({ code: 'no-person', message: 'your account belongs to no person who could tell a story' })
    if (!(await hasCommunity(tx, institutionId, communityId, 'look'))) throw unknownId('Community', 'community')
    const forever = { from: '0001-01-01', to: '9999-12-31' }
    const own = new Set((await eventsWithin(tx, institutionId, communityId, forever, personId)).map(({ id }) => id))
    if (activityIds.some((id) => !own.has(id))) throw unknownId('ParticipationEvent', 'activities')
    const story: ValueStory = {
      id: context.newId(),
      communityId,
      authorId: personId,
      consent: { circle, givenOn: todayOf(context) },
      activityIds: [...new Set(activityIds)],
      steps: steps.map((step) => ({ ...step, evidenceIds: [] })),
    }
    await insertStory(tx, institutionId, framework, accepted(defineValueStory(story, frameworkOf(framework))))
    return story.id
  })
}

/** A change of what the author allows, and the version that it was decided on. */
export interface StoryConsentInput extends Repeatable {
  readonly storyId: string
  /** Null: withdrawn, from today. */
  readonly circle: StoryCircle | null
  readonly expectedVersion: number
}

/** Changes who may read a story of the viewer, from today: its id. */
export function changeStoryConsent(context: Context, { idempotencyKey, ...input }: StoryConsentInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'changeStoryConsent', idempotencyKey, input }, async (tx) => {
    const story = await ownStory(context, tx, input.storyId)
    if (story.version !== input.expectedVersion)
      throw new Refused({
        code: 'stale-version',
        message: `this story was changed since you read it (it is at version ${story.version} now); read it again and decide again`,
        path: 'expectedVersion',
      })
    const { institutionId: _of, framework, version, ...state } = story
    const today = todayOf(context)
    const consent =
      input.circle === null ? { ...state.consent, withdrawnOn: today } : { circle: input.circle, givenOn: today }
    const next = accepted(defineValueStory({ ...state, consent }, frameworkOf(framework as ValueFrameworkKey)))
    await updateStory(tx, institutionId, next, version + 1)
    return story.id
  })
}

/** Takes a story of the viewer away for good: the community's id. */
export function removeValueStory(
  context: Context,
  { idempotencyKey, storyId }: Repeatable & { readonly storyId: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'removeValueStory', idempotencyKey, input: storyId }, async (tx) => {
    const story = await ownStory(context, tx, storyId)
    await deleteStory(tx, institutionId, storyId)
    return story.communityId
  })
}

/** A story of the viewer, held still. One that they may not read is answered as if it did not exist. */
async function ownStory(context: Context, tx: Tx, id: string): Promise<StoredStory> {
  const viewer = viewerOf(context)
  const story = await loadStory(tx, viewer.institutionId, id, 'lock')
  if (story === undefined) throw unknownId('ValueStory', 'story')
  if (story.authorId === viewer.personId) return story
  const members = await membersOn(tx, viewer.institutionId, story.communityId, todayOf(context))
  const belongs = viewer.personId !== null && members.includes(viewer.personId)
  if (readableStories([story], viewer, belongs, todayOf(context)).length === 0) throw unknownId('ValueStory', 'story')
  throw new Refused({ code: 'story-of-others', message: 'only its author changes a story', path: 'story' })
}

function todayOf(context: Context): string {
  return context.now().slice(0, 10)
}
