import type { EventStore } from './store.ts'

/**
 * An event store in memory, empty. It keeps and gives copies by way of JSON, as a database would.
 * Appending at a version that is not a whole number from 0 rejects with a RangeError.
 * @example
 * ```ts
 * import { memoryStore } from '@mentoring-commons/action-research'
 * const store = memoryStore<{ type: string }>()
 * await store.append('one', 0, [{ type: 'Opened' }]) //=> { "version": 1 }
 * await store.append('one', 0, [{ type: 'OpenedAgain' }]) //=> { "refusal": "stale-version" }
 * await store.read('one') //=> { "events": [{ "type": "Opened" }], "version": 1 }
 * ```
 */
export function memoryStore<Event>(): EventStore<Event> {
  const streams = new Map<string, readonly string[]>()
  return {
    read: async (stream) => {
      const lines = streams.get(stream) ?? []
      return { events: lines.map((line) => JSON.parse(line) as Event), version: lines.length }
    },
    append: async (stream, expectedVersion, events) => {
      if (!Number.isInteger(expectedVersion) || expectedVersion < 0) {
        throw new RangeError(`an expected version is a whole number from 0; got ${expectedVersion}`)
      }
      const lines = streams.get(stream) ?? []
      if (lines.length !== expectedVersion) return { refusal: 'stale-version' }
      const next = [...lines, ...events.map((event) => JSON.stringify(event))]
      if (next.length > lines.length) streams.set(stream, next)
      return { version: next.length }
    },
  }
}
