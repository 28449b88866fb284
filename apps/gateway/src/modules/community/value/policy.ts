import { type ValueStory, visibleStories } from '@mentoring-commons/mentoring'
import type { Viewer } from '../../../context.ts'

/** The stories that a viewer may read today: their own, and others as far as their authors allow. No role opens more. */
export function readableStories<Story extends ValueStory>(
  stories: readonly Story[],
  viewer: Viewer,
  belongs: boolean,
  today: string,
): readonly Story[] {
  const who = viewer.personId === null ? {} : { personId: viewer.personId }
  const readable = new Set(visibleStories(stories, { circle: belongs ? 'community' : 'institution', ...who }, today))
  return stories.filter((story) => readable.has(story))
}
