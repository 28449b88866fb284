import type { Result } from '../../refusal.ts'
import { dayRefusal } from '../day.ts'
import { refuse, textRefusal } from '../refuse.ts'

/** What an institution wants to be true, in its own words, over the days in which it wants it. */
export interface Objective {
  readonly id: string
  readonly title: string
  /** How one would see that it is reached. */
  readonly description: string
  /** Where it is written down, such as a strategy and its page. */
  readonly source: string
  readonly from: string
  /** The last day; absent while it stands. */
  readonly to?: string
}

/**
 * An organisational objective that is complete.
 *
 * Refused: a blank text, a day that is none, and an end before the beginning.
 *
 * @example
 * ```ts
 * import { defineObjective } from '@mentoring-commons/reporting/evaluation'
 *
 * const made = defineObjective({ id: 'o1', title: 'Keep early-career staff', description: 'Fewer leave within three years.', source: 'People strategy, aim 2', from: '2025-08-01' })
 * 'value' in made //=> true
 * ```
 */
export function defineObjective(input: Objective): Result<Objective> {
  const refusal =
    textRefusal(input.id, ['id']) ??
    textRefusal(input.title, ['title']) ??
    textRefusal(input.description, ['description']) ??
    textRefusal(input.source, ['source']) ??
    dayRefusal(input.from, ['from']) ??
    (input.to === undefined ? undefined : dayRefusal(input.to, ['to']))
  if (refusal !== undefined) return { refusal }
  if (input.to !== undefined && input.to < input.from)
    return refuse('window-wrong', `The objective ends on ${input.to}, before ${input.from}. Exchange the days.`, ['to'])
  return { value: input }
}
