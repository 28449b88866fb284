import type { Decider } from './decider.ts'
import type { EventStore } from './store.ts'

/** That another has written to the stream since it was read. */
export interface StaleVersion {
  readonly code: 'stale-version'
  readonly message: string
}

/** What handling a command came to: the events recorded and the stream's version after them, or why nothing was. */
export type Handled<Event, Refusal> =
  | { readonly events: readonly Event[]; readonly version: number }
  | { readonly refusal: Refusal | StaleVersion }

/**
 * A function that reads a stream, folds it, decides, and appends at the version read. When another writer came first
 * the refusal is `stale-version` and nothing is recorded; handling the command again decides on the new state. A stream
 * that the decider's `restore` cannot read whole is refused as it says, and nothing is decided on half a history.
 * @example
 * ```ts
 * import { actionResearch, handle, type InquiryEvent, memoryStore } from '@mentoring-commons/action-research'
 * const ask = handle(memoryStore<InquiryEvent>(), actionResearch())
 * const answer = await ask('inquiry-1', { type: 'BeginCycle', cycle: 'c1', on: '2026-01-12', learning: [] })
 * 'refusal' in answer && answer.refusal.code //=> "not-begun"
 * ```
 */
export function handle<Command, Event, State, Refusal>(
  store: EventStore<Event>,
  decider: Decider<Command, Event, State, Refusal>,
): (stream: string, command: Command) => Promise<Handled<Event, Refusal>> {
  return async (stream, command) => {
    const { events: history, version } = await store.read(stream)
    const restored = decider.restore?.(history) ?? { value: history.reduce(decider.evolve, decider.initialState) }
    if ('refusal' in restored) return restored
    const decision = decider.decide(command, restored.value)
    if ('refusal' in decision) return decision
    if (decision.events.length === 0) return { events: [], version }
    const appended = await store.append(stream, version, decision.events)
    if ('version' in appended) return { events: decision.events, version: appended.version }
    const message = `stream "${stream}" is no longer at version ${version}; handle the command again`
    return { refusal: { code: 'stale-version', message } }
  }
}
