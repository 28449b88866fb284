/** The events of a stream in the order recorded, and its version: how many there are, 0 for a stream that is not there. */
export interface Stream<Event> {
  readonly events: readonly Event[]
  readonly version: number
}

/** The version after an append, or that the stream was not at the version expected; then none of the events is recorded. */
export type Appended = { readonly version: number } | { readonly refusal: 'stale-version' }

/**
 * The port to storage. An append records all its events or none, and of two at the same expected version one is
 * refused. `eventStoreContract` in `./testing` says the same in tests.
 */
export interface EventStore<Event> {
  readonly read: (stream: string) => Promise<Stream<Event>>
  readonly append: (stream: string, expectedVersion: number, events: readonly Event[]) => Promise<Appended>
}
