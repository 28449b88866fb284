import { type EventStore, type InquiryEvent, memoryStore } from '@mentoring-commons/action-research'
import { type ContractCase, ExpectationFailed, eventStoreContract } from '@mentoring-commons/action-research/testing'
import { describe, expect, test } from 'vitest'

describe('the memory store keeps the contract', () => {
  for (const { name, run } of eventStoreContract(() => memoryStore())) test(name, run)
})

test('the contract runs on streams of any name, on a store that takes its time to open', async () => {
  for (const { run } of eventStoreContract(
    async () => memoryStore<InquiryEvent>(),
    (number) => `00000000-0000-4000-8000-00000000000${number}`,
  )) {
    await run()
  }
})

test('an expected version that is no version is a fault of the caller', async () => {
  for (const version of [-1, 0.5, Number.NaN]) {
    await expect(memoryStore().append('s', version, [])).rejects.toThrow(RangeError)
  }
})

test('an append of nothing changes nothing', async () => {
  const store = memoryStore()
  expect(await store.append('s', 0, [])).toEqual({ version: 0 })
  expect(await store.append('s', 1, [])).toEqual({ refusal: 'stale-version' })
})

type Streams = Map<string, InquiryEvent[]>
type Append = EventStore<InquiryEvent>['append']

/** A store on arrays whose append is given, to be broken in one way each. */
function broken(append: (streams: Streams) => Append, copies = true): EventStore<InquiryEvent> {
  const streams: Streams = new Map()
  return {
    read: async (stream) => {
      const events = streams.get(stream) ?? []
      return { events: copies ? structuredClone(events) : events, version: events.length }
    },
    append: append(streams),
  }
}

async function failing(cases: readonly ContractCase[]): Promise<readonly string[]> {
  const names: string[] = []
  for (const { name, run } of cases) {
    await run().catch((error: unknown) => {
      if (!(error instanceof ExpectationFailed)) throw error
      names.push(name)
    })
  }
  return names
}

const push = (streams: Streams, stream: string, events: readonly InquiryEvent[]) => {
  const all = [...(streams.get(stream) ?? []), ...structuredClone(events)]
  streams.set(stream, all)
  return { version: all.length }
}
const length = (streams: Streams, stream: string) => streams.get(stream)?.length ?? 0
const stale = { refusal: 'stale-version' } as const

test('the contract finds a store that records part of a stale append', async () => {
  const store = () =>
    broken((streams) => async (stream, version, events) => {
      if (length(streams, stream) === version) return push(streams, stream, events)
      push(streams, stream, events.slice(0, 1))
      return stale
    })
  expect(await failing(eventStoreContract(store))).toContain('a stale append of several events records none of them')
})

test('the contract finds a store that looks at the version and only then, later, writes', async () => {
  const store = () =>
    broken((streams) => async (stream, version, events) => {
      if (length(streams, stream) !== version) return stale
      await Promise.resolve()
      return push(streams, stream, events)
    })
  expect(await failing(eventStoreContract(store))).toEqual([
    'of appends at the same time exactly one wins, whole',
    'of two first appends at the same time exactly one wins',
  ])
})

test('the contract finds a store that takes any version', async () => {
  const store = () => broken((streams) => async (stream, _, events) => push(streams, stream, events))
  const names = await failing(eventStoreContract(store))
  expect(names).toContain('a stale append of several events records none of them')
  expect(names).toContain('an append ahead of the stream is refused, and records nothing')
})

test('the contract finds a store that is refused but takes what lies ahead', async () => {
  const store = () =>
    broken(
      (streams) => async (stream, version, events) =>
        length(streams, stream) > version ? stale : push(streams, stream, events),
    )
  expect(await failing(eventStoreContract(store))).toEqual([
    'an append ahead of the stream is refused, and records nothing',
  ])
})

test('the contract finds a store with one stream for all', async () => {
  const one =
    (streams: Streams): Append =>
    async (_, version, events) =>
      length(streams, 'all') === version ? push(streams, 'all', events) : stale
  const store = () => {
    const inner = broken(one)
    return { read: () => inner.read('all'), append: inner.append }
  }
  expect(await failing(eventStoreContract(store))).toEqual(['streams are apart'])
})

test('the contract finds a store that turns the order round', async () => {
  const store = () =>
    broken(
      (streams) => async (stream, version, events) =>
        length(streams, stream) === version ? push(streams, stream, events.toReversed()) : stale,
    )
  expect(await failing(eventStoreContract(store))).toContain(
    'a new stream is appended to at version 0, and read in the order recorded',
  )
})

test('the contract finds a store that gives away what it keeps', async () => {
  const store = () =>
    broken(
      (streams) => async (stream, version, events) =>
        length(streams, stream) === version ? push(streams, stream, events) : stale,
      false,
    )
  expect(await failing(eventStoreContract(store))).toEqual([
    'what a caller does to its events later does not reach the store',
  ])
})

test('the contract finds a store that loses characters', async () => {
  const store = () =>
    broken((streams) => async (stream, version, events) => {
      if (length(streams, stream) !== version) return stale
      return push(streams, stream, JSON.parse(JSON.stringify(events).replaceAll('\u{1f600}', '?')))
    })
  expect(await failing(eventStoreContract(store))).toEqual([
    'events come back as they went in, down to nested lists and odd characters',
  ])
})
