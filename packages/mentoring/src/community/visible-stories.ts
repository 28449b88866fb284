import { type StoryCircle, storyCircles, type ValueStory } from './value-story.ts'

/** Who wants to read: the circle they stand in, and who they are where that is known. */
export interface StoryReader {
  readonly circle: Exclude<StoryCircle, 'author'>
  readonly personId?: string
}

/**
 * Gives the stories that somebody may read on a day: their own always, others as far as consent reaches, is given, and is not
 * withdrawn on that day. Order is kept.
 *
 * @example
 * ```ts
 * import { visibleStories } from '@mentoring-commons/mentoring'
 *
 * const consent = { circle: 'community' as const, givenOn: '2025-03-01', withdrawnOn: '2025-06-01' }
 * const step = { type: 'applied', text: 'Tried it.', sign: 'positive' as const, evidenceIds: [] }
 * const stories = [{ id: 's1', communityId: 'k1', authorId: 'ada', consent, activityIds: [], steps: [step] }]
 * visibleStories(stories, { circle: 'community' }, '2025-04-01').length //=> 1
 * visibleStories(stories, { circle: 'institution' }, '2025-04-01').length //=> 0
 * visibleStories(stories, { circle: 'community' }, '2025-06-01').length //=> 0
 * ```
 */
export function visibleStories(stories: readonly ValueStory[], reader: StoryReader, on: string): readonly ValueStory[] {
  const needed = storyCircles.indexOf(reader.circle)
  if (needed < 1)
    throw new TypeError(
      `${JSON.stringify(reader.circle)} is no circle of a reader: use community, institution or public`,
    )
  return stories.filter(({ authorId, consent }) => {
    if (reader.personId !== undefined && authorId === reader.personId) return true
    const inForce = consent.givenOn <= on && (consent.withdrawnOn === undefined || on < consent.withdrawnOn)
    return inForce && storyCircles.indexOf(consent.circle) >= needed
  })
}
