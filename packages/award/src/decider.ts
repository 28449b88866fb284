import type { Refusal } from './refusal.ts'

/** What a command leads to: events to record, or a refusal. */
export type Decision<Event> =
  | { readonly events: readonly [Event, ...Event[]]; readonly refusal?: never }
  | { readonly refusal: Refusal; readonly events?: never }

/**
 * A whole behaviour as three pure things. `decide` may refuse and never changes the state it is given; `evolve` returns the
 * next state and never refuses: an event that it does not know leaves the state as it was.
 */
export interface Decider<Command, Event, State> {
  readonly initialState: State
  readonly decide: (command: Command, state: State) => Decision<Event>
  readonly evolve: (state: State, event: Event) => State
}

/**
 * The state that a history leads to, from the decider's initial state.
 *
 * @example
 * ```ts
 * import { awarding, fold, theoryAndPractice } from '@mentoring-commons/award'
 *
 * fold(awarding([theoryAndPractice]), []) //=> { status: 'not-enrolled' }
 * ```
 */
export function fold<Event, State>(
  decider: Pick<Decider<never, Event, State>, 'initialState' | 'evolve'>,
  events: readonly Event[],
): State {
  return events.reduce(decider.evolve, decider.initialState)
}
