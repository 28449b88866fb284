/** What a command leads to: events to record (none is possible), or a refusal. */
export type Decision<Event, Refusal> = { readonly events: readonly Event[] } | { readonly refusal: Refusal }

/**
 * A whole behaviour as three pure things. `decide` may refuse and never changes the state it is given;
 * `evolve` returns the next state and never refuses: an event it does not know leaves the state as it was. `restore`,
 * where there is one, folds a stored history and refuses one that it cannot read whole; `handle` then asks it.
 */
export interface Decider<Command, Event, State, Refusal> {
  readonly initialState: State
  readonly decide: (command: Command, state: State) => Decision<Event, Refusal>
  readonly evolve: (state: State, event: Event) => State
  readonly restore?: (events: readonly Event[]) => { readonly value: State } | { readonly refusal: Refusal }
}

/**
 * The state that a history leads to, from the decider's initial state.
 * @example
 * ```ts
 * import { actionResearch, fold } from '@mentoring-commons/action-research'
 * fold(actionResearch(), []) //=> { "status": "not-begun" }
 * ```
 */
export function fold<Event, State>(
  decider: Pick<Decider<never, Event, State, unknown>, 'initialState' | 'evolve'>,
  events: readonly Event[],
): State {
  return events.reduce(decider.evolve, decider.initialState)
}
