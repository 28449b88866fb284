import type { InquiryEvent } from '../events.ts'
import type { EventStore } from '../store.ts'
import { expectSame } from './failure.ts'

/** A promise of the contract: run it in a test of that name. It rejects with `ExpectationFailed` when it is broken. */
export interface ContractCase {
  readonly name: string
  readonly run: () => Promise<void>
}

/** A maker of empty stores, called once for each case. */
export type MakeStore = () => EventStore<InquiryEvent> | Promise<EventStore<InquiryEvent>>

/**
 * What every event store must do, as a list of named cases that need no test framework. `streamId` names the streams
 * where a store wants ids of a certain form; it gives different ids for different numbers.
 * @example
 * ```ts
 * import { memoryStore } from '@mentoring-commons/action-research'
 * import { eventStoreContract } from '@mentoring-commons/action-research/testing'
 * for (const { run } of eventStoreContract(() => memoryStore())) await run()
 * ```
 */
export function eventStoreContract(
  makeStore: MakeStore,
  streamId: (number: number) => string = (number) => `stream-${number}`,
): readonly ContractCase[] {
  const [one, other] = [streamId(1), streamId(2)]
  return Object.entries(promises).map(([name, promise]) => ({
    name,
    run: async () => promise(await makeStore(), one, other),
  }))
}

type Promised = (store: EventStore<InquiryEvent>, one: string, other: string) => Promise<void>

const promises: Readonly<Record<string, Promised>> = {
  'a stream that is not there is empty, at version 0': async (store, one) => {
    expectSame('read', { events: [], version: 0 }, await store.read(one))
  },

  'a new stream is appended to at version 0, and read in the order recorded': async (store, one) => {
    expectSame('first append', { version: 2 }, await store.append(one, 0, [note(1), note(2)]))
    expectSame('second append', { version: 5 }, await store.append(one, 2, [note(3), note(4), note(5)]))
    expectSame('read', { events: [1, 2, 3, 4, 5].map(note), version: 5 }, await store.read(one))
  },

  'events come back as they went in, down to nested lists and odd characters': async (store, one) => {
    const event: InquiryEvent = {
      type: 'ActionPlanned',
      cycle: 'c "1" \\ \u00e9\u{1f600}',
      on: '2026-02-01',
      steps: [{ id: 's1', action: 'line\nline', observationMethods: ['journal', "it's"] }],
    }
    await store.append(one, 0, [event])
    expectSame('read', { events: [event], version: 1 }, await store.read(one))
  },

  'an event keeps its version, and a list that may be empty stays one': async (store, one) => {
    const event: InquiryEvent = {
      type: 'ClaimMade',
      eventVersion: 2,
      claim: 'm1',
      text: 'It helps',
      cites: [],
      audience: 'team',
      on: '2026-04-01',
      standards: [],
    }
    await store.append(one, 0, [note(1), event])
    expectSame('read', { events: [note(1), event], version: 2 }, await store.read(one))
  },

  'a stale append of several events records none of them': async (store, one) => {
    await store.append(one, 0, [note(1), note(2)])
    for (const version of [0, 1]) {
      expectSame(
        `append at ${version}`,
        { refusal: 'stale-version' },
        await store.append(one, version, [note(7), note(8), note(9)]),
      )
    }
    expectSame('read', { events: [note(1), note(2)], version: 2 }, await store.read(one))
    expectSame('append after refusals', { version: 3 }, await store.append(one, 2, [note(3)]))
  },

  'an append ahead of the stream is refused, and records nothing': async (store, one) => {
    expectSame('append to no stream', { refusal: 'stale-version' }, await store.append(one, 1, [note(1), note(2)]))
    await store.append(one, 0, [note(1)])
    expectSame('append ahead', { refusal: 'stale-version' }, await store.append(one, 2, [note(2), note(3)]))
    expectSame('read', { events: [note(1)], version: 1 }, await store.read(one))
  },

  'of appends at the same time exactly one wins, whole': async (store, one) => {
    await store.append(one, 0, [note(0)])
    const rivals = [10, 20, 30, 40].map((number) => [note(number), note(number + 1)])
    const answers = await Promise.all(rivals.map((events) => store.append(one, 1, events)))
    const winners = rivals.filter((_, index) => 'version' in (answers[index] ?? {}))
    expectSame('winners', 1, winners.length)
    expectSame('read', { events: [note(0), ...winners.flat()], version: 3 }, await store.read(one))
  },

  'of two first appends at the same time exactly one wins': async (store, one) => {
    const answers = await Promise.all([1, 2].map((number) => store.append(one, 0, [note(number)])))
    expectSame('refused', 1, answers.filter((answer) => 'refusal' in answer).length)
    expectSame('version', 1, (await store.read(one)).version)
  },

  'streams are apart': async (store, one, other) => {
    await store.append(one, 0, [note(1), note(2)])
    expectSame('append to the other', { version: 1 }, await store.append(other, 0, [note(3)]))
    expectSame('the one', { events: [note(1), note(2)], version: 2 }, await store.read(one))
    expectSame('the other', { events: [note(3)], version: 1 }, await store.read(other))
  },

  'what a caller does to its events later does not reach the store': async (store, one) => {
    const events = [note(1), note(2)]
    await store.append(one, 0, events)
    events.pop()
    const read = (await store.read(one)).events as InquiryEvent[]
    read.pop()
    expectSame('read', { events: [note(1), note(2)], version: 2 }, await store.read(one))
  },
}

function note(number: number): InquiryEvent {
  return { type: 'EthicsApprovalRecorded', approval: `approval-${number}`, from: '2026-01-01', to: '2026-12-31' }
}
