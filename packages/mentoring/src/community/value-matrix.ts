import type { ValueFramework, ValueSign } from './value-framework.ts'
import { type ValueIndicator, valueTypeRefusal } from './value-indicator.ts'
import type { ValueStory } from './value-story.ts'

/** Every standing of a claim to value, from nothing to the most that both kinds of data can carry. */
export const valueStandings = ['nothing-known', 'effect-only', 'account-only', 'plausible-contribution'] as const

/** How far a type of value is borne out: by data on an effect, by an account of how it came about, or by both. */
export type ValueStanding = (typeof valueStandings)[number]

/** What is known of one type of value. It holds ids and counts: no text, and no author. */
export interface ValueCell {
  readonly type: string
  readonly standing: ValueStanding
  /** Indicators that were measured. */
  readonly indicatorIds: readonly string[]
  /** Indicators that were to be measured and were not: they carry nothing. */
  readonly notMeasuredIds: readonly string[]
  /** Stories with a step of this type. */
  readonly storyIds: readonly string[]
  /** Those of them that go back to an activity. */
  readonly linkedStoryIds: readonly string[]
  /** How often each sign is given, by measured indicators and by steps of stories. */
  readonly signs: Readonly<Record<ValueSign, { readonly indicators: number; readonly steps: number }>>
}

/**
 * Gives one cell for each type of a framework, in its order, for one community. No cell outweighs another, and no sum is made.
 *
 * A measured indicator is data on an effect, whatever its sign. For `realised` a story counts only if it goes back to an
 * activity. Pass the stories that the reader may read. Throws a `TypeError` for a type that the framework does not have.
 *
 * @example
 * ```ts
 * import { valueFrameworks, valueMatrix } from '@mentoring-commons/mentoring'
 *
 * const window = { from: '2025-01-01', to: '2025-12-31' }
 * const passRate = { id: 'i1', communityId: 'k1', type: 'realised', measure: 'Pass rate', window, value: 0.8, sign: 'positive' as const }
 * const cells = valueMatrix('k1', { indicators: [passRate], stories: [] }, valueFrameworks[0])
 * cells.map((cell) => cell.standing)[3] //=> "effect-only"
 * ```
 */
export function valueMatrix(
  communityId: string,
  data: { readonly indicators: readonly ValueIndicator[]; readonly stories: readonly ValueStory[] },
  framework: ValueFramework,
): readonly ValueCell[] {
  const indicators = data.indicators.filter((one) => one.communityId === communityId)
  const stories = data.stories.filter((one) => one.communityId === communityId)
  for (const type of [...indicators, ...stories.flatMap(({ steps }) => steps)].map((one) => one.type)) {
    const refusal = valueTypeRefusal(type, framework, 'type')
    if (refusal) throw new TypeError(refusal.message)
  }
  return framework.types.map((type) => {
    const own = indicators.filter((one) => one.type === type)
    const measured = own.filter(({ value }) => value !== null)
    const telling = stories.filter(({ steps }) => steps.some((step) => step.type === type))
    const linked = telling.filter(({ activityIds }) => activityIds.length > 0)
    const steps = telling.flatMap((story) => story.steps.filter((step) => step.type === type))
    const count = (sign: ValueSign) => ({
      indicators: measured.filter((one) => one.sign === sign).length,
      steps: steps.filter((one) => one.sign === sign).length,
    })
    return {
      type,
      standing: standingOf(measured.length > 0, telling.length > 0, type !== 'realised' || linked.length > 0),
      indicatorIds: measured.map(({ id }) => id),
      notMeasuredIds: own.filter(({ value }) => value === null).map(({ id }) => id),
      storyIds: telling.map(({ id }) => id),
      linkedStoryIds: linked.map(({ id }) => id),
      signs: { positive: count('positive'), null: count('null'), negative: count('negative') },
    }
  })
}

function standingOf(effect: boolean, account: boolean, leadsBack: boolean): ValueStanding {
  if (effect) return account && leadsBack ? 'plausible-contribution' : 'effect-only'
  return account ? 'account-only' : 'nothing-known'
}
